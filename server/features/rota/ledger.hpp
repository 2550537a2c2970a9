#pragma once
// What plan() needs to know of a group, read from its rows; and writing down what it says.

#include "server/features/rota/rules.hpp"
#include "server/features/rota/table.hpp"

namespace covision::rota {

/// So many held sessions count for shares: two to four years of a group's life. What reading them costs stays the same
/// however long a group goes on.
inline constexpr std::int64_t counted_sessions = 100;

/// The group as plan() sees it now.
Group planning_group(call::Read& read, const groups::Member& member);

/// Plans anew and writes down what changed; followers hear of it only then.
void replan(call::Write& write, const groups::Member& member);

/// A duty as the rules see it.
Duty to_rules(const DutyRow& row);

}  // namespace covision::rota
