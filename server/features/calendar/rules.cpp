#include "server/features/calendar/rules.hpp"

#include <algorithm>

#include "server/features/schedule/zone.hpp"

namespace covision::calendar {

Moments moments_of(Instant starts, const std::string& zone) {
    using std::chrono::days;
    const auto local = *schedule::parse_local_time(schedule::to_local(starts, zone));
    const auto before = [&](days count) { return schedule::to_utc(local - count, zone); };
    return {before(days{14}), before(days{7}), before(days{1}), starts - std::chrono::hours{2}};
}

Instant next_moment(const Moments& moments, Instant starts, Instant now) {
    auto next = starts;
    for (const auto at : {moments.invitation, moments.duty, moments.day_before, moments.two_hours_before})
        if (at > now) next = std::min(next, at);
    return next;
}

}  // namespace covision::calendar
