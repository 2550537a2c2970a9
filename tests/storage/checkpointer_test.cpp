#include "server/storage/checkpointer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <latch>

#include "server/storage/executor.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::storage {
namespace {

TEST(CheckpointerTest, CopiesWhenTheWalHasGrownAndNotBefore) {
    const test::TempFolder folder;
    const std::string path = folder.file("t.db");
    Database database(path);
    database.script("CREATE TABLE filler (b BLOB) STRICT");
    const Sql insert("INSERT INTO filler (b) VALUES ($1)", Sql::Home::own_file);
    const auto copied = [&] {
        Checkpointer checkpointer(path, "");
        EXPECT_FALSE(checkpointer.committed(database.wal_pages()));
        checkpointer.stop();
        return std::filesystem::file_size(path);
    };
    for (int i = 0; i < 10; ++i) database.run(insert, Blob{std::string(40'000, 'x')});
    EXPECT_LT(copied(), 100'000u);
    for (int i = 0; i < 420; ++i) database.run(insert, Blob{std::string(40'000, 'x')});
    EXPECT_GT(database.wal_pages(), 16'000);
    EXPECT_GT(copied(), 16'000'000u);
    // All is copied, so the WAL begins anew.
    database.run(insert, Blob{std::string(40'000, 'x')});
    EXPECT_LT(database.wal_pages(), 100);
}

// A writer that never pauses leaves the checkpointer always a little behind: it waits for one that is far behind, and
// by copying the last rest itself begins the log anew. So the log stays small for ever, however slow the disk is.
TEST(CheckpointerTest, TheWalOfAWriterThatNeverPausesStaysSmall) {
    const test::TempFolder folder;
    const std::string path = folder.file("t.db");
    constexpr int writes = 800;
    std::int64_t most = 0, before = 0;
    int anew = 0;
    {
        Executor executor(path, 1);
        std::latch latch(writes);
        executor.write([](Database& db) { db.script("CREATE TABLE filler (id INTEGER PRIMARY KEY, b BLOB) STRICT"); },
                       {});
        const Sql insert("INSERT INTO filler (b) VALUES ($1)", Sql::Home::own_file);
        std::function<void(int)> next = [&](int left) {
            executor.write(
                [&](Database& db) {
                    most = std::max(most, db.wal_pages());
                    if (db.wal_pages() < before) ++anew;
                    before = db.wal_pages();
                    db.run(insert, Blob{std::string(400'000, 'x')});
                },
                [&, left](const std::exception_ptr& error) {
                    EXPECT_FALSE(error);
                    if (left > 0) next(left - 1);
                    latch.count_down();
                });
        };
        next(writes - 1);
        latch.wait();
    }
    EXPECT_GE(anew, 2);
    EXPECT_LT(most, 100'000);  // 16,000 until it begins; then 32,000 may come, and half as many each time
}

}  // namespace
}  // namespace covision::storage
