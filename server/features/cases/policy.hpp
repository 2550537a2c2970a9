#pragma once
// What a group wants of the check: how strict it is, and the group's own words.

#include "protocol/messages/cases.hpp"
#include "server/call/context.hpp"
#include "server/deid/deid.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::cases {

struct GroupPolicy {
    std::int64_t version = 0;  // 0: the standard
    deid::Policy policy;
};

/// For whoever checks a text of this group's. Where its words have lost their key, its strictness still holds.
GroupPolicy policy_of(call::Read& read, const groups::Member& member);

/// cases.policy
protocol::PolicyView policy(call::Read& read, const protocol::GroupRef& params);
/// cases.set_policy
protocol::PolicyVersion set_policy(call::Write& write, const protocol::PolicySet& params);

}  // namespace covision::cases
