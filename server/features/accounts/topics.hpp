#pragma once
// What accounts tell: the account's own feed, and features that react.

#include "protocol/messages/accounts.hpp"
#include "server/call/topic.hpp"

namespace covision::accounts {

/// A one-time link was used to enter. Whoever made the link (groups: an invitation) reacts, and may refuse.
struct Entered {
    protocol::Id account;
    protocol::LinkPurpose purpose = protocol::LinkPurpose::first;
    std::optional<protocol::Id> subject, group;
};
COVISION_MESSAGE(Entered, account, purpose, subject, group)

/// Something of the caller's own changed: name, settings, logins, groups. Ask again.
inline const call::Topic<protocol::AccountChanged> changed{"accounts.changed"};
/// What others see of an account (name, zone) changed; follows `changed`, for features that react.
inline const call::Topic<protocol::AccountChanged> renamed{"accounts.renamed"};
inline const call::Topic<Entered> entered{"accounts.entered"};

}  // namespace covision::accounts
