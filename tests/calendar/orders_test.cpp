// Which mails are ordered when, what they become when they leave, and whom their links let in.

#include "server/features/calendar/orders.hpp"

#include <map>
#include <set>

#include "server/features/calendar/mails.hpp"
#include "server/features/calendar/methods.hpp"
#include "server/features/calendar/ticket.hpp"
#include "tests/rota/planned.hpp"

namespace covision::calendar {
namespace {

using protocol::MailChoice;
using std::chrono::days;

struct Ordered {
    std::string kind, account, subject, key;
    static Ordered from(const storage::Row& row) { return {row.text(0), row.text(1), row.text(2), row.text(3)}; }
};

class OrdersTest : public test::Planned {
protected:
    static void enter(call::Table& table) {
        rota::methods(table);
        calendar::methods(table);
    }
    OrdersTest() : Planned(&enter) { house.outside = {false, "covision@example.org", "https://covision.example"}; }

    std::vector<Ordered> outbox() {
        static const storage::Sql all{"SELECT kind, account, subject, order_key FROM outbox ORDER BY id",
                                      storage::Sql::Home::own_file};
        return house.db->all<Ordered>(all);
    }
    std::size_t count(const std::string& kind, const std::string& subject = {}) {
        const auto all = outbox();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
            return one.kind == kind && (subject.empty() || one.subject == subject);
        }));
    }
    void look() {
        house.transact({}, "", [&](call::Write& write) {
            look_again(write, group);
            return 0;
        });
    }
    void choose_mail(const call::Caller& who, const MailChoice& mail) {
        house.call<protocol::Empty>(who, "calendar.set", protocol::CalendarChoice{false, false, mail});
    }
    std::optional<notify::Message> rendered(const Ordered& one) {
        const call::Caller nobody;
        const call::Services services{house.random, *house.keys, test::detector(), house.outside};
        call::Read read(*house.db, services, nobody, house.now);
        return render(read, {one.account, one.kind, group, one.subject, one.key, house.now, house.now});
    }
    std::optional<notify::Message> rendered(const std::string& kind, const call::Caller& who, std::size_t session) {
        return rendered({kind, who.account, id(session), ""});
    }
    /// Ordered so far, of the turns in one session.
    std::size_t duty_mails(const call::Caller& who, std::size_t session) {
        const auto all = outbox();
        return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& one) {
            return one.kind == kind::duty && one.subject == id(session) && one.account == who.account;
        }));
    }
    void all_leave() {
        static const storage::Sql leave{"UPDATE outbox SET state = 'sent'", storage::Sql::Home::own_file};
        house.db->run(leave);
    }
    static std::vector<std::string> cannot_tokens(const notify::Message& mail) {
        const std::string before = "/answer#cannot.";
        std::vector<std::string> found;
        for (auto at = mail.text.find(before); at != std::string::npos; at = mail.text.find(before, at + 1))
            found.push_back(mail.text.substr(at + before.size(), 87));
        return found;
    }
    std::string token(const call::Caller& who, std::size_t session) {
        return house.transact({}, "", [&](call::Write& write) {
            const auto member = groups::on_behalf_of(write, group, who.account, groups::Need::member);
            return token_of(write, member, {protocol::AnswerPurpose::answer, group, id(session)});
        });
    }
    std::string peeked(const std::string& secret) {
        return house.refusal({}, "peek_answer", protocol::AnswerPeek{secret});
    }
};

TEST_F(OrdersTest, WithoutARelayNothingIsOrdered) {
    house.advance(days{40});
    answer(people[1], 3, protocol::Answer::no);
    cancel(people[0], 4);
    EXPECT_TRUE(outbox().empty());
}

