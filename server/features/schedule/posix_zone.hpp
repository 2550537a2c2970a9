#pragma once
// The rule at the end of a zone file ("CET-1CEST,M3.5.0,M10.5.0/3"), which holds for ever after its last listed change.
// Hinnant's date 3.0.1 reads the list only and so loses summer time from 2038 on; its own ptz.h does not compile as
// C++20. Grammar: POSIX.1-2017 §8.3 TZ, with the hours of RFC 8536 §3.3.1 (-167 to 167).

#include <chrono>
#include <optional>
#include <string_view>

namespace covision::schedule {

class PosixZone {
public:
    /// Nothing when the text is not such a rule.
    static std::optional<PosixZone> parse(std::string_view text);

    /// What is added to UTC to get local time at `at`.
    std::chrono::seconds offset(std::chrono::sys_seconds at) const;

private:
    friend struct PosixReader;
    struct Change {
        char kind = 'M';  // M month.week.weekday, J day 1-365 without Feb 29, N day 0-365
        int month = 0, week = 0, day = 0;
        std::chrono::seconds time{7200};
        std::chrono::sys_seconds local(std::chrono::year year) const;
    };

    std::chrono::seconds standard_{0}, daylight_{0};
    bool changes_ = false;
    Change start_, end_;
};

}  // namespace covision::schedule
