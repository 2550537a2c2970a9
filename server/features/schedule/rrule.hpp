#pragma once
// A recurrence rule as RFC 5545 §3.3.10 writes it, and the dates it names. Of that grammar: FREQ=DAILY, WEEKLY, MONTHLY
// and YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, COUNT and UNTIL; a rule with any other part is
// refused. The first date counts only where the rule names it.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/base/time.hpp"
#include "server/features/schedule/local.hpp"

namespace covision::schedule {

enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };

struct RRule {
    enum class Every { day, week, month, year };
    struct Day {
        int nth = 0;  // 2: the second of the month (of the year where every year without months), -1 the last; 0: each
        Weekday day = Weekday::monday;
    };
    /// The last moment, inclusive: a day, a local time or an instant; at most one is set.
    struct Until {
        std::optional<LocalDate> day;
        std::optional<std::chrono::local_seconds> local;
        std::optional<std::chrono::sys_seconds> utc;
    };

    Every every = Every::week;
    int interval = 1;
    Weekday week_starts = Weekday::monday;
    std::vector<Day> days;
    std::vector<int> month_days, months, positions;
    std::optional<int> count;
    Until until;
};

/// "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=10", in any case, also behind "RRULE:". Refused bad_rule: what is wrong, in one line.
RRule parse_rrule(std::string_view text);

/// The dates of a rule one after the other, from the first one on or after `first`. COUNT and UNTIL are the caller's.
class Dates {
public:
    Dates(RRule rule, LocalDate first);
    /// Nothing after the year 9999.
    std::optional<LocalDate> next();

private:
    void fill();
    void fill_from(LocalDate begin, LocalDate end);
    bool named(LocalDate day) const;
    bool day_named(LocalDate day) const;

    RRule rule_;
    LocalDate first_;
    long period_ = 0;  // counted from the one that `first` lies in
    std::vector<LocalDate> found_;
    std::size_t at_ = 0;
};

}  // namespace covision::schedule
