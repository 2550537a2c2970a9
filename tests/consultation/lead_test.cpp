// Who leads: the deputy, handing over, taking over from somebody who is gone, taking it back.

#include "server/features/consultation/rules.hpp"
#include "tests/consultation/round.hpp"
#include "tests/support/refusal.hpp"

namespace covision::consultation {
namespace {

using namespace std::chrono_literals;
using protocol::DutyRole;

TEST(MayTakeOver, InOrderAndAfterAMinute) {
    const auto now = *parse_rfc3339("2026-11-24T16:00:00Z");
    const auto gone = [&](std::chrono::seconds by) { return std::optional<Instant>(now - by); };
    const std::optional<Instant> here;
    struct Case {
        const char* name;
        LeadAsked asked;  // led_before, deputy, presents, leader_gone, deputy_gone
        const char* refusal;
    };
    const Case cases[] = {
        {"the deputy, in the very second", {false, true, false, gone(60s), here}, ""},
        {"a second early", {false, true, false, gone(59s), here}, "leader_is_here"},
        {"the leader is here", {false, true, false, here, here}, "leader_is_here"},
        {"anybody while the deputy is here", {false, false, false, gone(300s), here}, "deputy_is_here"},
        {"anybody when the deputy is gone too", {false, false, false, gone(300s), gone(1s)}, ""},
        {"the presenter listens", {false, false, true, gone(300s), gone(300s)}, "presenter_listens"},
        {"who has led, at once", {true, false, false, here, here}, ""},
    };
    for (const auto& one : cases)
        EXPECT_EQ(support::code_of([&] { may_take_over(one.asked, now); }), one.refusal) << one.name;
}

class LeadTest : public test::Round {
protected:
    void SetUp() override {
        begin(0);
        leads = role_holder(0, DutyRole::facilitator).value();
        presents = role_holder(0, DutyRole::presenter).value();
        deputy = run().deputy.value();
    }
    protocol::Run run() { return live(people[0], 0).run.value(); }
    std::string leader() { return role_holder(0, DutyRole::facilitator).value(); }
    std::string take_over(const std::string& account) {
        return house.refusal(person(account), "consultation.take_over",
                             protocol::TakeLead{group, id(0), run().version});
    }
    std::string hand_over(const std::string& by, const std::string& to) {
        return house.refusal(person(by), "consultation.hand_over", protocol::HandOver{group, id(0), run().version, to});
    }
    std::string other() {
        for (const auto& one : people)
            if (one.account != leads && one.account != presents && one.account != deputy &&
                one.account != people[0].account)
                return one.account;
        return "";
    }
    std::string leads, presents, deputy;
};

TEST_F(LeadTest, TheDeputyTakesOverAndWhoReturnsTakesItBack) {
    EXPECT_NE(deputy, leads);
    EXPECT_NE(deputy, presents);
    EXPECT_EQ(take_over(deputy), "leader_is_here");
    house.whereabouts.gone[leads] = house.now;
    house.now += 59s;
    EXPECT_EQ(take_over(deputy), "leader_is_here");
    house.now += 1s;
    EXPECT_EQ(take_over(other()), "deputy_is_here");
    EXPECT_EQ(take_over(presents), "presenter_listens");
    const auto before = run();
    EXPECT_EQ(take_over(deputy), "");
    EXPECT_EQ(leader(), deputy);
    EXPECT_EQ(take_over(deputy), "leads_already");
    EXPECT_EQ(run().led_before, leads);
    EXPECT_NE(run().deputy, deputy);
    EXPECT_EQ(run().deadline.value, before.deadline.value) << "the clock goes on as it was";
    EXPECT_EQ(step(person(deputy), 0, protocol::Step::next), "");
    house.whereabouts.gone.clear();
    EXPECT_EQ(take_over(other()), "leader_is_here");
    EXPECT_EQ(take_over(leads), "") << "who led before takes it back";
    EXPECT_EQ(leader(), leads);
    EXPECT_FALSE(run().led_before);
    EXPECT_EQ(run().deputy, deputy);
}

TEST_F(LeadTest, HandingOverIsTheLeadersOrAnOrganisers) {
    EXPECT_EQ(hand_over(presents, deputy), presents == people[0].account ? "" : "not_facilitator");
    EXPECT_EQ(hand_over(leads, presents), "cannot_lead");
    EXPECT_EQ(hand_over(leads, "00000000-0000-4000-8000-000000000000"), "cannot_lead");
    const auto to = leader() == deputy ? leads : deputy;
    EXPECT_EQ(hand_over(leader(), to), "");
    EXPECT_EQ(leader(), to);
    EXPECT_NE(run().deputy, to) << "whoever leads needs another deputy";
    const auto stale = protocol::HandOver{group, id(0), 1, other()};
    EXPECT_EQ(house.refusal(person(to), "consultation.hand_over", stale), "stale");
}

TEST_F(LeadTest, ADeputyIsNamed) {
    const auto name = [&](const std::string& account) {
        return house.refusal(person(leads), "consultation.name_deputy",
                             protocol::NameDeputy{group, id(0), run().version, account});
    };
    EXPECT_EQ(name(presents), "cannot_lead");
    EXPECT_EQ(name(other()), "");
    EXPECT_EQ(run().deputy, other());
    house.whereabouts.gone[leads] = house.now - 2min;
    EXPECT_EQ(take_over(deputy), "deputy_is_here");
    EXPECT_EQ(take_over(other()), "");
}

}  // namespace
}  // namespace covision::consultation
