#include "server/features/rota/tally.hpp"

#include <map>

#include "protocol/enums.hpp"

namespace covision::rota {
namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql select_tallies{"SELECT account, what, count, before, last FROM tally WHERE grp = $1"};
const Sql select_held{"SELECT count FROM tally WHERE grp = $1 AND account = '' AND what = 'held'"};
const Sql delete_tally{"DELETE FROM tally WHERE grp = $1 AND account = $2"};
const Sql copy_group{
    "INSERT INTO tally (grp, account, what, count, last, before) "
    "SELECT grp, $2, what, 0, 0, count FROM tally WHERE grp = $1 AND account = ''"};
const Sql add_to_tally{
    "INSERT INTO tally (grp, account, what, count, last, before) VALUES ($1, $2, $3, $4, $5, 0) "
    "ON CONFLICT (grp, account, what) DO UPDATE SET count = tally.count + excluded.count, "
    "last = CASE WHEN excluded.last > tally.last THEN excluded.last ELSE tally.last END"};

const std::string the_group, held = "held", attended = "attended", by_hand = "by_hand";

std::optional<Role> role_of(const std::string& what) {
    if (what == held || what == attended || what == by_hand) return std::nullopt;
    return static_cast<Role>(protocol::enum_value<protocol::DutyRole>(what));
}

void fill_in(const TallyRow& row, Person& person) {
    const auto count = static_cast<int>(row.count), before = static_cast<int>(row.before);
    if (row.what == held) person.joined_after = before;
    if (row.what == by_hand) person.by_hand = count > 0;
    if (row.what == attended) {
        person.own.attended = count;
        person.before.attended = before;
    }
    if (const auto role = role_of(row.what)) {
        const auto r = static_cast<std::size_t>(*role);
        person.own.served[r] = count;
        person.before.served[r] = before;
        if (count > 0) person.last[r] = row.last;
    }
}

}  // namespace

TallyRow TallyRow::from(const storage::Row& row) {
    return {row.text(0), row.text(1), row.integer(2), row.integer(3), row.time(4)};
}

std::vector<TallyRow> tallies(Database& db, const Member& member) {
    return db.all<TallyRow>(select_tallies, member.group());
}

std::int64_t sessions_held(Database& db, const Member& member) {
    return db.first<std::int64_t>(select_held, member.group()).value_or(0);
}

void begin_tally(Database& db, const Member& member, const std::string& account) {
    end_tally(db, member, account);
    db.run(copy_group, member.group(), account);
}

void end_tally(Database& db, const Member& member, const std::string& account) {
    db.run(delete_tally, member.group(), account);
}

void count_held(Database& db, const Member& member, Instant starts, const std::vector<protocol::Id>& present,
                const std::vector<Done>& done) {
    const auto add = [&](const std::string& account, const std::string& what, std::int64_t count) {
        db.run(add_to_tally, member.group(), account, what, count, starts);
    };
    add(the_group, held, 1);
    add(the_group, attended, static_cast<std::int64_t>(present.size()));
    for (const auto& account : present) add(account, attended, 1);
    for (const auto& [what, account] : done) {
        const std::string role{protocol::enum_name(what)};
        add(the_group, role, 1);
        add(account, role, 1);
    }
}

void count_by_hand(Database& db, const Member& member, const std::string& account) {
    db.run(add_to_tally, member.group(), account, by_hand, 1, 0);
}

void fill_in(const std::vector<TallyRow>& rows, Group& group) {
    std::map<std::string, Person*> people;
    for (auto& person : group.people) people[person.id] = &person;
    for (const auto& row : rows) {
        if (row.account.empty() && row.what == held && row.count > 0) {
            group.held = static_cast<int>(row.count);
            group.last_held = row.last;
        }
        if (const auto found = people.find(row.account); found != people.end()) fill_in(row, *found->second);
    }
}

}  // namespace covision::rota
