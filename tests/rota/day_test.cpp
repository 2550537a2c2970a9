// Stand-ins of the day, wishes to present, roles as the group chooses them, as calls.
#include <map>
#include <set>

#include "server/features/schedule/topics.hpp"
#include "tests/rota/planned.hpp"

namespace covision::rota {
namespace {

using namespace std::chrono_literals;
using protocol::Answer;
using protocol::DutyRole;
using protocol::DutyWhy;
using protocol::PresenterRule;
using protocol::RoleTime;
using Names = std::vector<std::string>;

class RotaDayTest : public test::Planned {
protected:
    std::string answer_to(const call::Caller& caller, const std::string& method, const protocol::Duty& turn) {
        return house.refusal(caller, method, protocol::DutyRef{group, turn.duty});
    }
    void set(const protocol::RotaRules& rules) {
        ASSERT_EQ(house.refusal(people[0], "rota.set_rules", protocol::RotaRulesSet{group, rules}), "");
    }
    void wish(const call::Caller& caller, bool urgent = false) {
        EXPECT_EQ(house.refusal(caller, "rota.wish", protocol::WishMade{group, urgent}), "");
    }
    Names queue() {
        Names names;
        for (const auto& each : rota(people[0]).queue) names.push_back(each.account);
        return names;
    }
    Names presenters() {
        Names names;
        for (const auto& each : rota(people[0]).duties)
            if (each.role == DutyRole::presenter) names.push_back(each.account);
        return names;
    }
    void hold(std::size_t session, const Names& present, const std::vector<std::pair<DutyRole, std::string>>& served) {
        house.transact({}, "", [&](call::Write& write) {
            const auto member = groups::for_the_group(write, group);
            auto row = schedule::session(write.db, member, id(session));
            row.state = protocol::SessionState::held;
            schedule::update_session(write.db, member, row);
            record_held(write, member, row, {present.begin(), present.end()}, served);
            write.emit(schedule::session_held, group, {row.id});
            return 0;
        });
    }
};

TEST_F(RotaDayTest, OnTheDayAStandInIsAskedAndAheadOfItNot) {
    const auto early = holder(1, DutyRole::facilitator);
    ASSERT_EQ(pass(early, duty(1, DutyRole::facilitator)), "");
    EXPECT_FALSE(duty(1, DutyRole::facilitator).proposed) << "there are days to say no in";
    go_to(sessions[0].starts_at.value - 3h);
    const auto gives_up = holder(0, DutyRole::facilitator);
    answer(gives_up, 0, Answer::no);
    const auto proposed = duty(0, DutyRole::facilitator);
    EXPECT_TRUE(proposed.proposed);
    EXPECT_NE(proposed.account.value, gives_up.account);
    const auto asked = person(proposed.account);
    EXPECT_EQ(answer_to(gives_up, "rota.take", proposed), "not_yours");
    EXPECT_EQ(answer_to(asked, "rota.take", proposed), "");
    EXPECT_FALSE(duty(0, DutyRole::facilitator).proposed);
    EXPECT_EQ(duty(0, DutyRole::facilitator).account, proposed.account);
    EXPECT_EQ(answer_to(asked, "rota.take", proposed), "not_proposed") << "it is theirs now";
    EXPECT_EQ(answer_to(asked, "rota.decline", proposed), "not_proposed");
}

TEST_F(RotaDayTest, WhatIsAskedOfOnePersonForOneSessionIsTakenTogether) {
    for (std::size_t i = 1; i < 3; ++i) answer(people[i], 0, Answer::no);
    go_to(sessions[0].starts_at.value - 3h);
    answer(person(holder(0, DutyRole::facilitator).account), 0, Answer::no);
    // Three are left for four roles. Whoever will not lead may be asked to keep the time and to write.
    std::map<std::string, std::vector<protocol::Duty>> asked;
    const auto asked_twice = [&] {
        asked.clear();
        for (const auto& each : rota(people[0]).duties)
            if (each.session == id(0) && each.proposed) asked[each.account].push_back(each);
        return std::find_if(asked.begin(), asked.end(), [](const auto& each) { return each.second.size() == 2; });
    };
    auto both = asked_twice();
    for (int i = 0; i < 2 && both == asked.end(); ++i) {
        const auto turn = duty(0, DutyRole::facilitator);
        EXPECT_EQ(answer_to(person(turn.account), "rota.decline", turn), "");
        both = asked_twice();
    }
    ASSERT_NE(both, asked.end()) << "nobody is asked for two";
    EXPECT_EQ(answer_to(person(both->first), "rota.take", both->second[0]), "");
    for (const auto& each : both->second) {
        EXPECT_FALSE(duty(0, each.role).proposed);
        EXPECT_EQ(duty(0, each.role).account, both->first);
    }
}

TEST_F(RotaDayTest, WhoSaysNoHasGivenNothingUpAndIsNotAskedAgain) {
    go_to(sessions[0].starts_at.value - 3h);
    std::set<std::string> asked{holder(0, DutyRole::facilitator).account};
    answer(person(*asked.begin()), 0, Answer::no);
    for (int i = 0; i < 3; ++i) {
        const auto turn = duty(0, DutyRole::facilitator);
        ASSERT_TRUE(turn.proposed);
        ASSERT_TRUE(asked.insert(turn.account).second) << "asked twice";
        EXPECT_EQ(answer_to(person(turn.account), "rota.decline", turn), "");
        EXPECT_EQ(rota(person(turn.account)).my_passes.value, 0);
    }
    const auto deputies = rota(people[0]).deputies[0];
    EXPECT_EQ(deputies.session, id(0));
    for (const auto& account : deputies.accounts) EXPECT_EQ(asked.count(account), 0u);
}

TEST_F(RotaDayTest, TheQueueKnowsWhoHasWaitedLongestAndWhoIsUrgent) {
    protocol::RotaRules rules;
    rules.presenter = PresenterRule::queue;
    set(rules);
    EXPECT_TRUE(presenters().empty()) << "nobody has asked";
    wish(people[3]);
    house.now += 1h;
    wish(people[1]);
    house.now += 1h;
    wish(people[4], true);
    EXPECT_EQ(queue(), (Names{people[4].account, people[3].account, people[1].account}));
    EXPECT_EQ(duty(0, DutyRole::presenter).account, people[3].account) << "what is published stays";
    EXPECT_EQ(duty(0, DutyRole::presenter).reason.why, DutyWhy::asked);
    EXPECT_EQ(presenters().size(), 3u);
    wish(people[3], true);
    EXPECT_EQ(queue().front(), people[3].account) << "urgent too, and keeps the place";
    EXPECT_EQ(duty(0, DutyRole::presenter).reason.why, DutyWhy::urgent);
    EXPECT_EQ(house.refusal(people[1], "rota.withdraw_wish", protocol::GroupRef{group}), "");
    EXPECT_EQ(queue(), (Names{people[3].account, people[4].account}));
    EXPECT_EQ(presenters(), (Names{people[3].account, people[4].account}));
    hold(0, {people[0].account, people[3].account, people[4].account}, {{DutyRole::presenter, people[3].account}});
    EXPECT_EQ(queue(), Names{people[4].account}) << "whose wish came true";
    EXPECT_EQ(rota(people[0]).queue[0].waited.value, 1);
    EXPECT_FALSE(rota(people[0]).queue[0].last_presented.has_value());
}

TEST_F(RotaDayTest, RolesAreTheGroupsOwn) {
    protocol::RotaRules rules;
    rules.presenters = 2;
    rules.roles = {{DutyRole::timekeeper, RoleTime::planned, {}},
                   {DutyRole::scribe, RoleTime::at_arrival, {}},
                   {DutyRole::observer, RoleTime::planned, {}},
                   {DutyRole::facilitator, RoleTime::planned, {people[0].account, people[1].account}}};
    rules.merges = {{DutyRole::timekeeper, DutyRole::observer}};
    set(rules);
    const auto seen = rota(people[0]);
    EXPECT_EQ(seen.duties.size(), 30u) << "facilitator, two presenters, one who keeps time and observes";
    for (const auto& turn : seen.duties) {
        if (turn.role == DutyRole::facilitator) {
            EXPECT_NE(turn.account, people[0].account);
            EXPECT_NE(turn.account, people[1].account);
        }
        EXPECT_NE(turn.role, DutyRole::scribe);
    }
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(duty(i, DutyRole::observer).account, duty(i, DutyRole::timekeeper).account);
        EXPECT_EQ(duty(i, DutyRole::observer).reason.why, DutyWhy::merged);
    }
    rules.roles = {{DutyRole::observer, RoleTime::planned, {}}, {DutyRole::observer, RoleTime::off, {}}};
    EXPECT_EQ(house.refusal(people[0], "rota.set_rules", protocol::RotaRulesSet{group, rules}), "bad_rules");
}

TEST_F(RotaDayTest, ASecondPresenterIsChosenWithoutMovingTheFirst) {
    protocol::RotaRules rules;
    rules.presenter = PresenterRule::chosen_on_the_day;
    rules.presenters = 2;
    set(rules);
    std::vector<const call::Caller*> free;
    for (const auto& one : people)
        if (!has_role(one, 0)) free.push_back(&one);
    ASSERT_GE(free.size(), 2u);
    for (const int slot : {1, 2}) {
        protocol::DutyChoose params{group, id(0), DutyRole::presenter,
                                    free[static_cast<std::size_t>(slot - 1)]->account};
        params.slot = slot;
        EXPECT_EQ(house.refusal(people[0], "rota.choose", params), "");
    }
    std::vector<std::int64_t> slots;
    for (const auto& each : rota(people[0]).duties)
        if (each.role == DutyRole::presenter) slots.push_back(each.slot);
    EXPECT_EQ(slots, (std::vector<std::int64_t>{1, 2}));
    hold(0, {free[0]->account, free[1]->account},
         {{DutyRole::presenter, free[0]->account}, {DutyRole::presenter, free[1]->account}});
}

}  // namespace
}  // namespace covision::rota
