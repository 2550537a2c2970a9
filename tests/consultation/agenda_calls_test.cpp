// A session with two cases as calls: who presents, who leads, who is away in which of its parts.

#include <map>

#include "tests/consultation/round.hpp"

namespace covision::consultation {
namespace {

using namespace std::chrono_literals;
using protocol::ConflictAnswer;
using protocol::DutyRole;
using protocol::Step;

class AgendaTest : public test::Round {
protected:
    void SetUp() override {
        first = submit(0);
        leads = holder(0, DutyRole::facilitator).account;
        presents = presenter(0).account;
        for (const auto& one : people)
            if (one.account != leads && one.account != presents && one.account != people[0].account)
                other = one.account;
        for (const auto& one : people) say(one, first, ConflictAnswer::no);
        go_to(sessions[0].starts_at.value);
    }
    /// arrival, the written case, a break, one that `second` tells, closing.
    protocol::Begin evening(const std::string& second) {
        auto params = beginning(0, first);
        const auto consultation = params.agenda.items[0];
        params.agenda.items = {part("arrival"), consultation, part("break"), part("troika"), part("closing")};
        params.agenda.items[2].minutes = 10;
        params.agenda.items[3].presenter = protocol::Id{second};
        return params;
    }
    std::string begin_evening(const std::string& second) {
        return house.refusal(person(leads), "consultation.begin", evening(second));
    }
    protocol::Run run() { return live(people[0], 0).run.value(); }
    std::string go(Step what) {
        const auto who = role_holder(0, DutyRole::facilitator);
        return step(person(who.value_or(other)), 0, what);
    }
    static std::map<std::string, DutyRole> parts(const protocol::Run& run) {
        std::map<std::string, DutyRole> all;
        for (const auto& each : run.roles) all[each.account.value] = each.role;
        return all;
    }
    void skip_to(std::int64_t item) {
        while (run().item < item) ASSERT_EQ(go(Step::skip), "");
    }
    std::string first, leads, presents, other;
};

TEST_F(AgendaTest, EachPartHasItsOwnCaseAndPresenter) {
    ASSERT_EQ(begin_evening(other), "");
    EXPECT_EQ(run().format, "arrival");
    EXPECT_EQ(run().agenda[2].minutes->value, 10);
    EXPECT_FALSE(run().case_id);
    EXPECT_FALSE(role_holder(0, DutyRole::presenter));
    skip_to(1);
    EXPECT_EQ(run().case_id->value, first);
    EXPECT_EQ(role_holder(0, DutyRole::presenter), presents);
    const auto in_case = run();
    skip_to(2);
    EXPECT_FALSE(run().case_id);
    EXPECT_FALSE(role_holder(0, DutyRole::presenter));
    EXPECT_EQ(go(Step::undo), "");
    EXPECT_EQ(parts(run()), parts(in_case));
    EXPECT_EQ(run().deputy, in_case.deputy);
    EXPECT_EQ(run().case_id, in_case.case_id);
    EXPECT_EQ(run().deadline.value, in_case.deadline.value);
    skip_to(3);
    EXPECT_EQ(role_holder(0, DutyRole::presenter), other);
    EXPECT_EQ(role_holder(0, DutyRole::facilitator), leads);
    skip_to(4);
    EXPECT_EQ(go(Step::skip), "last_item");
    EXPECT_EQ(close(person(leads), 0, everybody()), "");
    static const storage::Sql presented{"SELECT count(*) FROM served WHERE role = 'presenter'"};
    EXPECT_EQ(house.db->one<std::int64_t>(presented), 2);
}

TEST_F(AgendaTest, WhoLeadsAndPresentsLendsTheLeadForThatPart) {
    ASSERT_EQ(begin_evening(leads), "");
    const auto deputy = run().deputy.value().value;
    skip_to(3);
    EXPECT_EQ(role_holder(0, DutyRole::presenter), leads);
    EXPECT_EQ(role_holder(0, DutyRole::facilitator), deputy);
    house.whereabouts.gone[deputy] = house.now - 5min;
    EXPECT_EQ(house.refusal(person(leads), "consultation.take_over", protocol::TakeLead{group, id(0), run().version}),
              "presenter_listens");
    EXPECT_EQ(step(person(leads), 0, Step::stop_please), "");
    EXPECT_EQ(go(Step::resume), "");
    EXPECT_EQ(go(Step::skip), "");
    EXPECT_EQ(role_holder(0, DutyRole::facilitator), leads) << "and has it back after";
    EXPECT_EQ(run().deputy, protocol::Id{deputy});
    EXPECT_EQ(step(person(leads), 0, Step::undo), "") << "an undone step lends it again";
    EXPECT_EQ(role_holder(0, DutyRole::facilitator), deputy);
}

TEST_F(AgendaTest, TheLeadIsLentToNobodyWhoCannotPress) {
    ASSERT_EQ(begin_evening(leads), "");
    const auto deputy = run().deputy.value().value;
    skip_to(2);
    house.whereabouts.gone[deputy] = house.now;
    ASSERT_EQ(go(Step::skip), "");
    const auto lent = role_holder(0, DutyRole::facilitator).value();
    EXPECT_NE(lent, deputy);
    EXPECT_NE(lent, leads);
    ASSERT_EQ(step(person(lent), 0, Step::back), "");
    ASSERT_EQ(role_holder(0, DutyRole::facilitator), leads);
    for (const auto& one : people)
        if (one.account != leads) house.whereabouts.gone[one.account] = house.now;
    ASSERT_EQ(go(Step::skip), "");
    EXPECT_FALSE(role_holder(0, DutyRole::facilitator)) << "around one table with one device";
    house.whereabouts.gone.erase(other);
    EXPECT_EQ(house.refusal(person(other), "consultation.take_over", protocol::TakeLead{group, id(0), run().version}),
              "");
    EXPECT_EQ(role_holder(0, DutyRole::facilitator), other) << "whoever opens it may take it at once";
}

TEST_F(AgendaTest, WhatSomebodyTookOrWasGivenLivesOn) {
    ASSERT_EQ(begin_evening(other), "");
    const auto name = [&](const std::string& account) {
        const protocol::NameDeputy params{group, id(0), run().version, account};
        return house.refusal(person(leads), "consultation.name_deputy", params);
    };
    const auto take = [&](const std::string& account) {
        const protocol::TakeLead params{group, id(0), run().version};
        return house.refusal(person(account), "consultation.take_over", params);
    };
    ASSERT_EQ(name(other), "");
    skip_to(2);
    EXPECT_EQ(run().deputy, protocol::Id{other});
    skip_to(3);
    EXPECT_NE(run().deputy, protocol::Id{other}) << "presents here";
    skip_to(4);
    EXPECT_EQ(run().deputy, protocol::Id{other}) << "and is deputy again after it";
    while (run().item > 2) ASSERT_EQ(go(Step::back), "");
    house.whereabouts.gone[leads] = house.now - 2min;
    ASSERT_EQ(take(other), "");
    skip_to(3);
    EXPECT_NE(role_holder(0, DutyRole::facilitator), other) << "presents, and lends the lead";
    EXPECT_EQ(run().led_before, protocol::Id{leads});
    house.whereabouts.gone.clear();
    EXPECT_EQ(take(leads), "");
    skip_to(4);
    EXPECT_EQ(role_holder(0, DutyRole::facilitator), leads) << "what was taken back is lent to nobody any more";
}

TEST_F(AgendaTest, WhoIsAwayForOneCaseIsBackForTheNext) {
    ASSERT_EQ(begin_evening(other), "");
    skip_to(1);
    EXPECT_EQ(say(person(leads), first, ConflictAnswer::maybe), "");
    EXPECT_TRUE(live(person(leads), 0).away);
    EXPECT_FALSE(role_holder(0, DutyRole::facilitator));
    EXPECT_EQ(step(person(leads), 0, Step::next), "away");
    EXPECT_EQ(go(Step::resume), "");
    skip_to(2);
    EXPECT_FALSE(live(person(leads), 0).away) << "the case is over";
    EXPECT_EQ(role_holder(0, DutyRole::facilitator), leads);
    EXPECT_EQ(go(Step::back), "");
    EXPECT_TRUE(live(person(leads), 0).away);
    EXPECT_NE(role_holder(0, DutyRole::facilitator), leads) << "whoever is away does not lead it";
}

TEST_F(AgendaTest, ACaseHasItsPlaceOnceAndItsAuthorPresentsIt) {
    auto params = evening(other);
    params.agenda.items[3].case_id = protocol::Id{first};
    const auto refused = [&] { return house.refusal(person(leads), "consultation.begin", params); };
    EXPECT_EQ(refused(), "wrong_presenter");
    params.agenda.items[3].presenter = protocol::Id{presents};
    EXPECT_EQ(refused(), "wrong_case");
}

TEST_F(AgendaTest, ARunOfAnEarlierReleaseGoesOn) {
    begin(0, first);
    house.transact({}, "", [&](call::Write& write) {
        static const storage::Sql as_it_was{
            "UPDATE run SET agenda = NULL, case_id = $2, state = $3 WHERE session = $1"};
        const std::string state =
            R"({"version":3,"timer":{"phase":1,"state":0,"started_at":0,"deadline":0,"stopped_by_presenter":false},)"
            R"("undo_until":0})";
        write.db.run(as_it_was, id(0), first, state);
        return 0;
    });
    EXPECT_EQ(run().agenda.size(), 1u);
    EXPECT_EQ(run().agenda[0].presenter, protocol::Id{presents});
    EXPECT_EQ(run().case_id->value, first);
    EXPECT_EQ(run().phase, 1);
    EXPECT_EQ(go(Step::next), "");
    EXPECT_EQ(run().phase, 2);
    EXPECT_EQ(close(person(leads), 0, everybody()), "");
}

}  // namespace
}  // namespace covision::consultation
