// Which mails are ordered when, what they become when they leave, and whom their links let in.

#include <set>

#include "tests/calendar/ordered.hpp"

namespace covision::calendar {
namespace {

using std::chrono::days;

class OrdersTest : public test::Ordering {};

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
