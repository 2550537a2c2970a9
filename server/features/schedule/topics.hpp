#pragma once
// What the schedule tells followers and later features.

#include "protocol/messages/poll.hpp"
#include "server/call/topic.hpp"

namespace covision::schedule {

inline const call::Topic<protocol::SeriesEvent> series_created{"schedule.series_created"};
inline const call::Topic<protocol::SeriesChangedEvent> series_changed{"schedule.series_changed"};
inline const call::Topic<protocol::SeriesEvent> series_runs_out{"schedule.series_runs_out"};
inline const call::Topic<protocol::SessionEvent> session_added{"schedule.session_added"};
inline const call::Topic<protocol::SessionEvent> session_moved{"schedule.session_moved"};
inline const call::Topic<protocol::SessionEvent> session_cancelled{"schedule.session_cancelled"};
/// The group has closed it; emitted by the consultation.
inline const call::Topic<protocol::SessionEvent> session_held{"schedule.session_held"};
inline const call::Topic<protocol::SessionAnswered> session_answered{"schedule.answered"};
inline const call::Topic<protocol::ScheduleSettingsChanged> settings_changed{"schedule.settings_changed"};
inline const call::Topic<protocol::PollEvent> poll_changed{"schedule.poll_changed"};

}  // namespace covision::schedule
