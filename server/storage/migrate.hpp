#pragma once
// The schema's history: numbered files, each run once, in order, in a transaction of its own.

#include <span>
#include <string>
#include <string_view>

#include "server/base/time.hpp"
#include "server/storage/database.hpp"

namespace covision::storage {

enum class Dialect { sqlite, postgresql };

/// server/storage/migrations/NNNN_name.sql. The text has placeholders for what the engines name differently:
/// {int} 64-bit integer, {real}, {blob}, {id} a row number the engine gives, {opts} and {opts_no_rowid} after a table's
/// closing parenthesis (STRICT, and STRICT WITHOUT ROWID, on SQLite).
struct Migration {
    int version;
    std::string_view name;
    std::string_view text;
};

/// The migrations of the main database that are in this binary, by version.
std::span<const Migration> embedded_migrations();

/// Brings the database to the last of `migrations` (ordered by version). `at` is written beside each. Throws
/// StorageError with a sentence for the operator when the database is newer than the program, or a migration that
/// already ran has another text now; nothing is changed then.
void migrate(Database& database, std::span<const Migration> migrations, Instant at);

/// All embedded migrations as one script for an engine (a test prepares every statement on PostgreSQL with it).
std::string migration_text(Dialect dialect);

/// One migration's text for an engine; throws StorageError on an unknown placeholder.
std::string in_dialect(std::string_view text, Dialect dialect);

}  // namespace covision::storage
