// What a changed rule does to sessions: by hand, and over random series whose seed a failure prints.

#include "server/features/schedule/reconcile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "server/features/schedule/local.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using std::chrono::days;
using std::chrono::hours;

const Instant now = *parse_rfc3339("2026-11-24T12:00:00Z");  // a Tuesday

Series weekly(const std::string& start = "2026-11-03T18:00", int count = 12) {
    Series series;
    series.local_start = start;
    series.zone = "Europe/Berlin";
    series.rule.count = count;
    return series;
}

std::vector<Meeting> meetings_of(const std::vector<Occurrence>& occurrences) {
    std::vector<Meeting> made;
    for (const auto& occurrence : occurrences) {
        Meeting meeting;
        meeting.id = "s" + std::to_string(occurrence.number);
        meeting.number = occurrence.number;
        meeting.local_start = occurrence.local_start;
        meeting.starts = meeting.slot = occurrence.starts;
        meeting.ends = occurrence.ends;
        meeting.day = occurrence.local_start.substr(0, 10);
        meeting.held = meeting.opened = occurrence.ends < now;
        made.push_back(meeting);
    }
    return made;
}

std::string shifts(const Changes& changes) {
    std::string text;
    for (const auto& each : changes.shifted) text += each.id + ">" + each.as.local_start + " ";
    return text;
}

TEST(Reconcile, TheSameRuleChangesNothing) {
    const auto rule = expand(weekly());
    const auto changes = reconcile(meetings_of(rule), rule, now);
    EXPECT_EQ(changes.kept.size(), 9u) << "three are past, the fourth is this evening";
    EXPECT_TRUE(changes.added.empty() && changes.removed.empty() && changes.shifted.empty());
}

TEST(Reconcile, AnotherWeekdayTakesEverySessionAlong) {
    auto other = weekly("2026-11-05T18:00", 12);
    const auto changes = reconcile(meetings_of(expand(weekly())), expand(other), now);
    EXPECT_EQ(changes.shifted.size(), 9u);
    EXPECT_EQ(shifts(changes).substr(0, 20), "s4>2026-11-26T18:00 ");
    EXPECT_TRUE(changes.added.empty() && changes.removed.empty());
}

TEST(Reconcile, EverySecondWeekKeepsEverySecondSession) {
    auto other = weekly("2026-11-03T18:00", 6);
    other.rule.interval = 2;
    const auto changes = reconcile(meetings_of(expand(weekly())), expand(other), now);
    EXPECT_EQ(changes.kept.size(), 4u);
    EXPECT_EQ(changes.removed, (std::vector<std::string>{"s4", "s6", "s8", "s10", "s12"}));
    EXPECT_TRUE(changes.added.empty() && changes.shifted.empty());
}

TEST(Reconcile, WhatWasHeldTodayIsNotHeldAgain) {
    auto existing = meetings_of(expand(weekly("2026-11-03T10:00")));  // today's is over
    const auto changes = reconcile(existing, expand(weekly("2026-11-03T20:00")), now);
    EXPECT_TRUE(changes.added.empty()) << "not a second time this evening";
    EXPECT_EQ(changes.shifted.size(), 8u);
}

TEST(Reconcile, MovedAndCancelledOnesStandForTheirDates) {
    auto existing = meetings_of(expand(weekly()));
    existing[5].moved = true;  // from December 8 to 10
    existing[5].starts += hours{48};
    existing[5].ends += hours{48};
    existing[7].cancelled = true;  // December 22
    auto other = weekly("2026-11-03T19:00");
    const auto changes = reconcile(existing, expand(other), now);
    EXPECT_EQ(changes.shifted.size(), 7u);
    EXPECT_EQ(shifts(changes).find("s6>"), std::string::npos);
    EXPECT_EQ(shifts(changes).find("s8>"), std::string::npos);
    EXPECT_TRUE(changes.added.empty() && changes.removed.empty());
    existing[7].dropped = true;  // it was the series that left it out, not somebody: now it comes back
    EXPECT_EQ(reconcile(existing, expand(other), now).added.size(), 1u);
}

TEST(Reconcile, ABreakTakesItsSessionsOut) {
    auto other = weekly();
    other.breaks = {{"2026-12-20", "2027-01-03"}};
    const auto changes = reconcile(meetings_of(expand(weekly())), expand(other), now);
    EXPECT_EQ(changes.removed, (std::vector<std::string>{"s8", "s9"}));
    EXPECT_EQ(changes.kept.size(), 7u);
    EXPECT_TRUE(changes.added.empty() && changes.shifted.empty());
}

