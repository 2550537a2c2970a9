#pragma once
// What the schedule tells followers and later features.

#include "protocol/messages/schedule.hpp"
#include "server/call/topic.hpp"

namespace covision::schedule {

inline const call::Topic<protocol::SeriesEvent> series_created{"schedule.series_created"};
inline const call::Topic<protocol::SessionEvent> session_moved{"schedule.session_moved"};
inline const call::Topic<protocol::SessionEvent> session_cancelled{"schedule.session_cancelled"};
/// The group has closed it; emitted by the consultation.
inline const call::Topic<protocol::SessionEvent> session_held{"schedule.session_held"};
inline const call::Topic<protocol::SessionAnswered> session_answered{"schedule.answered"};

}  // namespace covision::schedule
