// Shredding: the order commits, the key goes, both WALs are emptied, then it is done; whatever fails is done again.

#include "tests/vault/vault_fixture.hpp"

namespace covision::vault {
namespace {

const Sql wrapped_key("SELECT wrapped FROM text_key WHERE item = $1", Sql::Home::own_file);

class ShredTest : public VaultTest {
protected:
    std::string wrapped(const std::string& row) const {
        Database database(keys_path, Mode::read_only);
        return database.one<Blob>(wrapped_key, row).bytes;
    }
    std::uintmax_t size(const std::string& path) const { return std::filesystem::file_size(path); }
};

TEST_F(ShredTest, AShreddedTextReadsAsNothingAndItsKeyIsInNoFile) {
    ASSERT_TRUE(store(place("r1"), "gone"));
    ASSERT_TRUE(store(place("r2"), "stays"));
    const std::string key = wrapped("r1"), kept = wrapped("r2");
    EXPECT_NE(folder.all_bytes().find(key), std::string::npos);
    EXPECT_FALSE(is_shredded("r1"));
    ASSERT_TRUE(shred("r1"));
    EXPECT_TRUE(is_shredded("r1"));
    EXPECT_FALSE(is_shredded("r2"));
    EXPECT_EQ(folder.all_bytes().find(key), std::string::npos);
    EXPECT_NE(folder.all_bytes().find(kept), std::string::npos);
    EXPECT_EQ(size(keys_path + "-wal"), 0u);
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), std::nullopt);
    EXPECT_EQ(vault->open(place("r2"), sealed("r2")), "stays");
    ASSERT_TRUE(shred("r1")) << "again is harmless";
    ASSERT_TRUE(shred("never-was"));
    EXPECT_TRUE(is_shredded("r1") && is_shredded("never-was"));
    restart();
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), std::nullopt);
}

TEST_F(ShredTest, AShreddedGroupTakesAllItsTexts) {
    ASSERT_TRUE(store(place("r1"), "gone"));
    ASSERT_TRUE(store(place("r2", "g2"), "stays"));
    ASSERT_TRUE(write([&](Database& main) { vault->shred_group_after_commit(main, "g1", from_micros(1)); }));
    settle();
    EXPECT_TRUE(is_shredded(""));
    EXPECT_EQ(keys(), 1);
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), std::nullopt);
    EXPECT_EQ(vault->open(place("r2", "g2"), sealed("r2")), "stays");
}

TEST_F(ShredTest, AnOrderThatWasTakenBackShredsNothing) {
    ASSERT_TRUE(store(place("r1"), "stays"));
    EXPECT_FALSE(write([&](Database& main) {
        vault->shred_after_commit(main, "g1", "r1", from_micros(1));
        throw std::runtime_error("refused");
    }));
    settle();
    test::FaultVfs::get().arm(test::FaultVfs::Op::write, 0, 1, SQLITE_FULL, "main.db");
    EXPECT_FALSE(write([&](Database& main) { vault->shred_after_commit(main, "g1", "r1", from_micros(1)); }));
    test::FaultVfs::get().disarm();
    settle();
    EXPECT_FALSE(is_shredded("r1"));
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), "stays");
}

TEST_F(ShredTest, AKeyThatCannotBeDeletedNowIsDeletedLater) {
    ASSERT_TRUE(store(place("r1"), "gone"));
    const std::string key = wrapped("r1");
    test::FaultVfs::get().arm(test::FaultVfs::Op::write, 0, -1, SQLITE_IOERR_WRITE, "keys.db");
    ASSERT_TRUE(shred("r1")) << "the order itself is stored";
    EXPECT_FALSE(is_shredded("r1"));
    test::FaultVfs::get().disarm();
    ASSERT_TRUE(write([](Database&) {}));
    settle();
    EXPECT_TRUE(is_shredded("r1"));
    EXPECT_EQ(folder.all_bytes().find(key), std::string::npos);
}

TEST_F(ShredTest, AReaderOfAnotherProcessDelaysTheReceiptOnly) {
    ASSERT_TRUE(store(place("r1"), "gone"));
    {
        Database outside(main_path, Mode::read_only);
        outside.script("BEGIN");
        EXPECT_EQ(outside.one<std::int64_t>(count_notes, "r1"), 1);
        ASSERT_TRUE(shred("r1"));
        EXPECT_FALSE(is_shredded("r1"));
        EXPECT_EQ(vault->open(place("r1"), sealed("r1")), std::nullopt);
    }
    settle();
    settle();
    EXPECT_TRUE(is_shredded("r1"));
}

TEST_F(ShredTest, WhatACrashLeftOpenIsDoneAtTheNextStart) {
    ASSERT_TRUE(store(place("r1"), "gone"));
    executor.reset();
    {
        Database main(main_path);  // as if the process had died right after the commit
        vault->shred_after_commit(main, "g1", "r1", from_micros(1));
    }
    restart();
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), "gone");
    start();
    settle();
    EXPECT_TRUE(is_shredded("r1"));
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), std::nullopt);
}

TEST_F(ShredTest, ManyOrdersAreAllDone) {
    constexpr int many = 1203;  // more than one round takes
    ASSERT_TRUE(write([&](Database& main) {
        for (int i = 0; i < many; ++i) {
            const Place where = place("r" + std::to_string(i));
            main.run(add_note, where.row, Blob{vault->seal(where, "x")});
        }
    }));
    EXPECT_EQ(keys(), many);
    ASSERT_TRUE(write([&](Database& main) {
        for (int i = 0; i < many; ++i) vault->shred_after_commit(main, "g1", "r" + std::to_string(i), from_micros(1));
    }));
    for (int i = 0; i < 3; ++i) settle();
    EXPECT_EQ(keys(), 0);
    EXPECT_TRUE(is_shredded("r0") && is_shredded("r1202"));
}

}  // namespace
}  // namespace covision::vault
