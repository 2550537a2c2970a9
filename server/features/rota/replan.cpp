// Writing down what plan() says.

#include <algorithm>
#include <map>
#include <tuple>

#include "server/features/groups/table.hpp"
#include "server/features/rota/ledger.hpp"
#include "server/features/rota/topics.hpp"

namespace covision::rota {
namespace {

using call::Write;
using groups::Member;
using Key = std::tuple<std::string, Role, std::int64_t>;
using Rows = std::map<Key, DutyRow>;

constexpr std::size_t most_told = 60;

void put_back(Group& group, const std::vector<Changed>& by_hand) {
    for (const auto& changed : by_hand) {
        auto& published = group.published;
        published.erase(std::remove_if(published.begin(), published.end(),
                                       [&](const Duty& duty) {
                                           return duty.session == changed.session && duty.role == changed.role &&
                                                  duty.slot == changed.slot;
                                       }),
                        published.end());
        if (changed.before) published.push_back(*changed.before);
    }
}

/// Duties of the sessions that can still be planned.
Rows rows_of(Write& write, const Member& member, const Group& group) {
    Rows rows;
    for (auto& row : duties(write.db, member, write.now)) {
        const bool plannable = std::any_of(group.upcoming.begin(), group.upcoming.end(),
                                           [&](const Upcoming& session) { return session.id == row.session; });
        if (plannable) rows.emplace(Key{row.session, static_cast<Role>(row.role), row.slot}, row);
    }
    return rows;
}

/// Agreed by hand for a session further ahead than plans go: it waits there, unless its holder cannot do it any more.
bool waits(const Group& group, const DutyRow& row) {
    if (!row.pinned) return false;
    const auto horizon = std::min(group.upcoming.size(), static_cast<std::size_t>(group.rules.horizon));
    const auto session = std::find_if(group.upcoming.begin() + static_cast<std::ptrdiff_t>(horizon),
                                      group.upcoming.end(), [&](const Upcoming& one) { return one.id == row.session; });
    if (session == group.upcoming.end()) return false;
    const bool away = std::count(session->away.begin(), session->away.end(), row.account) != 0;
    const bool passed = std::any_of(group.passes.begin(), group.passes.end(), [&](const Pass& pass) {
        return pass.session == row.session && pass.account == row.account && pass.role == static_cast<Role>(row.role);
    });
    const bool here = std::any_of(group.people.begin(), group.people.end(),
                                  [&](const Person& person) { return person.id == row.account; });
    return here && !away && !passed;
}

/// Less than a day ahead nobody is given a turn without being asked.
bool is_on_the_day(const Group& group, const Duty& duty, Instant now) {
    return std::any_of(group.upcoming.begin(), group.upcoming.end(), [&](const Upcoming& one) {
        return one.id == duty.session && one.starts - now < std::chrono::hours{24};
    });
}

void rewrite(Write& write, const Member& member, DutyRow row, const Duty& duty, bool on_the_day) {
    if (row.account != duty.account) {
        row.pinned = false;
        row.proposed = on_the_day;
        remove_swaps_about(write.db, member, row.id);
    }
    row.account = duty.account;
    row.reason = to_protocol(duty.reason);
    update_duty(write.db, member, row);
}

}  // namespace

std::set<std::string> replan(Write& write, const Member& member, const std::vector<Changed>& by_hand) {
    auto group = planning_group(write, member);
    put_back(group, by_hand);
    auto before = rows_of(write, member, group);
    std::set<std::string> changed;
    for (const auto& each : by_hand) changed.insert(each.session);
    for (const auto& duty : plan(group).duties) {
        const auto found = before.find({duty.session, duty.role, duty.slot});
        if (found == before.end()) {
            add_duty(write.db, member,
                     {write.new_id(), duty.session, duty.account, static_cast<protocol::DutyRole>(duty.role),
                      to_protocol(duty.reason), false, duty.slot, false});
            changed.insert(duty.session);
            continue;
        }
        const auto row = found->second;
        before.erase(found);
        const auto stored = to_rules(row);
        if (stored.account == duty.account && stored.reason == duty.reason) continue;
        rewrite(write, member, row, duty, is_on_the_day(group, duty, write.now));
        changed.insert(duty.session);
    }
    for (const auto& [key, row] : before) {
        if (waits(group, row)) continue;
        remove_swaps_about(write.db, member, row.id);
        remove_duty(write.db, member, row.id);
        changed.insert(row.session);
    }
    remove_stale_swaps(write.db, member, write.now);
    return changed;
}

void tell(Write& write, const Member& member, const std::set<std::string>& sessions) {
    if (sessions.empty()) return;
    protocol::RotaChanged event;
    for (const auto& session : sessions)
        if (event.sessions.size() < most_told) event.sessions.push_back(session);
    write.emit(rota_changed, member.group(), event);
}

void replan_and_tell(Write& write, const Member& member, const std::vector<Changed>& by_hand) {
    tell(write, member, replan(write, member, by_hand));
}

}  // namespace covision::rota
