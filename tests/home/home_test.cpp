// What is next for a person.

#include "protocol/messages/poll.hpp"
#include "tests/home/whole.hpp"

namespace covision::home {
namespace {

using namespace std::chrono_literals;
using protocol::Answer;
using protocol::ConflictAnswer;
using protocol::DutyRole;
using protocol::TaskKind;

class HomeTest : public test::Whole {};

TEST_F(HomeTest, TheNextSessionAndWhatOneDoesThere) {
    const auto& leads = holder(0, DutyRole::facilitator);
    const auto seen = home(leads);
    ASSERT_EQ(seen.groups.size(), 1u);
    ASSERT_EQ(seen.next.size(), 1u);
    EXPECT_EQ(seen.next[0].session.session.value, id(0));
    EXPECT_EQ(seen.next[0].my_roles.items, std::vector<DutyRole>{DutyRole::facilitator});
    EXPECT_EQ(seen.next[0].members.value, 6);
    EXPECT_FALSE(seen.next[0].session.begun);
    EXPECT_FALSE(seen.duties.size() == 0);
    for (const auto& duty : seen.duties) EXPECT_EQ(duty.duty.account.value, leads.account);
    cancel(people[0], 0);
    EXPECT_EQ(home(leads).next[0].session.session.value, id(1));
}

TEST_F(HomeTest, ADutySaysForWhomOneStandsIn) {
    const auto& away = holder(0, DutyRole::facilitator);
    answer(away, 0, Answer::no);
    const auto mine = home(holder(0, DutyRole::facilitator)).duties[0];
    EXPECT_EQ(mine.duty.reason.other->value, away.account);
    for (const auto& member : house.call<protocol::GroupView>(away, "groups.show", protocol::GroupRef{group}).members)
        EXPECT_EQ(member.account == mine.duty.reason.other, member.name == *mine.other);
}

TEST_F(HomeTest, WhatIsOnlyAskedIsNotOnesOwnYet) {
    go_to(sessions[0].starts_at.value - 3h);
    answer(holder(0, DutyRole::facilitator), 0, Answer::no);
    const auto& asked = holder(0, DutyRole::facilitator);
    const auto turn = duty(0, DutyRole::facilitator);
    ASSERT_TRUE(turn.proposed);
    const auto leads = [&] {
        const auto roles = home(asked).next[0].my_roles.items;
        return std::count(roles.begin(), roles.end(), DutyRole::facilitator) > 0;
    };
    EXPECT_FALSE(leads());
    house.call<protocol::Empty>(asked, "rota.take", protocol::DutyRef{group, turn.duty});
    EXPECT_TRUE(leads());
}

TEST_F(HomeTest, AnswersAreAskedForUntilTheyAreGiven) {
    EXPECT_EQ(tasks(people[1], TaskKind::answer_session).size(), 1u) << "a fortnight ahead";
    answer(people[1], 0, Answer::late);
    EXPECT_EQ(tasks(people[1], TaskKind::answer_session).size(), 0u);
    EXPECT_EQ(tasks(people[2], TaskKind::answer_session).size(), 1u);
}

TEST_F(HomeTest, OrganisersDecideWhereTooFewCanCome) {
    const auto of = [&](const call::Caller& who) { return tasks(who, TaskKind::too_few); };
    for (std::size_t i = 1; i < 4; ++i) answer(people[i], 0, Answer::no);
    EXPECT_TRUE(of(people[0]).empty()) << "three are a Troika";
    answer(people[4], 0, Answer::no);
    ASSERT_EQ(of(people[0]).size(), 1u);
    EXPECT_EQ(of(people[0])[0].subject->value, id(0));
    EXPECT_EQ(of(people[0])[0].until->value, sessions[0].starts_at.value);
    EXPECT_TRUE(of(people[5]).empty()) << "who does not organise reads it in the schedule";
    cancel(people[0], 0);
    EXPECT_TRUE(of(people[0]).empty());
    for (std::size_t i = 1; i < 5; ++i) answer(people[i], 1, Answer::no);
    EXPECT_TRUE(of(people[0]).empty()) << "there is still time";
    go_to(sessions[1].starts_at.value - 24h * 13);
    ASSERT_EQ(of(people[0]).size(), 1u);
    answer(people[4], 1, Answer::yes);
    EXPECT_TRUE(of(people[0]).empty());
}

TEST_F(HomeTest, APollIsAnsweredAndASeriesGoesOnBeforeItEnds) {
    protocol::PollCreate wanted;
    wanted.group = group;
    wanted.zone = "Europe/Berlin";
    wanted.minutes = 90;
    wanted.options = {{"2027-06-01T18:00"}, {"2027-06-02T18:00"}};
    const auto poll = house.call<protocol::PollCreated>(people[2], "schedule.create_poll", wanted).poll;
    const auto asked = tasks(people[1], TaskKind::answer_poll);
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(asked[0].subject->value, poll.value);
    EXPECT_EQ(rfc3339(asked[0].until->value), "2027-06-02T16:00:00Z");
    const auto shown = house.call<protocol::Polls>(people[1], "schedule.polls", protocol::GroupRef{group}).polls[0];
    house.call<protocol::Empty>(
        people[1], "schedule.vote",
        protocol::PollAnswer{group, poll, {{shown.options[0].option, protocol::PollChoice::yes}}});
    EXPECT_TRUE(tasks(people[1], TaskKind::answer_poll).empty());
    EXPECT_EQ(tasks(people[3], TaskKind::answer_poll).size(), 1u);

    EXPECT_TRUE(tasks(people[0], TaskKind::extend_series).empty());
    go_to(sessions[11].starts_at.value - 24h * 40);
    const auto ending = tasks(people[0], TaskKind::extend_series);
    ASSERT_EQ(ending.size(), 1u);
    EXPECT_EQ(ending[0].until->value, sessions[11].starts_at.value);
    EXPECT_EQ(ending[0].subject->value, sessions[11].series->value);
    EXPECT_TRUE(tasks(people[1], TaskKind::extend_series).empty()) << "organisers see to it";
}

TEST_F(HomeTest, ACaseIsPreparedAndTheOthersSayWhetherTheyKnow) {
    const auto& by = presenter(0);
    const auto& other = by.account == people[0].account ? people[1] : people[0];
    EXPECT_EQ(tasks(by, TaskKind::prepare_case)[0].subject->value, id(0));
    const auto note = submit(0);
    for (const auto& task : tasks(by, TaskKind::prepare_case)) EXPECT_NE(task.subject->value, id(0));
    EXPECT_EQ(tasks(by, TaskKind::answer_conflict).size(), 0u);
    ASSERT_EQ(tasks(other, TaskKind::answer_conflict).size(), 1u);
    EXPECT_EQ(tasks(other, TaskKind::answer_conflict)[0].subject->value, note);
    say(other, note, ConflictAnswer::maybe);
    EXPECT_EQ(tasks(other, TaskKind::answer_conflict).size(), 0u);
}

TEST_F(HomeTest, ASessionThatGoesOnPastItsEndIsStillTheOneToEnter) {
    begin(0);
    EXPECT_TRUE(home(people[1]).next[0].session.begun);
    go_to(sessions[0].ends_at.value + 10min);
    const auto next = home(holder(1, DutyRole::facilitator)).next[0];
    EXPECT_EQ(next.session.session.value, id(0));
    EXPECT_TRUE(next.session.begun);
    EXPECT_TRUE(next.facilitator);
}

TEST_F(HomeTest, RatingsAreAskedForUntilTheyAreGivenOrClosed) {
    hold(0);
    EXPECT_EQ(tasks(people[1], TaskKind::rate)[0].subject->value, id(0));
    rate(people[1], 0, 6);
    EXPECT_EQ(tasks(people[1], TaskKind::rate).size(), 0u);
    EXPECT_EQ(tasks(people[2], TaskKind::rate).size(), 1u);
    house.advance(72h);
    EXPECT_EQ(tasks(people[2], TaskKind::rate).size(), 0u);
}

TEST_F(HomeTest, WhoHasNotSignedIsAskedToAndToNothingInside) {
    const auto note = submit(0);
    const auto joiner = somebody(7);
    join(joiner, false);
    EXPECT_EQ(tasks(joiner, TaskKind::sign_agreement).size(), 1u);
    EXPECT_EQ(tasks(joiner, TaskKind::answer_session).size(), 1u);
    EXPECT_EQ(tasks(joiner, TaskKind::answer_conflict).size(), 0u);
    leave(joiner);
    EXPECT_TRUE(home(joiner).groups.empty());
    EXPECT_TRUE(home(joiner).tasks.empty());
    EXPECT_TRUE(home(joiner).next.empty());
}

TEST_F(HomeTest, NewcomersAreConfirmedByThoseWhoCan) {
    hold(0);
    house.advance(1h);
    const auto first = somebody(7), second = somebody(8);
    join(first);
    join(second);
    EXPECT_EQ(tasks(people[1], TaskKind::confirm_newcomer).size(), 2u);
    EXPECT_EQ(tasks(first, TaskKind::confirm_newcomer).size(), 0u) << "has to be confirmed first";
    house.call<test::Empty>(people[1], "groups.confirm", protocol::MemberRef{group, first.account});
    EXPECT_EQ(tasks(people[1], TaskKind::confirm_newcomer).size(), 1u);
}

}  // namespace
}  // namespace covision::home
