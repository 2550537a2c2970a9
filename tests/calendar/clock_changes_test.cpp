// What a VTIMEZONE is written from, beside the zone files themselves.

#include "server/features/calendar/clock_changes.hpp"

#include <gtest/gtest.h>

#include "server/features/calendar/rules.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::calendar {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

constexpr const char* zones[] = {"Europe/Berlin",       "Europe/London",    "America/New_York",  "America/Sao_Paulo",
                                 "Australia/Lord_Howe", "Asia/Kathmandu",   "Africa/Casablanca", "Pacific/Apia",
                                 "Europe/Dublin",       "America/Santiago", "Asia/Gaza",         "UTC"};

/// The day of a yearly rule in one year, written down anew from RFC 5545.
std::chrono::local_days day_of(const Yearly& rule, int year) {
    const std::chrono::year_month month{std::chrono::year{year}, std::chrono::month{rule.month}};
    const std::chrono::weekday weekday{rule.weekday};
    if (rule.nth < 0) return std::chrono::local_days{month / weekday[std::chrono::last]};
    return std::chrono::local_days{month / weekday[static_cast<unsigned>(rule.nth)]};
}

/// What somebody who knows only the span takes for the offset at `at`.
seconds offset_by(const ZoneSpan& span, Instant at) {
    auto offset = span.start_offset;
    for (const auto& one : span.single)
        if (one.at <= at) offset = one.to;
    Instant latest = Instant::min();
    for (const auto& rule : span.yearly) {
        const auto first = rule.first.shown();
        const auto time = first - std::chrono::floor<days>(first);
        for (int year = 2020; year < 2045; ++year) {
            const auto shown = day_of(rule, year) + time;
            const Instant onset{shown.time_since_epoch() - rule.first.from};
            if (shown >= first && onset <= at && onset > latest) {
                latest = onset;
                offset = rule.first.to;
            }
        }
    }
    return offset;
}

Instant at(const char* text) { return parse_rfc3339(text).value(); }

TEST(ClockChanges, ASpanSaysWhatTheZoneSays) {
    for (const std::string zone : zones)
        for (const auto* begin : {"2026-01-10T09:00:00Z", "2026-07-10T09:00:00Z", "2036-11-24T09:00:00Z"}) {
            const auto first = at(begin), last = first + days{400};
            const auto span = zone_span(zone, first, last);
            for (auto moment = first; moment <= last; moment += std::chrono::minutes{90})
                ASSERT_EQ(offset_by(span, moment), schedule::offset_at(moment, zone)) << zone << " " << rfc3339(moment);
        }
}

TEST(ClockChanges, AZoneWithARuleHasItsTwoChangesAndNoMore) {
    const auto span = zone_span("Europe/Berlin", at("2026-11-24T15:30:00Z"), at("2027-11-24T15:30:00Z"));
    ASSERT_EQ(span.yearly.size(), 2u);
    EXPECT_TRUE(span.single.empty());
    EXPECT_EQ(span.yearly[0].month, 3u);
    EXPECT_EQ(span.yearly[0].nth, -1);
    EXPECT_EQ(span.yearly[1].month, 10u);
    const auto new_york = zone_span("America/New_York", at("2026-11-24T15:30:00Z"), at("2027-11-24T15:30:00Z"));
    ASSERT_EQ(new_york.yearly.size(), 2u);
    EXPECT_EQ(new_york.yearly[0].nth, 2);
    EXPECT_EQ(new_york.yearly[1].nth, 1);
}

TEST(ClockChanges, RamadanHasNoRuleAndKathmanduNoChanges) {
    const auto morocco = zone_span("Africa/Casablanca", at("2024-01-10T09:00:00Z"), at("2025-12-10T09:00:00Z"));
    EXPECT_TRUE(morocco.yearly.empty());
    EXPECT_EQ(morocco.single.size(), 4u);
    const auto nepal = zone_span("Asia/Kathmandu", at("2026-01-10T09:00:00Z"), at("2027-06-10T09:00:00Z"));
    EXPECT_TRUE(nepal.yearly.empty() && nepal.single.empty());
    EXPECT_EQ(nepal.start_offset, hours{5} + std::chrono::minutes{45});
}

TEST(Moments, DaysAreCountedByTheClocksOfTheSession) {
    // Clocks in Berlin go back on 2026-10-25, forward on 2027-03-28: the day before has 25 and 23 hours.
    const auto autumn = moments_of(at("2026-10-25T15:30:00Z"), "Europe/Berlin");
    EXPECT_EQ(rfc3339(autumn.day_before), "2026-10-24T14:30:00Z");
    EXPECT_EQ(rfc3339(autumn.two_hours_before), "2026-10-25T13:30:00Z");
    EXPECT_EQ(rfc3339(autumn.duty), "2026-10-18T14:30:00Z");
    EXPECT_EQ(rfc3339(autumn.invitation), "2026-10-11T14:30:00Z");
    const auto spring = moments_of(at("2027-03-28T14:30:00Z"), "Europe/Berlin");
    EXPECT_EQ(rfc3339(spring.day_before), "2027-03-27T15:30:00Z");
    // Half an hour on Lord Howe: 2026-10-04.
    EXPECT_EQ(rfc3339(moments_of(at("2026-10-04T08:00:00Z"), "Australia/Lord_Howe").day_before),
              "2026-10-03T08:30:00Z");
}

TEST(Moments, EachIsFollowedByTheNext) {
    const auto starts = at("2026-11-24T15:30:00Z");
    const auto moments = moments_of(starts, "Europe/Berlin");
    Instant now = moments.invitation - days{100};
    std::vector<Instant> seen;
    while (now < starts) seen.push_back(now = next_moment(moments, starts, now));
    EXPECT_EQ(seen, (std::vector<Instant>{moments.invitation, moments.duty, moments.day_before,
                                          moments.two_hours_before, starts}));
}

}  // namespace
}  // namespace covision::calendar
