// What the layer over SQLite's page cache leaves out must never be missed.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "server/storage/database.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::storage {
namespace {

const Sql begin("BEGIN IMMEDIATE", Sql::Home::own_file);
const Sql commit("COMMIT", Sql::Home::own_file);
const Sql put("INSERT OR REPLACE INTO entry (k, v) VALUES ($1, $2)", Sql::Home::own_file);
const Sql drop_below("DELETE FROM entry WHERE k < $1", Sql::Home::own_file);
const Sql all("SELECT k, v FROM entry ORDER BY k", Sql::Home::own_file);
const Sql check("PRAGMA integrity_check", Sql::Home::own_file);

struct Entry {
    std::int64_t k;
    std::string v;
    static Entry from(const Row& row) { return {row.integer(0), row.text(1)}; }
};

using Model = std::map<std::int64_t, std::string>;

Model contents(Database& db) {
    Model found;
    for (auto& entry : db.all<Entry>(all)) found[entry.k] = entry.v;
    return found;
}

// Splits, which sort pages, then an end of the transaction that shrinks or keeps the file: taken back, done, vacuumed.
TEST(PageCacheTest, RandomTransactionsLeaveWhatTheyWrote) {
    const test::TempFolder folder;
    Database db(folder.file("t.db"));
    db.script("CREATE TABLE entry (k INTEGER PRIMARY KEY, v TEXT NOT NULL) STRICT; CREATE INDEX by_v ON entry (v)");
    std::mt19937 random(20261123);
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    Model model;
    for (int round = 0; round < 120; ++round) {
        Model next = model;
        db.run(begin);
        for (int i = below(200); i > 0; --i) {
            const std::int64_t k = below(4000);
            next[k] = std::string(static_cast<std::size_t>(below(400) + 1), static_cast<char>('a' + below(26)));
            db.run(put, k, next[k]);
        }
        if (below(4) == 0) {
            const std::int64_t from = below(4000);
            db.run(drop_below, from);
            next.erase(next.begin(), next.lower_bound(from));
        }
        if (below(3) == 0) {
            db.rollback();
        } else {
            db.run(commit);
            model = std::move(next);
        }
        if (below(10) == 0) db.script("VACUUM");
        ASSERT_EQ(contents(db), model) << "round " << round;
    }
    EXPECT_EQ(db.one<std::string>(check), "ok");
    db.checkpoint(true);
    Database other(folder.file("t.db"));
    EXPECT_EQ(contents(other), model);
}

}  // namespace
}  // namespace covision::storage
