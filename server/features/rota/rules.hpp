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
// - Of those who are always there nobody facilitates three times more than another, or two times more than so many that
//   a plan cannot make it up: such a swap or choice is refused. Where it comes about later, by what others give up,
//   the next session goes to somebody else although it was agreed, if anybody is left who can.
// - Duties already published stay unless their holder cannot do them; planning again without news changes nothing, and
//   one absence moves one turn of another session at most. Only the very next session's facilitator also yields where
//   absences have made it unfair: who is always there would be two turns ahead of somebody else who is, or would
//   facilitate twice in a row while another one has the smaller share.
// - Facilitator, presenters and helpers are different people. Whoever facilitated has no role the next time where that
//   can be, so that turns can be exchanged; helpers merge as the group has it while fewer than two would stay free, and
//   what nobody is left for is filled at arrival.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "server/base/time.hpp"

namespace covision::rota {

enum class Role { facilitator, presenter, timekeeper, scribe, observer, host };
constexpr int roles = 6;

/// As in the messages, in their order.
enum class Why {
    smallest_share,
    longest_ago,
    first_turn,
    waited_longest,
    swapped,
    stood_in,
    chosen,
    only_one_left,
    urgent,
    asked,
    merged
};

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
    int slot = 1;  // which of several presenters

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
    std::array<std::optional<Instant>, roles> last{};  // start of the last held session in each role
    Tally before{};        // of everybody in the sessions held before this person joined: a newcomer's mean
    bool by_hand = false;  // has passed, swapped or been chosen: what that did to the tally is nobody's fault
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
    int slot = 1;
};

/// Gave this turn up, or cannot take it though expected. Beats a pin of the same person.
struct Pass {
    std::string session;
    Role role = Role::facilitator;
    std::string account;
    bool given_up = true;
};

/// Would like to present.
struct Wish {
    std::string account;
    Instant since;
    bool urgent = false;
};

enum class PresenterRule { planned, queue, chosen_on_the_day };

/// Whoever has `into` does `from` as well when few are there.
struct Merge {
    Role into = Role::timekeeper, from = Role::observer;
};

struct Rules {
    PresenterRule presenter = PresenterRule::planned;
    int presenters = 1;  // a session
    /// Planned ahead; facilitator always is, presenter as the rule above says.
    std::array<bool, roles> planned{true, true, true, true, false, false};
    std::vector<Merge> merges{{Role::timekeeper, Role::observer}, {Role::timekeeper, Role::scribe}};
    int horizon = 6;  // so many sessions are planned

    bool plans(Role role) const { return planned[static_cast<std::size_t>(role)]; }
};

struct Group {
    std::vector<Person> people;  // present members, any order
    int held = 0;                // sessions held so far
    std::optional<Instant> last_held;
    std::vector<Upcoming> upcoming;  // neither held nor cancelled, any order
    std::vector<Duty> published;     // what the last plan said, for upcoming sessions
    std::vector<Pin> pins;           // of one session and role the last one counts
    std::vector<Pass> passes;
    std::vector<Wish> wishes;
    Rules rules;
};

/// A wanted role that nobody can take.
struct Vacancy {
    std::string session;
    Role role = Role::facilitator;
    int slot = 1;

    bool operator==(const Vacancy&) const = default;
};

struct Plan {
    std::vector<Duty> duties;  // by session in order of time, then by role
    std::vector<Vacancy> vacancies;

    bool operator==(const Plan&) const = default;
};

/// Who would facilitate `session` (any of `upcoming`) if its facilitator could not, first choice first: who is expected
/// and has no other leading role, by share; then presenters.
std::vector<std::string> deputies(const Group& group, const std::string& session);

/// The wishes in the order in which they come up: urgent ones, then who asked first, then whose last turn is longest
/// ago.
std::vector<Wish> queue_of(const Group& group);

/// On the day: add who is missing to `away` and plan again; the result names the stand-ins.
Plan plan(const Group& group);

/// Until the session begins. Refused session_started.
void may_pass(const Upcoming& session, Instant now);

/// `mine` for `wanted`: same role, two upcoming sessions, both free and expected on the other day. Refused bad_swap,
/// session_started, away_then, busy_then (details: account), too_far_apart.
void may_swap(const Group& group, const Duty& mine, const Duty& wanted, Instant now);
/// `account` for this session by hand. Refused has_led_more where somebody else could facilitate it.
void may_lead(const Group& group, const std::string& session, const std::string& account);
/// What an accepted swap adds to the pins.
std::vector<Pin> pins_of_swap(const Duty& mine, const Duty& wanted);

}  // namespace covision::rota
