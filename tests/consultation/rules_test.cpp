#include "server/features/consultation/rules.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/consultation/timers.hpp"
#include "tests/support/refusal.hpp"

namespace covision::consultation {
namespace {

using support::code_of;
using test::begin;
using test::same;

using std::chrono::minutes;
using std::chrono::seconds;

const Format& format = *find_format("reflecting_team");
const Agenda agenda{item_of(format, 0, {})};

Floor floor_in(const Run& run, const Format& of, Part part) {
    return who_may_speak(run, of.phases[static_cast<std::size_t>(run.timer.phase)], of.has_case, part);
}

TEST(Run, GoesThroughThePhasesInThirtyFiveMinutes) {
    auto run = start(agenda, begin);
    Instant now = begin;
    for (int phase = 0; phase < 6; ++phase) {
        EXPECT_EQ(run.timer.phase, phase);
        EXPECT_EQ(remaining(run, now), minutes{format.phases[static_cast<std::size_t>(phase)].minutes});
        now = run.timer.deadline;
        EXPECT_EQ(remaining(run, now), Micros{0});
        if (phase < 5) run = next(run, agenda, run.version, now);
    }
    EXPECT_EQ(now, begin + minutes{35});
    EXPECT_EQ(code_of([&] { next(run, agenda, run.version, now); }), "last_phase");
    run = close(run, run.version, now + seconds{3});
    EXPECT_EQ(run.timer.state, State::ended);
    EXPECT_EQ(remaining(run, now + minutes{60}), -seconds{3}) << "it stays as it was when it ended";
    EXPECT_EQ(code_of([&] { pause(run, run.version, now); }), "session_ended");
    EXPECT_EQ(code_of([&] { stop_please(run, now); }), "session_ended");
}

TEST(Run, AtZeroNothingEnds) {
    const auto run = start(agenda, begin);
    EXPECT_EQ(remaining(run, begin + minutes{7}), -minutes{2});
    EXPECT_EQ(run.timer.state, State::running);
}

TEST(Run, UndoBringsTheTimerBackAsIfNothingHadBeen) {
    const auto run = start(agenda, begin);
    const auto moved = next(run, agenda, 1, begin + minutes{3});
    const auto undone = undo(moved, 2, begin + minutes{3} + seconds{10});
    EXPECT_TRUE(same(undone.timer, run.timer));
    EXPECT_EQ(undone.version, 3);
    EXPECT_EQ(remaining(undone, begin + minutes{3} + seconds{10}), minutes{1} + seconds{50});
    EXPECT_EQ(code_of([&] { undo(moved, 2, begin + minutes{3} + seconds{10} + Micros{1}); }), "nothing_to_undo");
    EXPECT_EQ(code_of([&] { undo(undone, 3, begin + minutes{3}); }), "nothing_to_undo");
    const auto stopped = stop_please(moved, begin + minutes{3} + seconds{2});
    EXPECT_EQ(code_of([&] { undo(stopped, 3, begin + minutes{3} + seconds{3}); }), "nothing_to_undo")
        << "a step back must not run over the presenter's stop";
}

TEST(Run, AnOldVersionIsToldTheNewOne) {
    const auto run = next(start(agenda, begin), agenda, 1, begin + seconds{1});
    try {
        next(run, agenda, 1, begin + seconds{2});  // two people press next at once
        FAIL();
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.code(), "stale");
        EXPECT_EQ(refused.details(), (Refused::Details{{"version", "2"}}));
    }
}

TEST(Run, AdjustNeverGoesBelowNow) {
    const auto run = start(agenda, begin);
    EXPECT_EQ(remaining(adjust(run, 1, 5, begin), begin), minutes{10});
    EXPECT_EQ(remaining(adjust(run, 1, -1, begin), begin), minutes{4});
    const auto late = begin + minutes{4} + seconds{30};
    EXPECT_EQ(remaining(adjust(run, 1, -1, late), late), Micros{0});
    const auto over = begin + minutes{9};
    EXPECT_EQ(remaining(adjust(run, 1, 1, over), over), minutes{1}) << "one more minute means from now";
    EXPECT_EQ(remaining(adjust(run, 1, -1, over), over), -minutes{4});
    const auto paused = pause(run, 1, begin + minutes{2});
    EXPECT_EQ(remaining(adjust(paused, 2, 1, over), over), minutes{4});
    EXPECT_EQ(code_of([&] { adjust(run, 1, 2, begin); }), "bad_minutes");
    auto longest = run;
    for (int i = 0; i < 40; ++i) longest = adjust(longest, longest.version, 5, begin);
    EXPECT_EQ(remaining(longest, begin), most_remaining);
}

TEST(Run, PleaseStopIsNeverRefused) {
    const auto run = next(start(agenda, begin), agenda, 1, begin);
    const auto stopped = stop_please(run, begin + minutes{1});
    EXPECT_TRUE(stopped.timer.stopped_by_presenter);
    EXPECT_EQ(remaining(stopped, begin + minutes{30}), minutes{4});
    EXPECT_EQ(floor_in(stopped, format, Part::consultant), Floor::listens);
    EXPECT_EQ(floor_in(stopped, format, Part::presenter), Floor::open);
    EXPECT_TRUE(stop_please(pause(run, 2, begin), begin).timer.stopped_by_presenter);
    const auto on = resume(stopped, stopped.version, begin + minutes{30});
    EXPECT_FALSE(on.timer.stopped_by_presenter);
    EXPECT_EQ(on.timer.deadline, begin + minutes{34});
    EXPECT_EQ(code_of([&] { resume(on, on.version, begin); }), "not_paused");
}

TEST(Run, WhoMaySpeak) {
    auto run = start(agenda, begin);
    const Floor table[6][3] = {
        // facilitator, presenter, consultant
        {Floor::open, Floor::open, Floor::open},        {Floor::leads, Floor::open, Floor::listens},
        {Floor::leads, Floor::answers, Floor::in_turn}, {Floor::leads, Floor::listens, Floor::in_turn},
        {Floor::leads, Floor::listens, Floor::in_turn}, {Floor::leads, Floor::open, Floor::listens}};
    for (const auto& row : table) {
        EXPECT_EQ(floor_in(run, format, Part::facilitator), row[0]) << run.timer.phase;
        EXPECT_EQ(floor_in(run, format, Part::presenter), row[1]) << run.timer.phase;
        EXPECT_EQ(floor_in(run, format, Part::consultant), row[2]) << run.timer.phase;
        if (run.timer.phase < 5) run = next(run, agenda, run.version, begin);
    }
    EXPECT_EQ(floor_in(pause(run, run.version, begin), format, Part::consultant), Floor::open);
    const auto& round = *find_format("peer_support");
    EXPECT_EQ(floor_in(start({item_of(round, 0, {})}, begin), round, Part::facilitator), Floor::in_turn)
        << "leads and shares";
}

/// Random histories against a model that knows only "so much is left" and lets time pass over it.
TEST(Run, KeepsItsTimeThroughAnyHistory) {
    for (unsigned seed = 1; seed <= 400; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        Instant now = begin;
        auto run = start(agenda, now);
        Micros left = minutes{5}, left_before{0};
        bool runs = true, ran_before = false;
        int phase = 0, phase_before = 0;
        std::optional<Micros> since_step;
        for (int i = 0; i < 60; ++i) {
            const Micros passed{random() % 40'000'000};
            now += passed;
            if (runs) left -= passed;
            if (since_step) {
                *since_step += passed;
                if (ran_before) left_before -= passed;
            }
            const auto was = run;
            const auto command = random() % 7;
            std::string refused;
            try {
                switch (command) {
                    case 0: run = next(run, agenda, run.version, now); break;
                    case 1: run = back(run, agenda, run.version, now); break;
                    case 2: run = undo(run, run.version, now); break;
                    case 3: run = pause(run, run.version, now); break;
                    case 4: run = resume(run, run.version, now); break;
                    case 5: run = adjust(run, run.version, 5, now); break;
                    case 6: run = stop_please(run, now); break;
                }
            } catch (const Refused& error) {
                refused = error.code();
            }
            const bool can_undo = since_step && *since_step <= Micros{undo_for};
            if (!refused.empty()) {
                ASSERT_TRUE((command == 0 && phase == 5) || (command == 1 && phase == 0) ||
                            (command == 2 && !can_undo) || (command == 3 && !runs) || (command == 4 && runs))
                    << refused;
                ASSERT_EQ(run.version, was.version);
                ASSERT_TRUE(same(run.timer, was.timer));
                continue;
            }
            ASSERT_EQ(run.version, was.version + 1);
            if (command <= 1) {
                left_before = left;
                ran_before = runs;
                phase_before = phase;
                since_step = Micros{0};
                phase += command == 0 ? 1 : -1;
                left = minutes{format.phases[static_cast<std::size_t>(phase)].minutes};
                runs = true;
            } else {
                if (command == 2) {
                    ASSERT_TRUE(can_undo);
                    left = left_before;
                    runs = ran_before;
                    phase = phase_before;
                }
                since_step.reset();
                if (command == 3 || command == 6) runs = false;
                if (command == 4) runs = true;
                if (command == 5) left = std::min<Micros>(std::max(left, Micros{0}) + minutes{5}, most_remaining);
            }
            ASSERT_EQ(run.timer.phase, phase);
            ASSERT_EQ(run.timer.state == State::running, runs);
            ASSERT_EQ(remaining(run, now), left);
        }
    }
}

}  // namespace
}  // namespace covision::consultation
