#include "server/storage/database.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "protocol/types.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::storage {
namespace {

using test::TempFolder;

const Sql insert_all("INSERT INTO t (i, r, s, b) VALUES ($1, $2, $3, $4)", Sql::Home::own_file);
const Sql select_all("SELECT i, r, s, b FROM t ORDER BY id", Sql::Home::own_file);

struct All {
    std::optional<std::int64_t> i;
    std::optional<double> r;
    std::optional<std::string> s;
    std::optional<Blob> b;
    static All from(const Row& row) {
        return {row.get<std::optional<std::int64_t>>(0), row.get<std::optional<double>>(1),
                row.get<std::optional<std::string>>(2), row.get<std::optional<Blob>>(3)};
    }
};

class DatabaseTest : public testing::Test {
protected:
    DatabaseTest() : database(folder.file("t.db")) {
        database.script(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, i INTEGER, r REAL, s TEXT, b BLOB) STRICT;"
            "CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL) STRICT;"
            "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parent) STRICT;");
    }
    TempFolder folder;
    Database database;
};

TEST_F(DatabaseTest, ValuesComeBackAsTheyWent) {
    const std::string text("caf\xc3\xa9 \0 end", 11), bytes("\0\xff\x01", 3);
    database.run(insert_all, 42, 2.5, text, Blob{bytes});
    database.run(insert_all, nullptr, std::nullopt, std::optional<std::string>{}, std::optional<Blob>{});
    database.run(insert_all, true, 0.0, "", Blob{});
    const std::vector<All> rows = database.all<All>(select_all);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].i, 42);
    EXPECT_EQ(rows[0].r, 2.5);
    EXPECT_EQ(rows[0].s, text);
    EXPECT_EQ(rows[0].b->bytes, bytes);
    EXPECT_FALSE(rows[1].i || rows[1].r || rows[1].s || rows[1].b);
    EXPECT_EQ(rows[2].i, 1);
    EXPECT_EQ(rows[2].s, "");
    EXPECT_EQ(rows[2].b->bytes, "");
}

TEST_F(DatabaseTest, ProtocolTypesAreBoundByTheirValue) {
    const Instant at = from_micros(1764000000123456);
    database.run(insert_all, protocol::Time(at), nullptr, protocol::Text<40>("open"), nullptr);
    const Sql time("SELECT i FROM t", Sql::Home::own_file), text("SELECT s FROM t", Sql::Home::own_file);
    EXPECT_EQ(database.one<Instant>(time), at);
    EXPECT_EQ(database.one<protocol::Time>(time).value, at);
    EXPECT_EQ(database.one<protocol::Id>(text).value, "open");
}

TEST_F(DatabaseTest, PlaceholdersCountByNumberNotByPlace) {
    const Sql swapped("SELECT $2 || '-' || $1 || '-' || $2", Sql::Home::own_file);
    EXPECT_EQ(database.one<std::string>(swapped, "one", "two"), "two-one-two");
    EXPECT_THROW(database.run(swapped, "one"), StorageError);
    EXPECT_THROW(database.run(swapped, "one", "two", "three"), StorageError);
    const Sql gap("SELECT $1 || $3", Sql::Home::own_file), other("SELECT ?", Sql::Home::own_file);
    EXPECT_THROW(database.run(gap, "a", "b"), StorageError);
    EXPECT_THROW(database.run(other, "a"), StorageError);
}

TEST_F(DatabaseTest, AWrongColumnIsAnError) {
    database.run(insert_all, 1, 1.5, "text", nullptr);
    database.each(select_all, [](const Row& row) {
        EXPECT_THROW(row.text(0), StorageError);
        EXPECT_THROW(row.integer(2), StorageError);
        EXPECT_THROW(row.blob(3), StorageError);
        EXPECT_THROW(row.is_null(4), StorageError);
        EXPECT_EQ(row.real(0), 1.0);
    });
    const Sql none("SELECT i FROM t WHERE i = $1", Sql::Home::own_file);
    EXPECT_EQ(database.first<std::int64_t>(none, 9), std::nullopt);
    EXPECT_THROW(database.one<std::int64_t>(none, 9), StorageError);
}

Constraint::Kind broken(Database& database, const Sql& sql) {
    try {
        database.run(sql);
    } catch (const Constraint& e) {
        return e.kind;
    }
    ADD_FAILURE() << "no constraint was broken";
    return Constraint::Kind::other;
}

