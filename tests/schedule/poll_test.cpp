// Single sessions, notes, the quorum and polls, as calls.

#include "protocol/messages/poll.hpp"
#include "server/features/schedule/notes.hpp"
#include "tests/schedule/circle.hpp"

namespace covision::schedule {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::Answer;
using protocol::PollChoice;
using protocol::PollState;

class PollTest : public test::Circle {
protected:
    std::string note(const call::Caller& caller, std::size_t session, Answer answer, std::optional<std::string> words) {
        protocol::AnswerSession params{group, id(session), answer};
        if (words) params.note = protocol::AnswerNote{*words};
        return house.refusal(caller, "schedule.answer", params);
    }
    std::optional<std::string> seen_note(std::size_t session) {
        const auto answers = list(people[2], group).at(session).answers;
        return answers.empty() || !answers[0].note ? std::nullopt : std::optional<std::string>{answers[0].note->value};
    }
    protocol::Session list_past(std::size_t session) {
        protocol::SessionsRequest params;
        params.group = group;
        params.from = protocol::Time{sessions[session].starts_at.value};
        return house.call<protocol::Sessions>(people[2], "schedule.list", params).sessions.items.at(0);
    }
    protocol::PollCreate wanted(std::vector<protocol::LocalTime> options) {
        protocol::PollCreate params;
        params.group = group;
        params.title = "Spring";
        params.zone = "Europe/Berlin";
        params.minutes = 90;
        params.options = std::move(options);
        return params;
    }
    std::string create(const call::Caller& caller) {
        return house
            .call<protocol::PollCreated>(caller, "schedule.create_poll",
                                         wanted({{"2027-03-30T18:00"}, {"2027-03-25T18:00"}, {"2027-03-26T09:00"}}))
            .poll;
    }
    std::vector<protocol::Poll> polls(const call::Caller& caller) {
        return house.call<protocol::Polls>(caller, "schedule.polls", protocol::GroupRef{group}).polls.items;
    }
    std::string vote(const call::Caller& caller, const std::string& poll, std::vector<protocol::PollMark> marks) {
        return house.refusal(caller, "schedule.vote", protocol::PollAnswer{group, poll, std::move(marks)});
    }
    protocol::PollChoose choice(const protocol::Poll& poll, std::size_t option) {
        protocol::PollChoose params;
        params.group = group;
        params.poll = poll.poll;
        params.option = poll.options[option].option;
        return params;
    }
};

TEST_F(PollTest, ANoteIsSealedFollowsItsAnswerAndGoes) {
    EXPECT_EQ(note(people[1], 0, Answer::late, "my train"), "");
    EXPECT_EQ(told(group), Kinds{"schedule.answered"});
    for (const auto& event : house.events) EXPECT_EQ(event.data.find("train"), std::string::npos);
    EXPECT_EQ(seen_note(0), "my train");
    EXPECT_EQ(note(people[1], 0, Answer::late, {}), "");
    EXPECT_EQ(seen_note(0), "my train");
    EXPECT_EQ(note(people[1], 0, Answer::online, {}), "");
    EXPECT_EQ(seen_note(0), std::nullopt) << "it was about being late";
    EXPECT_EQ(note(people[1], 0, Answer::no, "ill"), "");
    EXPECT_EQ(note(people[1], 0, Answer::no, ""), "");
    EXPECT_EQ(seen_note(0), std::nullopt);
    EXPECT_EQ(note(people[1], 0, Answer::late, "ten minutes"), "");
    EXPECT_TRUE(has_sealed_row(*house.db, group, "notes." + id(0)));
    go_to(sessions[0].ends_at.value + 24h * 31);
    EXPECT_FALSE(has_sealed_row(*house.db, group, "notes." + id(0)));
    EXPECT_EQ(list_past(0).answers.items.at(0).note, std::nullopt);
}

TEST_F(PollTest, ASingleSessionStandsBetweenTheOthers) {
    protocol::SessionAdd single;
    single.group = group;
    single.starts.value = "2026-12-01T10:00";
    single.zone = "America/New_York";
    single.minutes = 60;
    EXPECT_EQ(house.refusal(people[1], "schedule.add_session", single), "organiser_only");
    house.call<protocol::SessionAdded>(people[0], "schedule.add_session", single);
    EXPECT_EQ(told(group), Kinds{"schedule.session_added"});
    const auto now = list(people[1], group);
    ASSERT_EQ(now.size(), 13u);
    EXPECT_EQ(rfc3339(now[1].starts_at), "2026-12-01T15:00:00Z");
    EXPECT_FALSE(now[1].series);
    for (std::size_t i = 0; i < now.size(); ++i) EXPECT_EQ(now[i].number, static_cast<std::int64_t>(i) + 1);
    EXPECT_EQ(house.refusal(people[0], "schedule.add_session", single), "overlaps");
    single.starts.value = "2026-11-01T10:00";
    EXPECT_EQ(house.refusal(people[0], "schedule.add_session", single), "in_the_past");
    single.starts.value = "2026-12-02T10:00";
    single.minutes = 5;
    EXPECT_EQ(house.refusal(people[0], "schedule.add_session", single), "bad_length");
    single.minutes = 60;
    single.zone = "Mars/Olympus";
    EXPECT_EQ(house.refusal(people[0], "schedule.add_session", single), "zone_unknown");
}

TEST_F(PollTest, FewerThanTheQuorumIsSaid) {
    const auto offer = [&] { return list(people[1], group).at(0).offer; };
    EXPECT_EQ(offer(), std::nullopt);
    for (std::size_t i = 1; i < 4; ++i) answer(people[i], 0, Answer::no);
    EXPECT_EQ(offer(), protocol::SessionOffer::troika);
    answer(people[4], 0, Answer::no);
    EXPECT_EQ(offer(), protocol::SessionOffer::too_few);
    answer(people[3], 0, Answer::online);
    EXPECT_EQ(offer(), protocol::SessionOffer::troika);
    EXPECT_EQ(house.refusal(people[1], "schedule.set_settings", protocol::ScheduleSettingsSet{group, 5}),
              "organiser_only");
    house.call<protocol::Empty>(people[0], "schedule.set_settings", protocol::ScheduleSettingsSet{group, 5});
    EXPECT_EQ(told(group), Kinds{"schedule.settings_changed"});
    EXPECT_EQ(house.call<protocol::ScheduleSettings>(people[1], "schedule.settings", protocol::GroupRef{group}).quorum,
              5);
    answer(people[4], 0, Answer::yes);
    EXPECT_EQ(offer(), protocol::SessionOffer::too_few);
    answer(people[2], 0, Answer::yes);
    EXPECT_EQ(offer(), std::nullopt);
}

TEST_F(PollTest, APollIsAnsweredInOnesOwnTime) {
    const auto poll = create(people[2]);
    EXPECT_EQ(told(group), Kinds{"schedule.poll_changed"});
    auto shown = polls(people[1]).at(0);
    ASSERT_EQ(shown.options.size(), 3u);
    EXPECT_EQ(shown.options[0].local_start, "2027-03-25T18:00");
    EXPECT_EQ(rfc3339(shown.options[0].starts_at), "2027-03-25T17:00:00Z");
    EXPECT_EQ(rfc3339(shown.options[2].starts_at), "2027-03-30T16:00:00Z") << "the clocks have changed";
    const auto option = [&](std::size_t i) { return shown.options[i].option; };
    EXPECT_EQ(vote(people[1], poll, {{option(0), PollChoice::yes}, {option(1), PollChoice::no}}), "");
    EXPECT_EQ(vote(people[1], poll, {{option(0), PollChoice::if_need_be}}), "");
    EXPECT_EQ(vote(people[3], poll, {{option(0), PollChoice::no}}), "");
    EXPECT_EQ(polls(people[0]).at(0).votes.size(), 2u) << "saying it again replaces what was said";
    EXPECT_EQ(vote(people[1], poll, {{option(0), PollChoice::yes}, {option(0), PollChoice::no}}), "option_twice");
    EXPECT_EQ(vote(people[1], poll, {{protocol::Id{poll}, PollChoice::yes}}), "not_found");
    EXPECT_EQ(polls(people[0]).at(0).votes.size(), 2u);
    leave(people[3]);
    EXPECT_EQ(polls(people[0]).at(0).votes.size(), 1u);
    EXPECT_EQ(vote(people[3], poll, {}), "not_found");
    EXPECT_EQ(house.refusal(people[1], "schedule.close_poll", protocol::PollRef{group, poll}), "organiser_only");
    EXPECT_EQ(house.refusal(people[2], "schedule.close_poll", protocol::PollRef{group, poll}), "");
    EXPECT_EQ(vote(people[1], poll, {}), "poll_closed");
    EXPECT_EQ(polls(people[0]).at(0).state, PollState::closed);
    house.advance(24h * 91);
    EXPECT_TRUE(polls(people[0]).empty());
}

TEST_F(PollTest, AChoiceBecomesASession) {
    const auto poll = create(people[2]);
    const auto shown = polls(people[0]).at(0);
    vote(people[1], poll, {{shown.options[1].option, PollChoice::yes}});
    vote(people[3], poll, {{shown.options[1].option, PollChoice::no}});
    vote(people[4], poll, {{shown.options[1].option, PollChoice::if_need_be}});
    EXPECT_EQ(house.refusal(people[2], "schedule.choose_poll", choice(shown, 1)), "organiser_only");
    const auto made = house.call<protocol::PollChosen>(people[0], "schedule.choose_poll", choice(shown, 1));
    EXPECT_EQ(told(group),
              (Kinds{"schedule.session_added", "schedule.answered", "schedule.answered", "schedule.poll_changed"}));
    const auto chosen = polls(people[1]).at(0);
    EXPECT_EQ(chosen.state, PollState::chosen);
    EXPECT_EQ(chosen.chosen->value, shown.options[1].option.value);
    for (const auto& session : list(people[1], group))
        if (session.session == made.session.value()) {
            EXPECT_EQ(session.local_start, "2027-03-26T09:00");
            EXPECT_EQ(session.answers.size(), 2u) << "who could if need be is asked";
        }
    EXPECT_EQ(house.refusal(people[0], "schedule.choose_poll", choice(shown, 0)), "poll_closed");
}

TEST_F(PollTest, AChoiceBecomesASeriesInOneStep) {
    create(people[2]);
    auto params = choice(polls(people[0]).at(0), 0);
    params.recurrence.emplace();
    params.recurrence->count = 6;
    params.recurrence->days = {protocol::Weekday::th};
    const auto made = house.call<protocol::PollChosen>(people[0], "schedule.choose_poll", params);
    ASSERT_TRUE(made.series);
    std::int64_t found = 0;
    for (const auto& session : list(people[1], group)) found += session.series == made.series;
    EXPECT_EQ(found, 6);
}

TEST_F(PollTest, AllOpenPollsAreListedAndTheLatestOfTheOthers) {
    std::vector<std::string> open, all;
    for (int i = 0; i < 9; ++i) open.push_back(create(people[1]));
    for (int i = 0; i < 14; ++i) {
        house.now += 1min;
        all.insert(all.begin(), create(people[1]));
        house.call<test::Empty>(people[1], "schedule.close_poll", protocol::PollRef{group, all.front()});
    }
    const auto shown = polls(people[2]);
    ASSERT_EQ(shown.size(), 20u);
    for (std::size_t i = 0; i < 9; ++i) {
        EXPECT_EQ(std::count(open.begin(), open.end(), shown[i].poll.value), 1) << "open ones first, however old";
        EXPECT_EQ(shown[i].options.size(), 3u);
    }
    for (std::size_t i = 9; i < 20; ++i) EXPECT_EQ(shown[i].poll.value, all[i - 9]);
}

TEST_F(PollTest, WhatIsPastIsNotChosen) {
    const auto refused = [&](std::vector<protocol::LocalTime> options) {
        return house.refusal(people[1], "schedule.create_poll", wanted(std::move(options)));
    };
    EXPECT_EQ(refused({{"2026-11-01T10:00"}}), "in_the_past");
    EXPECT_EQ(refused({{"2027-03-25T10:00"}, {"2027-03-25T10:00"}}), "option_twice");
    create(people[1]);
    const auto shown = polls(people[0]).at(0);
    go_to(shown.options[0].starts_at.value + 1h);
    EXPECT_EQ(house.refusal(people[0], "schedule.choose_poll", choice(shown, 0)), "in_the_past");
    go_to(shown.options[2].starts_at.value + 1min);
    EXPECT_EQ(polls(people[0]).at(0).state, PollState::closed) << "by itself, after its last day";
    for (int i = 0; i < 10; ++i)
        house.call<protocol::PollCreated>(people[1], "schedule.create_poll", wanted({{"2027-06-25T10:00"}}));
    EXPECT_EQ(refused({{"2027-06-25T10:00"}}), "too_many_polls");
}

}  // namespace
}  // namespace covision::schedule
