#include "server/features/schedule/recurrence.hpp"

#include <gtest/gtest.h>

#include <random>

#include "server/base/refused.hpp"
#include "server/features/schedule/local.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using std::chrono::days;

Series berlin(int count = 12) {
    Series series;
    series.rule.interval = 2;
    series.rule.days = {Weekday::tuesday};
    series.rule.count = count;
    series.local_start = "2026-09-29T16:30";
    series.zone = "Europe/Berlin";
    return series;
}

std::string code_of(const Series& series, const Window& window = {}) {
    try {
        expand(series, window);
    } catch (const Refused& refused) {
        EXPECT_FALSE(refused.message().empty());
        return refused.code();
    }
    return "";
}

std::vector<std::string> locals(const Series& series, const Window& window = {}) {
    std::vector<std::string> found;
    for (const auto& occurrence : expand(series, window)) found.push_back(occurrence.local_start);
    return found;
}

TEST(Recurrence, EverySecondTuesdayStaysAtHalfPastFour) {
    const auto found = expand(berlin());
    ASSERT_EQ(found.size(), 12u);
    const char* starts[] = {"2026-09-29T14:30:00Z", "2026-10-13T14:30:00Z", "2026-10-27T15:30:00Z",
                            "2026-11-10T15:30:00Z", "2026-11-24T15:30:00Z", "2026-12-08T15:30:00Z",
                            "2026-12-22T15:30:00Z", "2027-01-05T15:30:00Z", "2027-01-19T15:30:00Z",
                            "2027-02-02T15:30:00Z", "2027-02-16T15:30:00Z", "2027-03-02T15:30:00Z"};
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(rfc3339(found[i].starts), starts[i]);
        EXPECT_EQ(found[i].ends - found[i].starts, std::chrono::minutes{90});
        EXPECT_EQ(found[i].number, static_cast<int>(i) + 1);
        EXPECT_EQ(found[i].local_start.substr(10), "T16:30");
    }
}

TEST(Recurrence, InTwentyFortySummerTimeStillCounts) {
    auto series = berlin(2);
    series.local_start = "2040-10-16T16:30";
    const auto found = expand(series);
    EXPECT_EQ(rfc3339(found[0].starts), "2040-10-16T14:30:00Z");
    EXPECT_EQ(rfc3339(found[1].starts), "2040-10-30T15:30:00Z");
}

TEST(Recurrence, AGapShiftsOneSessionOnly) {
    Series series;
    series.rule.count = 3;
    series.local_start = "2026-03-01T02:30";  // a Sunday
    series.zone = "America/New_York";
    const auto found = expand(series);
    EXPECT_EQ(rfc3339(found[0].starts), "2026-03-01T07:30:00Z");
    EXPECT_EQ(rfc3339(found[1].starts), "2026-03-08T07:30:00Z");
    EXPECT_EQ(found[1].local_start, "2026-03-08T02:30");
    EXPECT_EQ(rfc3339(found[2].starts), "2026-03-15T06:30:00Z");
}

TEST(Recurrence, AFoldTakesTheFirst) {
    Series series;
    series.rule.count = 2;
    series.local_start = "2026-10-25T01:30";
    series.zone = "America/New_York";
    EXPECT_EQ(rfc3339(expand(series)[1].starts), "2026-11-01T05:30:00Z");
}

TEST(Recurrence, Monthly) {
    Series series;
    series.zone = "America/New_York";
    series.local_start = "2026-10-08T18:00";  // the second Thursday
    series.rule.freq = Freq::monthly_by_weekday;
    series.rule.count = 3;
    EXPECT_EQ(locals(series), (std::vector<std::string>{"2026-10-08T18:00", "2026-11-12T18:00", "2026-12-10T18:00"}));
    series.rule.nth = -1;
    series.rule.days = {Weekday::friday};
    EXPECT_EQ(locals(series), (std::vector<std::string>{"2026-10-30T18:00", "2026-11-27T18:00", "2026-12-25T18:00"}));
    series.rule.nth = 5;
    EXPECT_EQ(locals(series), (std::vector<std::string>{"2026-10-30T18:00", "2027-01-29T18:00", "2027-04-30T18:00"}));
    series.rule = {};
    series.rule.freq = Freq::monthly_by_date;
    series.rule.count = 4;
    series.local_start = "2026-12-31T18:00";
    EXPECT_EQ(locals(series), (std::vector<std::string>{"2026-12-31T18:00", "2027-01-31T18:00", "2027-03-31T18:00",
                                                        "2027-05-31T18:00"}));
    series.local_start = "2028-02-29T18:00";
    series.rule.interval = 12;
    series.rule.count = 2;
    EXPECT_EQ(locals(series), (std::vector<std::string>{"2028-02-29T18:00", "2032-02-29T18:00"}));
}

TEST(Recurrence, SeveralDaysOfEverySecondWeek) {
    auto series = berlin(5);
    series.rule.days = {Weekday::wednesday, Weekday::monday};
    series.local_start = "2026-09-29T16:30";  // a Tuesday: Wednesday of that week comes first
    EXPECT_EQ(locals(series), (std::vector<std::string>{"2026-09-30T16:30", "2026-10-12T16:30", "2026-10-14T16:30",
                                                        "2026-10-26T16:30", "2026-10-28T16:30"}));
}

TEST(Recurrence, WeeksBeginOnMonday) {
    auto series = berlin(2);
    series.rule.days = {Weekday::sunday};
    series.local_start = "1995-10-03T16:30";
    EXPECT_EQ(locals(series), (std::vector<std::string>{"1995-10-08T16:30", "1995-10-22T16:30"}));
    series.rule.days = {Weekday::monday};  // this week's is past
    EXPECT_EQ(locals(series), (std::vector<std::string>{"1995-10-16T16:30", "1995-10-30T16:30"}));
}

