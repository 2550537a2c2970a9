#pragma once
// What may be done to a session, and what a series' new occurrences change. Pure: the caller brings rows and `now`.

#include <string>
#include <vector>

#include "server/base/time.hpp"
#include "server/features/schedule/recurrence.hpp"

namespace covision::schedule {

/// A session as the rules see it.
struct Meeting {
    std::string id;
    int number = 0;           // place in its series; 0: a session of its own
    std::string local_start;  // as the rule said it, before any move
    Instant starts, ends;
    bool cancelled = false;
    bool moved = false;   // its time was set by hand: the series leaves it alone
    bool opened = false;  // its live session was begun
    bool held = false;    // … and closed
};

/// How early the live session can be opened, and how late after its end it still can.
constexpr std::chrono::minutes opens_before{60};
constexpr std::chrono::hours opens_until{24};

/// Started, opened or cancelled: what is past stays as it was.
bool frozen(const Meeting& meeting, Instant now);

/// Refused session_cancelled, session_over, session_started; may_move also in_the_past, bad_length, too_far (over two
/// years ahead) and overlaps (details: session) for another session of the group that stands at that time.
void may_move(const Meeting& meeting, Instant starts, Instant ends, const std::vector<Meeting>& others, Instant now);
void may_cancel(const Meeting& meeting, Instant now);
/// Refused overlaps (details: session) where one of a new series' sessions meets one that is planned.
void may_add(const std::vector<Occurrence>& wanted, const std::vector<Meeting>& others);
/// Until it ends or was closed: who is late on the way can still say so.
void may_answer(const Meeting& meeting, Instant now);
/// From an hour before it starts until a day after its end; Refused also too_early (details: opens).
void may_open(const Meeting& meeting, Instant now);

/// What makes the sessions of a series agree with its rule again. Sessions that stay keep their row, and with it their
/// answers, cases and duties.
struct Changes {
    struct Shift {
        std::string id;
        Occurrence to;
    };
    std::vector<Occurrence> added;
    std::vector<Shift> shifted;        // same number, another time
    std::vector<std::string> removed;  // no longer in the rule
};

/// `existing`: all sessions of this series; `wanted`: the rule's occurrences in the same stretch of time. Frozen
/// sessions and those moved by hand are left alone, and nothing is added in the past.
Changes reconcile(const std::vector<Meeting>& existing, const std::vector<Occurrence>& wanted, Instant now);

}  // namespace covision::schedule
