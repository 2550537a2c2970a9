#include "server/vault/vault.hpp"

#include <atomic>
#include <fstream>
#include <random>
#include <thread>

#include "tests/vault/vault_fixture.hpp"

namespace covision::vault {
namespace {

TEST_F(VaultTest, TextsComeBackAlsoAfterARestart) {
    const std::string text("a case \0 with everything \xc3\xa9", 27);
    ASSERT_TRUE(store(place("r1"), text));
    ASSERT_TRUE(store(place("r2"), ""));
    EXPECT_EQ(sealed("r1").size(), text.size() + 41);
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), text);
    EXPECT_EQ(vault->open(place("r2"), sealed("r2")), "");
    restart();
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), text);
    EXPECT_EQ(keys(), 2);
}

TEST_F(VaultTest, OneKeyServesAllTextsOfARow) {
    write([&](Database&) {
        const Place title{"title", "g1", "r1", 1}, body{"body", "g1", "r1", 2};
        EXPECT_EQ(vault->open(title, vault->seal(title, "t")), "t");  // before the commit too
        EXPECT_EQ(vault->open(body, vault->seal(body, "b")), "b");
        EXPECT_NE(vault->seal(body, "b"), vault->seal(body, "b")) << "a nonce is never used twice";
    });
    EXPECT_EQ(keys(), 1);
}

TEST_F(VaultTest, ATextThatWasMovedOrChangedDoesNotOpen) {
    ASSERT_TRUE(store(place("r1"), "secret"));
    ASSERT_TRUE(store(place("r2"), "other"));
    ASSERT_TRUE(store(place("r1x", "g2"), "elsewhere"));
    const std::string bytes = sealed("r1");
    EXPECT_THROW(vault->open(place("r2"), bytes), KeyError);
    EXPECT_THROW(vault->open(place("r1x", "g2"), bytes), KeyError);
    EXPECT_THROW(vault->open(place("r1", "g1", 2), bytes), KeyError);
    EXPECT_THROW(vault->open({"title", "g1", "r1", 1}, bytes), KeyError);
    EXPECT_EQ(vault->open(place("r1", "g2"), bytes), std::nullopt);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_THROW(vault->open(place("r1"), changed), KeyError) << i;
        EXPECT_THROW(vault->open(place("r1"), bytes.substr(0, i)), KeyError) << i;
    }
    EXPECT_THROW(vault->seal({"note", "", "r", 1}, "x"), KeyError);
    EXPECT_THROW(vault->seal({"note", "g", "", 1}, "x"), KeyError);
}

TEST_F(VaultTest, FieldsOfAPlaceDoNotRunIntoEachOther) {
    std::string bytes;
    write([&](Database&) { bytes = vault->seal({"ab", "g1", "r1", 1}, "x"); });
    EXPECT_EQ(vault->open({"ab", "g1", "r1", 1}, bytes), "x");
    EXPECT_THROW(vault->open({"a", "g1", "r1", 1}, bytes), KeyError);
    EXPECT_EQ(vault->open({"a", "bg1", "r1", 1}, bytes), std::nullopt);
}

TEST_F(VaultTest, KeysOfLostWorkAreForgotten) {
    EXPECT_FALSE(write([&](Database&) {
        vault->seal(place("r1"), "x");
        throw std::runtime_error("refused");
    }));
    EXPECT_EQ(keys(), 0);
    // The group's key came and went with that job: a later one must not lean on it.
    ASSERT_TRUE(store(place("r2"), "kept"));
    restart();
    EXPECT_EQ(vault->open(place("r2"), sealed("r2")), "kept");
}

TEST_F(VaultTest, KeysThatCannotBeStoredLoseTheBatch) {
    for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE}) {
        test::FaultVfs::get().arm(test::FaultVfs::Op::write, 0, 1, code, "keys.db");
        EXPECT_FALSE(store(place("r1"), "lost"));
        EXPECT_EQ(test::FaultVfs::get().hits(), 1);
        test::FaultVfs::get().disarm();
        EXPECT_THROW(sealed("r1"), storage::StorageError);
        EXPECT_EQ(keys(), 0);
    }
    ASSERT_TRUE(store(place("r2"), "kept"));
    EXPECT_EQ(keys(), 1) << "nothing of the lost batches came along";
    EXPECT_EQ(vault->open(place("r2"), sealed("r2")), "kept");
}

