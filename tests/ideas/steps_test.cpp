// First steps: who writes one, when it is asked about, what is left of it.

#include "server/features/ideas/rules.hpp"
#include "tests/ideas/noted.hpp"

namespace covision::ideas {
namespace {

using namespace std::chrono_literals;
using protocol::DutyRole;

constexpr std::chrono::hours day{24};

TEST(AskAgain, OnlyWhereThereIsALaterTime) {
    const auto now = *parse_rfc3339("2026-11-24T16:00:00Z");
    EXPECT_EQ(ask_again(now, now + step_kept), now + 14 * day);
    EXPECT_EQ(ask_again(now, now + 14 * day + 1s), now + 14 * day);
    EXPECT_EQ(ask_again(now, now + 14 * day), std::nullopt);
}

class StepsTest : public test::Noted {
protected:
    std::string write_down(const call::Caller& caller, std::size_t session,
                           const std::string& text = "Wait for ten breaths.") {
        protocol::StepSet params;
        params.group = group;
        params.session = id(session);
        params.text = text;
        return house.refusal(caller, "ideas.set_step", params);
    }
    protocol::MyStep step_of(const call::Caller& caller, std::size_t session) {
        return house.call<protocol::MyStep>(caller, "ideas.step", at(session));
    }
    std::string answer(const call::Caller& caller, std::size_t session, bool not_yet, bool echo) {
        return house.refusal(caller, "ideas.answer_step", protocol::StepAnswer{group, id(session), not_yet, echo});
    }
    std::vector<protocol::Id> echoes() {
        return house.call<protocol::Echoes>(people[0], "ideas.echoes", protocol::GroupRef{group}).accounts.items;
    }
};

TEST_F(StepsTest, IsThePresentersAloneAndChecked) {
    EXPECT_EQ(write_down(presenter(0), 0), "not_presenter") << "nothing has begun";
    begin(0);
    EXPECT_TRUE(step_of(presenter(0), 0).may_set);
    EXPECT_FALSE(step_of(leader(0), 0).may_set);
    EXPECT_EQ(write_down(leader(0), 0), "not_presenter");
    EXPECT_EQ(write_down(presenter(0), 0, "Call her at +49 30 901820."), "identifiers_left");
    EXPECT_EQ(write_down(presenter(0), 0, "First."), "");
    EXPECT_EQ(write_down(presenter(0), 0, "Second."), "") << "one takes the place of the other";
    EXPECT_EQ(step_of(presenter(0), 0).step->text.value, "Second.");
    EXPECT_FALSE(step_of(leader(0), 0).step);
    EXPECT_EQ(answer(leader(0), 0, false, false), "not_found");
    EXPECT_EQ(write_down(somebody(8), 0), "not_found");
}

TEST_F(StepsTest, IsAskedAboutAgainAndShreddedWhenAnswered) {
    begin(0);
    const auto who = presenter(0);
    ASSERT_EQ(write_down(who, 0), "");
    const auto first = step_of(who, 0).step->asked_at.value;
    EXPECT_EQ(first, house.now + 14 * day);
    go_to(first);
    EXPECT_EQ(answer(who, 0, true, false), "");
    EXPECT_EQ(step_of(who, 0).step->asked_at.value, first + 14 * day);
    EXPECT_TRUE(echoes().empty());
    EXPECT_EQ(answer(who, 0, false, true), "");
    EXPECT_FALSE(step_of(who, 0).step);
    EXPECT_EQ(echoes(), std::vector<protocol::Id>{who.account});
    EXPECT_EQ(answer(who, 0, false, false), "not_found");
}

TEST_F(StepsTest, EndsAfterNinetyDaysUnanswered) {
    begin(0);
    const auto who = presenter(0);
    ASSERT_EQ(write_down(who, 0), "");
    go_to(house.now + 90 * day - 1s);
    EXPECT_TRUE(step_of(who, 0).step);
    go_to(house.now + 1s);
    EXPECT_FALSE(step_of(who, 0).step);
    EXPECT_EQ(write_down(who, 0), "not_presenter") << "a week after the session it is too late";
}

TEST_F(StepsTest, FiveMinutesAreForTheNextSessionThatIsHeld) {
    begin(0);
    const auto who = presenter(0);
    ASSERT_EQ(write_down(who, 0), "");
    ASSERT_EQ(answer(who, 0, false, true), "");
    const auto leads = leader(0);
    ASSERT_EQ(close(leads, 0, everybody()), "");
    EXPECT_TRUE(echoes().empty());
}

TEST_F(StepsTest, GoesWithWhoLeaves) {
    begin(0);
    const auto who = presenter(0);
    if (who.account == people[0].account) return;  // an organiser hands over first
    ASSERT_EQ(write_down(who, 0), "");
    ASSERT_EQ(answer(who, 0, true, true), "");
    ASSERT_EQ(house.refusal(who, "groups.leave", protocol::GroupRef{group}), "");
    EXPECT_TRUE(echoes().empty());
}

}  // namespace
}  // namespace covision::ideas
