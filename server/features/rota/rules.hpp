#pragma once
// How roles rotate. plan() is a pure, stable function of what was served, who comes and what was agreed by hand.
//
// Fairness is share = served / attended, role by role, over held sessions only; a duty planned for an earlier session
// counts as served. Whoever can come and has the smallest share is next; among equals whose turn is longest ago.
// - A newcomer starts at the group's mean, has no role in the first session and facilitates from the third.
// - An absentee (or who passes) keeps the turn: it is exchanged with the nearest later one that both can do, so that
//   nobody else moves. Without such a one somebody stands in and is credited; the debt stays and the next free turn
//   pays.
// - A swap is two pins: both are credited for what they do, so no debt is cancelled.
// - Duties already published stay unless their holder cannot do them; planning again without news changes nothing.
// - Facilitator, presenter and the keepers of time and notes are different people; three people share three parts
//   (one keeps time and notes), two leave time and notes open.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "server/base/time.hpp"

namespace covision::rota {

enum class Role { facilitator, presenter, timekeeper, scribe };
constexpr int roles = 4;

/// As in the messages, in their order.
enum class Why { smallest_share, longest_ago, first_turn, waited_longest, swapped, stood_in, chosen, only_one_left };

/// Why this person: data, of which a client makes one sentence. The numbers are of this role and as they stand when the
/// session begins if everything goes as planned; so they stay true while the session comes closer.
struct Reason {
    Why why = Why::smallest_share;
    int served = 0, attended = 0;
    std::optional<Instant> last_served;
    std::optional<std::string> other;  // swapped: with whom; stood_in: for whom

    bool operator==(const Reason&) const = default;
};

struct Duty {
    std::string session;
    Role role = Role::facilitator;
    std::string account;
    Reason reason;

    bool operator==(const Duty&) const = default;
};

/// Sums over held sessions: what was really done, by stand-ins too.
struct Tally {
    int attended = 0;
    std::array<int, roles> served{};
};

/// Of a person only what came since joining counts: who left and came back begins again as a newcomer.
struct Person {
    std::string id;
    int joined_after = 0;       // sessions that the group had held before; 0: from the beginning
    std::vector<Role> excused;  // roles this person does not take
    Tally own{};
    std::array<int, roles> last{-1, -1, -1, -1};  // the last held session in each role as its place in `held`; -1: none
    Tally before{};  // of everybody in the sessions held before this person joined: a newcomer's mean
};

struct Upcoming {
    std::string id;
    Instant starts;
    std::vector<std::string> away;  // said no, on leave, or (on the day) missing; everybody else is expected
};

/// Agreed by hand: why is swapped or chosen.
struct Pin {
    std::string session;
    Role role = Role::facilitator;
    std::string account;
    Why why = Why::chosen;
    std::optional<std::string> other;
};

/// Gave this turn up. Beats a pin of the same person.
struct Pass {
    std::string session;
    Role role = Role::facilitator;
    std::string account;
};

enum class PresenterRule { planned, chosen_on_the_day };

struct Rules {
    PresenterRule presenter = PresenterRule::planned;
    bool timekeeper = true, scribe = true;
    int horizon = 6;  // so many sessions are planned
};

struct Group {
    std::vector<Person> people;      // present members, any order
    std::vector<Instant> held;       // when the counted sessions were, in order of time
    std::vector<Upcoming> upcoming;  // neither held nor cancelled, any order
    std::vector<Duty> published;     // what the last plan said, for upcoming sessions
    std::vector<Pin> pins;           // of one session and role the last one counts
    std::vector<Pass> passes;
    Rules rules;
};

/// A wanted role that nobody can take.
struct Vacancy {
    std::string session;
    Role role = Role::facilitator;

    bool operator==(const Vacancy&) const = default;
};

struct Plan {
    std::vector<Duty> duties;  // by session in order of time, then by role
    std::vector<Vacancy> vacancies;

    bool operator==(const Plan&) const = default;
};

/// On the day: add who is missing to `away` and plan again; the result names the stand-ins.
Plan plan(const Group& group);

/// Until the session begins. Refused session_started.
void may_pass(const Upcoming& session, Instant now);

/// `mine` for `wanted`: same role, two upcoming sessions, both free and expected on the other day. Refused bad_swap,
/// session_started, away_then, busy_then (details: account).
void may_swap(const Group& group, const Duty& mine, const Duty& wanted, Instant now);
/// What an accepted swap adds to the pins.
std::vector<Pin> pins_of_swap(const Duty& mine, const Duty& wanted);

}  // namespace covision::rota
