#pragma once
// One connection to a SQLite file. Not thread-safe: a connection belongs to one thread at a time.

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/storage/errors.hpp"
#include "server/storage/sql.hpp"
#include "server/storage/values.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace covision::storage {

enum class Mode { read_write, read_only };

class Database {
public:
    /// Opens `path`; read_write creates it (mode 0600) when it is not there. WAL, synchronous=FULL, foreign keys,
    /// secure_delete, no mmap, temporary data in memory only. `vfs` names another SQLite VFS (tests put a failing one
    /// below). Throws StorageError with a sentence for the operator: missing rights, not a database.
    explicit Database(const std::string& path, Mode mode = Mode::read_write, const std::string& vfs = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs a statement; rows it returns are ignored. The number of arguments must be the number of placeholders.
    template <class... Args>
    void run(const Sql& sql, const Args&... args) {
        const std::array<Value, sizeof...(Args)> values{value_of(args)...};
        step_all(sql, values, nullptr);
    }

    /// Rows that the last INSERT, UPDATE or DELETE touched.
    std::int64_t changed() const;

    /// Every row, as R (see `read_row`).
    template <class R, class... Args>
    std::vector<R> all(const Sql& sql, const Args&... args) {
        std::vector<R> rows;
        each(
            sql, [&rows](const Row& row) { rows.push_back(read_row<R>(row)); }, args...);
        return rows;
    }

    /// The first row, or nothing.
    template <class R, class... Args>
    std::optional<R> first(const Sql& sql, const Args&... args) {
        const std::array<Value, sizeof...(Args)> values{value_of(args)...};
        std::optional<R> found;
        step_all(sql, values, [&found](const Row& row) {
            found.emplace(read_row<R>(row));
            return false;
        });
        return found;
    }

    /// The first row; throws StorageError when there is none.
    template <class R, class... Args>
    R one(const Sql& sql, const Args&... args) {
        std::optional<R> found = first<R>(sql, args...);
        if (!found) throw_missing(sql);
        return std::move(*found);
    }

    /// Calls `use` with each row. `use` may run other statements, not this one.
    template <class Use, class... Args>
    void each(const Sql& sql, Use&& use, const Args&... args) {
        const std::array<Value, sizeof...(Args)> values{value_of(args)...};
        step_all(sql, values, [&use](const Row& row) {
            use(row);
            return true;
        });
    }

    // What follows is for the executor, migrations, the vault and operations, not for features.

    /// Runs a text of statements without arguments (DDL, BEGIN, PRAGMA); SQLite only.
    void script(const std::string& statements);
    /// Whether a transaction is open. After an error: whether it survived (sqlite3_get_autocommit).
    bool in_transaction() const;
    /// ROLLBACK when a transaction is open; never throws.
    void rollback() noexcept;
    /// While true every statement outside a transaction throws Unavailable: nobody goes on by accident after SQLite
    /// has rolled the whole batch back.
    void require_transaction(bool required) { transaction_required_ = required; }
    /// Copies the WAL into the file. `truncate`: also empties the WAL; false when a reader stands in the way.
    bool checkpoint(bool truncate);
    /// Pages in the WAL after the last commit of this connection.
    std::int64_t wal_pages() const { return wal_pages_; }
    const std::string& path() const { return path_; }

private:
    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        std::vector<int> places;  ///< places[i]: SQLite's index of $i+1
        bool running = false;
    };

    using Use = std::function<bool(const Row&)>;
    void open(Mode mode, const std::string& vfs);
    void configure(Mode mode);
    void busy_timeout(int milliseconds);
    void close() noexcept;
    Prepared& prepared(const Sql& sql);
    void bind(Prepared& prepared, const Sql& sql, std::span<const Value> values);
    void step_all(const Sql& sql, std::span<const Value> values, const Use& use);
    [[noreturn]] void fail(int code, std::string_view what) const;
    [[noreturn]] static void throw_missing(const Sql& sql);

    std::string path_;
    sqlite3* handle_ = nullptr;
    std::unordered_map<std::uint64_t, Prepared> prepared_;
    std::int64_t wal_pages_ = 0;
    bool transaction_required_ = false;
};

}  // namespace covision::storage
