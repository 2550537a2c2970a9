#pragma once
// One SQL statement, written once in the subset both engines take (SQLite 3.40, PostgreSQL 15), with `$1 …` as
// placeholders. Every statement registers itself, so that a test can PREPARE all of them on PostgreSQL.

#include <cstdint>
#include <string_view>
#include <vector>

namespace covision::storage {

struct Sql {
    /// Where a statement runs: in the main database (on either engine), or in a SQLite file of its own (keys.db).
    enum class Home { main, own_file };

    /// `statement` must outlive the object (a literal). Usually a namespace-scope constant.
    explicit Sql(const char* statement, Home where = Home::main);
    ~Sql();
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;

    std::string_view text;
    Home home;
    std::uint64_t id;  ///< never used twice in one process: the key of prepared statements
};

/// Every live statement of the main database, in order of registration.
std::vector<std::string_view> all_sql();

}  // namespace covision::storage
