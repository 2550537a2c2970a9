#include "server/features/rota/table.hpp"

#include <map>

#include "protocol/enums.hpp"
#include "protocol/json.hpp"
#include "server/features/rota/tally.hpp"

namespace covision::rota {
namespace {

using groups::Member;
using protocol::DutyRole;
using storage::Database;
using storage::Sql;

const Sql select_rules{"SELECT presenter, timekeeper, scribe, rules FROM rota_rules WHERE grp = $1"};
const Sql upsert_rules{
    "INSERT INTO rota_rules (grp, presenter, timekeeper, scribe, rules) VALUES ($1, $2, 0, 0, $3) "
    "ON CONFLICT (grp) DO UPDATE SET presenter = excluded.presenter, rules = excluded.rules"};

// SQLite keeps the order of a CROSS JOIN: first the few sessions to come, not every duty there ever was.
const Sql select_duties{
    "SELECT duty.id, duty.session, duty.role, duty.account, duty.reason, duty.pinned, duty.slot, duty.proposed FROM session CROSS JOIN duty "
    "WHERE duty.session = session.id AND duty.grp = session.grp AND session.grp = $1 AND session.ends > $2 ORDER BY session.starts, duty.session, duty.role, duty.slot"};
const Sql select_duties_of{
    "SELECT id, session, role, account, reason, pinned, slot, proposed FROM duty WHERE grp = $1 AND session = $2 ORDER BY role, slot"};
const Sql select_duty{
    "SELECT id, session, role, account, reason, pinned, slot, proposed FROM duty WHERE grp = $1 AND id = $2"};
const Sql select_holder{"SELECT account FROM duty WHERE grp = $1 AND session = $2 AND role = $3 ORDER BY slot LIMIT 1"};
const Sql insert_duty{
    "INSERT INTO duty (id, grp, session, role, account, reason, pinned, slot, proposed) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Sql change_duty{
    "UPDATE duty SET account = $3, reason = $4, pinned = $5, proposed = $6 WHERE grp = $1 AND id = $2"};
const Sql delete_duty{"DELETE FROM duty WHERE grp = $1 AND id = $2"};
const Sql delete_duties_of_session{"DELETE FROM duty WHERE grp = $1 AND session = $2"};
const Sql delete_begun_duties_of{
    "DELETE FROM duty WHERE grp = $1 AND account = $2 AND session IN (SELECT id FROM session WHERE grp = $1 AND "
    "ends > $3 AND state = 'planned' AND (starts <= $3 OR opened_at IS NOT NULL))"};

#define COVISION_OPEN_SWAPS                                                                  \
    " FROM swap AS s JOIN duty AS d ON d.id = s.duty JOIN session AS a ON a.id = d.session " \
    "JOIN duty AS w ON w.id = s.wanted JOIN session AS b ON b.id = w.session "               \
    "WHERE s.grp = $1 AND a.starts > $2 AND a.opened_at IS NULL AND b.starts > $2 AND b.opened_at IS NULL "
const Sql select_swaps{"SELECT s.id, s.asker, s.asked, s.duty, s.wanted, s.at" COVISION_OPEN_SWAPS
                       "ORDER BY s.at, s.id"};
const Sql select_swap{"SELECT s.id, s.asker, s.asked, s.duty, s.wanted, s.at" COVISION_OPEN_SWAPS "AND s.id = $3"};
const Sql delete_stale_swaps{"DELETE FROM swap WHERE grp = $1 AND id NOT IN (SELECT s.id" COVISION_OPEN_SWAPS ")"};
#undef COVISION_OPEN_SWAPS
const Sql insert_swap{"INSERT INTO swap (id, grp, asker, asked, duty, wanted, at) VALUES ($1, $2, $3, $4, $5, $6, $7)"};
const Sql delete_swap{"DELETE FROM swap WHERE grp = $1 AND id = $2"};
const Sql delete_swaps_about{"DELETE FROM swap WHERE grp = $1 AND (duty = $2 OR wanted = $2)"};

const Sql insert_passed{
    "INSERT INTO turn_passed (grp, session, role, account, at, counted) VALUES ($1, $2, $3, $4, $5, $6)"};
const Sql delete_passed{"DELETE FROM turn_passed WHERE grp = $1 AND session = $2 AND role = $3 AND account = $4"};
const Sql count_passed{"SELECT count(*) FROM turn_passed WHERE grp = $1 AND account = $2 AND counted = 1"};
const Sql select_passed{
    "SELECT turn_passed.session, turn_passed.account, turn_passed.role, turn_passed.counted FROM session CROSS JOIN turn_passed "
    "WHERE turn_passed.session = session.id AND turn_passed.grp = session.grp AND session.grp = $1 "
    "AND session.ends > $2"};

const Sql insert_attended{"INSERT INTO attended (grp, session, account, at) VALUES ($1, $2, $3, $4)"};
const Sql insert_served{"INSERT INTO served (grp, session, account, role, slot, at) VALUES ($1, $2, $3, $4, $5, $6)"};
const Sql select_wishes{"SELECT account, since, held, urgent FROM rota_wish WHERE grp = $1 ORDER BY since, account"};
const Sql upsert_wish{
    "INSERT INTO rota_wish (grp, account, since, held, urgent) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (grp, account) DO UPDATE SET urgent = excluded.urgent"};
const Sql delete_wish{"DELETE FROM rota_wish WHERE grp = $1 AND account = $2"};
const Sql select_attendees{"SELECT account FROM attended WHERE grp = $1 AND session = $2 ORDER BY account"};

protocol::RotaRules default_rules(bool timekeeper, bool scribe) {
    using protocol::RoleTime;
    protocol::RotaRules rules;
    rules.roles = {{DutyRole::timekeeper, timekeeper ? RoleTime::planned : RoleTime::off, {}},
                   {DutyRole::scribe, scribe ? RoleTime::planned : RoleTime::off, {}}};
    rules.merges = {{DutyRole::timekeeper, DutyRole::observer}, {DutyRole::timekeeper, DutyRole::scribe}};
    return rules;
}

struct RulesRow {
    protocol::RotaRules rules;
    static RulesRow from(const storage::Row& row) {
        if (!row.text(3).empty()) return {protocol::decode<protocol::RotaRules>(row.text(3))};
        auto rules = default_rules(row.boolean(1), row.boolean(2));
        rules.presenter = protocol::enum_value<protocol::PresenterRule>(row.text(0));
        return {rules};
    }
};

}  // namespace

DutyRow DutyRow::from(const storage::Row& row) {
    return {row.text(0),
            row.text(1),
            row.text(3),
            protocol::enum_value<DutyRole>(row.text(2)),
            protocol::decode<protocol::DutyReason>(row.text(4)),
            row.boolean(5),
            row.integer(6),
            row.boolean(7)};
}

SwapRow SwapRow::from(const storage::Row& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.time(5)};
}

