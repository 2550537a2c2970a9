// Years of a group's life make no call dearer: SQLite finds what a statement asks for by an index, and reads no table
// from its beginning to its end.

#include <sqlite3.h>

#include <set>

#include "tests/home/whole.hpp"

namespace covision::home {
namespace {

class PlansTest : public test::Whole {
protected:
    PlansTest() { EXPECT_EQ(sqlite3_open(house.folder.file("covision.db").c_str(), &handle), SQLITE_OK); }
    ~PlansTest() override { sqlite3_close(handle); }

    /// What SQLite says it would do.
    std::vector<std::string> steps(std::string_view statement) {
        const auto text = "EXPLAIN QUERY PLAN " + std::string(statement);
        sqlite3_stmt* prepared = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(handle, text.c_str(), -1, &prepared, nullptr), SQLITE_OK) << text;
        std::vector<std::string> found;
        while (sqlite3_step(prepared) == SQLITE_ROW)
            found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(prepared, 3)));
        sqlite3_finalize(prepared);
        return found;
    }

    sqlite3* handle = nullptr;
};

TEST_F(PlansTest, NoStatementReadsATableWhole) {
    // By the key itself as far as the LIMIT; open orders alone; once at start; no tables but what a LIMIT has taken.
    const std::set<std::string> allowed{"SCAN account USING COVERING INDEX sqlite_autoindex_account_2",
                                        "SCAN shred USING INDEX shred_open", "SCAN schema_migration", "SCAN oldest",
                                        "SCAN last"};
    const auto statements = storage::all_sql();
    EXPECT_GT(statements.size(), 100u);
    for (const auto statement : statements)
        for (const auto& step : steps(statement))
            if (step.rfind("SCAN", 0) == 0 || step.find("SEARCH duty USING INDEX duty_grp (grp=?)") == 0) {
                EXPECT_TRUE(allowed.count(step)) << step << "\n  " << statement;
            }
}

}  // namespace
}  // namespace covision::home
