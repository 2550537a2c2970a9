#include "server/features/rota/rules.hpp"

#include <gtest/gtest.h>

#include "tests/rota/recount.hpp"
#include "tests/support/refusal.hpp"

namespace covision::rota {
namespace {

using support::code_of;

const Instant day = *parse_rfc3339("2026-11-24T15:30:00Z");

Instant week(int n) { return day + std::chrono::weeks{n}; }

/// Members a, b, c …; sessions s0, s1 …; facilitator and presenter only.
Lived group_of(int members, int sessions = 6) {
    Lived group;
    group.rules.planned.fill(false);
    for (int i = 0; i < members; ++i) group.people.push_back({std::string(1, static_cast<char>('a' + i)), 0, {}});
    for (int k = 0; k < sessions; ++k) group.upcoming.push_back({"s" + std::to_string(k), week(k), {}});
    return group;
}

/// `n` sessions held before now; the facilitators in turn from `by`, everybody but `absent` there.
void hold(Lived& group, const std::string& by, const std::string& absent = "") {
    for (const char facilitator : by) {
        Held held;
        held.at = day - std::chrono::weeks{52} + std::chrono::weeks{static_cast<int>(group.past.size())};
        for (const auto& person : group.people)
            if (person.id != absent) held.attended.push_back(person.id);
        held.served.push_back({Role::facilitator, std::string(1, facilitator)});
        group.past.push_back(held);
    }
}

std::string line(const Plan& plan, Role role = Role::facilitator) {
    std::string found;
    for (const auto& duty : plan.duties)
        if (duty.role == role) found += duty.account;
    return found;
}

const Duty& duty(const Plan& plan, const std::string& session, Role role = Role::facilitator) {
    for (const auto& duty : plan.duties)
        if (duty.session == session && duty.role == role) return duty;
    throw std::runtime_error("no such duty");
}

TEST(Rota, ANewGroupGoesAroundInTurn) {
    const auto made = plan(group_of(4));
    EXPECT_EQ(line(made), "abcdab");
    EXPECT_EQ(line(made, Role::presenter), "bcabcd");
    EXPECT_EQ(duty(made, "s0").reason.why, Why::first_turn);
    EXPECT_TRUE(made.vacancies.empty());
}

TEST(Rota, SaysWhy) {
    auto group = group_of(4);
    hold(group, "abcdabc");
    const auto made = plan(group);
    EXPECT_EQ(line(made), "dabcda");
    Reason d;
    d.why = Why::smallest_share;
    d.served = 1;
    d.attended = 7;
    d.last_served = group.past[3].at;
    EXPECT_EQ(duty(made, "s0").reason, d) << "has facilitated 1 of 7 sessions attended";
    EXPECT_EQ(duty(made, "s1").reason.why, Why::longest_ago);
    EXPECT_EQ(duty(made, "s4").reason.last_served, week(0)) << "planned turns count";
}

TEST(Rota, AnAbsenteeKeepsTheTurn) {
    auto group = group_of(5);
    group.published = plan(group).duties;
    ASSERT_EQ(line(plan(group)), "abcdea");
    group.upcoming[1].away = {"b"};
    const auto made = plan(group);
    EXPECT_EQ(line(made), "adcbea") << "c presents in s1; b and d exchange, nobody else moves";
    EXPECT_EQ(duty(made, "s1").reason.why, Why::stood_in);
    EXPECT_EQ(duty(made, "s1").reason.other, "b");
    EXPECT_EQ(duty(made, "s3").reason.why, Why::first_turn) << "b's own reason moves along";
}

TEST(Rota, WhoIsAwayAtTheEndIsNextAfterwards) {
    auto group = group_of(3, 1);
    hold(group, "ab");
    group.upcoming[0].away = {"c"};
    EXPECT_EQ(line(plan(group)), "a");
    hold(group, "a", "c");
    group.upcoming[0].away.clear();
    const auto made = plan(group);
    EXPECT_EQ(line(made), "c");
    EXPECT_EQ(duty(made, "s0").reason.attended, 2);
}

TEST(Rota, APassIsADebt) {
    auto group = group_of(5);
    group.published = plan(group).duties;
    group.passes = {{"s0", Role::facilitator, "a"}};
    const auto made = plan(group);
    EXPECT_EQ(line(made), "dbcaea") << "b presents in s0 and a in s2, so d comes forward";
}

TEST(Rota, ASwapStaysAndBothAreCredited) {
    auto group = group_of(5);
    group.published = plan(group).duties;
    const auto mine = duty(plan(group), "s0"), wanted = duty(plan(group), "s3");
    EXPECT_EQ(code_of([&] { may_swap(group, mine, wanted, week(-1)); }), "");
    group.pins = pins_of_swap(mine, wanted);
    const auto made = plan(group);
    EXPECT_EQ(line(made), "dbcaea");
    EXPECT_EQ(duty(made, "s0").reason.why, Why::swapped);
    EXPECT_EQ(duty(made, "s0").reason.other, "a");
    group.published = made.duties;
    group.upcoming[0].away = {"d"};
    EXPECT_NE(line(plan(group))[0], 'd') << "a swap does not bring somebody who is away";
}

TEST(Rota, SwapsThatCannotBe) {
    auto group = group_of(5);
    group.published = plan(group).duties;
    const auto made = plan(group);
    const auto refused = [&](const Duty& mine, const Duty& wanted, Instant now = week(-1)) {
        return code_of([&] { may_swap(group, mine, wanted, now); });
    };
    EXPECT_EQ(refused(duty(made, "s0"), duty(made, "s3", Role::presenter)), "bad_swap");
    EXPECT_EQ(refused(duty(made, "s0"), duty(made, "s5")), "bad_swap") << "a with a";
    EXPECT_EQ(refused(duty(made, "s0"), duty(made, "s1")), "busy_then") << "b presents in s0";
    EXPECT_EQ(refused(duty(made, "s0"), duty(made, "s3"), week(0)), "session_started");
    group.upcoming[3].away = {"a"};
    EXPECT_EQ(refused(duty(made, "s0"), duty(made, "s3")), "away_then");
    EXPECT_EQ(code_of([&] { may_pass(group.upcoming[0], week(0)); }), "session_started");
}

TEST(Rota, ASwapSetsNobodyThreeTurnsAhead) {
    auto group = group_of(4);
    hold(group, "aabbcd");
    recount(group);
    group.published = {
        {"s0", Role::facilitator, "d", {}}, {"s1", Role::facilitator, "c", {}}, {"s2", Role::facilitator, "a", {}}};
    const auto swapped = [&](std::size_t mine, std::size_t wanted) {
        return code_of([&] { may_swap(group, group.published[mine], group.published[wanted], week(-1)); });
    };
    EXPECT_EQ(swapped(2, 0), "") << "a 3, c and d 1 until they come";
    hold(group, "a");
    recount(group);
    EXPECT_EQ(swapped(2, 0), "too_far_apart") << "a 4, c 1";
    EXPECT_EQ(swapped(0, 1), "") << "c and d are even";
    EXPECT_EQ(code_of([&] { may_lead(group, "s0", "a"); }), "has_led_more");
    EXPECT_EQ(code_of([&] { may_lead(group, "s0", "b"); }), "");
    group.upcoming[0].away = {"b", "c", "d"};
    EXPECT_EQ(code_of([&] { may_lead(group, "s0", "a"); }), "") << "nobody else is left";
}

TEST(Rota, AnAgreedTurnYieldsWhereItWouldSetSomebodyThreeAhead) {
    auto group = group_of(4);
    hold(group, "aaabbcd");
    group.pins = {{"s0", Role::facilitator, "a", Why::swapped, "d"}, {"s2", Role::facilitator, "d", Why::swapped, "a"}};
    const auto made = plan(group);
    EXPECT_EQ(line(made)[0], 'c') << "a would have 4, c and d have 1";
    EXPECT_EQ(line(made)[2], 'd') << "the other half of the swap stays";
    group.passes = {{"s0", Role::facilitator, "b"}, {"s0", Role::facilitator, "c"}, {"s0", Role::facilitator, "d"}};
    EXPECT_EQ(line(plan(group))[0], 'a') << "nobody else is left";
}

TEST(Rota, NewcomersFacilitateFromTheirThirdSession) {
    auto group = group_of(4);
    hold(group, "abcdabcd");
    group.people.push_back({"n", 8, {}});
    const auto made = plan(group);
    for (const auto& duty : made.duties) {
        if (duty.account != "n") continue;
        EXPECT_NE(duty.session, "s0") << "nothing at all in the first session";
        EXPECT_TRUE(duty.role != Role::facilitator || duty.session >= "s2");
    }
    const auto facilitators = line(made);
    EXPECT_EQ(std::count(facilitators.begin(), facilitators.end(), 'n'), 1)
        << "starts at the mean, not with a debt of eight sessions: " << facilitators;
}

TEST(Rota, SmallGroupsMerge) {
    auto group = group_of(4, 1);
    group.rules.planned = Rules{}.planned;
    EXPECT_EQ(plan(group).duties.size(), 4u);
    group.upcoming[0].away = {"d"};
    const auto three = plan(group);
    EXPECT_EQ(duty(three, "s0", Role::timekeeper).account, "c");
    EXPECT_EQ(duty(three, "s0", Role::scribe).account, "c");
    group.upcoming[0].away = {"c", "d"};
    const auto two = plan(group);
    EXPECT_EQ(two.duties.size(), 2u);
    EXPECT_EQ(two.vacancies, (std::vector<Vacancy>{{"s0", Role::timekeeper}, {"s0", Role::scribe}}));
}

TEST(Rota, APresenterChosenOnTheDayDisplacesTheFacilitator) {
    auto group = group_of(4);
    group.rules.presenter = PresenterRule::chosen_on_the_day;
    group.published = plan(group).duties;
    EXPECT_EQ(line(plan(group), Role::presenter), "");
    group.pins = {{"s0", Role::presenter, "a", Why::chosen, {}}};
    const auto made = plan(group);
    EXPECT_EQ(line(made, Role::presenter), "a");
    EXPECT_EQ(line(made), "bacdab") << "a facilitates next time";
}

TEST(Rota, WhoIsChosenForAnothersTurnGivesTheirNextOneBack) {
    auto group = group_of(5);
    group.published = plan(group).duties;
    group.pins = {{"s0", Role::facilitator, "d", Why::chosen, {}}};
    const auto made = plan(group);
    EXPECT_EQ(line(made), "dbcaea");
    group.published = made.duties;
    EXPECT_EQ(plan(group), made);
}

TEST(Rota, ExcusedFromARole) {
    auto group = group_of(3);
    group.people[0].excused = {Role::facilitator};
    EXPECT_EQ(line(plan(group)), "bcbcbc");
}

TEST(Rota, NobodyLeft) {
    auto group = group_of(1, 1);
    EXPECT_EQ(duty(plan(group), "s0").reason.why, Why::only_one_left);
    group.people.clear();
    EXPECT_EQ(plan(group).vacancies.size(), 2u);
    EXPECT_TRUE(plan(Group{}).duties.empty());
}

}  // namespace
}  // namespace covision::rota
