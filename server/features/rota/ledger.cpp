#include "server/features/rota/ledger.hpp"

#include <algorithm>
#include <map>

#include "server/features/groups/table.hpp"
#include "server/features/rota/ability.hpp"

namespace covision::rota {
namespace {

using call::Read;
using groups::Member;

constexpr std::chrono::hours far_ahead{24 * 366 * 2};
constexpr std::int64_t most_upcoming = 60;

Reason to_rules(const protocol::DutyReason& reason) {
    Reason out;
    out.why = static_cast<Why>(reason.why);
    out.served = static_cast<int>(reason.served.value);
    out.attended = static_cast<int>(reason.attended.value);
    if (reason.last_served) out.last_served = reason.last_served->value;
    if (reason.other) out.other = reason.other->value;
    return out;
}

void count(Tally& tally, const std::vector<TurnsRow>& turns) {
    for (const auto& row : turns) tally.served[static_cast<std::size_t>(row.role)] = static_cast<int>(row.count);
}

Person person_of(Read& read, const Member& member, const std::vector<Instant>& held, const groups::MemberRow& row) {
    const auto place = [&](Instant at) {
        return static_cast<int>(std::lower_bound(held.begin(), held.end(), at) - held.begin());
    };
    Person person;
    person.id = row.account;
    person.joined_after = place(row.joined_at);
    if (held.empty()) return person;
    const auto since = std::max(held.front(), row.joined_at);
    person.own.attended = static_cast<int>(attended(read.db, member, row.account, since));
    const auto turns = served(read.db, member, row.account, since);
    count(person.own, turns);
    for (const auto& each : turns) person.last[static_cast<std::size_t>(each.role)] = place(each.last);
    if (person.joined_after == 0) return person;
    person.before.attended = static_cast<int>(attended_by_all(read.db, member, held.front(), since));
    count(person.before, served_by_all(read.db, member, held.front(), since));
    return person;
}

std::vector<Upcoming> upcoming_of(Read& read, const Member& member) {
    std::vector<Upcoming> upcoming;
    std::map<std::string, std::size_t> place;
    for (const auto& row : schedule::sessions(read.db, member, read.now, read.now + far_ahead, most_upcoming)) {
        // What has begun stays as it is.
        if (row.state != protocol::SessionState::planned || row.starts <= read.now || row.opened_at) continue;
        place[row.id] = upcoming.size();
        upcoming.push_back({row.id, row.starts, {}});
    }
    for (const auto& answer : schedule::answers(read.db, member, read.now, read.now + far_ahead))
        if (auto found = place.find(answer.session); found != place.end() && answer.answer == protocol::Answer::no)
            upcoming[found->second].away.push_back(answer.account);
    return upcoming;
}

Rules rules_of(Read& read, const Member& member) {
    auto chosen = rules(read.db, member);
    Rules out;
    out.presenter = chosen.presenter == protocol::PresenterRule::planned ? PresenterRule::planned
                                                                         : PresenterRule::chosen_on_the_day;
    out.timekeeper = out.scribe = false;
    for (const auto& each : chosen.roles) {
        const bool is_planned = each.when == protocol::RoleTime::planned;
        if (each.role == protocol::DutyRole::timekeeper) out.timekeeper = is_planned;
        if (each.role == protocol::DutyRole::scribe) out.scribe = is_planned;
    }
    return out;
}

}  // namespace

protocol::DutyReason to_protocol(const Reason& reason) {
    protocol::DutyReason out;
    out.why = static_cast<protocol::DutyWhy>(reason.why);
    out.served = reason.served;
    out.attended = reason.attended;
    if (reason.last_served) out.last_served = protocol::Time{*reason.last_served};
    if (reason.other) out.other = protocol::Id{*reason.other};
    return out;
}

Duty to_rules(const DutyRow& row) {
    return {row.session, static_cast<Role>(row.role), row.account, to_rules(row.reason)};
}

Group planning_group(Read& read, const Member& member) {
    Group group;
    group.held = held(read.db, member, counted_sessions);
    for (const auto& row : groups::members(read, member))
        group.people.push_back(person_of(read, member, group.held, row));
    group.upcoming = upcoming_of(read, member);
    for (const auto& row : duties(read.db, member, read.now)) {
        auto duty = to_rules(row);
        if (row.pinned)
            group.pins.push_back({duty.session, duty.role, duty.account, duty.reason.why, duty.reason.other});
        group.published.push_back(std::move(duty));
    }
    for (const auto& row : passed(read.db, member, read.now))
        group.passes.push_back({row.session, static_cast<Role>(row.role), row.account});
    for (const auto& [session, account] : unable(read, member))
        for (const auto role : {Role::facilitator, Role::timekeeper, Role::scribe})
            group.passes.push_back({session, role, account});
    group.rules = rules_of(read, member);
    return group;
}

}  // namespace covision::rota
