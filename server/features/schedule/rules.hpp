#pragma once
// What may be done to a session, and what its answers suggest. Pure: the caller brings rows and `now`.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/schedule.hpp"
#include "server/base/time.hpp"
#include "server/features/schedule/recurrence.hpp"

namespace covision::schedule {

/// A session as the rules see it.
struct Meeting {
    std::string id;
    int number = 0;           // place in its series; 0: a session of its own
    std::string local_start;  // as the group agreed it last
    Instant starts, ends;
    Instant slot{};   // where it started before it was moved by hand
    std::string day;  // local date of that
    bool cancelled = false;
    bool dropped = false;  // … since its series changed
    bool moved = false;    // its time was set by hand: the series leaves it alone
    bool opened = false;   // its live session was begun
    bool held = false;     // … and closed
};

/// How early the live session can be opened, and how late after its end it still can.
constexpr std::chrono::minutes opens_before{60};
constexpr std::chrono::hours opens_until{24};

/// Started, opened or cancelled: what is past stays as it was.
bool frozen(const Meeting& meeting, Instant now);

/// Refused in_the_past, bad_length, too_far (over two years ahead).
void may_plan(Instant starts, Instant ends, Instant now);
/// Refused session_cancelled, session_over, session_started; may_move also as may_plan, and overlaps (details: session)
/// for another session of the group that stands at that time.
void may_move(const Meeting& meeting, Instant starts, Instant ends, const std::vector<Meeting>& others, Instant now);
void may_cancel(const Meeting& meeting, Instant now);
/// Refused overlaps (details: session) where one of a new series' sessions meets one that is planned.
void may_add(const std::vector<Occurrence>& wanted, const std::vector<Meeting>& others);
/// Until it ends or was closed: who is late on the way can still say so.
void may_answer(const Meeting& meeting, Instant now);
/// From an hour before it starts until a day after its end; Refused also too_early (details: opens).
void may_open(const Meeting& meeting, Instant now);

/// What few answers suggest for a planned session of the next 14 days: exactly three may come (troika), or fewer than
/// the quorum since somebody cannot.
std::optional<protocol::SessionOffer> offer(const Meeting& meeting, std::size_t members, std::size_t said_no,
                                            std::int64_t quorum, Instant now);

}  // namespace covision::schedule