TEST_F(DatabaseTest, ConstraintsSayWhichKind) {
    constexpr auto own = Sql::Home::own_file;
    const Sql add("INSERT INTO parent (id, name) VALUES (1, 'a')", own),
        name("INSERT INTO parent VALUES (2, 'a')", own);
    const Sql orphan("INSERT INTO child (parent) VALUES (7)", own), null("INSERT INTO parent VALUES (3, NULL)", own);
    database.run(add);
    EXPECT_EQ(database.changed(), 1);
    EXPECT_EQ(broken(database, add), Constraint::Kind::unique);
    EXPECT_EQ(broken(database, name), Constraint::Kind::unique);
    EXPECT_EQ(broken(database, orphan), Constraint::Kind::foreign);
    EXPECT_EQ(broken(database, null), Constraint::Kind::other);
}

TEST_F(DatabaseTest, ReturningStillChecksForeignKeys) {
    const Sql orphan("INSERT INTO child (parent) VALUES ($1) RETURNING id", Sql::Home::own_file);
    EXPECT_THROW(database.first<std::int64_t>(orphan, 7), Constraint);
    const Sql orphans("INSERT INTO child (parent) VALUES ($1), ($2) RETURNING id", Sql::Home::own_file);
    EXPECT_THROW(database.first<std::int64_t>(orphans, 7, 8), Constraint);
    const Sql parent("INSERT INTO parent (name) VALUES ($1) RETURNING id", Sql::Home::own_file);
    EXPECT_EQ(database.first<std::int64_t>(orphan, database.one<std::int64_t>(parent, "x")), 1);
}

TEST_F(DatabaseTest, AStatementInsideItselfIsRefusedAndAnotherIsNot) {
    database.run(insert_all, 1, nullptr, nullptr, nullptr);
    const Sql count("SELECT count(*) FROM t", Sql::Home::own_file);
    database.each(select_all, [&](const Row&) {
        EXPECT_EQ(database.one<std::int64_t>(count), 1);
        EXPECT_THROW(database.all<All>(select_all), StorageError);
    });
    EXPECT_EQ(database.all<All>(select_all).size(), 1u);
}

TEST_F(DatabaseTest, ReadersDoNotWriteAndFilesArePrivate) {
    Database reader(folder.file("t.db"), Mode::read_only);
    EXPECT_THROW(reader.run(insert_all, 1, nullptr, nullptr, nullptr), StorageError);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        EXPECT_EQ(entry.status().permissions() & std::filesystem::perms::mask,
                  std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)
            << entry.path();
    }
}

TEST_F(DatabaseTest, StatementsThatNeedATransactionDoNotRunWithoutOne) {
    database.require_transaction(true);
    EXPECT_THROW(database.run(insert_all, 1, nullptr, nullptr, nullptr), Unavailable);
    database.script("BEGIN");
    database.run(insert_all, 1, nullptr, nullptr, nullptr);
    database.script("COMMIT");
}

std::string refusal(const std::string& path, Mode mode) {
    try {
        const Database database(path, mode);
    } catch (const StorageError& e) {
        return e.what();
    }
    return "";
}

TEST(OpenTest, RefusesWithASentence) {
    const TempFolder folder;
    EXPECT_NE(refusal(folder.file("no/such/t.db"), Mode::read_write).find("folder"), std::string::npos);
    EXPECT_NE(refusal(folder.file("none.db"), Mode::read_only).find("cannot be opened"), std::string::npos);
    EXPECT_NE(refusal(folder.path().string(), Mode::read_write), "");
    std::ofstream(folder.file("text.db")) << std::string(5000, 'x');
    EXPECT_NE(refusal(folder.file("text.db"), Mode::read_write).find("not a database"), std::string::npos);
    EXPECT_NE(refusal(folder.file("text.db"), Mode::read_only).find("not a database"), std::string::npos);
}

// Root may do everything, so this runs as somebody else in a child.
TEST(OpenTest, RefusesAFileItMayNotWrite) {
    const TempFolder folder;
    const std::string path = folder.file("t.db");
    { const Database made(path); }
    std::filesystem::permissions(path, std::filesystem::perms(0444));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
    const pid_t child = ::fork();
    if (child == 0) {
        const bool someone_else = ::getuid() != 0 || ::setuid(65534) == 0;
        ::_exit(someone_else && refusal(path, Mode::read_write).find("may not be written") != std::string::npos ? 0
                                                                                                                : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

TEST(SqlTest, RegistersWhatBelongsToTheMainDatabase) {
    const std::string_view text = "SELECT 'registered'", local = "SELECT 'local'";
    const auto has = [](std::string_view wanted) {
        const auto all = all_sql();
        return std::find(all.begin(), all.end(), wanted) != all.end();
    };
    {
        const Sql main(text.data()), own(local.data(), Sql::Home::own_file);
        EXPECT_TRUE(has(text));
        EXPECT_FALSE(has(local));
        EXPECT_NE(main.id, own.id);
    }
    EXPECT_FALSE(has(text));
}

}  // namespace
}  // namespace covision::storage
