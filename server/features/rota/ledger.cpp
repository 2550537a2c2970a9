#include "server/features/rota/ledger.hpp"

#include <map>
#include <set>

#include "server/features/groups/table.hpp"
#include "server/features/rota/topics.hpp"

namespace covision::rota {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using Key = std::pair<std::string, Role>;

constexpr std::chrono::hours far_ahead{24 * 366 * 2};
constexpr std::int64_t most_upcoming = 60;

protocol::DutyReason to_protocol(const Reason& reason) {
    protocol::DutyReason out;
    out.why = static_cast<protocol::DutyWhy>(reason.why);
    out.served = reason.served;
    out.attended = reason.attended;
    if (reason.last_served) out.last_served = protocol::Time{*reason.last_served};
    if (reason.other) out.other = protocol::Id{*reason.other};
    return out;
}

Reason to_rules(const protocol::DutyReason& reason) {
    Reason out;
    out.why = static_cast<Why>(reason.why);
    out.served = static_cast<int>(reason.served.value);
    out.attended = static_cast<int>(reason.attended.value);
    if (reason.last_served) out.last_served = reason.last_served->value;
    if (reason.other) out.other = reason.other->value;
    return out;
}

std::vector<Held> held_of(Read& read, const Member& member) {
    auto sessions = schedule::held_sessions(read.db, member, counted_sessions);
    if (sessions.empty()) return {};
    std::vector<Held> held;
    std::map<std::string, std::size_t> place;
    for (const auto& line : ledger(read.db, member, sessions.back().starts)) {
        auto [found, is_new] = place.emplace(line.session, held.size());
        if (is_new) held.push_back({line.at, {}, {}});
        auto& session = held[found->second];
        if (line.role) {
            session.served.push_back({static_cast<Role>(*line.role), line.account});
        } else {
            session.attended.push_back(line.account);
        }
    }
    return held;
}

std::vector<Upcoming> upcoming_of(Read& read, const Member& member) {
    std::vector<Upcoming> upcoming;
    std::map<std::string, std::size_t> place;
    for (const auto& row : schedule::sessions(read.db, member, read.now, read.now + far_ahead, most_upcoming)) {
        if (row.state != protocol::SessionState::planned || row.starts <= read.now) continue;
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
    out.presenter = static_cast<PresenterRule>(chosen.presenter);
    out.timekeeper = chosen.timekeeper;
    out.scribe = chosen.scribe;
    return out;
}

int held_before(const std::vector<Held>& held, Instant joined) {
    int count = 0;
    while (count < static_cast<int>(held.size()) && held[static_cast<std::size_t>(count)].at < joined) ++count;
    return count;
}

}  // namespace

Duty to_rules(const DutyRow& row) {
    return {row.session, static_cast<Role>(row.role), row.account, to_rules(row.reason)};
}

Group planning_group(Read& read, const Member& member) {
    Group group;
    group.held = held_of(read, member);
    for (const auto& person : groups::members(read, member))
        group.people.push_back({person.account, held_before(group.held, person.joined_at), {}});
    group.upcoming = upcoming_of(read, member);
    for (const auto& row : duties(read.db, member, read.now)) {
        auto duty = to_rules(row);
        if (row.pinned)
            group.pins.push_back({duty.session, duty.role, duty.account, duty.reason.why, duty.reason.other});
        group.published.push_back(std::move(duty));
    }
    for (const auto& row : passed(read.db, member, read.now))
        group.passes.push_back({row.session, static_cast<Role>(row.role), row.account});
    group.rules = rules_of(read, member);
    return group;
}

void replan(Write& write, const Member& member) {
    auto group = planning_group(write, member);
    std::set<std::string> plannable;
    for (const auto& session : group.upcoming) plannable.insert(session.id);

    std::map<Key, DutyRow> before;
    for (auto& row : duties(write.db, member, write.now))
        if (plannable.count(row.session) != 0) before.emplace(Key{row.session, static_cast<Role>(row.role)}, row);

    std::set<std::string> changed;
    for (const auto& duty : plan(group).duties) {
        auto found = before.find({duty.session, duty.role});
        if (found == before.end()) {
            add_duty(write.db, member,
                     {write.new_id(), duty.session, duty.account, static_cast<protocol::DutyRole>(duty.role),
                      to_protocol(duty.reason), false});
            changed.insert(duty.session);
            continue;
        }
        auto row = found->second;
        before.erase(found);
        if (row.account == duty.account && to_rules(row.reason) == duty.reason) continue;
        if (row.account != duty.account) {
            row.pinned = false;
            remove_swaps_about(write.db, member, row.id);
        }
        row.account = duty.account;
        row.reason = to_protocol(duty.reason);
        update_duty(write.db, member, row);
        changed.insert(duty.session);
    }
    for (const auto& [key, row] : before) {
        remove_swaps_about(write.db, member, row.id);
        remove_duty(write.db, member, row.id);
        changed.insert(row.session);
    }
    if (changed.empty()) return;
    protocol::RotaChanged event;
    for (const auto& session : changed)
        if (event.sessions.size() < 60) event.sessions.push_back(session);
    write.emit(rota_changed, member.group(), event);
}

}  // namespace covision::rota