PassedRow PassedRow::from(const storage::Row& row) {
    return {row.text(0), row.text(1), protocol::enum_value<DutyRole>(row.text(2)), row.boolean(3)};
}

protocol::RotaRules rules(Database& db, const Member& member) {
    const auto row = db.first<RulesRow>(select_rules, member.group());
    return row ? row->rules : default_rules(true, true);
}

void set_rules(Database& db, const Member& member, const protocol::RotaRules& rules) {
    db.run(upsert_rules, member.group(), protocol::enum_name(rules.presenter), protocol::encode(rules));
}

std::vector<DutyRow> duties(Database& db, const Member& member, Instant from) {
    return db.all<DutyRow>(select_duties, member.group(), from);
}

std::optional<DutyRow> find_duty(Database& db, const Member& member, const std::string& id) {
    return db.first<DutyRow>(select_duty, member.group(), id);
}

void add_duty(Database& db, const Member& member, const DutyRow& duty) {
    db.run(insert_duty, duty.id, member.group(), duty.session, protocol::enum_name(duty.role), duty.account,
           protocol::encode(duty.reason), duty.pinned, duty.slot, duty.proposed);
}

void update_duty(Database& db, const Member& member, const DutyRow& duty) {
    db.run(change_duty, member.group(), duty.id, duty.account, protocol::encode(duty.reason), duty.pinned,
           duty.proposed);
}

