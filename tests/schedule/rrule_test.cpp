// Rules as RFC 5545 writes them. The dates are those of its §3.8.5.3 and of Python's zoneinfo.

#include "server/features/schedule/rrule.hpp"

#include <gtest/gtest.h>

#include "server/features/schedule/expand_rule.hpp"
#include "tests/support/refusal.hpp"

namespace covision::schedule {
namespace {

using support::code_of;

/// The first `most` dates from `start` on, "1997-09-02" each.
std::string dates(const std::string& rule, const std::string& start, int most) {
    Dates all(parse_rrule(rule), parse_local_date(start).value());
    std::string text;
    for (int i = 0; i < most; ++i) {
        const auto day = all.next();
        if (!day) break;
        text += (i ? " " : "") + to_text(*day);
    }
    return text;
}

struct Example {
    const char *rule, *start, *dates;
};

class RfcExamples : public testing::TestWithParam<Example> {};

TEST_P(RfcExamples, NamesTheSameDates) {
    const auto& [rule, start, expected] = GetParam();
    const int most = static_cast<int>((std::string(expected).size() + 1) / 11);
    EXPECT_EQ(dates(rule, start, most), expected) << rule;
}

INSTANTIATE_TEST_SUITE_P(
    Rrule, RfcExamples,
    testing::Values(
        Example{"FREQ=DAILY;INTERVAL=10", "1997-09-02", "1997-09-02 1997-09-12 1997-09-22"},
        Example{"FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01",
                "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17"},
        Example{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05",
                "1997-08-05 1997-08-10 1997-08-19 1997-08-24"},
        Example{"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "1997-08-05",
                "1997-08-05 1997-08-17 1997-08-19 1997-08-31"},
        Example{"FREQ=MONTHLY;BYDAY=1FR", "1997-09-05", "1997-09-05 1997-10-03 1997-11-07"},
        Example{"FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU", "1997-09-07", "1997-09-07 1997-09-28 1997-11-02 1997-11-30"},
        Example{"FREQ=MONTHLY;BYDAY=-2MO", "1997-09-22", "1997-09-22 1997-10-20 1997-11-17"},
        Example{"FREQ=MONTHLY;BYDAY=5TU", "2026-10-06", "2026-12-29 2027-03-30 2027-06-29"},
        Example{"FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "1997-09-28 1997-10-29 1997-11-28"},
        Example{"FREQ=MONTHLY", "2026-10-31", "2026-10-31 2026-12-31 2027-01-31 2027-03-31 2027-05-31"},
        Example{"FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", "1998-02-13 1998-03-13 1998-11-13"},
        Example{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", "1997-09-29 1997-10-30 1997-11-27"},
        Example{"FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06"},
        Example{"FREQ=YEARLY;BYMONTH=6,7", "1997-06-10", "1997-06-10 1997-07-10 1998-06-10"},
        Example{"FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17"},
        Example{"FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", "1997-03-13 1997-03-20 1997-03-27 1998-03-05"},
        Example{"FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05",
                "1996-11-05 2000-11-07 2004-11-02"},
        Example{"FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29 2032-02-29"},
        Example{"FREQ=YEARLY", "2096-02-29", "2096-02-29 2104-02-29"},  // 2100 has none
        Example{"freq=weekly;byday=tu,Tu", "2026-10-06", "2026-10-06 2026-10-13"},
        Example{"RRULE:BYDAY=TH;FREQ=WEEKLY", "2026-10-06", "2026-10-08 2026-10-15"}));

TEST(Rrule, WhatNeverHappensEnds) {
    EXPECT_EQ(dates("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-10-06", 1), "");
    EXPECT_EQ(dates("FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31", "2026-10-06", 1), "");
}

TEST(Rrule, RefusesWhatItCannotRead) {
    for (const char* rule : {"",
                             ";",
                             "garbage",
                             "=",
                             "FREQ=",
                             "FREQ",
                             "BYDAY=TU",
                             "FREQ=HOURLY",
                             "FREQ=WEEKLY;",
                             "FREQ=WEEKLY;;BYDAY=TU",
                             "FREQ=WEEKLY; BYDAY=TU",
                             "FREQ=WEEKLY;BYDAY=",
                             "FREQ=WEEKLY;BYDAY=TU,",
                             "FREQ=WEEKLY;BYDAY=XX",
                             "FREQ=WEEKLY;BYDAY=2TU",
                             "FREQ=DAILY;BYDAY=-1TU",
                             "FREQ=MONTHLY;BYDAY=6TU",
                             "FREQ=MONTHLY;BYDAY=0TU",
                             "FREQ=YEARLY;BYMONTH=3;BYDAY=6TU",
                             "FREQ=YEARLY;BYDAY=54TU",
                             "FREQ=MONTHLY;BYDAY=--1TU",
                             "FREQ=MONTHLY;BYMONTHDAY=0",
                             "FREQ=MONTHLY;BYMONTHDAY=32",
                             "FREQ=MONTHLY;BYMONTHDAY=1.5",
                             "FREQ=WEEKLY;BYMONTHDAY=3",
                             "FREQ=MONTHLY;BYMONTH=13",
                             "FREQ=MONTHLY;BYMONTH=-1",
                             "FREQ=WEEKLY;INTERVAL=0",
                             "FREQ=WEEKLY;INTERVAL=-2",
                             "FREQ=WEEKLY;INTERVAL=99999999999999999999",
                             "FREQ=WEEKLY;COUNT=0",
                             "FREQ=WEEKLY;COUNT=x",
                             "FREQ=WEEKLY;COUNT=3;COUNT=3",
                             "FREQ=WEEKLY;FREQ=WEEKLY",
                             "FREQ=WEEKLY;COUNT=3;UNTIL=20270101",
                             "FREQ=WEEKLY;UNTIL=20270229",
                             "FREQ=WEEKLY;UNTIL=20271301",
                             "FREQ=WEEKLY;UNTIL=2027-01-01",
                             "FREQ=WEEKLY;UNTIL=20270101T250000Z",
                             "FREQ=WEEKLY;UNTIL=20270101T1000",
                             "FREQ=WEEKLY;UNTIL=20270101T100000+01",
                             "FREQ=MONTHLY;BYSETPOS=1",
                             "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0",
                             "FREQ=YEARLY;BYWEEKNO=20",
                             "FREQ=YEARLY;BYYEARDAY=100",
                             "FREQ=WEEKLY;BYHOUR=9",
                             "FREQ=WEEKLY;WKST=1MO",
                             "FREQ=WEEKLY;X-EXTRA=1",
                             "FREQ=WEEKLY\nBYDAY=TU"})
        EXPECT_EQ(code_of([&] { parse_rrule(rule); }), "bad_rule") << rule;
    EXPECT_EQ(code_of([] { parse_rrule(std::string(100'000, 'A')); }), "bad_rule");
}

std::string expanded(const std::string& rule, const std::string& start, const std::string& zone,
                     std::optional<int> count = {}, const std::string& until = {},
                     const std::vector<std::string>& without = {}) {
    RuleQuestion question{parse_rrule(rule), parse_local_time(start).value(), zone};
    question.count = count;
    if (!until.empty()) question.until = parse_local_time(until);
    for (const auto& each : without) question.without.push_back(parse_local_time(each).value());
    std::string text;
    for (const auto at : expand_rule(question)) text += (text.empty() ? "" : " ") + rfc3339(at);
    return text;
}

TEST(ExpandRule, ZonesGapsAndFolds) {
    EXPECT_EQ(expanded("FREQ=WEEKLY", "2026-10-20T16:30", "Europe/Berlin", 2),
              "2026-10-20T14:30:00Z 2026-10-27T15:30:00Z");
    EXPECT_EQ(expanded("FREQ=DAILY", "2027-03-27T02:30", "Europe/Berlin", 3),
              "2027-03-27T01:30:00Z 2027-03-28T01:30:00Z 2027-03-29T00:30:00Z");
    EXPECT_EQ(expanded("FREQ=DAILY", "2026-10-24T01:30", "Europe/London", 2),
              "2026-10-24T00:30:00Z 2026-10-25T00:30:00Z");
    EXPECT_EQ(expanded("FREQ=DAILY", "2026-10-31T01:30", "America/New_York", 2),
              "2026-10-31T05:30:00Z 2026-11-01T05:30:00Z");
    EXPECT_EQ(expanded("FREQ=DAILY", "2018-11-03T00:00", "America/Sao_Paulo", 3),
              "2018-11-03T03:00:00Z 2018-11-04T03:00:00Z 2018-11-05T02:00:00Z");
    EXPECT_EQ(expanded("FREQ=DAILY", "2026-04-04T01:45", "Australia/Lord_Howe", 3),
              "2026-04-03T14:45:00Z 2026-04-04T14:45:00Z 2026-04-05T15:15:00Z");
    EXPECT_EQ(expanded("FREQ=MONTHLY", "2026-10-06T16:30", "Asia/Kathmandu", 2),
              "2026-10-06T10:45:00Z 2026-11-06T10:45:00Z");
    EXPECT_EQ(expanded("FREQ=WEEKLY", "2026-02-13T02:30", "Africa/Casablanca", 2),
              "2026-02-13T01:30:00Z 2026-02-20T02:30:00Z")
        << "Ramadan";
    EXPECT_EQ(expanded("FREQ=WEEKLY", "2011-12-23T09:00", "Pacific/Apia", 2),
              "2011-12-23T19:00:00Z 2011-12-30T19:00:00Z")
        << "a Friday that Samoa left out";
    EXPECT_EQ(expanded("FREQ=YEARLY", "2040-07-01T12:00", "Europe/Berlin", 1), "2040-07-01T10:00:00Z");
}

TEST(ExpandRule, EndsWhereItIsTold) {
    const auto berlin = [](const std::string& rule, std::optional<int> count = {}, const std::string& until = {}) {
        return expanded(rule, "2026-10-06T16:30", "Europe/Berlin", count, until).size() / 20;
    };
    EXPECT_EQ(berlin("FREQ=WEEKLY;UNTIL=20261020T143000Z"), 2u + 1u);
    EXPECT_EQ(berlin("FREQ=WEEKLY;UNTIL=20261020T142959Z"), 2u);
    EXPECT_EQ(berlin("FREQ=WEEKLY;UNTIL=20261020T163000"), 3u) << "without Z it is local";
    EXPECT_EQ(berlin("FREQ=WEEKLY;UNTIL=20261020"), 3u) << "a day is all of it";
    EXPECT_EQ(berlin("FREQ=WEEKLY;UNTIL=20261005"), 0u);
    EXPECT_EQ(berlin("FREQ=WEEKLY", {}, "2026-10-20T16:30"), 3u);
    EXPECT_EQ(berlin("FREQ=WEEKLY", {}, "2026-10-20T16:29"), 2u);
    EXPECT_EQ(berlin("FREQ=WEEKLY;COUNT=5", 2), 2u) << "whichever ends first";
    EXPECT_EQ(berlin("FREQ=WEEKLY;COUNT=2", 5), 2u);
    EXPECT_EQ(berlin("FREQ=DAILY;COUNT=1000"), 1049u) << "1,000 of 21 characters";
    EXPECT_EQ(code_of([&] { berlin("FREQ=DAILY;COUNT=1001"); }), "too_many_sessions");
    EXPECT_EQ(code_of([&] { berlin("FREQ=DAILY;UNTIL=20400101"); }), "too_many_sessions");
    EXPECT_EQ(code_of([&] { berlin("FREQ=WEEKLY"); }), "boundless");
    EXPECT_EQ(code_of([] { expanded("FREQ=WEEKLY", "2026-10-06T16:30", "europe/berlin", 1); }), "zone_unknown");
}

TEST(ExpandRule, WhatIsLeftOutCountsAllTheSame) {
    EXPECT_EQ(expanded("FREQ=WEEKLY;COUNT=3", "2026-10-06T16:30", "Europe/Berlin", {}, {},
                       {"2026-10-13T16:30", "2026-10-14T16:30"}),
              "2026-10-06T14:30:00Z 2026-10-20T14:30:00Z");
    for (const char* gap :
         {"2027-03-28T02:30", "2027-03-28T03:30"})  // the same instant, as the rule or a clock says it
        EXPECT_EQ(expanded("FREQ=DAILY;COUNT=2", "2027-03-28T02:30", "Europe/Berlin", {}, {}, {gap}),
                  "2027-03-29T00:30:00Z");
}

}  // namespace
}  // namespace covision::schedule
