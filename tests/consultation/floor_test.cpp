// Whose turn it is: rounds, the queue, and who may ask.

#include "server/features/consultation/floor.hpp"

#include <algorithm>
#include <random>
#include <set>

#include "tests/consultation/round.hpp"
#include "tests/support/refusal.hpp"
#include "tests/support/seeded_random.hpp"

namespace covision::consultation {
namespace {

using namespace std::chrono_literals;
using protocol::ConflictAnswer;
using protocol::DutyRole;
using protocol::FloorMove;
using protocol::Step;

const Instant noon = *parse_rfc3339("2026-11-24T12:00:00Z");

TEST(Turns, ARoundGoesAroundOnce) {
    auto turns = in_phase({}, 0, noon, {"a", "b", "c"});
    EXPECT_EQ(turns.speaker, "a");
    EXPECT_EQ(turns.waiting, (Accounts{"b", "c"}));
    EXPECT_EQ(in_phase(turns, 0, noon, {"x"}).speaker, "a") << "the same phase goes on";
    turns = without(turns, "c");
    EXPECT_EQ(turns.speaker, "a") << "who passes ahead of time takes it from nobody";
    turns = without(turns, "a");
    EXPECT_EQ(turns.speaker, "b");
    turns = without(turns, "b");
    EXPECT_EQ(turns.speaker, std::nullopt);
    EXPECT_EQ(ask(turns, "a").speaker, "a") << "whoever has more to say asks when all have spoken";
    const auto later = in_phase(turns, 1, noon, {"b"});
    EXPECT_EQ(later.speaker, "b");
    const auto undone = in_phase(later, 0, noon, {"a", "b", "c"});
    EXPECT_EQ(undone.speaker, turns.speaker) << "undo: the round stands where it stood";
    EXPECT_GT(undone.version, later.version);
}

TEST(Turns, WhoComesLateIsLastInTheRound) {
    struct Case {
        const char* name;
        Accounts circle;
        int spoken;
        bool in_round;
        Accounts after;  // who speaks, then who waits
    };
    const Case cases[] = {
        {"while it goes round", {"a", "b"}, 0, true, {"a", "b", "late"}},
        {"when all have spoken", {"a", "b"}, 2, true, {"late"}},
        {"into an empty round", {}, 0, true, {"late"}},
        {"where others have the word, or away for the case", {"a", "b"}, 1, false, {"b"}},
    };
    for (const auto& one : cases) {
        auto turns = in_phase({}, 0, noon, one.circle);
        for (int i = 0; i < one.spoken; ++i) turns = without(turns, one.circle[static_cast<std::size_t>(i)]);
        const auto later = came(turns, "late", one.in_round);
        Accounts all = later.waiting;
        if (later.speaker) all.insert(all.begin(), *later.speaker);
        EXPECT_EQ(all, one.after) << one.name;
        EXPECT_GT(later.version, turns.version) << one.name;
        const auto again = went(later, "late");
        EXPECT_NE(again.speaker, "late") << one.name;
        EXPECT_EQ(std::count(again.waiting.begin(), again.waiting.end(), "late"), 0) << one.name;
        EXPECT_GT(again.version, later.version) << one.name;
    }
}

TEST(Turns, AClosedQueueIsEmptyAndARoundStays) {
    Phase free, round;
    round.in_turns = true;
    const auto asked = ask(ask(with_queue({}, true), "a"), "b");
    EXPECT_EQ(kept_in(asked, free).waiting, Accounts{"b"}) << "an open one keeps who waits";
    const auto closed = kept_in(with_queue(asked, false), free);
    EXPECT_EQ(closed.speaker, std::nullopt);
    EXPECT_EQ(with_queue(closed, true).waiting, Accounts{});
    EXPECT_EQ(kept_in(with_queue(asked, false), round).waiting, Accounts{"b"});
}

TEST(Turns, OnlyThoseWhoWaitArePutInAnotherOrder) {
    auto turns = with_queue({}, true);
    for (const auto* who : {"a", "b", "c", "d"}) turns = ask(turns, who);
    EXPECT_EQ(reordered(turns, {"d", "b", "c"}).waiting, (Accounts{"d", "b", "c"}));
    for (const Accounts& wrong : {Accounts{"b", "c"}, {"b", "c", "c"}, {"b", "c", "d", "a"}, {}})
        EXPECT_EQ(support::code_of([&] { reordered(turns, wrong); }), "stale");
}

TEST(Turns, AtMostOneHoldsTheFloorWhateverIsDone) {
    const auto seed = support::SeededRandom().seed();
    std::mt19937 chance(seed);
    const auto below = [&](std::size_t end) { return chance() % end; };
    const Accounts all{"a", "b", "c", "d", "e"};
    Turns turns;
    for (int i = 0; i < 20'000; ++i) {
        const auto before = turns;
        const auto& who = all[below(all.size())];
        switch (below(8)) {
            case 0: turns = ask(turns, who); break;
            case 1: turns = without(turns, who); break;
            case 2: turns = with_queue(turns, below(2) == 0); break;
            case 3:
                turns = in_phase(turns, i % 5, noon + std::chrono::minutes{i}, below(2) == 0 ? all : Accounts{});
                break;
            case 4: turns = in_phase(turns, turns.phase, turns.began, {}); break;
            case 6: turns = below(2) == 0 ? came(turns, who, below(2) == 0) : went(turns, who); break;
            case 7: turns = kept_in(turns, Phase{}); break;
            case 5: {
                auto order = turns.waiting;
                std::reverse(order.begin(), order.end());
                turns = reordered(turns, order);
            }
        }
        std::set<std::string> places(turns.waiting.begin(), turns.waiting.end());
        ASSERT_EQ(places.size(), turns.waiting.size()) << "nobody waits twice";
        ASSERT_FALSE(turns.speaker && places.count(*turns.speaker)) << "who speaks does not wait";
        ASSERT_TRUE(turns.speaker || turns.waiting.empty()) << "nobody waits for an empty floor";
        const bool changed = turns.speaker != before.speaker || turns.waiting != before.waiting ||
                             turns.queue != before.queue || turns.began != before.began;
        ASSERT_TRUE(changed ? turns.version > before.version : turns.version >= before.version)
            << "again with COVISION_SEED=" << seed;
    }
}

class FloorTest : public test::Round {
protected:
    protocol::FloorTurns turns() { return live(people[0], 0).run->turns; }
    std::string speaker() { return turns().speaker.value_or(protocol::Id{}).value; }
    const call::Caller& leads() { return holder(0, DutyRole::facilitator); }
    std::string move(const call::Caller& caller, FloorMove what, std::optional<protocol::Id> who = {}) {
        return house.refusal(caller, "consultation.floor", protocol::FloorStep{group, id(0), what, who});
    }
    std::string order(const call::Caller& caller, std::vector<protocol::Id> waiting) {
        protocol::FloorOrder params{group, id(0), {}};
        params.waiting.items = std::move(waiting);
        return house.refusal(caller, "consultation.order_floor", params);
    }
    std::vector<call::Caller> consultants() {
        std::vector<call::Caller> all;
        for (const auto& one : people)
            if (one.account != leads().account && one.account != presenter(0).account) all.push_back(one);
        return all;
    }
    void next() { ASSERT_EQ(step(leads(), 0, Step::next), ""); }
};

TEST_F(FloorTest, ARoundGoesRoundThePresentMembersWhoAreNotAway) {
    const auto note = submit(0);
    const auto team = consultants();
    for (const auto& one : people)
        say(one, note, one.account == team[0].account ? ConflictAnswer::maybe : ConflictAnswer::no);
    begin(0, note);
    next();
    next();  // clarifying: each one question, in turn
    std::vector<std::string> heard;
    while (turns().speaker) {
        heard.push_back(speaker());
        EXPECT_EQ(move(person(speaker()), FloorMove::done), "");
    }
    ASSERT_EQ(heard.size(), team.size() - 1);
    for (std::size_t i = 1; i < team.size(); ++i) EXPECT_EQ(std::count(heard.begin(), heard.end(), team[i].account), 1);
    EXPECT_EQ(move(team[0], FloorMove::ask), "away");
    EXPECT_EQ(move(leads(), FloorMove::ask, team[0].account), "not_now") << "nobody reads in it who is away";
    EXPECT_EQ(move(presenter(0), FloorMove::ask), "not_now") << "who presents answers, and asks for nothing";
}

TEST_F(FloorTest, WhoSpeaksHandsOnAndTwiceIsOnce) {
    begin(0);
    next();
    next();
    const auto first = speaker();
    const auto second = turns().waiting.items.at(0).value;
    EXPECT_EQ(move(person(second), FloorMove::done, protocol::Id{first}), "not_facilitator");
    EXPECT_EQ(move(leads(), FloorMove::done, protocol::Id{first}), "");
    EXPECT_EQ(move(person(first), FloorMove::done), "") << "both press at once: it is done once";
    EXPECT_EQ(speaker(), second);
    const auto before = turns();
    next();
    EXPECT_EQ(speaker(), first) << "the next phase goes round anew";
    ASSERT_EQ(step(leads(), 0, Step::undo), "");
    EXPECT_EQ(speaker(), second);
    EXPECT_GT(turns().version, before.version);
}

TEST_F(FloorTest, TheQueueIsOffUntilWhoLeadsTurnsItOn) {
    begin(0);
    const auto team = consultants();
    EXPECT_EQ(move(team[0], FloorMove::ask), "no_queue");
    EXPECT_EQ(move(team[0], FloorMove::open_queue), "not_facilitator");
    EXPECT_EQ(move(leads(), FloorMove::open_queue), "");
    for (const auto& one : {team[0], team[1], team[2], team[0]}) EXPECT_EQ(move(one, FloorMove::ask), "");
    EXPECT_EQ(speaker(), team[0].account);
    EXPECT_EQ(turns().waiting.items, (std::vector<protocol::Id>{team[1].account, team[2].account}));
    EXPECT_EQ(order(team[1], {team[2].account, team[1].account}), "not_facilitator");
    EXPECT_EQ(order(leads(), {team[2].account}), "stale");
    EXPECT_EQ(order(leads(), {team[2].account, team[1].account}), "");
    EXPECT_EQ(move(team[2], FloorMove::pass), "");
    EXPECT_EQ(move(team[0], FloorMove::done), "");
    EXPECT_EQ(speaker(), team[1].account);
    const auto version = live(people[0], 0).run->version;
    EXPECT_EQ(move(team[2], FloorMove::ask), "");
    EXPECT_EQ(move(leads(), FloorMove::close_queue), "");
    EXPECT_EQ(move(team[0], FloorMove::ask), "no_queue");
    EXPECT_EQ(live(people[0], 0).run->version, version) << "asking for the floor stands in nobody's way";
    EXPECT_EQ(move(leads(), FloorMove::open_queue), "");
    EXPECT_EQ(speaker(), "") << "nobody speaks or waits from before";
    EXPECT_TRUE(turns().waiting.items.empty());
    EXPECT_EQ(move(team[0], FloorMove::ask), "");
    next();
    EXPECT_EQ(move(leads(), FloorMove::close_queue), "");
    EXPECT_EQ(step(leads(), 0, Step::undo), "");
    EXPECT_EQ(move(leads(), FloorMove::open_queue), "");
    EXPECT_EQ(speaker(), "") << "nor does undo bring them back";
}

TEST_F(FloorTest, WhoComesLateIsTickedAndJoinsTheRound) {
    const auto note = submit(0);
    const auto late = consultants().back(), away = consultants().front();
    for (const auto& one : people)
        say(one, note, one.account == away.account ? ConflictAnswer::maybe : ConflictAnswer::no);
    auto params = beginning(0, note);
    for (const auto& one : {late.account, away.account})
        std::erase_if(params.present.items, [&](const auto& each) { return each == one; });
    go_to(sessions[0].starts_at.value);
    ASSERT_EQ(house.refusal(leads(), "consultation.begin", params), "");
    const auto says = [&](const call::Caller& by, const std::string& who, bool here) {
        return house.refusal(by, "consultation.set_here", protocol::SetHere{group, id(0), who, here});
    };
    next();
    next();
    EXPECT_EQ(move(leads(), FloorMove::ask, protocol::Id{late.account}), "not_now");
    EXPECT_EQ(says(presenter(0), late.account, true),
              presenter(0).account == people[0].account ? "" : "not_facilitator");
    const auto version = live(people[0], 0).run->version;
    EXPECT_EQ(says(leads(), late.account, true), "");
    ASSERT_FALSE(turns().waiting.items.empty());
    EXPECT_EQ(turns().waiting.items.back(), protocol::Id{late.account});
    const auto before = turns();
    EXPECT_EQ(says(leads(), late.account, true), "");
    EXPECT_EQ(turns().version, before.version) << "said twice it is done once";
    EXPECT_EQ(says(leads(), away.account, true), "");
    EXPECT_EQ(turns().waiting.items, before.waiting.items) << "whoever is away for the case is in no round";
    EXPECT_GT(turns().version, before.version) << "all hear who is here now";
    EXPECT_EQ(live(people[0], 0).run->present.items.size(), people.size());
    EXPECT_EQ(says(leads(), late.account, false), "");
    const auto waits = turns().waiting.items;
    EXPECT_EQ(std::count(waits.begin(), waits.end(), protocol::Id{late.account}), 0);
    EXPECT_EQ(says(leads(), "00000000-0000-4000-8000-000000000000", true), "not_a_member");
    EXPECT_EQ(live(people[0], 0).run->version, version) << "who presses next is not made late by it";
}

TEST_F(FloorTest, WhoHasLeftTheGroupHasNoTurn) {
    begin(0);
    ASSERT_EQ(move(leads(), FloorMove::open_queue), "");
    std::string gone;
    for (const auto& one : consultants())
        if (one.account != people[0].account) gone = one.account;
    ASSERT_EQ(move(person(gone), FloorMove::ask), "");
    ASSERT_EQ(speaker(), gone);
    ASSERT_EQ(house.refusal(person(gone), "groups.leave", protocol::GroupRef{group}), "");
    EXPECT_EQ(speaker(), "");
}

}  // namespace
}  // namespace covision::consultation