void remove_duty(Database& db, const Member& member, const std::string& id) { db.run(delete_duty, member.group(), id); }

void remove_duties_of_session(Database& db, const Member& member, const std::string& session) {
    db.run(delete_duties_of_session, member.group(), session);
}

void remove_begun_duties_of(Database& db, const Member& member, const std::string& account, Instant now) {
    db.run(delete_begun_duties_of, member.group(), account, now);
}

std::vector<SwapRow> swaps(Database& db, const Member& member, Instant now) {
    return db.all<SwapRow>(select_swaps, member.group(), now);
}

std::optional<SwapRow> find_swap(Database& db, const Member& member, const std::string& id, Instant now) {
    return db.first<SwapRow>(select_swap, member.group(), now, id);
}

void add_swap(Database& db, const Member& member, const SwapRow& swap) {
    db.run(insert_swap, swap.id, member.group(), swap.asker, swap.asked, swap.duty, swap.wanted, swap.at);
}

void remove_swap(Database& db, const Member& member, const std::string& id) { db.run(delete_swap, member.group(), id); }

void remove_swaps_about(Database& db, const Member& member, const std::string& duty) {
    db.run(delete_swaps_about, member.group(), duty);
}

void remove_stale_swaps(Database& db, const Member& member, Instant now) {
    db.run(delete_stale_swaps, member.group(), now);
}

void add_passed(Database& db, const Member& member, const DutyRow& duty, Instant at, bool counted) {
    db.run(insert_passed, member.group(), duty.session, protocol::enum_name(duty.role), duty.account, at, counted);
}

void remove_passed(Database& db, const Member& member, const DutyRow& duty) {
    db.run(delete_passed, member.group(), duty.session, protocol::enum_name(duty.role), duty.account);
}

std::int64_t my_passes(Database& db, const Member& member) {
    return db.one<std::int64_t>(count_passed, member.group(), member.account());
}

std::vector<PassedRow> passed(Database& db, const Member& member, Instant from) {
    return db.all<PassedRow>(select_passed, member.group(), from);
}

WishRow WishRow::from(const storage::Row& row) { return {row.text(0), row.time(1), row.integer(2), row.boolean(3)}; }

std::vector<WishRow> wishes(Database& db, const Member& member) {
    return db.all<WishRow>(select_wishes, member.group());
}

void put_wish(Database& db, const Member& member, const WishRow& wish) {
    db.run(upsert_wish, member.group(), wish.account, wish.since, wish.held, wish.urgent);
}

void remove_wish(Database& db, const Member& member, const std::string& account) {
    db.run(delete_wish, member.group(), account);
}

std::vector<std::string> attendees(Database& db, const Member& member, const std::string& session) {
    return db.all<std::string>(select_attendees, member.group(), session);
}

std::vector<protocol::Duty> duties_of(Database& db, const Member& member, const std::string& session) {
    std::vector<protocol::Duty> messages;
    for (const auto& row : db.all<DutyRow>(select_duties_of, member.group(), session))
        messages.push_back(to_message(row));
    return messages;
}

std::optional<std::string> holder(Database& db, const Member& member, const std::string& session, DutyRole role) {
    return db.first<std::string>(select_holder, member.group(), session, protocol::enum_name(role));
}

void record_held(call::Write& write, const Member& member, const schedule::SessionRow& session,
                 const std::vector<protocol::Id>& present,
                 const std::vector<std::pair<DutyRole, std::string>>& served) {
    for (const auto& account : present)
        write.db.run(insert_attended, member.group(), session.id, account, session.starts);
    std::map<DutyRole, std::int64_t> slots;
    for (const auto& [role, account] : served) {
        write.db.run(insert_served, member.group(), session.id, account, protocol::enum_name(role), ++slots[role],
                     session.starts);
        if (role == DutyRole::presenter) remove_wish(write.db, member, account);
    }
    count_held(write.db, member, session.starts, present, served);
}

protocol::Duty to_message(const DutyRow& row) {
    return {row.id, row.session, row.role, row.account, row.reason, row.slot, row.proposed};
}

}  // namespace covision::rota
