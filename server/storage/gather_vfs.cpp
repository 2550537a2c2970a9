#include "server/storage/gather_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

#include "server/storage/errors.hpp"

namespace covision::storage {
namespace {

// Below the 128 KiB that SQLite's own VFS writes at once: it takes a rest of exactly that size for a full disk.
constexpr int most_gathered = 120 * 1024;
// A log that grows makes its file system write down the new size with each sync; one with room ahead syncs in half the
// time. SQLite takes zeros for the end of the log: no frame's salt is in them. Room is made twice as large each time,
// so that a commit has to wait for it a handful of times in a server's life.
constexpr sqlite3_int64 least_room = 1 << 20, most_room = 16 << 20;
// A checkpoint writes thousands of pages all over the database. A sync of all at once would keep the disk from the log
// for tens of milliseconds; after this much it may come between.
constexpr sqlite3_int64 most_unsynced = 1 << 20;

// What SQLite allocates for each file; the file below follows it in the same memory.
struct File {
    sqlite3_file base;
    std::vector<char>* gathered;  // of a log only
    sqlite3_int64 from;           // where the gathered bytes begin in the log
    sqlite3_int64 size;           // of the log, as far as this connection has seen
    sqlite3_int64 unsynced;       // bytes, of a database
};

File& own(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
sqlite3_file* below(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(&own(file) + 1); }
const sqlite3_io_methods& real(sqlite3_file* file) { return *below(file)->pMethods; }

// In pieces that SQLite's own VFS writes at once.
int put(sqlite3_file* f, const char* bytes, sqlite3_int64 count, sqlite3_int64 at) {
    int code = SQLITE_OK;
    for (sqlite3_int64 done = 0; done < count && code == SQLITE_OK; done += most_gathered) {
        const auto piece = static_cast<int>(std::min<sqlite3_int64>(most_gathered, count - done));
        code = real(f).xWrite(below(f), bytes + done, piece, at + done);
    }
    return code;
}

// As good as it gets: on a disk without room for it the commit itself may still fit.
void make_room(sqlite3_file* f, sqlite3_int64 end) {
    static std::array<char, most_gathered> zeros{};  // never written, so it takes no memory
    File& file = own(f);
    if (end <= file.size) return;
    const auto room = std::clamp(end, least_room, most_room);
    for (file.size = end; file.size < end + room; file.size += most_gathered)
        if (real(f).xWrite(below(f), zeros.data(), most_gathered, file.size) != SQLITE_OK) return;
}

// What cannot be written is dropped: SQLite gives the transaction up, and its next one begins at the same place.
int flush(sqlite3_file* f) {
    File& file = own(f);
    if (!file.gathered || file.gathered->empty()) return SQLITE_OK;
    const auto count = static_cast<sqlite3_int64>(file.gathered->size());
    const int code = put(f, file.gathered->data(), count, file.from);
    file.gathered->clear();
    if (code == SQLITE_OK) make_room(f, file.from + count);
    return code;
}

// Never gathered: a checkpoint of a part of the log lets readers come here without a sync before.
int write_page(sqlite3_file* f, const void* bytes, int count, sqlite3_int64 at) {
    const int code = real(f).xWrite(below(f), bytes, count, at);
    own(f).unsynced += count;
    if (code != SQLITE_OK || own(f).unsynced < most_unsynced) return code;
    own(f).unsynced = 0;
    return real(f).xSync(below(f), SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
}

int write(sqlite3_file* f, const void* bytes, int count, sqlite3_int64 at) {
    File& file = own(f);
    if (!file.gathered) return write_page(f, bytes, count, at);
    const auto size = static_cast<sqlite3_int64>(file.gathered->size());
    if (at != file.from + size || size + count > most_gathered) {
        if (const int code = flush(f); code != SQLITE_OK) return code;
    }
    if (file.gathered->empty()) file.from = at;
    try {
        const auto* first = static_cast<const char*>(bytes);
        file.gathered->insert(file.gathered->end(), first, first + count);
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

// Everything else sees the log as if nothing had been held back.
template <class Use>
int flushed(sqlite3_file* f, Use use) {
    const int code = flush(f);
    return code == SQLITE_OK ? use() : code;
}

int close(sqlite3_file* f) {
    const int wrote = flush(f);
    delete own(f).gathered;
    own(f).gathered = nullptr;
    const int closed = real(f).xClose(below(f));
    return wrote == SQLITE_OK ? closed : wrote;
}

int read(sqlite3_file* f, void* bytes, int count, sqlite3_int64 at) {
    return flushed(f, [&] { return real(f).xRead(below(f), bytes, count, at); });
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
    own(f).size = size;
    return flushed(f, [&] { return real(f).xTruncate(below(f), size); });
}
int sync(sqlite3_file* f, int flags) {
    own(f).unsynced = 0;
    return flushed(f, [&] { return real(f).xSync(below(f), flags); });
}
int file_size(sqlite3_file* f, sqlite3_int64* size) {
    return flushed(f, [&] { return real(f).xFileSize(below(f), size); });
}

sqlite3_io_methods io_methods() {
    sqlite3_io_methods m{};
    m.iVersion = 2;  // with shared memory, without memory-mapped pages
    m.xClose = close;
    m.xRead = read;
    m.xWrite = write;
    m.xTruncate = truncate;
    m.xSync = sync;
    m.xFileSize = file_size;
    m.xLock = [](sqlite3_file* f, int kind) { return real(f).xLock(below(f), kind); };
    m.xUnlock = [](sqlite3_file* f, int kind) { return real(f).xUnlock(below(f), kind); };
    m.xCheckReservedLock = [](sqlite3_file* f, int* out) { return real(f).xCheckReservedLock(below(f), out); };
    m.xFileControl = [](sqlite3_file* f, int what, void* arg) { return real(f).xFileControl(below(f), what, arg); };
    m.xSectorSize = [](sqlite3_file* f) { return real(f).xSectorSize(below(f)); };
    m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f).xDeviceCharacteristics(below(f)); };
    m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
        return real(f).xShmMap(below(f), page, size, extend, out);
    };
    m.xShmLock = [](sqlite3_file* f, int first, int n, int flags) {
        return real(f).xShmLock(below(f), first, n, flags);
    };
    m.xShmBarrier = [](sqlite3_file* f) { real(f).xShmBarrier(below(f)); };
    m.xShmUnmap = [](sqlite3_file* f, int remove) { return real(f).xShmUnmap(below(f), remove); };
    return m;
}

int open(sqlite3_vfs* vfs, sqlite3_filename path, sqlite3_file* f, int flags, int* out) {
    static const sqlite3_io_methods methods = io_methods();
    File& file = *new (f) File{};
    auto* inner = static_cast<sqlite3_vfs*>(vfs->pAppData);
    const int code = inner->xOpen(inner, path, below(f), flags, out);
    if (!below(f)->pMethods) return code;
    file.base.pMethods = &methods;  // from here on SQLite closes it, whatever the code
    if ((flags & SQLITE_OPEN_WAL) == 0 || code != SQLITE_OK) return code;
    file.gathered = new (std::nothrow) std::vector<char>();
    real(f).xFileSize(below(f), &file.size);
    return file.gathered ? SQLITE_OK : SQLITE_NOMEM;
}

// A copy of the VFS below with its own name and way to open. What else it does it does with the one below in mind,
// which SQLite's own allow: they keep what they need in pAppData only to choose how they lock.
struct Registered {
    Registered(sqlite3_vfs& inner, const std::string& below_name) : name("covision-gather-" + below_name), vfs(inner) {
        vfs.pNext = nullptr;
        vfs.zName = name.c_str();
        vfs.szOsFile = static_cast<int>(sizeof(File)) + inner.szOsFile;
        vfs.pAppData = &inner;
        vfs.xOpen = open;
    }
    std::string name;
    sqlite3_vfs vfs;
};

}  // namespace

const std::string& gathering_vfs(const std::string& below_name) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<Registered>> all;
    const std::lock_guard lock(mutex);
    auto& found = all[below_name];
    if (!found) {
        sqlite3_vfs* inner = sqlite3_vfs_find(below_name.empty() ? nullptr : below_name.c_str());
        if (!inner) throw StorageError("there is no SQLite VFS called " + below_name);
        auto made = std::make_unique<Registered>(*inner, below_name);
        if (sqlite3_vfs_register(&made->vfs, 0) != SQLITE_OK) throw StorageError("SQLite takes no further VFS");
        found = std::move(made);
    }
    return found->name;
}

}  // namespace covision::storage
