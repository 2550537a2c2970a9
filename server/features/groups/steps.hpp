#pragma once
// Steps that several methods of groups take.

#include <string>
#include <vector>

#include "server/features/groups/permit.hpp"
#include "server/features/groups/table.hpp"

namespace covision::groups {

/// Confirms every newcomer who has been confirmed by all that have to; after a confirmation, and after somebody left.
void settle_newcomers(Write& context, const Member& member);
/// Takes an open invitation back: it and its link.
void withdraw(Write& context, const Member& member, const std::string& invitation);
/// Tells organisers that the list of open invitations is another one.
void tell_organisers(Write& context, const Member& member, const std::string& invitation);
/// Tells an account, on all its devices, that its groups or its place in one changed.
void tell_account(Write& context, const std::string& account);
/// Throws too_many_groups.
void check_groups_of(Read& context, const std::string& account);

}  // namespace covision::groups
