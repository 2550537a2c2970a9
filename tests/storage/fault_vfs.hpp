#pragma once
// A SQLite VFS over the real one that fails when it is told to: the nth write, sync or truncate of chosen files.

#include <sqlite3.h>

#include <cstring>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>

namespace covision::test {

/// Installed once a process under name(); faults are armed and counted for all its files together.
class FaultVfs {
public:
    enum class Op { write, sync };

    static FaultVfs& get() {
        static FaultVfs one;
        return one;
    }
    static std::string name() { return get().name_; }

    /// From the `nth` (0: the next) such operation on, `count` of them fail with `code`. `part`: only files whose
    /// path contains it.
    void arm(Op op, int nth, int count, int code, std::string part = {}) {
        const std::lock_guard lock(mutex_);
        op_ = op, skip_ = nth, fail_ = count, code_ = code, part_ = std::move(part), hits_ = 0;
    }
    void disarm() { arm(Op::write, 0, 0, SQLITE_OK); }
    /// How many operations failed since `arm`.
    int hits() const {
        const std::lock_guard lock(mutex_);
        return hits_;
    }

private:
    struct File {
        sqlite3_file base;
        const char* path;
        sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    };

    FaultVfs() : real_(sqlite3_vfs_find(nullptr)), vfs_(*real_) {
        vfs_.zName = name_;
        vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
        vfs_.xOpen = open;
        vfs_.pNext = nullptr;
        if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) throw std::runtime_error("no VFS");
    }

    int decide(Op op, const File& file) {
        const std::lock_guard lock(mutex_);
        if (fail_ == 0 || op != op_) return SQLITE_OK;
        if (!part_.empty() && (!file.path || !std::strstr(file.path, part_.c_str()))) return SQLITE_OK;
        if (skip_ > 0) {
            --skip_;
            return SQLITE_OK;
        }
        --fail_;
        ++hits_;
        return code_;
    }

    static File& own(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_file* in(sqlite3_file* file) { return own(file).inner(); }
    static const sqlite3_io_methods& real(sqlite3_file* file) { return *in(file)->pMethods; }

    static int open(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* out) {
        File& mine = own(file);
        mine.path = path;
        const int code = get().real_->xOpen(get().real_, path, mine.inner(), flags, out);
        mine.base.pMethods = mine.inner()->pMethods ? &methods() : nullptr;
        return code;
    }
    static int write(sqlite3_file* f, const void* bytes, int n, sqlite3_int64 at) {
        const int code = get().decide(Op::write, own(f));
        return code != SQLITE_OK ? code : real(f).xWrite(in(f), bytes, n, at);
    }
    static int sync(sqlite3_file* f, int flags) {
        const int code = get().decide(Op::sync, own(f));
        return code != SQLITE_OK ? code : real(f).xSync(in(f), flags);
    }

    static const sqlite3_io_methods& methods() {
        static const sqlite3_io_methods table = [] {
            sqlite3_io_methods m{};
            m.iVersion = 2;
            m.xClose = [](sqlite3_file* f) { return real(f).xClose(in(f)); };
            m.xRead = [](sqlite3_file* f, void* b, int n, sqlite3_int64 at) { return real(f).xRead(in(f), b, n, at); };
            m.xWrite = write;
            m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) { return real(f).xTruncate(in(f), size); };
            m.xSync = sync;
            m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f).xFileSize(in(f), size); };
            m.xLock = [](sqlite3_file* f, int kind) { return real(f).xLock(in(f), kind); };
            m.xUnlock = [](sqlite3_file* f, int kind) { return real(f).xUnlock(in(f), kind); };
            m.xCheckReservedLock = [](sqlite3_file* f, int* out) { return real(f).xCheckReservedLock(in(f), out); };
            m.xFileControl = [](sqlite3_file* f, int op, void* arg) { return real(f).xFileControl(in(f), op, arg); };
            m.xSectorSize = [](sqlite3_file* f) { return real(f).xSectorSize(in(f)); };
            m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f).xDeviceCharacteristics(in(f)); };
            m.xShmMap = [](sqlite3_file* f, int page, int size, int grow, void volatile** out) {
                return real(f).xShmMap(in(f), page, size, grow, out);
            };
            m.xShmLock = [](sqlite3_file* f, int from, int n, int flags) {
                return real(f).xShmLock(in(f), from, n, flags);
            };
            m.xShmBarrier = [](sqlite3_file* f) { real(f).xShmBarrier(in(f)); };
            m.xShmUnmap = [](sqlite3_file* f, int remove) { return real(f).xShmUnmap(in(f), remove); };
            return m;
        }();
        return table;
    }

    static constexpr const char* name_ = "covision-fault";
    sqlite3_vfs* real_;
    sqlite3_vfs vfs_;
    mutable std::mutex mutex_;
    Op op_ = Op::write;
    int skip_ = 0, fail_ = 0, code_ = SQLITE_OK, hits_ = 0;
    std::string part_;
};

}  // namespace covision::test
