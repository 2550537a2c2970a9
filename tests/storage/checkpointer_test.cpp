#include "server/storage/checkpointer.hpp"

#include <gtest/gtest.h>

#include <filesystem>

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
        checkpointer.committed(database.wal_pages());
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

}  // namespace
}  // namespace covision::storage
