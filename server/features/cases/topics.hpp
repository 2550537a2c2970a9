#pragma once

#include "protocol/messages/cases.hpp"
#include "server/call/topic.hpp"

namespace covision::cases {

inline const call::Topic<protocol::CaseEvent> case_submitted{"cases.submitted"};
inline const call::Topic<protocol::CaseEvent> case_withdrawn{"cases.withdrawn"};
inline const call::Topic<protocol::CaseEvent> case_closed{"cases.closed"};
inline const call::Topic<protocol::CaseEvent> case_shredded{"cases.shredded"};
inline const call::Topic<protocol::PolicyChanged> policy_changed{"cases.policy_changed"};
/// On the answering member's own account feed alone.
inline const call::Topic<protocol::ConflictAnswered> conflict_answered{"cases.answered"};

}  // namespace covision::cases
