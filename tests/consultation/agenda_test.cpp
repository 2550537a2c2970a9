// A session as an agenda of items: where next, back and skip lead, and who leads an item.

#include "server/features/consultation/agenda.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/consultation/timers.hpp"
#include "tests/support/refusal.hpp"

namespace covision::consultation {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using support::code_of;
using test::begin;
using test::same;

/// Arrival, two consultations and what lies between and after them, with frames of other minutes than usual.
Agenda evening() {
    const auto part = [](const char* code, std::optional<int> wanted = {}) {
        return item_of(*find_format(code), 0, wanted);
    };
    return {part("arrival", 8), part("quiet"), part("troika"), part("break", 10), part("balint"), part("closing")};
}

TEST(Agenda, GoesFromItemToItemAndBack) {
    const auto whole = evening();
    auto run = start(whole, begin);
    std::vector<std::pair<int, int>> way{{0, 0}};
    while (code_of([&] { run = next(run, whole, run.version, begin); }).empty())
        way.emplace_back(run.timer.item, run.timer.phase);
    EXPECT_EQ(
        way,
        (std::vector<std::pair<int, int>>{
            {0, 0}, {1, 0}, {2, 0}, {2, 1}, {2, 2}, {2, 3}, {2, 4}, {3, 0}, {4, 0}, {4, 1}, {4, 2}, {4, 3}, {5, 0}}));
    EXPECT_EQ(code_of([&] { next(run, whole, run.version, begin); }), "last_phase");
    EXPECT_EQ(code_of([&] { skip(run, whole, run.version, begin); }), "last_item");
    for (auto place = way.rbegin(); place != way.rend(); ++place) {
        EXPECT_EQ(std::pair(run.timer.item, run.timer.phase), *place);
        if (place + 1 != way.rend()) run = back(run, whole, run.version, begin);
    }
    EXPECT_EQ(remaining(run, begin), minutes{8}) << "what this agenda gives its arrival";
    EXPECT_EQ(code_of([&] { back(run, whole, run.version, begin); }), "first_phase");
}

TEST(Agenda, SkipLeavesTheRestOfAnItemAndCanBeUndone) {
    const auto whole = evening();
    auto run = start(whole, begin);
    for (int i = 0; i < 4; ++i) run = next(run, whole, run.version, begin + minutes{i});
    const auto now = begin + minutes{5};
    const auto skipped = skip(run, whole, run.version, now);
    EXPECT_EQ(std::pair(skipped.timer.item, skipped.timer.phase), std::pair(3, 0));
    EXPECT_EQ(remaining(skipped, now), minutes{10});
    EXPECT_TRUE(same(undo(skipped, skipped.version, now + seconds{9}).timer, run.timer));
    EXPECT_EQ(code_of([&] { skip(run, whole, run.version - 1, now); }), "stale");
}

TEST(Agenda, AnItemTakesTheMinutesItsFormatAllows) {
    const auto minutes_of = [](const char* code, std::optional<int> wanted) {
        return item_of(*find_format(code), 0, wanted).minutes();
    };
    EXPECT_EQ(minutes_of("break", {}), 5);
    EXPECT_EQ(minutes_of("break", 10), 10);
    EXPECT_EQ(minutes_of("balint", 45), 45);
    EXPECT_EQ(code_of([&] { minutes_of("break", 31); }), "item_minutes");
    EXPECT_EQ(code_of([&] { minutes_of("balint", 40); }), "item_minutes");
}

/// Random walks over random agendas: whatever is called, the run stands in a phase that there is, its version only
/// grows, time never goes back, and undo brings back exactly what was.
TEST(Agenda, NoSequenceOfCallsLeavesIt) {
    const char* codes[] = {"arrival", "quiet", "troika", "break", "reflecting_team", "peer_support", "closing"};
    for (unsigned seed = 1; seed <= 400; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        Agenda whole;
        for (auto i = 1 + random() % 12; i > 0; --i) whole.push_back(item_of(*find_format(codes[random() % 7]), 0, {}));
        Instant now = begin;
        auto run = start(whole, now);
        std::optional<Timer> before;  // what undo has to bring back
        for (int i = 0; i < 80; ++i) {
            now += Micros{random() % 9'000'000};
            const auto was = run;
            const auto command = random() % 11;
            const auto expected = random() % 8 == 0 ? run.version - 1 : run.version;
            const auto refused = code_of([&] {
                switch (command) {
                    case 0: run = back(run, whole, expected, now); break;
                    case 1: run = skip(run, whole, expected, now); break;
                    case 2: run = undo(run, expected, now); break;
                    case 3: run = pause(run, expected, now); break;
                    case 4: run = resume(run, expected, now); break;
                    case 5: run = adjust(run, expected, -1, now); break;
                    case 6: run = stop_please(run, now); break;
                    case 7: run = rest(run, now); break;
                    case 8: run = new_lead(run, expected); break;
                    default: run = next(run, whole, expected, now); break;
                }
            });
            ASSERT_EQ(run.version, refused.empty() && !(command == 7 && was.timer.state == State::paused)
                                       ? was.version + 1
                                       : was.version);
            if (!refused.empty()) {
                ASSERT_TRUE(same(run.timer, was.timer));
                ASSERT_TRUE(refused != "stale" || expected != was.version);
            } else {
                ASSERT_TRUE(expected == was.version || command == 6 || command == 7);
                const bool stepped = command <= 1 || command >= 9;
                if (command == 2) {
                    ASSERT_TRUE(before && same(run.timer, *before));
                } else if (stepped) {
                    ASSERT_EQ(run.timer.started_at, now);
                } else {
                    ASSERT_EQ(run.timer.started_at, was.timer.started_at);
                }
                if (stepped)
                    before = was.timer;
                else if (run.version != was.version)
                    before.reset();
            }
            const auto& timer = run.timer;
            ASSERT_TRUE(0 <= timer.item && timer.item < static_cast<int>(whole.size()));
            const auto& phases = whole[static_cast<std::size_t>(timer.item)].phases;
            ASSERT_TRUE(0 <= timer.phase && timer.phase < static_cast<int>(phases.size()));
            ASSERT_LE(timer.started_at, now);
            ASSERT_EQ(timer.paused_remaining.has_value(), timer.state != State::running);
            ASSERT_LE(remaining(run, now), most_remaining);
            ASSERT_TRUE(!timer.stopped_by_presenter || timer.state == State::paused);
        }
    }
}

TEST(LeadOfItem, IsLentAndHandedBack) {
    const auto unable = [](std::vector<std::string> who) {
        return [who](const std::string& account) { return std::find(who.begin(), who.end(), account) == who.end(); };
    };
    struct Case {
        const char* name;
        Lead before;  // leader, deputy, lender, named
        std::vector<std::string> others, unable;
        Lead after;
        std::vector<std::string> gone = {};  // no device to lead from
    };
    const std::nullopt_t none = std::nullopt;
    const Case cases[] = {
        {"nothing changes", {"mia", "ben", none}, {}, {"dora"}, {"mia", "ben", none}},
        {"who leads presents: the deputy leads", {"mia", "ben", none}, {"dora"}, {"mia"}, {"ben", none, "mia"}},
        {"the deputy is away too", {"mia", "ben", none}, {"ben", "dora"}, {"mia", "ben"}, {"dora", none, "mia"}},
        {"and has it back after", {"ben", "dora", "mia"}, {}, {}, {"mia", "ben", none}},
        {"also where who stood in presents now", {"ben", "dora", "mia"}, {}, {"ben"}, {"mia", "dora", none}},
        {"two cases of one's own: who stands in goes on", {"ben", "dora", "mia"}, {}, {"mia"}, {"ben", "dora", "mia"}},
        {"who stands in presents next", {"ben", "dora", "mia"}, {}, {"mia", "ben"}, {"dora", none, "mia"}},
        {"nobody can", {"mia", none, none}, {"ben"}, {"mia", "ben"}, {none, none, "mia"}},
        {"stepped out, nobody led since", {none, "ben", "mia"}, {}, {}, {"mia", "ben", none}},
        {"nobody led before", {none, "ben", none}, {"dora"}, {}, {none, "ben", none}},
        {"who was named deputy presents", {"mia", "ben", none, "ben"}, {}, {"ben"}, {"mia", none, none, "ben"}},
        {"and is deputy again after", {"mia", "dora", none, "ben"}, {}, {}, {"mia", "ben", none, "ben"}},
        {"named goes before who stood in", {"ben", "dora", "mia", "dora"}, {}, {}, {"mia", "dora", none, "dora"}},
        {"and is lent the lead", {"mia", "dora", none, "ben"}, {}, {"mia"}, {"ben", "dora", "mia", "ben"}},
        {"the deputy's line is gone", {"mia", "ben", none}, {"ben", "dora"}, {"mia"}, {"dora", "ben", "mia"}, {"ben"}},
        {"and nobody else's is there", {"mia", "ben", none}, {"dora"}, {"mia"}, {none, "ben", "mia"}, {"ben", "dora"}},
        {"the named one's is gone", {"mia", "d", none, "ben"}, {"d"}, {"mia"}, {"d", "ben", "mia", "ben"}, {"ben"}},
        {"nothing is taken from one who is gone", {"mia", "ben", none}, {}, {}, {"mia", "ben", none}, {"mia"}},
        {"named, leads by right, has presented", {"dora", "x", "ben", "ben"}, {}, {}, {"ben", "dora", none, "ben"}},
    };
    for (const auto& one : cases) {
        const auto after = lead_of_item(one.before, one.others, unable(one.unable), unable(one.gone));
        EXPECT_EQ(after.leader, one.after.leader) << one.name;
        EXPECT_EQ(after.deputy, one.after.deputy) << one.name;
        EXPECT_EQ(after.lender, one.after.lender) << one.name;
        EXPECT_EQ(after.named, one.before.named) << one.name;
    }
}

}  // namespace
}  // namespace covision::consultation
