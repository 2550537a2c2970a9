#pragma once
// The secret of a mail's link: derived, never stored, for one purpose, one session (or duty) and one person's present
// membership. It names these and carries a keyed hash of 128 bits over them.

#include <optional>
#include <string>

#include "protocol/messages/calendar.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::calendar {

struct Ticket {
    protocol::AnswerPurpose purpose = protocol::AnswerPurpose::answer;
    std::string group, subject;  // subject: the session; for a duty its id
};

/// 87 base64url characters.
std::string token_of(call::Read& read, const groups::Member& member, const Ticket& ticket);

struct Holder {
    Ticket ticket;
    groups::Member member;
};

/// Who holds this token, as a member. Throws link_unknown: not ours, or its person has left the group since.
Holder holder_of(call::Read& read, const std::string& token);

}  // namespace covision::calendar
