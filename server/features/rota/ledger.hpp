#pragma once
// What plan() needs to know of a group, read from its rows; and writing down what it says.

#include <set>

#include "server/features/rota/rules.hpp"
#include "server/features/rota/table.hpp"

namespace covision::rota {

/// The group as plan() sees it now.
Group planning_group(call::Read& read, const groups::Member& member);

/// A duty that this call has changed by hand. plan() must see who stood there before, not who stands there now.
struct Changed {
    std::string session;
    Role role = Role::facilitator;
    std::int64_t slot = 1;
    std::optional<Duty> before;
};

/// Plans anew, with what was changed by hand as a pin, and writes down what differs. The sessions that it touched,
/// those of `by_hand` among them.
std::set<std::string> replan(call::Write& write, const groups::Member& member,
                             const std::vector<Changed>& by_hand = {});
/// Followers are told, if there is anything to tell.
void tell(call::Write& write, const groups::Member& member, const std::set<std::string>& sessions);
void replan_and_tell(call::Write& write, const groups::Member& member, const std::vector<Changed>& by_hand = {});

/// A duty as the rules see it, and the other way about.
Duty to_rules(const DutyRow& row);
protocol::DutyReason to_protocol(const Reason& reason);

}  // namespace covision::rota
