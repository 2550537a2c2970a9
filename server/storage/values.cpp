#include "server/storage/values.hpp"

#include <sqlite3.h>

#include "server/storage/errors.hpp"

namespace covision::storage {

void Row::expect(int column, int type) const {
    if (column < 0 || column >= sqlite3_column_count(statement_)) {
        throw StorageError("a row was asked for column " + std::to_string(column) +
                           ", which it does not have: " + sqlite3_sql(statement_));
    }
    const int actual = sqlite3_column_type(statement_, column);
    if (type == 0 || actual == type) return;
    if (type == SQLITE_FLOAT && actual == SQLITE_INTEGER) return;
    const char* name = sqlite3_column_name(statement_, column);
    throw StorageError("column " + std::to_string(column) + " (" + (name ? name : "") + ") is " +
                       (actual == SQLITE_NULL ? "NULL" : "of another type") + ": " + sqlite3_sql(statement_));
}

bool Row::is_null(int column) const {
    expect(column, 0);
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Row::integer(int column) const {
    expect(column, SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
}

double Row::real(int column) const {
    expect(column, SQLITE_FLOAT);
    return sqlite3_column_double(statement_, column);
}

std::string Row::text(int column) const {
    expect(column, SQLITE_TEXT);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (!bytes) throw StorageError("no memory left for a row");
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string Row::blob(int column) const {
    expect(column, SQLITE_BLOB);
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return bytes ? std::string(bytes, size) : std::string();  // an empty blob has no address
}

}  // namespace covision::storage
