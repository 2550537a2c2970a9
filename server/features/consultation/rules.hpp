#pragma once
// A live session as a state machine: which item of its agenda, which phase, how much time, who has the floor. Pure:
// every command takes the run and `now` and returns the next run, one version on. Before start there is no run. Time is
// kept as a deadline, so a server or browser that comes back stands in the same second. At zero nothing ends:
// remaining() goes below zero until a person moves on.

#include <cstdint>
#include <optional>

#include "server/base/time.hpp"
#include "server/features/consultation/agenda.hpp"

namespace covision::consultation {

enum class State { running, paused, ended };

/// As in the messages, in their order.
enum class End { closed, lapsed };

struct Timer {
    int item = 0;   // index into the agenda
    int phase = 0;  // index into the item's phases
    /// One number for both.
    int place() const { return item * 1000 + phase; }
    State state = State::running;
    Instant started_at;                      // when this phase began
    Instant deadline;                        // running: when its time is up
    std::optional<Micros> paused_remaining;  // paused or ended: what was left, below zero when over time
    bool stopped_by_presenter = false;       // paused by Please stop
};

struct Run {
    std::int64_t version = 1;
    Timer timer;
    std::optional<Timer> previous;  // what undo brings back, until:
    Instant undo_until;
    std::optional<End> end;  // once it has ended
};

constexpr std::chrono::seconds undo_for{10};
constexpr std::chrono::minutes most_remaining{120};
constexpr std::chrono::hours lapses_after{6};

Run start(const Agenda& agenda, Instant now);

/// All commands but stop_please are Refused stale (details: version) when `expected` is not the run's version; all are
/// Refused session_ended after close.
/// The next phase, or the next item's first one, running with its usual time. Refused last_phase.
Run next(const Run& run, const Agenda& agenda, std::int64_t expected, Instant now);
/// The phase before, or the last one of the item before, anew with its usual time. Refused first_phase.
Run back(const Run& run, const Agenda& agenda, std::int64_t expected, Instant now);
/// The next item's first phase; the rest of this item is left out. Refused last_item.
Run skip(const Run& run, const Agenda& agenda, std::int64_t expected, Instant now);
/// Within ten seconds of next, back or skip, and before any other command: as if it had not been. Refused
/// nothing_to_undo.
Run undo(const Run& run, std::int64_t expected, Instant now);
/// Refused already_paused, not_paused.
Run pause(const Run& run, std::int64_t expected, Instant now);
Run resume(const Run& run, std::int64_t expected, Instant now);
/// Minutes -1, 1 or 5, else Refused bad_minutes. Added to what is left, or to now when time is up; taking away stops at
/// now. At most 120 minutes are left.
Run adjust(const Run& run, std::int64_t expected, int minutes, Instant now);
/// The presenter's: pauses at once, no reason and no version asked for; never refused but after the end.
Run stop_please(const Run& run, Instant now);
/// Anybody's: pauses, where it is not paused already; otherwise as stop_please.
Run rest(const Run& run, Instant now);
Run close(const Run& run, std::int64_t expected, Instant now);

/// Somebody else leads: one version on, nothing left to undo.
Run new_lead(const Run& run, std::int64_t expected);

/// Leading is lent. Whoever leads and is gone for a minute can be stood in for: by the deputy, or where the deputy is
/// gone too by anybody who does not present. Who stood aside so may take it back at any time.
struct LeadAsked {
    bool led_before = false, deputy = false, presents = false;  // the caller
    std::optional<Instant> leader_gone, deputy_gone;            // since when; nullopt: here
};
constexpr std::chrono::seconds lent_for{60};
/// Refused presenter_listens, leader_is_here (details: seconds, where it is a matter of waiting), deputy_is_here.
void may_take_over(const LeadAsked& asked, Instant now);

/// When a run that nobody closes counts as over: `lapses_after` the planned end, or its latest phase's begin where that
/// was later still.
Instant lapse_time(const Run& run, Instant planned_end);
/// Nobody has closed it. Refused session_ended.
Run lapse(const Run& run, Instant now);

/// What is left of the phase, below zero when its time is up.
Micros remaining(const Run& run, Instant now);

/// Somebody's part in the run; timekeeper and scribe consult.
enum class Part { facilitator, presenter, consultant };
/// leads: says what moves the group on, no more than that while others have the floor.
enum class Floor { open, in_turn, answers, leads, listens };

/// In the phase in which the run stands; `has_case`: somebody presents.
Floor who_may_speak(const Run& run, const Phase& phase, bool has_case, Part part);

}  // namespace covision::consultation
