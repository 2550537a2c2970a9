// The part of Database that prepares, binds and steps.

#include <sqlite3.h>

#include "server/storage/database.hpp"

namespace covision::storage {
namespace {

// Ends the run on every way out, so that no view of an argument and no read lock outlives it.
class Running {
public:
    Running(sqlite3_stmt* statement, bool& flag) : statement_(statement), flag_(flag) { flag_ = true; }
    ~Running() {
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        flag_ = false;
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

private:
    sqlite3_stmt* statement_;
    bool& flag_;
};

int bind_one(sqlite3_stmt* statement, int place, const Value& value) {
    const char* bytes = value.bytes.data() ? value.bytes.data() : "";
    switch (value.kind) {
        case Value::Kind::null: return sqlite3_bind_null(statement, place);
        case Value::Kind::integer: return sqlite3_bind_int64(statement, place, value.integer);
        case Value::Kind::real: return sqlite3_bind_double(statement, place, value.real);
        case Value::Kind::text:
            return sqlite3_bind_text64(statement, place, bytes, value.bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
        case Value::Kind::blob: return sqlite3_bind_blob64(statement, place, bytes, value.bytes.size(), SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

std::string about(const Sql& sql) { return ": " + std::string(sql.text); }

}  // namespace

Database::Prepared& Database::prepared(const Sql& sql) {
    const auto found = prepared_.find(sql.id);
    if (found != prepared_.end()) return found->second;
    Prepared fresh;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.text.data(), static_cast<int>(sql.text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &fresh.statement, &rest);
    if (code != SQLITE_OK) fail(code, sql.text);
    if (!fresh.statement) throw StorageError("an empty statement");
    // $1 is a *named* parameter to SQLite, numbered by first appearance: ask where each one is.
    const int count = sqlite3_bind_parameter_count(fresh.statement);
    for (int i = 1; i <= count; ++i) {
        const int place = sqlite3_bind_parameter_index(fresh.statement, ("$" + std::to_string(i)).c_str());
        if (place == 0) {
            sqlite3_finalize(fresh.statement);
            throw StorageError("placeholders must be $1 to $" + std::to_string(count) + about(sql));
        }
        fresh.places.push_back(place);
    }
    return prepared_.emplace(sql.id, std::move(fresh)).first->second;
}

void Database::bind(Prepared& prepared, const Sql& sql, std::span<const Value> values) {
    if (values.size() != prepared.places.size()) {
        throw StorageError(std::to_string(values.size()) + " arguments for " + std::to_string(prepared.places.size()) +
                           " placeholders" + about(sql));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int code = bind_one(prepared.statement, prepared.places[i], values[i]);
        if (code != SQLITE_OK) fail(code, sql.text);
    }
}

void Database::step_all(const Sql& sql, std::span<const Value> values, const Use& use) {
    if (transaction_required_ && !in_transaction()) {
        throw Unavailable("the transaction of this batch was rolled back by the database");
    }
    Prepared& statement = prepared(sql);
    if (statement.running) throw StorageError("this statement is already running" + about(sql));
    const Running running(statement.statement, statement.running);
    bind(statement, sql, values);
    const Row row(statement.statement);
    const bool reads = sqlite3_stmt_readonly(statement.statement) != 0;
    bool wanted = static_cast<bool>(use);
    while (true) {
        const int code = sqlite3_step(statement.statement);
        if (code == SQLITE_DONE) return;
        if (code != SQLITE_ROW) fail(code, sql.text);
        if (wanted) wanted = use(row);
        // A changing statement with RETURNING runs to its end: an error that only its reset reports would be lost.
        if (!wanted && reads) return;
    }
}

void Database::throw_missing(const Sql& sql) { throw StorageError("no row" + about(sql)); }

void Database::fail(int code, std::string_view what) const {
    const std::string sentence = std::string(handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code)) + " (" +
                                 std::to_string(code) + "): " + std::string(what);
    switch (code & 0xff) {
        case SQLITE_FULL: throw Full("The disk that holds " + path_ + " is full: " + sentence);
        case SQLITE_IOERR: throw Io("The disk that holds " + path_ + " failed: " + sentence);
        case SQLITE_NOTADB: throw StorageError("The file " + path_ + " is not a database of Covision.");
        case SQLITE_CORRUPT: throw StorageError("The database " + path_ + " is damaged; restore a backup. " + sentence);
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_READONLY:
            throw StorageError("The database " + path_ +
                               " or a file beside it may not be used by this user: " + sentence);
        case SQLITE_CONSTRAINT: break;
        default: throw StorageError(sentence);
    }
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: throw Constraint(sentence, Constraint::Kind::unique);
        case SQLITE_CONSTRAINT_FOREIGNKEY: throw Constraint(sentence, Constraint::Kind::foreign);
        default: throw Constraint(sentence, Constraint::Kind::other);
    }
}

}  // namespace covision::storage