TEST_F(OrdersTest, EachMomentOrdersItsMailsOnceHoweverOftenItIsLookedAt) {
    choose_mail(people[5], {false, false, true, false});
    house.outside.relay = true;
    // The first session is two days away, the second 16: five want invitations.
    look();
    EXPECT_EQ(count(kind::invitation, id(0)), 5u);
    EXPECT_EQ(count(kind::invitation, id(1)), 0u);
    const auto before = outbox().size();
    for (int i = 0; i < 3; ++i) look();
    EXPECT_EQ(outbox().size(), before);
    house.advance(days{60});
    for (std::size_t session = 0; session < 4; ++session) {
        EXPECT_EQ(count(kind::invitation, id(session)), 5u) << session;
        EXPECT_EQ(count(kind::day_before, id(session)), 5u) << session;
        EXPECT_EQ(count(kind::two_hours_before, id(session)), 1u) << session;
    }
    std::set<std::string> keys;
    for (const auto& one : outbox()) {
        EXPECT_TRUE(keys.insert(one.key).second);
        EXPECT_FALSE(one.account == people[5].account && one.kind != kind::two_hours_before) << one.kind;
    }
}

TEST_F(OrdersTest, DutiesAreToldAWeekBeforeToTheirHoldersAlone) {
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

TEST_F(OrdersTest, WhoGetsATurnBackHearsOfItAgainAndOnce) {
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

TEST_F(OrdersTest, AllThatIsAskedOfAStandInIsOneMailAndOneNo) {
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

TEST_F(OrdersTest, WhatFellAwayIsTakenOutOfTheCalendarsThatMailsPutItInto) {
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

TEST_F(OrdersTest, AMailIsTrueWhenItLeavesOrDropped) {
    house.outside.relay = true;
    const auto& ann = people[1];
    EXPECT_TRUE(rendered(kind::invitation, ann, 0));
    EXPECT_FALSE(rendered(kind::cancelled, ann, 0));
    // The reminder of a session that is still far away is another session's by now.
    EXPECT_FALSE(rendered(kind::day_before, ann, 3));
    answer(ann, 0, protocol::Answer::no);
    EXPECT_FALSE(rendered(kind::invitation, ann, 0));
    EXPECT_TRUE(rendered(kind::invitation, people[2], 0));
    choose_mail(people[2], {false, true, true, true});
    EXPECT_FALSE(rendered(kind::invitation, people[2], 0));
    cancel(people[0], 0);
    EXPECT_FALSE(rendered(kind::invitation, people[3], 0));
    EXPECT_TRUE(rendered(kind::cancelled, people[3], 0));
    leave(people[3]);
    EXPECT_FALSE(rendered(kind::cancelled, people[3], 0));
    go_to(sessions[1].ends_at.value);
    for (const auto& each : {kind::invitation, kind::moved, kind::day_before, kind::two_hours_before})
        EXPECT_FALSE(rendered(each, people[4], 1)) << each;
}

TEST_F(OrdersTest, ALinkIsOnesOwnOneSessionsAndDeadWithTheMembership) {
    const auto mine = token(people[1], 1);
    EXPECT_EQ(mine.size(), 87u);
    EXPECT_NE(mine, token(people[2], 1));
    EXPECT_NE(mine, token(people[1], 2));
    EXPECT_EQ(peeked(mine), "");
    for (std::size_t i = 0; i < mine.size(); ++i) {
        auto other = mine;
        other[i] = other[i] == 'B' ? 'C' : 'B';
        EXPECT_EQ(peeked(other), "link_unknown") << i;
    }
    leave(people[1]);
    EXPECT_EQ(peeked(mine), "link_unknown");
    house.advance(std::chrono::hours{1});
    join(people[1]);
    EXPECT_EQ(peeked(mine), "link_unknown");
    EXPECT_EQ(peeked(token(people[1], 1)), "");
}

TEST_F(OrdersTest, WhatIsDoneByALinkIsOnRecordAsThatPersons) {
    protocol::AnswerByLink params{token(people[1], 1), protocol::Answer::late};
    const auto result = house.call<protocol::AnswerLink>({}, "answer", params);
    EXPECT_EQ(result.current, protocol::Answer::late);
    static const storage::Sql line{"SELECT account || ' ' || subject FROM audit WHERE action = 'calendar.answered'",
                                   storage::Sql::Home::own_file};
    EXPECT_EQ(house.db->one<std::string>(line), people[1].account + " " + id(1));
}

}  // namespace
}  // namespace covision::calendar
