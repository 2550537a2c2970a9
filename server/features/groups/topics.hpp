#pragma once
// What a group's feed tells of its members and its agreement.

#include "protocol/messages/groups.hpp"
#include "server/call/topic.hpp"

namespace covision::groups {

inline const call::Topic<protocol::MemberEvent> member_joined{"groups.member_joined"};
inline const call::Topic<protocol::MemberEvent> member_left{"groups.member_left"};
/// Role, name, zone or confirmation.
inline const call::Topic<protocol::MemberEvent> member_changed{"groups.member_changed"};
inline const call::Topic<protocol::AgreementChanged> agreement_changed{"groups.agreement_changed"};
inline const call::Topic<protocol::AgreementSigned> agreement_signed{"groups.signed"};
inline const call::Topic<protocol::Empty> contacts_changed{"groups.contacts_changed"};
/// To organisers only.
inline const call::Topic<protocol::InvitationEvent> invitations_changed{"groups.invitations_changed"};

}  // namespace covision::groups
