// Turns given up, given to somebody and swapped, as calls.

#include "server/features/rota/ability.hpp"
#include "tests/rota/planned.hpp"

namespace covision::rota {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::Answer;
using protocol::DutyRole;
using protocol::DutyWhy;

class RotaTest : public test::Planned {
protected:
    /// Two facilitators who could swap: neither leads on the other's day.
    std::pair<std::size_t, std::size_t> swappable() {
        const auto all = rota(people[0]).duties;
        const auto leads = [&](const std::string& account, const std::string& session) {
            return std::any_of(all.begin(), all.end(), [&](const auto& duty) {
                return duty.account == account && duty.session == session &&
                       (duty.role == DutyRole::facilitator || duty.role == DutyRole::presenter);
            });
        };
        for (std::size_t i = 0; i < 6; ++i)
            for (std::size_t j = i + 1; j < 6; ++j)
                if (!leads(duty(i, DutyRole::facilitator).account, id(j)) &&
                    !leads(duty(j, DutyRole::facilitator).account, id(i)))
                    return {i, j};
        throw std::logic_error("nobody can swap");
    }
    std::string ask(std::size_t mine, std::size_t wanted) {
        const auto turn = duty(mine, DutyRole::facilitator), other = duty(wanted, DutyRole::facilitator);
        return house
            .call<protocol::SwapAsked>(person(turn.account), "rota.ask_swap",
                                       protocol::SwapAsk{group, turn.duty, other.duty})
            .swap;
    }
    std::string reply(const call::Caller& caller, const std::string& swap, bool accept) {
        return house.refusal(caller, "rota.reply_swap", protocol::SwapReply{group, swap, accept});
    }
    void make_unable(const call::Caller& caller, std::size_t session) {
        house.transact(caller, "", [&](call::Write& write) {
            set_ability(write, groups::permit(write, group, groups::Need::member), id(session),
                        "00000000-0000-4000-8000-00000000ca5e", false);
            return 0;
        });
    }
};

TEST_F(RotaTest, SixSessionsArePlannedWithReasons) {
    const auto seen = rota(people[1]);
    EXPECT_EQ(seen.sessions.size(), 6u);
    EXPECT_EQ(seen.duties.size(), 24u);
    EXPECT_EQ(house.refusal(people[1], "rota.set_rules", protocol::RotaRulesSet{group, {}}), "organiser_only");
    protocol::RotaRules rules;
    rules.presenter = protocol::PresenterRule::chosen_on_the_day;
    rules.roles = {{DutyRole::scribe, protocol::RoleTime::off, {}}};
    EXPECT_EQ(house.refusal(people[0], "rota.set_rules", protocol::RotaRulesSet{group, rules}), "");
    EXPECT_EQ(told(group), Kinds{"rota.changed"});
    EXPECT_EQ(rota(people[1]).duties.size(), 12u);
}

TEST_F(RotaTest, WhoIsDisplacedGetsTheNextTurnOfWhoStoodIn) {
    const auto& owed = holder(0, DutyRole::facilitator);
    std::size_t later = 1;
    while (has_role(holder(later, DutyRole::facilitator), 0) || has_role(owed, later)) ++later;
    const auto& stands_in = holder(later, DutyRole::facilitator);
    EXPECT_EQ(choose(people[0], 0, DutyRole::facilitator, stands_in), "");
    EXPECT_EQ(told(group), Kinds{"rota.changed"});
    const auto now = duty(0, DutyRole::facilitator);
    EXPECT_EQ(now.account.value, stands_in.account);
    EXPECT_EQ(now.reason.why, DutyWhy::chosen);
    EXPECT_EQ(holder(later, DutyRole::facilitator).account, owed.account);
    answer(people[0], 0, Answer::yes);
    EXPECT_EQ(holder(0, DutyRole::facilitator).account, stands_in.account) << "what was chosen stays";
    EXPECT_EQ(holder(later, DutyRole::facilitator).account, owed.account);
}

TEST_F(RotaTest, ATurnFurtherAheadThanPlansGoWaits) {
    EXPECT_EQ(choose(people[0], 8, DutyRole::facilitator, people[3]), "");
    EXPECT_EQ(rota(people[0]).duties.size(), 24u) << "only what is shown";
    answer(people[1], 0, Answer::yes);
    const auto find = [&] {
        return house.transact({}, "", [&](call::Write& write) {
            return rota::holder(write.db, groups::for_the_group(write, group), id(8), DutyRole::facilitator);
        });
    };
    EXPECT_EQ(find(), people[3].account);
    leave(people[3]);
    EXPECT_FALSE(find());
}

TEST_F(RotaTest, WhoMayChooseWhom) {
    const auto& leader = holder(0, DutyRole::facilitator);
    const auto& other = idle(0);
    EXPECT_EQ(choose(other, 0, DutyRole::scribe, other), "not_facilitator");
    EXPECT_EQ(choose(leader, 0, DutyRole::scribe, other), "");
    EXPECT_EQ(choose(leader, 0, DutyRole::presenter, leader), "has_a_role");
    EXPECT_EQ(choose(people[0], 0, DutyRole::scribe, somebody(8)), "not_found");
    EXPECT_EQ(cancel(people[0], 5), "");
    EXPECT_EQ(choose(people[0], 5, DutyRole::scribe, other), "session_over");
    mark_opened(0);
    EXPECT_EQ(choose(people[0], 0, DutyRole::scribe, people[0]), "session_started");
    EXPECT_EQ(pass(leader, duty(0, DutyRole::facilitator)), "session_started");
    reword_agreement();
    EXPECT_EQ(choose(people[0], 1, DutyRole::scribe, people[0]), "must_sign");
}

TEST_F(RotaTest, ARefusalToGiveARoleSaysNotWhy) {
    const auto& refuses = idle(0);
    answer(refuses, 0, Answer::no);
    EXPECT_EQ(choose(people[0], 0, DutyRole::scribe, refuses), "cannot_then");
    answer(refuses, 0, Answer::yes);
    make_unable(refuses, 0);
    EXPECT_EQ(choose(people[0], 0, DutyRole::scribe, refuses), "cannot_then");
    EXPECT_EQ(choose(people[0], 0, DutyRole::facilitator, refuses), "cannot_then");
    const auto turn = duty(1, DutyRole::facilitator);
    const auto& passes = person(turn.account);
    EXPECT_EQ(pass(passes, turn), "");
    if (passes.account == people[0].account) return;
    EXPECT_EQ(choose(people[0], 1, DutyRole::facilitator, passes), "cannot_then");
}

TEST_F(RotaTest, APassIsCountedForOneselfAlone) {
    const auto turn = duty(2, DutyRole::presenter);
    const auto& passes = person(turn.account);
    const auto& other = person(duty(2, DutyRole::facilitator).account);
    EXPECT_EQ(pass(other, turn), "not_yours");
    EXPECT_EQ(pass(passes, turn), "");
    EXPECT_NE(duty(2, DutyRole::presenter).account.value, passes.account);
    EXPECT_EQ(rota(passes).my_passes.value, 1);
    EXPECT_EQ(rota(other).my_passes.value, 0);
    go_to(sessions[2].starts_at.value);
    EXPECT_EQ(pass(holder(2, DutyRole::presenter), duty(2, DutyRole::presenter)), "session_started");
}

TEST_F(RotaTest, TwoSwap) {
    const auto [i, j] = swappable();
    const auto &asker = holder(i, DutyRole::facilitator), &asked = holder(j, DutyRole::facilitator);
    const auto swap = ask(i, j);
    ASSERT_EQ(told(group), Kinds{"rota.swap_asked"});
    EXPECT_EQ(house.events[0].audience, (feed::Audience{asker.account, asked.account}));
    EXPECT_EQ(rota(asked).swaps.size(), 1u);
    for (const auto& one : people) {
        if (one.account == asker.account || one.account == asked.account) continue;
        EXPECT_EQ(rota(one).swaps.size(), 0u);
        EXPECT_EQ(reply(one, swap, true), "not_found");
    }
    EXPECT_EQ(reply(asker, swap, true), "not_found") << "the other one answers";
    EXPECT_EQ(house.refusal(asked, "rota.withdraw_swap", protocol::SwapRef{group, swap}), "not_found");
    EXPECT_EQ(reply(asked, swap, true), "");
    EXPECT_EQ(told(group), (Kinds{"rota.changed", "rota.swap_answered"}));
    EXPECT_EQ(duty(i, DutyRole::facilitator).account.value, asked.account);
    EXPECT_EQ(duty(i, DutyRole::facilitator).reason.why, DutyWhy::swapped);
    EXPECT_EQ(duty(i, DutyRole::facilitator).reason.other->value, asker.account);
    EXPECT_EQ(duty(j, DutyRole::facilitator).account.value, asker.account);
    EXPECT_EQ(reply(asked, swap, true), "not_found") << "done once";
}

TEST_F(RotaTest, AQuestionWithoutSenseIsGone) {
    const auto [i, j] = swappable();
    const auto &asker = holder(i, DutyRole::facilitator), &asked = holder(j, DutyRole::facilitator);
    auto swap = ask(i, j);
    go_to(sessions[i].starts_at.value);
    EXPECT_EQ(reply(asked, swap, true), "not_found");
    EXPECT_EQ(rota(asker).swaps.size(), 0u);
    EXPECT_EQ(rota(asked).swaps.size(), 0u);
}

TEST_F(RotaTest, WhoLeavesLeavesNoDutyAndNoQuestion) {
    const auto [i, j] = swappable();
    const auto &asker = holder(i, DutyRole::facilitator), &asked = holder(j, DutyRole::facilitator);
    ask(i, j);
    go_to(sessions[0].starts_at.value + 1min);
    const auto& gone = asked.account == people[0].account ? asker : asked;
    leave(gone);
    EXPECT_EQ(rota(gone.account == asker.account ? asked : asker).swaps.size(), 0u);
    for (const auto& duty : rota(people[0]).duties) EXPECT_NE(duty.account.value, gone.account);
    EXPECT_EQ(house.refusal(gone, "rota.show", protocol::GroupRef{group}), "not_found");
}

TEST_F(RotaTest, ACancelledSessionHasNoRoles) {
    EXPECT_EQ(cancel(people[0], 1), "");
    const auto seen = rota(people[2]);
    EXPECT_EQ(seen.sessions.size(), 7u);
    EXPECT_EQ(seen.duties.size(), 24u);
    for (const auto& duty : seen.duties) EXPECT_NE(duty.session.value, id(1));
}

// ---- who cannot take a role because of a case ----

TEST_F(RotaTest, TheTurnOfWhoCannotMovesLikeOneGivenUp) {
    const auto before = rota(people[0]).duties.items;
    const auto& cannot = holder(0, DutyRole::facilitator);
    make_unable(cannot, 0);
    EXPECT_EQ(told(group), Kinds{"rota.changed"});
    EXPECT_FALSE(has_role(cannot, 0));
    const auto now = duty(0, DutyRole::facilitator);
    EXPECT_EQ(now.reason.why, DutyWhy::stood_in);
    EXPECT_EQ(now.reason.other->value, cannot.account);
    EXPECT_EQ(rota(cannot).my_passes.value, 0) << "it was no pass";
    // The numbers of later reasons do not shrink as they would for somebody who does not come.
    for (const auto& old : before) {
        for (const auto& later : rota(people[0]).duties) {
            if (later.duty != old.duty || later.account != old.account) continue;
            EXPECT_EQ(later.reason.attended.value, old.reason.attended.value);
        }
    }
    answer(people[0], 0, Answer::yes);
    EXPECT_FALSE(has_role(cannot, 0)) << "later plans know it too";
}

TEST_F(RotaTest, NobodyHearsOfWhoHasNoTurnToLose) {
    make_unable(idle(0), 0);
    EXPECT_EQ(told(group), Kinds{});
    make_unable(holder(0, DutyRole::presenter), 0);
    EXPECT_EQ(told(group), Kinds{}) << "presenting is another matter";
    go_to(sessions[0].ends_at.value);
    make_unable(idle(1), 1);
    EXPECT_EQ(told(group), Kinds{}) << "though a plan for one more session is due";
}

TEST_F(RotaTest, WhoCannotHasNoPartInSwaps) {
    const auto [i, j] = swappable();
    const auto asked = holder(j, DutyRole::facilitator);
    const auto swap = ask(i, j);
    make_unable(asked, i);
    EXPECT_EQ(reply(asked, swap, true), "not_found");
    const auto turn = duty(j, DutyRole::facilitator), wanted = duty(i, DutyRole::facilitator);
    EXPECT_EQ(house.refusal(asked, "rota.ask_swap", protocol::SwapAsk{group, turn.duty, wanted.duty}), "cannot_then");
    const auto again = ask(i, j);
    EXPECT_EQ(reply(asked, again, true), "cannot_then");
    EXPECT_EQ(reply(asked, again, false), "");
}

TEST_F(RotaTest, WhatIsKeptOfItTellsNothing) {
    make_unable(people[1], 0);
    house.transact(people[2], "", [&](call::Write& write) {
        set_ability(write, groups::permit(write, group, groups::Need::member), id(0),
                    "00000000-0000-4000-8000-00000000ca5e", true);
        return 0;
    });
    static const storage::Sql sizes{"SELECT length(able) FROM ability ORDER BY account"};
    const auto found = house.db->all<std::int64_t>(sizes);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0], found[1]);
}

}  // namespace
}  // namespace covision::rota
