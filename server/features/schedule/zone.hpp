#pragma once
// IANA time zones. Everything takes the zone's name; names are exact ("Europe/Berlin"), aliases count ("US/Eastern").
// Data: the system's zone files, read once.

#include <optional>
#include <string>
#include <string_view>

#include "server/base/time.hpp"
#include "server/features/schedule/local.hpp"

namespace covision::schedule {

bool is_zone(std::string_view name);

/// RFC 5545 §3.3.5: a time the clocks skip is read with the offset before the gap, one they show twice is the first.
/// Refused zone_unknown; the text form also bad_time.
Instant to_utc(LocalTime local, std::string_view zone);
Instant to_utc(std::string_view local, std::string_view zone);

/// What the clocks there show, cut to the minute. Refused zone_unknown.
std::string to_local(Instant at, std::string_view zone);

/// How far the clocks there are ahead of UTC at `at`. Refused zone_unknown.
std::chrono::seconds offset_at(Instant at, std::string_view zone);

}  // namespace covision::schedule