Series random_series(std::mt19937& random) {
    static const char* zones[] = {"Europe/Berlin",       "Europe/London",  "America/New_York",  "America/Sao_Paulo",
                                  "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Apia"};
    Series series;
    series.zone = zones[random() % 8];
    const LocalDate first = LocalDate{std::chrono::year{2026} / 9 / 1} + days{static_cast<int>(random() % 120)};
    series.local_start = to_text(LocalTime{first} + std::chrono::minutes{15 * (random() % 96)});
    series.rule.freq = static_cast<Freq>(random() % 3);
    series.rule.interval = 1 + static_cast<int>(random() % 3);
    if (series.rule.freq == Freq::weekly && random() % 2)
        for (int day = 0; day < 7; ++day)
            if (random() % 3 == 0) series.rule.days.push_back(static_cast<Weekday>(day));
    if (series.rule.freq == Freq::monthly_by_weekday) series.rule.nth = random() % 2 ? -1 : 0;
    series.rule.count = 1 + static_cast<int>(random() % 60);
    series.minutes = 60 + 15 * static_cast<int>(random() % 5);
    if (random() % 3 == 0) series.breaks = {{"2026-12-20", "2027-01-06"}};
    return series;
}

/// The meetings as they are once the changes are made.
std::vector<Meeting> applied(std::vector<Meeting> meetings, const Changes& changes) {
    std::set<std::string> gone(changes.removed.begin(), changes.removed.end());
    for (const auto* stays : {&changes.kept, &changes.shifted})
        for (const auto& each : *stays)
            for (auto& meeting : meetings)
                if (meeting.id == each.id) {
                    meeting.starts = meeting.slot = each.as.starts;
                    meeting.ends = each.as.ends;
                    meeting.day = each.as.local_start.substr(0, 10);
                }
    for (const auto& each : changes.stand)
        for (auto& meeting : meetings)
            if (meeting.id == each.id) {
                meeting.slot = each.as.starts;
                meeting.moved = true;
            }
    meetings.erase(std::remove_if(meetings.begin(), meetings.end(),
                                  [&](const Meeting& meeting) { return gone.count(meeting.id) != 0; }),
                   meetings.end());
    for (const auto& occurrence : changes.added) {
        auto made = meetings_of({occurrence}).front();
        made.id = "new" + made.id;
        meetings.push_back(made);
    }
    return meetings;
}

TEST(Reconcile, HoldsForRandomChanges) {
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        auto existing = meetings_of(expand(random_series(random)));
        for (auto& meeting : existing) {
            if (random() % 10 == 0) meeting.cancelled = true;
            if (meeting.starts > now && random() % 10 == 0) {
                meeting.moved = true;
                meeting.starts += days{1};
                meeting.ends += days{1};
            }
        }
        const auto wanted = expand(random_series(random));
        const auto changes = reconcile(existing, wanted, now);
        const auto after = applied(existing, changes);

        // What has begun, was cancelled or moved is as it was, and still there.
        std::set<std::string> touched(changes.removed.begin(), changes.removed.end());
        for (const auto* stays : {&changes.kept, &changes.shifted})
            for (const auto& each : *stays) ASSERT_TRUE(touched.insert(each.id).second) << "twice";
        for (const auto& meeting : existing) {
            if (frozen(meeting, now) || meeting.moved) {
                ASSERT_EQ(touched.count(meeting.id), 0u) << meeting.id;
            } else {
                ASSERT_EQ(touched.count(meeting.id), 1u) << meeting.id;
            }
        }
        // A session at a wanted time keeps it.
        std::set<Instant> times, taken;
        for (const auto& occurrence : wanted)
            if (occurrence.starts > now) times.insert(occurrence.starts);
        std::set<std::string> kept;
        for (const auto& each : changes.kept) kept.insert(each.id);
        for (const auto& meeting : existing)
            if (!frozen(meeting, now) && !meeting.moved && times.count(meeting.slot)) {
                ASSERT_EQ(kept.count(meeting.id), 1u) << meeting.id;
            }
        // No time is given twice, none is made up, none lies in the past.
        for (const auto* stays : {&changes.kept, &changes.shifted})
            for (const auto& each : *stays)
                ASSERT_TRUE(times.count(each.as.starts) && taken.insert(each.as.starts).second);
        for (const auto& added : changes.added)
            ASSERT_TRUE(times.count(added.starts) && taken.insert(added.starts).second);
        // Every wanted time has a session, or one that was moved, cancelled or held stands for it.
        std::size_t standing = 0;
        for (const auto& meeting : existing) standing += frozen(meeting, now) || meeting.moved;
        ASSERT_LE(times.size() - taken.size(), standing);
        // Doing it again changes nothing.
        const auto again = reconcile(after, wanted, now);
        ASSERT_TRUE(again.added.empty() && again.removed.empty() && again.shifted.empty() && again.stand.empty())
            << again.added.size() << " " << again.removed.size() << " " << shifts(again);
    }
}

}  // namespace
}  // namespace covision::schedule
