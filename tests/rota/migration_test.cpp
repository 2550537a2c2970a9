// What a group had before its ledger's sums were kept is kept right: duties, rules and what everybody did.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/storage/migrate.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::rota {
namespace {

using std::string;
using storage::Sql;

struct Sum {
    string of;
    std::int64_t count = 0, last = 0, before = 0;
    static Sum from(const storage::Row& row) {
        return {row.text(0) + "/" + row.text(1), row.integer(2), row.integer(3), row.integer(4)};
    }
    bool operator==(const Sum&) const = default;
};

TEST(RotaMigration, SumsAreWhatTheLedgerComesTo) {
    test::TempFolder folder;
    storage::Database db{folder.file("before.db")};
    const auto all = storage::embedded_migrations();
    const auto rota = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.version == 90; });
    storage::migrate(db, all.first(static_cast<std::size_t>(rota - all.begin())), Instant{});
    const auto run = [&](const char* text) { db.run(Sql(text, Sql::Home::own_file)); };
    run("INSERT INTO grp VALUES ('g', 'Group', 'en', 0, 1, NULL)");
    run("INSERT INTO account (id, email, name, password, language, zone, theme, created_at) VALUES "
        "('a', 'a@', 'A', '', 'en', 'Etc/UTC', 'auto', 0), ('n', 'n@', 'N', '', 'en', 'Etc/UTC', 'auto', 0), "
        "('x', 'x@', 'X', '', 'en', 'Etc/UTC', 'auto', 0)");
    // n joined after two sessions; x has left.
    run("INSERT INTO member (grp, account, role, joined_at, left_at) VALUES "
        "('g', 'a', 'organiser', 5, NULL), ('g', 'n', 'member', 25, NULL), ('g', 'x', 'member', 5, 28)");
    run("INSERT INTO session (id, grp, place_in, number, local_start, zone, starts, ends, state, reason, place, "
        "call_link) VALUES ('s1', 'g', 0, 1, '', '', 10, 11, 'held', '', '', ''), "
        "('s2', 'g', 0, 2, '', '', 20, 21, 'held', '', '', ''), ('s3', 'g', 0, 3, '', '', 30, 31, 'held', '', '', ''), "
        "('s4', 'g', 0, 4, '', '', 40, 41, 'planned', '', '', '')");
    run("INSERT INTO attended (grp, session, account, at) VALUES ('g', 's1', 'a', 10), ('g', 's1', 'x', 10), "
        "('g', 's2', 'x', 20), ('g', 's3', 'a', 30), ('g', 's3', 'n', 30)");
    run("INSERT INTO served (grp, session, account, role, at) VALUES ('g', 's1', 'a', 'facilitator', 10), "
        "('g', 's2', 'x', 'facilitator', 20), ('g', 's3', 'n', 'facilitator', 30)");
    run("INSERT INTO duty VALUES ('d', 'g', 's4', 'facilitator', 'a', '{}', 1)");
    run("INSERT INTO turn_passed (grp, session, role, account, at) VALUES ('g', 's3', 'scribe', 'n', 29)");
    run("INSERT INTO rota_rules VALUES ('g', 'chosen_on_the_day', 1, 0)");
    storage::migrate(db, all, Instant{});

    static const Sql sums("SELECT account, what, count, last, before FROM tally WHERE grp = 'g' ORDER BY account, what",
                          Sql::Home::own_file);
    EXPECT_EQ(db.all<Sum>(sums), (std::vector<Sum>{{"/attended", 5, 30, 0},
                                                   {"/facilitator", 3, 30, 0},
                                                   {"/held", 3, 30, 0},
                                                   {"a/attended", 2, 0, 0},
                                                   {"a/by_hand", 1, 0, 0},
                                                   {"a/facilitator", 1, 10, 0},
                                                   {"a/held", 0, 0, 0},
                                                   {"n/attended", 1, 0, 3},
                                                   {"n/by_hand", 1, 0, 0},
                                                   {"n/facilitator", 1, 30, 2},
                                                   {"n/held", 0, 0, 2}}));
    static const Sql duty("SELECT slot FROM duty WHERE id = 'd' AND pinned = 1 AND proposed = 0", Sql::Home::own_file);
    EXPECT_EQ(db.one<std::int64_t>(duty), 1);
    static const Sql served("SELECT count(*) FROM served WHERE slot = 1", Sql::Home::own_file);
    EXPECT_EQ(db.one<std::int64_t>(served), 3);
    static const Sql rules("SELECT count(*) FROM rota_rules WHERE timekeeper = 1 AND scribe = 0 AND rules = ''",
                           Sql::Home::own_file);
    EXPECT_EQ(db.one<std::int64_t>(rules), 1);
}

}  // namespace
}  // namespace covision::rota
