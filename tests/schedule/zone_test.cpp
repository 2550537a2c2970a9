// Local time and UTC. The instants were computed by Python's zoneinfo, which is not what the product uses.
#include "server/features/schedule/zone.hpp"

#include <gtest/gtest.h>

#include <random>

#include "server/base/refused.hpp"
#include "server/features/schedule/posix_zone.hpp"

namespace covision::schedule {
namespace {

struct Case {
    const char *local, *zone, *utc;
};

class Zone : public testing::TestWithParam<Case> {};

TEST_P(Zone, LocalTimeBecomesTheRightInstant) {
    const auto& [local, zone, utc] = GetParam();
    EXPECT_EQ(rfc3339(to_utc(local, zone)), utc) << local << " " << zone;
}

INSTANTIATE_TEST_SUITE_P(Table, Zone,
                         testing::Values(
                             // both changes of the clocks: gap with the offset before it, fold the first time
                             Case{"2026-10-06T16:30", "Europe/Berlin", "2026-10-06T14:30:00Z"},
                             Case{"2026-10-27T16:30", "Europe/Berlin", "2026-10-27T15:30:00Z"},
                             Case{"2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"},
                             Case{"2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"},
                             Case{"2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00Z"},
                             Case{"2026-03-29T01:30", "Europe/London", "2026-03-29T01:30:00Z"},
                             Case{"2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00Z"},
                             Case{"2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00Z"},
                             Case{"2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z"},
                             Case{"2026-03-09T02:30", "America/New_York", "2026-03-09T06:30:00Z"},
                             // no summer time any more; the last one began at midnight
                             Case{"2018-11-04T00:30", "America/Sao_Paulo", "2018-11-04T03:30:00Z"},
                             Case{"2019-02-16T23:30", "America/Sao_Paulo", "2019-02-17T01:30:00Z"},
                             Case{"2026-11-04T00:30", "America/Sao_Paulo", "2026-11-04T03:30:00Z"},
                             // half an hour of summer time
                             Case{"2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00Z"},
                             Case{"2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z"},
                             Case{"2026-12-01T09:00", "Australia/Lord_Howe", "2026-11-30T22:00:00Z"},
                             Case{"2026-06-01T09:00", "Asia/Kathmandu", "2026-06-01T03:15:00Z"},
                             // summer time all year but in Ramadan
                             Case{"2026-02-15T02:30", "Africa/Casablanca", "2026-02-15T01:30:00Z"},
                             Case{"2026-03-22T02:30", "Africa/Casablanca", "2026-03-22T02:30:00Z"},
                             Case{"2026-06-01T09:00", "Africa/Casablanca", "2026-06-01T08:00:00Z"},
                             // a whole day left out
                             Case{"2011-12-30T10:00", "Pacific/Apia", "2011-12-30T20:00:00Z"},
                             Case{"2011-12-31T05:00", "Pacific/Apia", "2011-12-30T15:00:00Z"},
                             Case{"2026-06-01T09:00", "Pacific/Apia", "2026-05-31T20:00:00Z"},
                             // past the list in the zone files
                             Case{"2040-07-03T16:30", "Europe/Berlin", "2040-07-03T14:30:00Z"},
                             Case{"2040-10-28T02:30", "Europe/Berlin", "2040-10-28T00:30:00Z"},
                             Case{"2040-03-25T02:30", "Europe/Berlin", "2040-03-25T01:30:00Z"},
                             Case{"2040-07-03T16:30", "America/New_York", "2040-07-03T20:30:00Z"},
                             Case{"2040-07-01T16:30", "Australia/Lord_Howe", "2040-07-01T06:00:00Z"},
                             Case{"2040-01-10T16:30", "Europe/Dublin", "2040-01-10T16:30:00Z"},
                             Case{"2040-07-10T16:30", "Europe/Dublin", "2040-07-10T15:30:00Z"},
                             Case{"2072-02-29T12:00", "Pacific/Auckland", "2072-02-28T23:00:00Z"},
                             Case{"2040-10-20T12:00", "Asia/Gaza", "2040-10-20T09:00:00Z"},
                             Case{"2040-03-25T12:00", "America/Nuuk", "2040-03-25T13:00:00Z"},
                             // aliases and fixed zones
                             Case{"2026-07-04T12:00", "US/Eastern", "2026-07-04T16:00:00Z"},
                             Case{"2026-01-31T12:00", "Etc/GMT+5", "2026-01-31T17:00:00Z"}));

TEST(Zone, NamesAreExact) {
    EXPECT_TRUE(is_zone("Europe/Berlin"));
    EXPECT_TRUE(is_zone("UTC"));
    for (const auto* name : {"", "europe/berlin", "Berlin", "Europe/Berlin ", "localtime", "posixrules",
                             "../etc/passwd", "right/Europe/Berlin", "zone.tab", "CET-1CEST"}) {
        EXPECT_FALSE(is_zone(name)) << name;
        EXPECT_THROW(to_utc("2026-01-01T00:00", name), Refused) << name;
    }
}

TEST(Zone, TextIsStrict) {
    for (const auto* text :
         {"", "2026-11-24", "2026-11-24 16:30", "2026-11-24T16:30:00", "2026-11-24T24:00", "2026-02-29T10:00",
          "2026-13-01T10:00", "1969-12-31T10:00", "2026-11-24T16:60", "+026-11-24T16:30"}) {
        EXPECT_THROW(to_utc(text, "UTC"), Refused) << text;
    }
    EXPECT_EQ(to_text(*parse_local_time("2028-02-29T00:05")), "2028-02-29T00:05");
}

TEST(Zone, ThereAndBackAgainOutsideGaps) {
    std::mt19937_64 random(2026);
    const char* zones[] = {"Europe/Berlin",       "Europe/London",  "America/New_York",  "America/Sao_Paulo",
                           "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia"};
    for (int i = 0; i < 4000; ++i) {
        const std::string zone = zones[random() % 8];
        const Instant at = from_micros(static_cast<std::int64_t>(random() % (120ULL * 525'960)) * 60'000'000);
        const auto local = to_local(at, zone);
        const auto back = to_utc(local, zone);
        EXPECT_EQ(to_local(back, zone), local) << zone << " " << rfc3339(at);
        EXPECT_TRUE(back == at || back == at - std::chrono::hours{1} || back == at - std::chrono::minutes{30})
            << zone << " " << rfc3339(at) << " came back as " << rfc3339(back);
    }
}

TEST(PosixZone, ReadsItsGrammarAndNothingElse) {
    for (const auto* text :
         {"CET-1CEST,M3.5.0,M10.5.0/3", "<+0545>-5:45", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "UTC0",
          "IST-1GMT0,M10.5.0,M3.5.0/1", "EET-2EEST,M3.4.4/50,M10.4.4/50", "XXX3YYY,J60/0,300"}) {
        EXPECT_TRUE(PosixZone::parse(text)) << text;
    }
    for (const auto* text : {"", "CET", "CE-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
                             "CET-1CEST,M3.5.0,M10.5.0/3x", "<+05-5"}) {
        EXPECT_FALSE(PosixZone::parse(text)) << text;
    }
}

}  // namespace
}  // namespace covision::schedule
