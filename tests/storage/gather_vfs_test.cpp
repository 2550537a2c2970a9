#include "server/storage/gather_vfs.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "server/storage/database.hpp"
#include "server/storage/errors.hpp"
#include "tests/storage/fault_vfs.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::storage {
namespace {

using test::FaultVfs;

const Sql insert("INSERT INTO filler (b) VALUES ($1)", Sql::Home::own_file);
const Sql count("SELECT count(*) FROM filler", Sql::Home::own_file);

class GatherVfsTest : public testing::Test {
protected:
    GatherVfsTest() : database(path, Mode::read_write, FaultVfs::name()) {
        database.script("CREATE TABLE filler (b BLOB) STRICT");
    }
    ~GatherVfsTest() override { FaultVfs::get().disarm(); }

    const test::TempFolder folder;
    const std::string path = folder.file("t.db");
    Database database;
};

TEST_F(GatherVfsTest, ACommitOfManyPagesIsOneWrite) {
    FaultVfs::get().arm(FaultVfs::Op::write, 1, 1, SQLITE_IOERR_WRITE, "-wal");
    database.run(insert, Blob{std::string(50'000, 'x')});
    EXPECT_EQ(FaultVfs::get().hits(), 0);
}

TEST_F(GatherVfsTest, OneThatIsTooBigForOneWriteIsStillWhole) {
    for (const std::size_t size : {119'000, 120'000, 131'072, 262'144, 1'000'000}) {
        database.run(insert, Blob{std::string(size, 'x')});
    }
    EXPECT_EQ(Database(path, Mode::read_only).one<std::int64_t>(count), 5);
    EXPECT_EQ(database.one<std::string>(Sql("PRAGMA integrity_check", Sql::Home::own_file)), "ok");
}

TEST_F(GatherVfsTest, AFailedWriteFailsTheCommitAndTheNextOneIsWell) {
    FaultVfs::get().arm(FaultVfs::Op::write, 0, 1, SQLITE_FULL, "-wal");
    EXPECT_THROW(database.run(insert, Blob{std::string(5'000, 'x')}), Full);
    EXPECT_EQ(FaultVfs::get().hits(), 1);
    database.run(insert, Blob{std::string(6'000, 'y')});
    EXPECT_EQ(Database(path, Mode::read_only).one<std::int64_t>(count), 1);
}

// The log is made longer ahead of what it holds, so that a sync need not write down a new size.
TEST_F(GatherVfsTest, TheLogGrowsInStepsAndNotWithEachCommit) {
    const auto size = [&] { return std::filesystem::file_size(path + "-wal"); };
    std::set<std::uintmax_t> sizes;
    for (int i = 0; i < 200; ++i) {
        database.run(insert, Blob{std::string(5'000, 'x')});
        sizes.insert(size());
    }
    EXPECT_GE(sizes.size(), 1u);
    EXPECT_LE(sizes.size(), 4u);
    // What lies ahead is no part of it: another connection that has to find the log's end finds it.
    std::filesystem::copy_file(path, folder.file("copy.db"));
    std::filesystem::copy_file(path + "-wal", folder.file("copy.db-wal"));
    EXPECT_EQ(Database(folder.file("copy.db")).one<std::int64_t>(count), 200);
}

TEST(GatherVfs, AnUnknownOneBelowIsRefused) { EXPECT_THROW(gathering_vfs("nowhere"), StorageError); }

}  // namespace
}  // namespace covision::storage
