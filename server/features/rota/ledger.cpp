#include "server/features/rota/ledger.hpp"

#include <algorithm>
#include <map>

#include "server/features/groups/table.hpp"
#include "server/features/rota/ability.hpp"
#include "server/features/rota/tally.hpp"

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

void fill_in(const protocol::RotaRules& chosen, Group& group) {
    auto& rules = group.rules;
    rules.presenter = static_cast<PresenterRule>(chosen.presenter);
    rules.presenters = static_cast<int>(chosen.presenters.value);
    rules.merges.clear();
    for (const auto& each : chosen.roles) {
        const auto role = static_cast<Role>(each.role);
        rules.planned[static_cast<std::size_t>(role)] = each.when == protocol::RoleTime::planned;
        for (auto& person : group.people)
            if (std::find(each.excused.begin(), each.excused.end(), person.id) != each.excused.end())
                person.excused.push_back(role);
    }
    for (const auto& each : chosen.merges)
        rules.merges.push_back({static_cast<Role>(each.into), static_cast<Role>(each.from)});
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
    return {row.session, static_cast<Role>(row.role), row.account, to_rules(row.reason), static_cast<int>(row.slot)};
}

Group planning_group(Read& read, const Member& member) {
    Group group;
    for (const auto& row : groups::members(read, member)) {
        Person person;
        person.id = row.account;
        group.people.push_back(std::move(person));
    }
    fill_in(tallies(read.db, member), group);
    fill_in(rules(read.db, member), group);
    group.upcoming = upcoming_of(read, member);
    for (const auto& row : duties(read.db, member, read.now)) {
        auto duty = to_rules(row);
        if (row.pinned)
            group.pins.push_back(
                {duty.session, duty.role, duty.account, duty.reason.why, duty.reason.other, duty.slot});
        group.published.push_back(std::move(duty));
    }
    for (const auto& row : passed(read.db, member, read.now))
        group.passes.push_back({row.session, static_cast<Role>(row.role), row.account, row.counted});
    for (const auto& [session, account] : unable(read, member))
        for (const auto role : {Role::facilitator, Role::timekeeper, Role::scribe, Role::observer, Role::host})
            group.passes.push_back({session, role, account, false});
    for (const auto& row : wishes(read.db, member)) group.wishes.push_back({row.account, row.since, row.urgent});
    return group;
}

}  // namespace covision::rota
