#pragma once
// What calendars and mails say, in the reader's language. Plain words; no member's text goes through here.

#include <string>

#include "protocol/messages/calendar.hpp"
#include "server/base/time.hpp"

namespace covision::calendar {

using protocol::Language;

/// "You lead this session."
std::string duty_sentence(Language language, protocol::DutyRole role);
/// "Tuesday 24 November, 16:30" or with the year, as the clocks in `zone` show it.
std::string moment(Language language, Instant at, const std::string& zone, bool with_year = false);
/// "Tuesday 24 November, 16:30 to 18:00"
std::string span(Language language, Instant starts, Instant ends, const std::string& zone);

}  // namespace covision::calendar