TEST_F(VaultTest, AnOrphanIsSweptAndNothingElse) {
    ASSERT_TRUE(store(place("r1"), "kept"));
    test::FaultVfs::get().arm(test::FaultVfs::Op::write, 0, 1, SQLITE_FULL, "main.db");
    EXPECT_FALSE(store(place("r2"), "its key commits, its row does not"));
    test::FaultVfs::get().disarm();
    EXPECT_EQ(keys(), 2);
    restart();
    Database main(main_path);
    int asked = 0;
    const auto known = [&](std::string_view group, std::string_view row) {
        ++asked;
        EXPECT_EQ(group, "g1");
        return main.one<std::int64_t>(count_notes, row) > 0;
    };
    EXPECT_EQ(vault->sweep(known), 1u);
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(keys(), 1);
    EXPECT_EQ(vault->sweep(known), 0u);
    EXPECT_EQ(asked, 2) << "a key is asked for once";
    EXPECT_EQ(vault->open(place("r1"), sealed("r1")), "kept");
    start();
    ASSERT_TRUE(store(place("r2"), "again"));
    executor.reset();
    EXPECT_EQ(vault->sweep(known), 0u);
    EXPECT_EQ(asked, 3);
}

TEST_F(VaultTest, NoFileHoldsATextOrAKeyInTheClear) {
    const std::string sentinel = "SENTINEL-Frau-Meier-from-Celle";
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(store(place("r" + std::to_string(i)), sentinel + std::string(5000, 'x')));
    EXPECT_EQ(folder.all_bytes().find("SENTINEL"), std::string::npos);
    EXPECT_EQ(folder.all_bytes().find("xxxxxxxx"), std::string::npos);
    const std::string master = test::TempFolder::read(key_file);
    EXPECT_EQ(test::TempFolder::read(keys_path).find(master), std::string::npos);
    executor.reset();
    EXPECT_EQ(folder.all_bytes().find("SENTINEL"), std::string::npos);
    EXPECT_EQ(vault->open(place("r3"), sealed("r3")), sentinel + std::string(5000, 'x'));
}

TEST_F(VaultTest, ReadersOpenWhileTheWriterSealsAndShreds) {
    SCOPED_TRACE(test::seed_text());
    constexpr int rows = 60;
    std::atomic<int> wrong{0};
    std::atomic<bool> over{false};
    for (int i = 0; i < rows; ++i) ASSERT_TRUE(store(place("r" + std::to_string(i)), "text " + std::to_string(i)));
    std::vector<std::thread> readers;
    for (unsigned t = 0; t < 2; ++t) {
        readers.emplace_back([&, t] {
            std::mt19937 random(test::seed() + t);
            Database main(main_path, Mode::read_only);
            while (!over) {
                const std::string row = "r" + std::to_string(random() % rows);
                const bool gone = Vault::is_shredded(main, "g1", row);
                const auto text = vault->open(place(row), main.one<Blob>(read_note, row).bytes);
                if (text ? gone || *text != "text " + row.substr(1) : false) ++wrong;
            }
        });
    }
    for (int i = 0; i < rows; i += 2) shred("r" + std::to_string(i));
    over = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(wrong, 0);
    for (int i = 0; i < rows; ++i) {
        const std::string row = "r" + std::to_string(i);
        EXPECT_EQ(vault->open(place(row), sealed(row)).has_value(), i % 2 == 1);
    }
}

TEST_F(VaultTest, HashesAndSecretsAreKeyedRepeatableAndSeparate) {
    const std::string hash = vault->hash("call", "params"), secret = vault->derive("invite", "a1", "c1");
    EXPECT_EQ(hash.size(), 32u);
    EXPECT_EQ(secret.size(), 43u);
    EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    EXPECT_NE(hash, vault->hash("call", "paramt"));
    EXPECT_NE(hash, vault->hash("cal", "lparams"));
    EXPECT_NE(secret, vault->derive("recover", "a1", "c1"));
    EXPECT_NE(secret, vault->derive("invite", "a2", "c1"));
    EXPECT_NE(secret, vault->derive("invite", "a1", "c2"));
    EXPECT_NE(secret, vault->derive("invite", "a1c", "1"));
    restart();
    EXPECT_EQ(vault->hash("call", "params"), hash);
    EXPECT_EQ(vault->derive("invite", "a1", "c1"), secret);
    const std::string other_key = folder.file("other.key");
    Vault::create_master_key(other_key);
    EXPECT_NE(Vault(other_key, folder.file("other.db")).hash("call", "params"), hash);
}

}  // namespace
}  // namespace covision::vault
