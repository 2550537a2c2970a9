#pragma once
// When what is mailed about a session. Pure.

#include <string>
#include <vector>

#include "server/base/time.hpp"

namespace covision::calendar {

/// The moments at which mails about a session leave. Days are counted by the clocks of its zone: the day before a
/// session at 16:30 is 16:30 too when the clocks change in between.
struct Moments {
    Instant invitation;        // 14 days before
    Instant duty;              // 7 days before
    Instant day_before;        // the day before, at the same time
    Instant two_hours_before;  // by the stopwatch
};

Moments moments_of(Instant starts, const std::string& zone);

/// The first of a session's moments after `now`; `starts` when there is none left.
Instant next_moment(const Moments& moments, Instant starts, Instant now);

}  // namespace covision::calendar
