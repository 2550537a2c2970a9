#include "server/storage/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "server/storage/gather_vfs.hpp"
#include "server/storage/page_cache.hpp"

namespace covision::storage {
namespace {

constexpr int pages_64_mib = 65536;
constexpr int patience_ms = 5000;          // for a lock that another process holds
constexpr int truncate_patience_ms = 200;  // the writer's queue waits meanwhile, and it is tried again anyway
const Sql use_wal("PRAGMA journal_mode=WAL", Sql::Home::own_file);

// A new database holds members' rows from its first byte on: SQLite's own files beside it take over this mode.
void create_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0) ::close(file);  // any failure shows itself when SQLite opens the file
}

// Before SQLite does anything.
bool configure_library() {
    // A count of its memory that nobody reads takes a lock with each allocation.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    spare_cache_searches();
    return true;
}

}  // namespace

Database::Database(const std::string& path, Mode mode, const std::string& vfs) : path_(path) {
    try {
        open(mode, vfs);
        configure(mode);
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database() { close(); }

void Database::open(Mode mode, const std::string& vfs) {
    [[maybe_unused]] static const bool configured = configure_library();
    const bool writes = mode == Mode::read_write;
    if (writes) create_private(path_);
    const int flags = (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const int code = sqlite3_open_v2(path_.c_str(), &handle_, flags, gathering_vfs(vfs).c_str());
    if (code != SQLITE_OK) {
        throw StorageError("The database " + path_ + " cannot be opened: does its folder exist, and may this user " +
                           (writes ? "write there?" : "read it?") + " (" + sqlite3_errstr(code) + ")");
    }
    if (writes && sqlite3_db_readonly(handle_, "main") == 1) {
        throw StorageError("The database " + path_ + " may not be written by this user.");
    }
}

void Database::configure(Mode mode) {
    busy_timeout(patience_ms);
    // Closing must not checkpoint: the executor decides when, and after a failed sync nothing more may be written.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    script(
        "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
        "PRAGMA synchronous=FULL; PRAGMA journal_size_limit=33554432; SELECT count(*) FROM sqlite_schema;");
    if (mode == Mode::read_only) {
        script("PRAGMA cache_size=-8192; PRAGMA query_only=ON;");
        return;
    }
    // Of a new database: a call changes a few dozen bytes in each of several pages, and the WAL takes, sums up and
    // writes whole pages. A quarter of the usual size is a quarter of that work.
    script("PRAGMA page_size=1024;");
    // Each write looks for its place in half a dozen indexes, in as many groups as are busy. Taken only as it is used.
    script("PRAGMA cache_size=-32768;");
    if (one<std::string>(use_wal) != "wal") throw StorageError("The file system of " + path_ + " cannot keep a WAL.");
    // Checkpoints are the executor's; this bound is for connections that live without one.
    sqlite3_wal_hook(
        handle_,
        [](void* self, sqlite3* handle, const char*, int pages) {
            static_cast<Database*>(self)->wal_pages_ = pages;
            if (pages > pages_64_mib) {
                sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
            }
            return SQLITE_OK;
        },
        this);
}

void Database::close() noexcept {
    for (auto& entry : prepared_) sqlite3_finalize(entry.second.statement);
    prepared_.clear();
    sqlite3_close(handle_);
    handle_ = nullptr;
}

void Database::busy_timeout(int milliseconds) { sqlite3_busy_timeout(handle_, milliseconds); }

std::int64_t Database::changed() const { return sqlite3_changes64(handle_); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void Database::rollback() noexcept {
    if (in_transaction()) sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Database::script(const std::string& statements) {
    const int code = sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code, statements.substr(0, statements.find('\n')));
}

bool Database::checkpoint(bool truncate) {
    const int mode = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
    if (truncate) busy_timeout(truncate_patience_ms);
    const int code = sqlite3_wal_checkpoint_v2(handle_, nullptr, mode, nullptr, nullptr);
    if (truncate) busy_timeout(patience_ms);
    if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) return false;
    if (code != SQLITE_OK) fail(code, "checkpoint");
    if (truncate) wal_pages_ = 0;
    return true;
}

}  // namespace covision::storage
