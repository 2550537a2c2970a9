#pragma once
// Who takes which role in the next sessions, and why.

#include "protocol/messages/schedule.hpp"

namespace covision::protocol {

enum class DutyRole { facilitator, presenter, timekeeper, scribe, observer, host };
COVISION_ENUM(DutyRole, facilitator, presenter, timekeeper, scribe, observer, host)

/// A reason as data; the client makes one sentence of it.
enum class DutyWhy {
    smallest_share,  // served of attended is the smallest share among who can come
    longest_ago,     // several have that share; this one's last turn is longest ago
    first_turn,      // has attended but never served
    waited_longest,  // presenter: nobody has waited longer
    swapped,         // took it in a swap
    stood_in,        // somebody gave the turn up or cannot come
    chosen,          // chosen on the day or by hand
    only_one_left,   // nobody else can come
    urgent,          // presenter: asked for it, and it is urgent
    asked,           // presenter: asked for it, and nobody who did has waited longer
    merged           // few are there: does this beside another role
};
COVISION_ENUM(DutyWhy, smallest_share, longest_ago, first_turn, waited_longest, swapped, stood_in, chosen,
              only_one_left, urgent, asked, merged)

struct DutyReason {
    DutyWhy why = DutyWhy::smallest_share;
    Whole<0, 100000> served, attended;
    std::optional<Time> last_served;
    /// The other one in a swap, or for whom one stands in.
    std::optional<Id> other;
};
COVISION_MESSAGE(DutyReason, why, served, attended, last_served, other)

struct Duty {
    Id duty;
    Id session;
    DutyRole role = DutyRole::facilitator;
    Id account;
    DutyReason reason;
    /// Which of a session's presenters; the other roles are one person's.
    Whole<1, 3> slot;
    /// Stands in on the day and has not said yes.
    bool proposed = false;
};
COVISION_MESSAGE(Duty, duty, session, role, account, reason, slot, proposed)

struct Swap {
    Id swap;
    /// `asker` gives `duty` and takes `wanted` from `asked`.
    Id asker, asked, duty, wanted;
    Time at;
};
COVISION_MESSAGE(Swap, swap, asker, asked, duty, wanted, at)

/// planned: everybody in turn. queue: who asked, the urgent first, then who has waited longest.
enum class PresenterRule { planned, queue, chosen_on_the_day };
COVISION_ENUM(PresenterRule, planned, queue, chosen_on_the_day)

/// planned: ahead, in turn. at_arrival: somebody takes it when people are there.
enum class RoleTime { planned, at_arrival, off };
COVISION_ENUM(RoleTime, planned, at_arrival, off)

/// Facilitator is always planned; when a presenter is known says PresenterRule. Every member serves but the excused.
struct RoleRule {
    DutyRole role = DutyRole::timekeeper;
    RoleTime when = RoleTime::planned;
    List<Id, 64> excused;
};
COVISION_MESSAGE(RoleRule, role, when, excused)

/// Whoever has `into` does `from` as well, when fewer are there than roles.
struct RoleMerge {
    DutyRole into = DutyRole::timekeeper;
    DutyRole from = DutyRole::observer;
};
COVISION_MESSAGE(RoleMerge, into, from)

struct RotaRules {
    PresenterRule presenter = PresenterRule::planned;
    /// A session's cases.
    Whole<1, 3> presenters;
    /// Each role once at most. Timekeeper and scribe that are not named are planned; others are off.
    List<RoleRule, 6> roles;
    /// In the order in which they are made.
    List<RoleMerge, 4> merges;
};
COVISION_MESSAGE(RotaRules, presenter, presenters, roles, merges)

/// Would like to present.
struct PresentWish {
    Id account;
    Time since;
    bool urgent = false;
    /// Sessions held since.
    Whole<0, 100000> waited;
    std::optional<Time> last_presented;
};
COVISION_MESSAGE(PresentWish, account, since, urgent, waited, last_presented)

/// Who would facilitate if the facilitator could not, in order.
struct SessionDeputies {
    Id session;
    List<Id, 3> accounts;
};
COVISION_MESSAGE(SessionDeputies, session, accounts)

struct Rota {
    std::int64_t seq = 0;
    RotaRules rules;
    /// The next six sessions that are not cancelled, and the cancelled ones between them.
    List<Session, 30> sessions;
    List<Duty, 240> duties;
    List<Swap, 100> swaps;
    /// How often the caller has given a turn up; nobody else sees it.
    Whole<0, 100000> my_passes;
    /// In the order in which they come up.
    List<PresentWish, 64> queue;
    /// Of the sessions that are planned.
    List<SessionDeputies, 30> deputies;
};
COVISION_MESSAGE(Rota, seq, rules, sessions, duties, swaps, my_passes, queue, deputies)

/// The caller asks to present, or says anew whether it is urgent.
struct WishMade {
    Id group;
    bool urgent = false;
};
COVISION_MESSAGE(WishMade, group, urgent)

struct RotaRulesSet {
    Id group;
    RotaRules rules;
};
COVISION_MESSAGE(RotaRulesSet, group, rules)

struct DutyRef {
    Id group, duty;
};
COVISION_MESSAGE(DutyRef, group, duty)

/// Asks the holder of `wanted` (same role, another session) to swap it for the caller's `duty`.
struct SwapAsk {
    Id group, duty, wanted;
};
COVISION_MESSAGE(SwapAsk, group, duty, wanted)

struct SwapAsked {
    Id swap;
};
COVISION_MESSAGE(SwapAsked, swap)

struct SwapReply {
    Id group, swap;
    bool accept = false;
};
COVISION_MESSAGE(SwapReply, group, swap, accept)

struct SwapRef {
    Id group, swap;
};
COVISION_MESSAGE(SwapRef, group, swap)

/// On the day: the organiser or the session's facilitator gives a role to somebody; anybody may take an empty one.
struct DutyChoose {
    Id group, session;
    DutyRole role = DutyRole::presenter;
    Id account;
    /// Which of several presenters; absent: the first.
    std::optional<Whole<1, 3>> slot = {};
};
COVISION_MESSAGE(DutyChoose, group, session, role, account, slot)

// ---- events ----

/// rota.changed: duties or rules; ask rota.show again.
struct RotaChanged {
    List<Id, 60> sessions;
};
COVISION_MESSAGE(RotaChanged, sessions)

/// rota.swap_asked, rota.swap_answered: only the two of them see it.
struct SwapEvent {
    Id swap;
};
COVISION_MESSAGE(SwapEvent, swap)

}  // namespace covision::protocol
