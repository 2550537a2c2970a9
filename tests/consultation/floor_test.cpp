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
        switch (below(6)) {
            case 0: turns = ask(turns, who); break;
            case 1: turns = without(turns, who); break;
            case 2: turns = with_queue(turns, below(2) == 0); break;
            case 3:
                turns = in_phase(turns, i % 5, noon + std::chrono::minutes{i}, below(2) == 0 ? all : Accounts{});
                break;
            case 4: turns = in_phase(turns, turns.phase, turns.began, {}); break;
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
    EXPECT_EQ(move(leads(), FloorMove::close_queue), "");
    EXPECT_EQ(move(team[0], FloorMove::ask), "no_queue");
    EXPECT_EQ(live(people[0], 0).run->version, version) << "asking for the floor stands in nobody's way";
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
