#pragma once
// When the clocks of a zone change, and whether they do so by one rule every year; what a VTIMEZONE is written from.
// Pure beside the zone files.

#include <optional>
#include <string>
#include <vector>

#include "server/base/time.hpp"

namespace covision::calendar {

/// One change of the clocks.
struct ClockChange {
    Instant at;
    std::chrono::seconds from, to;  // ahead of UTC before and after

    /// What the clocks showed just when they changed.
    [[nodiscard]] std::chrono::local_seconds shown() const {
        return std::chrono::local_seconds{std::chrono::floor<std::chrono::seconds>(at).time_since_epoch() + from};
    }
};

/// All changes with after < at <= until, in order of time.
std::vector<ClockChange> clock_changes(const std::string& zone, Instant after, Instant until);

/// A change that comes back every year: the nth weekday of a month, or the last.
struct Yearly {
    ClockChange first;
    unsigned month = 0, weekday = 0;  // weekday: 0 Sunday
    int nth = 0;                      // 1 to 4, -1 the last
};

/// What a calendar must be told of a zone, so that it is right from `first` to `last`.
struct ZoneSpan {
    std::chrono::seconds start_offset{0};  // at `first`
    std::vector<Yearly> yearly;            // two or none: all changes by rule
    std::vector<ClockChange> single;       // where no rule holds: each of them after `first`
};

ZoneSpan zone_span(const std::string& zone, Instant first, Instant last);

/// What the clocks show in `year` just when they change by this rule.
std::chrono::local_seconds shown_in(const Yearly& yearly, std::chrono::year year);

}  // namespace covision::calendar
