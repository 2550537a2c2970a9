#pragma once
// Who takes which role in the next sessions, and why.

#include "protocol/messages/schedule.hpp"

namespace covision::protocol {

enum class DutyRole { facilitator, presenter, timekeeper, scribe };
COVISION_ENUM(DutyRole, facilitator, presenter, timekeeper, scribe)

/// A reason as data; the client makes one sentence of it.
enum class DutyWhy {
    smallest_share,  // served of attended is the smallest share among who can come
    longest_ago,     // several have that share; this one's last turn is longest ago
    first_turn,      // has attended but never served
    waited_longest,  // presenter: nobody has waited longer
    swapped,         // took it in a swap
    stood_in,        // somebody gave the turn up or cannot come
    chosen,          // chosen on the day or by hand
    only_one_left    // nobody else can come
};
COVISION_ENUM(DutyWhy, smallest_share, longest_ago, first_turn, waited_longest, swapped, stood_in, chosen,
              only_one_left)

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
};
COVISION_MESSAGE(Duty, duty, session, role, account, reason)

struct Swap {
    Id swap;
    /// `asker` gives `duty` and takes `wanted` from `asked`.
    Id asker, asked, duty, wanted;
    Time at;
};
COVISION_MESSAGE(Swap, swap, asker, asked, duty, wanted, at)

enum class PresenterRule { planned, chosen_on_the_day };
COVISION_ENUM(PresenterRule, planned, chosen_on_the_day)

struct RotaRules {
    PresenterRule presenter = PresenterRule::planned;
    bool timekeeper = true;
    bool scribe = true;
};
COVISION_MESSAGE(RotaRules, presenter, timekeeper, scribe)

struct Rota {
    std::int64_t seq = 0;
    RotaRules rules;
    /// The next six sessions that are not cancelled, and the cancelled ones between them.
    List<Session, 30> sessions;
    List<Duty, 120> duties;
    List<Swap, 100> swaps;
    /// How often the caller has given a turn up; nobody else sees it.
    Whole<0, 100000> my_passes;
};
COVISION_MESSAGE(Rota, seq, rules, sessions, duties, swaps, my_passes)

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
};
COVISION_MESSAGE(DutyChoose, group, session, role, account)

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
