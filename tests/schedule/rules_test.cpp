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

TEST(ScheduleRules, FewAnswersSuggestSomething) {
    using protocol::SessionOffer;
    const auto at = [](std::size_t members, std::size_t no, std::int64_t quorum) {
        return offer(meeting(), members, no, quorum, noon - hours{48});
    };
    EXPECT_EQ(at(6, 3, 3), SessionOffer::troika);
    EXPECT_EQ(at(6, 3, 5), SessionOffer::troika);
    EXPECT_EQ(at(6, 4, 3), SessionOffer::too_few);
    EXPECT_EQ(at(6, 2, 5), SessionOffer::too_few);
    EXPECT_EQ(at(6, 2, 4), std::nullopt);
    EXPECT_EQ(at(2, 0, 3), std::nullopt) << "a group that only begins is not told to cancel";
    EXPECT_EQ(offer(meeting(), 6, 3, 3, noon - hours{24 * 15}), std::nullopt);
    EXPECT_EQ(offer(meeting(), 6, 3, 3, noon), std::nullopt) << "it has begun";
    auto cancelled = meeting();
    cancelled.cancelled = true;
    EXPECT_EQ(offer(cancelled, 6, 3, 3, noon - hours{48}), std::nullopt);
}

}  // namespace
}  // namespace covision::schedule
