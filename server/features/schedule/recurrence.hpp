#pragma once
// A series of sessions: a rule in local wall time, expanded there and turned into UTC afterwards, so that 16:30 stays
// 16:30 across every change of the clocks.

#include <optional>
#include <string>
#include <vector>

#include "server/base/time.hpp"
#include "server/features/schedule/rrule.hpp"

namespace covision::schedule {

enum class Freq { weekly, monthly_by_date, monthly_by_weekday };

/// Neither count nor until: open, goes on until somebody ends it.
struct Rule {
    Freq freq = Freq::weekly;
    int interval = 1;                  // every n weeks (1-52) or months (1-24); weeks begin on Monday
    std::vector<Weekday> days;         // weekly, monthly_by_weekday; empty: the day of the start
    int nth = 0;                       // monthly_by_weekday: 1 to 5, -1 the last; 0: as the start. A month without a
                                       // fifth one (or, by date, without a 31st) is left out, as RFC 5545 does
    std::optional<int> count;          // 1 to 1,000; those that fall into a break count too
    std::optional<std::string> until;  // local date, inclusive
};

/// Local dates, both inclusive: no sessions then.
struct Break {
    std::string first, last;
};

struct Series {
    Rule rule;
    std::string local_start;  // "2026-11-24T16:30"; the first session is the first match of the rule from here on
    int minutes = 90;         // 15 to 720, elapsed time
    std::string zone;         // IANA name
    std::vector<Break> breaks;
};

struct Occurrence {
    int number;  // 1-based place in the rule; breaks leave their numbers out, so a new break renumbers none
    std::string local_start;  // as the rule says it, even where the clocks skip it: the key of a moved session
    Instant starts, ends;
};

/// Which part of a series is asked for. An open rule needs `before` or `limit`.
struct Window {
    std::optional<Instant> from;    // starts >= from
    std::optional<Instant> before;  // starts < before
    int after = 0;                  // number > after
    std::optional<int> limit;       // at most so many, 1 to 1,000
};

constexpr int max_occurrences = 1000;

/// Refused zone_unknown, bad_time, bad_length, bad_rule, bad_break: with what to change in plain words.
void check(const Series& series);

/// In order of time. Checks first; Refused boundless (an open rule without a window) and too_many_sessions (more than
/// 1,000 and no limit).
std::vector<Occurrence> expand(const Series& series, const Window& window = {});

/// The rule as RFC 5545 writes it ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;COUNT=12"), for calendars.
std::string rrule(const Series& series);

}  // namespace covision::schedule
