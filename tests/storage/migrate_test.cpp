#include "server/storage/migrate.hpp"

#include <gtest/gtest.h>

#include <set>

#include "tests/storage/temp_folder.hpp"

namespace covision::storage {
namespace {

using test::TempFolder;

constexpr Migration first_only[] = {{1, "one", "CREATE TABLE one (a {int} NOT NULL) {opts};"}};
constexpr Migration both[] = {{1, "one", "CREATE TABLE one (a {int} NOT NULL) {opts};"},
                              {5, "two", "CREATE TABLE two (b {blob}) {opts}; INSERT INTO one (a) VALUES (5);"}};

const Sql count_one("SELECT count(*) FROM one", Sql::Home::own_file);
const Sql versions("SELECT version FROM schema_migration ORDER BY version", Sql::Home::own_file);
const Sql tables("SELECT name FROM sqlite_schema WHERE type = 'table'", Sql::Home::own_file);

struct MigrateTest : testing::Test {
    std::string refusal(std::span<const Migration> migrations) {
        try {
            migrate(database, migrations, Instant{});
        } catch (const StorageError& e) {
            return e.what();
        }
        return "";
    }
    TempFolder folder;
    Database database{folder.file("t.db")};
};

TEST_F(MigrateTest, RunsEachOnceInOrder) {
    migrate(database, first_only, from_micros(7));
    migrate(database, both, from_micros(8));
    migrate(database, both, from_micros(9));
    EXPECT_EQ(database.one<std::int64_t>(count_one), 1);
    EXPECT_EQ(database.all<std::int64_t>(versions), (std::vector<std::int64_t>{1, 5}));
    const Sql when("SELECT at FROM schema_migration ORDER BY version", Sql::Home::own_file);
    EXPECT_EQ(database.all<std::int64_t>(when), (std::vector<std::int64_t>{7, 8}));
}

TEST_F(MigrateTest, RefusesANewerDatabase) {
    migrate(database, both, Instant{});
    EXPECT_NE(refusal(first_only).find("newer than this program"), std::string::npos);
    EXPECT_NE(refusal(first_only).find("5 (two)"), std::string::npos);
}

TEST_F(MigrateTest, RefusesAChangedText) {
    migrate(database, first_only, Instant{});
    constexpr Migration changed[] = {{1, "one", "CREATE TABLE one (a {int}) {opts};"}, both[1]};
    EXPECT_NE(refusal(changed).find("another text of step 1 (one)"), std::string::npos);
    constexpr Migration slipped_in[] = {{1, "one", first_only[0].text},
                                        {3, "late", "CREATE TABLE late (a {int}) {opts};"}};
    migrate(database, both, Instant{});
    EXPECT_NE(refusal(slipped_in).find("another text of step 5 (two)"), std::string::npos);
    EXPECT_EQ(database.all<std::int64_t>(versions), (std::vector<std::int64_t>{1, 5}));
}

TEST_F(MigrateTest, AFailingOneLeavesNothingOfItself) {
    constexpr Migration broken[] = {both[0],
                                    {2, "bad", "CREATE TABLE half (a {int}) {opts}; INSERT INTO nowhere VALUES (1);"}};
    EXPECT_NE(refusal(broken), "");
    EXPECT_EQ(database.all<std::int64_t>(versions), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(database.all<std::string>(tables), (std::vector<std::string>{"schema_migration", "one"}));
    migrate(database, both, Instant{});
}

TEST_F(MigrateTest, TheEmbeddedOnesApplyToANewDatabase) {
    migrate(database, embedded_migrations(), Instant{});
    const auto names = database.all<std::string>(tables);
    const std::set<std::string> made(names.begin(), names.end());
    for (const char* name : {"feed_head", "event", "done_call", "due", "audit", "outbox", "shred"}) {
        EXPECT_TRUE(made.contains(name)) << name;
    }
    int last = 0;
    for (const Migration& migration : embedded_migrations()) {
        EXPECT_GT(migration.version, last);
        last = migration.version;
    }
}

TEST(DialectTest, NamesWhatTheEnginesNameDifferently) {
    EXPECT_EQ(in_dialect("a {int}, b {blob}) {opts};", Dialect::sqlite), "a INTEGER, b BLOB) STRICT;");
    EXPECT_EQ(in_dialect("a {int}, b {blob}) {opts};", Dialect::postgresql), "a BIGINT, b BYTEA) ;");
    EXPECT_EQ(in_dialect("{opts_no_rowid}", Dialect::sqlite), "STRICT, WITHOUT ROWID");
    EXPECT_THROW(in_dialect("{text}", Dialect::sqlite), StorageError);
    EXPECT_THROW(in_dialect("{int", Dialect::sqlite), StorageError);
    for (const Dialect dialect : {Dialect::sqlite, Dialect::postgresql}) {
        EXPECT_EQ(migration_text(dialect).find('{'), std::string::npos);
        EXPECT_NE(migration_text(dialect).find("schema_migration"), std::string::npos);
    }
}

}  // namespace
}  // namespace covision::storage
