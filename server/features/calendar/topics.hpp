#pragma once

#include "protocol/messages/calendar.hpp"
#include "server/call/topic.hpp"

namespace covision::calendar {

/// On the account's own feed.
inline const call::Topic<protocol::CalendarChanged> changed{"calendar.changed"};

}  // namespace covision::calendar
