#pragma once
// A data folder with a master key, a vault, and the main database with a table of sealed texts.

#include <gtest/gtest.h>

#include <future>
#include <memory>

#include "server/storage/executor.hpp"
#include "server/storage/migrate.hpp"
#include "server/vault/vault.hpp"
#include "tests/storage/fault_vfs.hpp"
#include "tests/storage/seed.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::vault {

using storage::Blob;
using storage::Database;
using storage::Executor;
using storage::Mode;
using storage::Sql;

inline const Sql add_note("INSERT INTO note (id, sealed) VALUES ($1, $2)", Sql::Home::own_file);
inline const Sql read_note("SELECT sealed FROM note WHERE id = $1", Sql::Home::own_file);
inline const Sql count_notes("SELECT count(*) FROM note WHERE id = $1", Sql::Home::own_file);
inline const Sql count_keys("SELECT count(*) FROM text_key", Sql::Home::own_file);

inline Place place(const std::string& row, const std::string& group = "g1", std::int64_t revision = 1) {
    return {"note", group, row, revision};
}

class VaultTest : public testing::Test {
protected:
    VaultTest()
        : key_file(folder.file("master.key")), keys_path(folder.file("keys.db")), main_path(folder.file("main.db")) {
        Vault::create_master_key(key_file);
        Database main(main_path);
        storage::migrate(main, storage::embedded_migrations(), Instant{});
        main.script("CREATE TABLE note (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT");
        VaultOptions options;
        options.vfs = test::FaultVfs::name();
        vault = std::make_unique<Vault>(key_file, keys_path, options);
        start();
    }
    ~VaultTest() override { test::FaultVfs::get().disarm(); }

    void start() {
        storage::ExecutorOptions options;
        options.vfs = test::FaultVfs::name();
        executor = std::make_unique<Executor>(main_path, 2, vault->hooks(), options);
    }
    /// Stops everything and opens the vault anew, as after a restart.
    void restart() {
        executor.reset();
        vault.reset();
        vault = std::make_unique<Vault>(key_file, keys_path);
    }

    /// Runs one job and what follows it to the end; true when it is stored.
    bool write(storage::Work work) {
        std::promise<bool> done;
        executor->write(std::move(work), [&done](std::exception_ptr error) { done.set_value(!error); });
        return done.get_future().get();
    }
    bool store(const Place& where, const std::string& text) {
        return write([&](Database& main) { main.run(add_note, where.row, Blob{vault->seal(where, text)}); });
    }
    bool shred(const std::string& row) {
        const bool stored = write([&](Database& main) { vault->shred_after_commit(main, "g1", row, from_micros(1)); });
        settle();
        return stored;
    }
    /// Settling comes after the Done of a batch and before the next one: an empty job waits for it.
    void settle() {
        EXPECT_TRUE(write([](Database&) {}));
    }
    std::string sealed(const std::string& row) const {
        Database main(main_path, Mode::read_only);
        return main.one<Blob>(read_note, row).bytes;
    }
    std::int64_t keys() const {
        Database database(keys_path, Mode::read_only);
        return database.one<std::int64_t>(count_keys);
    }
    bool is_shredded(const std::string& row) const {
        Database main(main_path, Mode::read_only);
        return Vault::is_shredded(main, "g1", row);
    }

    test::TempFolder folder;
    std::string key_file, keys_path, main_path;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Executor> executor;
};

}  // namespace covision::vault
