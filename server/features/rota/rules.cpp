#include "server/features/rota/rules.hpp"

#include <algorithm>

#include "server/base/refused.hpp"

namespace covision::rota {

namespace {

const Upcoming& session_of(const Group& group, const Duty& duty) {
    for (const auto& session : group.upcoming) {
        if (session.id == duty.session) return session;
    }
    throw Refused("bad_swap", "One of the two sessions is not planned any more.");
}

/// Can `account` take over `duty`?
void may_take(const Group& group, const std::string& account, const Duty& duty) {
    const auto& away = session_of(group, duty).away;
    if (std::find(away.begin(), away.end(), account) != away.end())
        throw Refused("away_then", "One of you is not there on the other's day.", {{"account", account}});
    const bool busy = std::any_of(group.published.begin(), group.published.end(), [&](const Duty& other) {
        // Keeping time or notes is no obstacle: planning finds somebody else for that.
        bool leads = other.role == Role::facilitator || other.role == Role::presenter;
        return leads && other.session == duty.session && other.account == account;
    });
    if (busy) throw Refused("busy_then", "One of you has another role on the other's day.", {{"account", account}});
}

}  // namespace

void may_pass(const Upcoming& session, Instant now) {
    if (now >= session.starts) throw Refused("session_started", "This session has begun. Ask somebody to stand in.");
}

void may_swap(const Group& group, const Duty& mine, const Duty& wanted, Instant now) {
    if (mine.role != wanted.role || mine.session == wanted.session || mine.account == wanted.account)
        throw Refused("bad_swap", "Swap the same role of two sessions between two people.");
    may_pass(session_of(group, mine), now);
    may_pass(session_of(group, wanted), now);
    may_take(group, wanted.account, mine);
    may_take(group, mine.account, wanted);
}

std::vector<Pin> pins_of_swap(const Duty& mine, const Duty& wanted) {
    return {{mine.session, mine.role, wanted.account, Why::swapped, mine.account},
            {wanted.session, wanted.role, mine.account, Why::swapped, wanted.account}};
}

}  // namespace covision::rota
