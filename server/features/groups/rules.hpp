#pragma once
// Decisions about groups. Pure: no rows, no clock. Everything named check_… throws Refused.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "protocol/messages/groups.hpp"
#include "server/base/refused.hpp"

namespace covision::groups {

/// Hard bound. Clients warn above eight: a larger group leaves too little time for each.
inline constexpr std::size_t max_members = 12;
/// Groups that one account may be in.
inline constexpr std::size_t max_groups = 50;
inline constexpr std::size_t max_open_invitations = 20;

/// Known keys once each, one's own points as often as wanted, titles of one line. Throws clause_unknown, clause_twice
/// or clause_title, each with the clause's index.
void check_clauses(const protocol::Clauses& clauses);
/// Keys of points that were added, taken out or worded anew, in the order of `after`, then those taken out.
std::vector<std::string> changed_keys(const protocol::Clauses& before, const protocol::Clauses& after);

/// What counts when newcomers are confirmed.
struct Standing {
    std::string account;
    bool has_ever_signed = false;
    bool is_confirmed = false;
};

/// Joining before the group's first session needs no confirming.
inline bool joins_confirmed(bool had_first_session) { return !had_first_session; }
/// Whether all who have to have confirmed `newcomer`: the confirmed members who ever signed. With nobody to ask it is
/// no. A new version that nobody has signed yet changes nothing.
bool is_confirmed_by_all(const std::string& newcomer, const std::vector<Standing>& members,
                         const std::set<std::string>& confirmers);

struct Seat {
    std::string account;
    protocol::Role role = protocol::Role::member;
};

/// Whether the others would be left without an organiser. Nobody is left where `account` is alone.
bool leaves_without_organiser(const std::vector<Seat>& members, const std::string& account);

}  // namespace covision::groups
