// Series, sessions and answers as calls.

#include "tests/schedule/circle.hpp"

namespace covision::schedule {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::Answer;

class ScheduleTest : public test::Circle {
protected:
    std::string create(const std::string& starts, int count) {
        return house.refusal(people[0], "schedule.create_series", series(group, starts, count));
    }
    std::string move(const call::Caller& caller, std::size_t session, const std::string& starts) {
        protocol::MoveSession params;
        params.group = group;
        params.session = id(session);
        params.starts.value = starts;
        return house.refusal(caller, "schedule.move", params);
    }
    std::string refused_answer(const call::Caller& caller, std::size_t session) {
        return house.refusal(caller, "schedule.answer", protocol::AnswerSession{group, id(session), Answer::no});
    }
};

TEST_F(ScheduleTest, ASeriesIsTheOrganisersAndMeetsNoOther) {
    ASSERT_EQ(sessions.size(), 12u);
    EXPECT_EQ(sessions[0].number.value, 1);
    EXPECT_EQ(house.refusal(people[1], "schedule.create_series", series(group, "2026-12-03T10:00", 2)),
              "organiser_only");
    EXPECT_EQ(house.refusal(people[1], "schedule.preview", series(group, "2026-12-03T10:00", 2)), "organiser_only");
    EXPECT_EQ(create("2026-11-24T17:30", 2), "overlaps");
    EXPECT_EQ(create("2026-11-24T18:00", 2), "") << "one ends as the other begins";
    EXPECT_EQ(create("2026-11-17T16:30", 2), "in_the_past");
    EXPECT_EQ(list(people[1], group).size(), 14u);
    auto bad = series(group, "2026-12-03T10:00", 2);
    bad.call_link = "javascript:alert(1)";
    EXPECT_EQ(house.refusal(people[0], "schedule.create_series", bad), "bad_link");
    bad.call_link = "https://call.example/room\nATTENDEE:mailto:mallory@example.org";
    EXPECT_EQ(house.refusal(people[0], "schedule.create_series", bad), "bad_link");
}

TEST_F(ScheduleTest, NobodyPlansWithoutEnd) {
    EXPECT_EQ(create("2026-11-26T08:00", 488), "");
    EXPECT_EQ(create("2026-11-27T08:00", 1), "too_many_sessions");
    EXPECT_EQ(list(people[0], group).size(), 50u);
}

TEST_F(ScheduleTest, AnUnsignedMemberAnswersAStrangerDoesNot) {
    const auto joiner = somebody(7), stranger = somebody(8);
    join(joiner, false);
    answer(joiner, 0, Answer::late);
    EXPECT_EQ(told(group), Kinds{"schedule.answered"});
    const auto seen = list(people[1], group)[0].answers;
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].answer, Answer::late);
    EXPECT_EQ(refused_answer(stranger, 0), "not_found");
    EXPECT_EQ(move(joiner, 0, "2026-11-25T10:00"), "organiser_only");
    EXPECT_EQ(cancel(joiner, 0), "organiser_only");
}

TEST_F(ScheduleTest, AMovedSessionKeepsItsAnswers) {
    answer(people[1], 0, Answer::no);
    EXPECT_EQ(move(people[0], 0, sessions[1].local_start.value), "overlaps");
    EXPECT_EQ(move(people[0], 0, "2026-11-26T16:30"), "");
    const auto moved = list(people[2], group)[0];
    EXPECT_EQ(moved.session.value, id(0));
    EXPECT_EQ(moved.moved_from->value, sessions[0].starts_at.value);
    EXPECT_EQ(moved.answers.size(), 1u);
    EXPECT_EQ(moved.number.value, 1);
}

TEST_F(ScheduleTest, WhatRunsIsNeitherMovedNorCancelled) {
    go_to(sessions[0].starts_at.value - 10min);
    mark_opened(0);
    EXPECT_EQ(cancel(people[0], 0), "session_started");
    EXPECT_EQ(move(people[0], 0, "2026-11-26T16:30"), "session_started");
    EXPECT_EQ(refused_answer(people[1], 0), "") << "late on the way one can still say so";
    house.transact({}, "", [&](call::Write& write) {
        const auto member = groups::for_the_group(write, group);
        auto row = session(write.db, member, id(0));
        row.state = protocol::SessionState::held;
        update_session(write.db, member, row);
        return 0;
    });
    EXPECT_EQ(refused_answer(people[1], 0), "session_over");
    EXPECT_EQ(cancel(people[0], 0), "session_started");
}

TEST_F(ScheduleTest, ACancelledSessionStaysCancelled) {
    EXPECT_EQ(cancel(people[0], 0), "");
    EXPECT_EQ(told(group), Kinds{"schedule.session_cancelled"});
    EXPECT_EQ(cancel(people[0], 0), "session_cancelled");
    EXPECT_EQ(refused_answer(people[1], 0), "session_cancelled");
    EXPECT_EQ(move(people[0], 0, "2026-11-26T16:30"), "session_cancelled");
    EXPECT_EQ(create("2026-11-24T16:30", 1), "") << "its time is free again";
}

TEST_F(ScheduleTest, WhoLeavesTakesTheAnswersAlong) {
    answer(people[1], 0, Answer::no);
    answer(people[2], 0, Answer::yes);
    leave(people[1]);
    const auto left = list(people[2], group)[0].answers;
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].account.value, people[2].account);
    EXPECT_EQ(refused_answer(people[1], 0), "not_found");
    join(people[1]);
    EXPECT_EQ(list(people[1], group)[0].answers.size(), 1u) << "who comes back is asked anew";
}

TEST_F(ScheduleTest, AListIsAPage) {
    protocol::SessionsRequest params;
    params.group = group;
    params.from = protocol::Time{parse_rfc3339("1990-01-01T00:00:00Z").value()};
    params.to = protocol::Time{house.now + 24h * 365};
    params.limit = 5;
    const auto page = house.call<protocol::Sessions>(people[0], "schedule.list", params).sessions;
    ASSERT_EQ(page.size(), 5u);
    EXPECT_EQ(page[4].session.value, id(4));
    params.from = protocol::Time{sessions[4].ends_at.value - 1s};
    EXPECT_EQ(house.call<protocol::Sessions>(people[0], "schedule.list", params).sessions[0].session.value, id(4));
    params.from = sessions[4].ends_at;
    EXPECT_EQ(house.call<protocol::Sessions>(people[0], "schedule.list", params).sessions[0].session.value, id(5));
}

}  // namespace
}  // namespace covision::schedule
