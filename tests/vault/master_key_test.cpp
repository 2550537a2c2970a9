#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "server/vault/vault.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::vault {
namespace {

namespace fs = std::filesystem;

struct MasterKeyTest : testing::Test {
    std::string refusal(VaultOptions options = {}) {
        try {
            const Vault vault(key, keys, options);
        } catch (const KeyError& e) {
            return e.what();
        }
        return "";
    }
    test::TempFolder folder;
    std::string key = folder.file("master.key"), keys = folder.file("keys.db");
};

TEST_F(MasterKeyTest, IsMadeOnceAndPrivate) {
    Vault::create_master_key(key);
    EXPECT_EQ(fs::file_size(key), 32u);
    EXPECT_EQ(fs::status(key).permissions() & fs::perms::mask, fs::perms::owner_read | fs::perms::owner_write);
    const std::string first = test::TempFolder::read(key);
    EXPECT_THROW(Vault::create_master_key(key), KeyError);
    EXPECT_EQ(test::TempFolder::read(key), first);
    EXPECT_THROW(Vault::create_master_key(folder.file("no/such/key")), KeyError);
    Vault::create_master_key(folder.file("second.key"));
    EXPECT_NE(test::TempFolder::read(folder.file("second.key")), first);
}

TEST_F(MasterKeyTest, MissingIsSaidAndThatKeysWaitForIt) {
    EXPECT_NE(refusal().find("no master key"), std::string::npos);
    EXPECT_FALSE(fs::exists(keys));
    Vault::create_master_key(key);
    EXPECT_EQ(refusal(), "");
    fs::remove(key);
    EXPECT_NE(refusal().find("Put that file back"), std::string::npos);
}

TEST_F(MasterKeyTest, MissingKeysAreSaidWhenTheFolderIsNotNew) {
    Vault::create_master_key(key);
    VaultOptions options;
    options.must_exist = true;
    EXPECT_NE(refusal(options).find("is missing"), std::string::npos);
    EXPECT_FALSE(fs::exists(keys));
    EXPECT_EQ(refusal(), "");
    EXPECT_EQ(refusal(options), "");
}

TEST_F(MasterKeyTest, AnotherOneIsNoticed) {
    Vault::create_master_key(key);
    EXPECT_EQ(refusal(), "");
    fs::rename(key, folder.file("old.key"));
    Vault::create_master_key(key);
    EXPECT_NE(refusal().find("not the one"), std::string::npos);
    fs::rename(folder.file("old.key"), key);
    EXPECT_EQ(refusal(), "");
}

TEST_F(MasterKeyTest, MustBePrivateAndWhole) {
    Vault::create_master_key(key);
    fs::permissions(key, fs::perms(0640));
    EXPECT_EQ(refusal(), "") << "systemd credentials look like this";
    for (const unsigned mode : {0644u, 0604u, 0620u, 0606u}) {
        fs::permissions(key, fs::perms(mode));
        EXPECT_NE(refusal().find("chmod 600"), std::string::npos) << std::oct << mode;
    }
    fs::permissions(key, fs::perms(0600));
    std::ofstream(key, std::ios::app) << "\n";
    EXPECT_NE(refusal().find("32 bytes"), std::string::npos);
    fs::resize_file(key, 31);
    EXPECT_NE(refusal().find("32 bytes"), std::string::npos);
}

}  // namespace
}  // namespace covision::vault
