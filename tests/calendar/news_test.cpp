// Mails that tell of several things at once: turns, the dates of a series, those that fell away.
#include <map>

#include "tests/calendar/ordered.hpp"

namespace covision::calendar {
namespace {

using std::chrono::days;

class NewsTest : public test::Ordering {};

TEST_F(NewsTest, DutiesAreToldAWeekBeforeToTheirHoldersAlone) {
    house.outside.relay = true;
    go_to(sessions[1].starts_at.value - days{8});
    EXPECT_EQ(count(kind::duty, id(1)), 0u);
    go_to(sessions[1].starts_at.value - days{6});
    const auto leads = duty(1, protocol::DutyRole::facilitator);
    for (const auto& one : people) EXPECT_EQ(duty_mails(one, 1), has_role(one, 1) ? 1u : 0u);
    const auto mail = rendered(kind::duty, person(leads.account), 1);
    ASSERT_TRUE(mail);
    EXPECT_NE(mail->text.find("You lead this session."), std::string::npos);
    EXPECT_NE(mail->text.find("https://covision.example/answer#cannot."), std::string::npos);
    // Whoever cannot come is told nothing any more; whoever leads instead is.
    answer(person(leads.account), 1, protocol::Answer::no);
    EXPECT_FALSE(rendered(kind::duty, person(leads.account), 1));
    const auto& instead = holder(1, protocol::DutyRole::facilitator);
    EXPECT_NE(instead.account, leads.account);
    EXPECT_TRUE(rendered(kind::duty, instead, 1));
    EXPECT_EQ(duty_mails(instead, 1), 1u);
}

TEST_F(NewsTest, WhoGetsATurnBackHearsOfItAgainAndOnce) {
    using protocol::DutyRole;
    house.outside.relay = true;
    go_to(sessions[1].starts_at.value - days{6});
    const auto first = holder(1, DutyRole::facilitator), second = idle(1);
    const auto hand_over_and_back = [&] {
        ASSERT_EQ(choose(people[0], 1, DutyRole::facilitator, second), "");
        ASSERT_EQ(choose(people[0], 1, DutyRole::facilitator, first), "");
        for (int i = 0; i < 3; ++i) look();
    };
    house.advance(std::chrono::minutes{1});
    hand_over_and_back();
    EXPECT_EQ(duty_mails(first, 1), 1u) << "none had left: one says it";
    EXPECT_FALSE(rendered(kind::duty, second, 1));
    all_leave();
    house.advance(std::chrono::minutes{1});
    hand_over_and_back();
    EXPECT_EQ(duty_mails(first, 1), 2u);
    // Another role in the same session is news, and the mail has both.
    all_leave();
    house.advance(std::chrono::minutes{1});
    ASSERT_EQ(choose(people[0], 1, DutyRole::timekeeper, holder(1, DutyRole::scribe)), "");
    const auto& both = holder(1, DutyRole::scribe);
    EXPECT_EQ(duty_mails(both, 1), 2u);
    const auto mail = rendered(kind::duty, both, 1);
    ASSERT_TRUE(mail);
    EXPECT_NE(mail->text.find("You keep the time."), std::string::npos);
    EXPECT_NE(mail->text.find("You write the notes."), std::string::npos);
    EXPECT_EQ(cannot_tokens(*mail).size(), 2u) << "each can be given up alone";
}

TEST_F(NewsTest, AllThatIsAskedOfAStandInIsOneMailAndOneNo) {
    house.outside.relay = true;
    for (std::size_t i = 1; i < 3; ++i) answer(people[i], 0, protocol::Answer::no);
    go_to(sessions[0].starts_at.value - std::chrono::hours{3});
    answer(person(holder(0, protocol::DutyRole::facilitator).account), 0, protocol::Answer::no);
    std::map<std::string, std::vector<protocol::Duty>> asked;
    const auto asked_for_two = [&]() -> const call::Caller* {
        asked.clear();
        for (const auto& each : rota(people[0]).duties)
            if (each.session == id(0) && each.proposed) asked[each.account].push_back(each);
        for (const auto& [account, turns] : asked) {
            const auto& who = person(account);
            EXPECT_EQ(duty_mails(who, 0), 1u);
            EXPECT_NE(rendered(kind::duty, who, 0)->text.find("you would be next"), std::string::npos);
            if (turns.size() == 2) return &who;
        }
        return nullptr;
    };
    const auto* both = asked_for_two();
    for (int i = 0; i < 2 && both == nullptr; ++i) {
        const auto turn = duty(0, protocol::DutyRole::facilitator);
        house.call<protocol::Empty>(person(turn.account), "rota.decline", protocol::DutyRef{group, turn.duty});
        both = asked_for_two();
    }
    ASSERT_NE(both, nullptr) << "nobody is asked for two";
    const auto mail = rendered(kind::duty, *both, 0);
    EXPECT_NE(mail->text.find("You keep the time."), std::string::npos);
    EXPECT_NE(mail->text.find("You write the notes."), std::string::npos);
    const auto tokens = cannot_tokens(*mail);
    ASSERT_EQ(tokens.size(), 1u);
    house.call<protocol::AnswerLink>({}, "give_up", protocol::AnswerPeek{tokens[0]});
    EXPECT_FALSE(has_role(*both, 0)) << "one no is for all that was asked";
    EXPECT_EQ(rota(*both).my_passes.value, 0) << "and gives nothing up";
}

TEST_F(NewsTest, WhatFellAwayIsTakenOutOfTheCalendarsThatMailsPutItInto) {
    house.outside.relay = true;
    const auto change = [&](const std::string& starts, int weeks) {
        protocol::SeriesChange params;
        params.group = group;
        params.series = *sessions[0].series;
        params.recurrence.interval = weeks;
        params.recurrence.count = 12;
        params.starts.value = starts;
        params.zone = "Europe/Berlin";
        params.minutes = 90;
        return house.call<protocol::SeriesChanged>(people[0], "schedule.change_series", params).removed;
    };
    ASSERT_GT(change("2026-11-24T16:30", 4), 0);
    EXPECT_EQ(count(kind::dropped), 0u) << "no mail had told of any";
    house.advance(std::chrono::minutes{6});
    EXPECT_EQ(count(kind::dates), people.size());
    sessions = list(people[0], group);
    answer(people[1], 5, protocol::Answer::yes);  // this one is cancelled, the others are gone
    const auto removed = change("2026-11-24T16:30", 12);
    ASSERT_GT(removed, 3);
    ASSERT_EQ(count(kind::dropped), people.size()) << "one mail for all";
    EXPECT_EQ(count(kind::cancelled), 0u);
    const auto all = outbox();
    const auto one = std::find_if(all.begin(), all.end(), [](const auto& each) { return each.kind == kind::dropped; });
    const auto mail = rendered(*one);
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->method, "CANCEL");
    EXPECT_NE(mail->calendar.find("UID:" + id(5) + "@covision"), std::string::npos);
    std::size_t events = 0;
    for (auto at = mail->calendar.find("STATUS:CANCELLED"); at != std::string::npos;
         at = mail->calendar.find("STATUS:CANCELLED", at + 1))
        ++events;
    EXPECT_EQ(events, static_cast<std::size_t>(removed));
    EXPECT_EQ(mail->calendar.find("SEQUENCE:0"), std::string::npos) << "a calendar takes what counts up";
    house.advance(days{400});
    EXPECT_FALSE(rendered(*one)) << "nobody needs it any more";
}

TEST_F(NewsTest, AListOfDatesIsNoInvitationHoweverLateItLeaves) {
    house.outside.relay = true;
    auto more = series(group, "2026-12-10T16:30", 2);
    house.call<protocol::SeriesCreated>(people[0], "schedule.create_series", more);
    const auto all = list(people[0], group);
    const auto first = std::find_if(all.begin(), all.end(), [&](const auto& one) {
                           return one.local_start == "2026-12-10T16:30";
                       })->session.value;
    // The server was off meanwhile: all that is due is done at one moment.
    house.now = sessions[0].starts_at.value + days{8};
    house.advance(days{0});
    EXPECT_EQ(count(kind::dates), people.size());
    EXPECT_EQ(count(kind::invitation, first), people.size());
}

TEST_F(NewsTest, AnotherMomentOfTheSameLocalTimeIsToldWhereASessionIsKnown) {
    house.outside.relay = true;
    protocol::SessionAdd single{group, protocol::LocalTime{"2027-01-06T10:00"}, "Europe/Berlin", 60, "", ""};
    ASSERT_EQ(house.refusal(people[0], "schedule.add_session", single), "");
    look();
    static const storage::Sql shift{"UPDATE session SET starts = starts - 3600000000, ends = ends - 3600000000",
                                    storage::Sql::Home::own_file};
    house.db->run(shift);
    house.advance(std::chrono::hours{24});
    EXPECT_EQ(count(kind::moved), people.size());
    EXPECT_EQ(count(kind::moved, id(0)), people.size()) << "they have been invited; of the others nobody knows yet";
    EXPECT_EQ(count(kind::dates), 0u);
    const auto mail = rendered(kind::moved, people[1], 0);
    ASSERT_TRUE(mail);
    EXPECT_NE(mail->calendar.find("SEQUENCE:1"), std::string::npos);
    EXPECT_NE(mail->calendar.find("DTSTART;TZID=Europe/Berlin:20261124T163000"), std::string::npos);
}

}  // namespace
}  // namespace covision::calendar
