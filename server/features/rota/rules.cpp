#include "server/features/rota/rules.hpp"

#include <algorithm>

#include "server/base/refused.hpp"
#include "server/features/rota/board.hpp"

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

Board facilitated(const Group& group, const std::vector<Duty>& duties) {
    Board board(group);
    for (const auto& duty : duties) {
        const int k = board.find_session(duty.session);
        if (duty.role == Role::facilitator && k != nobody)
            board.slot(k, duty.role).person = board.find_person(duty.account);
    }
    return board;
}

/// In how many sessions it would.
int far_ahead(const Board& board) {
    int count = 0;
    for (int k = 0; k < board.sessions(); ++k) {
        const int person = board.slot(k, Role::facilitator).person;
        count += person != nobody && board.far_ahead(k, person) ? 1 : 0;
    }
    return count;
}

void stay_together(const Group& group, const Duty& mine, const Duty& wanted) {
    auto swapped = group.published;
    for (auto& duty : swapped) {
        if (duty.role != mine.role || duty.slot != mine.slot) continue;
        if (duty.session == mine.session) duty.account = wanted.account;
        if (duty.session == wanted.session) duty.account = mine.account;
    }
    if (far_ahead(facilitated(group, swapped)) > far_ahead(facilitated(group, group.published)))
        throw Refused("too_far_apart", "With this swap somebody would have facilitated too often beside the others.");
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
    if (mine.role == Role::facilitator) stay_together(group, mine, wanted);
}

void may_lead(const Group& group, const std::string& session, const std::string& account) {
    const auto board = facilitated(group, group.published);
    const int k = board.find_session(session), person = board.find_person(account);
    if (k != nobody && person != nobody && board.far_ahead(k, person) && board.relieved(k, person))
        throw Refused("has_led_more", "This person has facilitated more often than others who can.");
}

std::vector<Pin> pins_of_swap(const Duty& mine, const Duty& wanted) {
    return {{mine.session, mine.role, wanted.account, Why::swapped, mine.account},
            {wanted.session, wanted.role, mine.account, Why::swapped, wanted.account}};
}

}  // namespace covision::rota
