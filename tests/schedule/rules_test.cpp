#include "server/features/schedule/rules.hpp"

#include <gtest/gtest.h>

#include "tests/support/refusal.hpp"

namespace covision::schedule {
namespace {

using support::code_of;

using std::chrono::hours;
using std::chrono::minutes;

const Instant noon = *parse_rfc3339("2026-11-24T12:00:00Z");

Meeting meeting() {
    Meeting made;
    made.id = "a";
    made.starts = noon;
    made.ends = noon + minutes{90};
    return made;
}

TEST(ScheduleRules, AnswersAreTakenUntilTheEnd) {
    EXPECT_EQ(code_of([] { may_answer(meeting(), noon + minutes{89}); }), "");
    EXPECT_EQ(code_of([] { may_answer(meeting(), noon + minutes{90}); }), "session_over");
    auto cancelled = meeting();
    cancelled.cancelled = true;
    EXPECT_EQ(code_of([&] { may_answer(cancelled, noon - hours{1}); }), "session_cancelled");
}

TEST(ScheduleRules, WhatWasOpenedIsNeitherMovedNorCancelled) {
    auto opened = meeting();
    opened.opened = true;
    EXPECT_EQ(code_of([&] { may_cancel(opened, noon); }), "session_started");
    EXPECT_EQ(code_of([&] { may_move(opened, noon + hours{5}, noon + hours{6}, {}, noon); }), "session_started");
    EXPECT_EQ(code_of([] { may_cancel(meeting(), noon + hours{2}); }), "session_over");
    EXPECT_EQ(code_of([] { may_cancel(meeting(), noon + minutes{5}); }), "")
        << "nobody came: it can still be called off";
}

TEST(ScheduleRules, MovesGoForwardAndNotOntoEachOther) {
    const auto move = [](Instant starts, minutes length, std::vector<Meeting> others = {}) {
        return code_of([&] { may_move(meeting(), starts, starts + length, others, noon - hours{24}); });
    };
    EXPECT_EQ(move(noon + hours{1}, minutes{90}), "");
    EXPECT_EQ(move(noon - hours{24}, minutes{90}), "in_the_past");
    EXPECT_EQ(move(noon, minutes{14}), "bad_length");
    EXPECT_EQ(move(noon + hours{24 * 800}, minutes{90}), "too_far");
    auto other = meeting();
    EXPECT_EQ(move(noon + hours{1}, minutes{90}, {other}), "") << "its own old time is free";
    other.id = "b";
    EXPECT_EQ(move(noon + hours{1}, minutes{90}, {other}), "overlaps");
    EXPECT_EQ(move(noon + minutes{90}, minutes{90}, {other}), "");
    other.cancelled = true;
    EXPECT_EQ(move(noon + hours{1}, minutes{90}, {other}), "");
}

TEST(ScheduleRules, OpensAnHourEarly) {
    EXPECT_EQ(code_of([] { may_open(meeting(), noon - minutes{61}); }), "too_early");
    EXPECT_EQ(code_of([] { may_open(meeting(), noon - minutes{60}); }), "");
    EXPECT_EQ(code_of([] { may_open(meeting(), noon + minutes{90} + hours{24}); }), "session_over");
}

TEST(ScheduleRules, AChangedRuleKeepsWhatIsPastAndWhatWasMoved) {
    Series series;
    series.rule.count = 6;
    series.local_start = "2026-11-03T12:00";
    series.zone = "UTC";
    std::vector<Meeting> existing;
    for (const auto& occurrence : expand(series)) {
        Meeting made;
        made.id = std::to_string(occurrence.number);
        made.number = occurrence.number;
        made.starts = occurrence.starts;
        made.ends = occurrence.ends;
        existing.push_back(made);
    }
    EXPECT_TRUE(reconcile(existing, expand(series), noon - hours{1}).added.empty());
    existing[4].moved = true;

    series.local_start = "2026-11-03T13:00";
    series.rule.count = 7;
    auto changes = reconcile(existing, expand(series), noon);  // the fourth is just beginning
    EXPECT_TRUE(changes.removed.empty());
    ASSERT_EQ(changes.shifted.size(), 1u);
    EXPECT_EQ(changes.shifted[0].id, "6");
    ASSERT_EQ(changes.added.size(), 1u);
    EXPECT_EQ(changes.added[0].number, 7);

    series.rule.count = 2;
    changes = reconcile(existing, expand(series), noon);
    EXPECT_EQ(changes.removed, (std::vector<std::string>{"6"}));
}

}  // namespace
}  // namespace covision::schedule