TEST(Recurrence, BreaksLeaveTheOthersTheirNumbers) {
    auto series = berlin();
    series.breaks = {{"2026-12-21", "2027-01-05"}};
    const auto found = expand(series);
    ASSERT_EQ(found.size(), 10u);
    EXPECT_EQ(found[5].number, 6);
    EXPECT_EQ(found[6].number, 9);
    EXPECT_EQ(found[6].local_start, "2027-01-19T16:30");
}

TEST(Recurrence, UntilIsInclusive) {
    auto series = berlin();
    series.rule.count.reset();
    series.rule.until = "2026-10-27";
    EXPECT_EQ(expand(series).size(), 3u);
    series.rule.until = "2026-10-26";
    EXPECT_EQ(expand(series).size(), 2u);
}

TEST(Recurrence, AnOpenSeriesIsReadThroughAWindow) {
    auto series = berlin();
    series.rule.count.reset();
    EXPECT_EQ(code_of(series), "boundless");
    EXPECT_EQ(locals(series, {to_utc("2036-01-01T00:00", "UTC"), {}, 0, 2}),
              (std::vector<std::string>{"2036-01-08T16:30", "2036-01-22T16:30"}));
    Window window;
    window.after = 3;
    window.before = to_utc("2026-12-08T16:30", "Europe/Berlin");
    EXPECT_EQ(locals(series, window), (std::vector<std::string>{"2026-11-10T16:30", "2026-11-24T16:30"}));
}

TEST(Recurrence, WritesTheRuleForCalendars) {
    EXPECT_EQ(rrule(berlin()), "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU;COUNT=12");
    Series series;
    series.local_start = "2026-10-08T18:00";
    series.rule.freq = Freq::monthly_by_weekday;
    series.rule.until = "2027-01-01";
    EXPECT_EQ(rrule(series), "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TH;UNTIL=20270101T235959");
}

TEST(Recurrence, RefusesWhatItCannotKeep) {
    const auto with = [](auto change) {
        auto series = berlin();
        change(series);
        return code_of(series);
    };
    EXPECT_EQ(with([](Series&) {}), "");
    EXPECT_EQ(with([](Series& s) { s.zone = "Mars/Olympus"; }), "zone_unknown");
    EXPECT_EQ(with([](Series& s) { s.local_start = "2026-02-30T10:00"; }), "bad_time");
    EXPECT_EQ(with([](Series& s) { s.minutes = 10; }), "bad_length");
    EXPECT_EQ(with([](Series& s) { s.rule.interval = 0; }), "bad_rule");
    EXPECT_EQ(with([](Series& s) { s.rule.interval = 53; }), "bad_rule");
    EXPECT_EQ(with([](Series& s) { s.rule.count = 1001; }), "bad_rule");
    EXPECT_EQ(with([](Series& s) { s.rule.until = "2027-01-01"; }), "bad_rule");
    EXPECT_EQ(with([](Series& s) { s.rule.days = {Weekday::friday, Weekday::friday}; }), "bad_rule");
    EXPECT_EQ(with([](Series& s) { s.rule.nth = 2; }), "bad_rule");
    EXPECT_EQ(with([](Series& s) { s.breaks = {{"2027-01-05", "2026-12-21"}}; }), "bad_break");
    EXPECT_EQ(with([](Series& s) {
                  s.rule.count.reset();
                  s.rule.until = "2026-09-01";
              }),
              "bad_rule");
    EXPECT_EQ(with([](Series& s) {
                  s.rule.count.reset();
                  s.rule.interval = 1;
                  s.rule.until = "2050-01-01";
              }),
              "too_many_sessions");
}

/// Weekly rules against counting days by hand, in zones with every kind of clock change.
TEST(Recurrence, AgreesWithPlainLocalArithmetic) {
    const char* zones[] = {"Europe/Berlin",       "Europe/London",  "America/New_York",  "America/Sao_Paulo",
                           "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia"};
    for (unsigned seed = 1; seed <= 150; ++seed) {
        std::mt19937 random(seed);
        Series series;
        series.zone = zones[random() % 8];
        const LocalDate first{days{static_cast<int>(random() % 40'000)}};
        const auto clock = std::chrono::minutes{random() % 1440};
        series.local_start = to_text(LocalTime{first} + clock);
        series.rule.interval = 1 + static_cast<int>(random() % 6);
        const unsigned mask = random() % 128;
        for (int day = 0; day < 7; ++day)
            if (mask >> day & 1) series.rule.days.push_back(static_cast<Weekday>(day));
        series.rule.count = 30;

        const auto iso_day = [](LocalDate day) { return std::chrono::weekday{day}.iso_encoding() - 1; };
        const unsigned wanted = mask ? mask : 1u << iso_day(first);
        const LocalDate monday = first - days{iso_day(first)};
        std::vector<std::string> expected;
        for (LocalDate day = first; expected.size() < 30; day += days{1}) {
            const bool week = ((day - monday).count() / 7) % series.rule.interval == 0;
            if (week && (wanted >> iso_day(day) & 1)) expected.push_back(to_text(LocalTime{day} + clock));
        }
        const auto found = expand(series);
        ASSERT_EQ(locals(series), expected) << "seed " << seed << " " << rrule(series);
        for (const auto& occurrence : found)
            ASSERT_EQ(occurrence.starts, to_utc(occurrence.local_start, series.zone)) << "seed " << seed;
    }
}

}  // namespace
}  // namespace covision::schedule
