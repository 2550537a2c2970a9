#pragma once
// What `covision rota plan` reads and writes: the rota's function alone, without a group behind it. Names of people and
// sessions are whatever the caller calls them.

#include "protocol/messages/rota.hpp"

namespace covision::protocol {

using PlanName = Text<64, 1>;
using PlanNames = List<PlanName, 64>;

struct PlanMember {
    PlanName account;
    /// Absent: from the beginning. Whoever joined after a held session begins at the group's mean.
    std::optional<Time> joined_at;
};
COVISION_MESSAGE(PlanMember, account, joined_at)

struct PlanServed {
    DutyRole role = DutyRole::facilitator;
    PlanName account;
    std::optional<Whole<1, 3>> slot;
    /// As the plan said it: turns that were swapped, chosen or taken over are told apart from others.
    std::optional<DutyWhy> why;
};
COVISION_MESSAGE(PlanServed, role, account, slot, why)

/// A session that took place: who was there, and who really did what.
struct PlanHeld {
    PlanName session;
    Time starts_at;
    PlanNames attended;
    List<PlanServed, 12> served;
};
COVISION_MESSAGE(PlanHeld, session, starts_at, attended, served)

struct PlanUpcoming {
    PlanName session;
    Time starts_at;
    /// Cannot come, or on the day has not come.
    std::optional<PlanNames> away;
};
COVISION_MESSAGE(PlanUpcoming, session, starts_at, away)

/// Away from every session that starts from `from` until before `until`.
struct PlanLeave {
    PlanName account;
    Time from, until;
};
COVISION_MESSAGE(PlanLeave, account, from, until)

struct PlanReason {
    DutyWhy why = DutyWhy::smallest_share;
    /// Of this role, as they stand when the session begins if everything goes as planned.
    Whole<0, 100000> served, attended;
    std::optional<Time> last_served;
    std::optional<PlanName> other;
};
COVISION_MESSAGE(PlanReason, why, served, attended, last_served, other)

struct PlanDuty {
    PlanName session;
    DutyRole role = DutyRole::facilitator;
    /// Absent: 1.
    std::optional<Whole<1, 3>> slot;
    PlanName account;
    std::optional<PlanReason> reason;
};
COVISION_MESSAGE(PlanDuty, session, role, slot, account, reason)

/// Agreed by hand: chosen for a turn, or swapped (with `other`; a swap is two of these).
struct PlanPin {
    PlanName session;
    DutyRole role = DutyRole::facilitator;
    std::optional<Whole<1, 3>> slot;
    PlanName account;
    /// swapped or chosen (the default).
    std::optional<DutyWhy> why;
    std::optional<PlanName> other;
};
COVISION_MESSAGE(PlanPin, session, role, slot, account, why, other)

/// Gave a turn up. Those of sessions that are held may stay in the list.
struct PlanPass {
    PlanName session;
    DutyRole role = DutyRole::facilitator;
    PlanName account;
};
COVISION_MESSAGE(PlanPass, session, role, account)

struct PlanWish {
    PlanName account;
    Time since;
    bool urgent = false;
};
COVISION_MESSAGE(PlanWish, account, since, urgent)

struct PlanRole {
    DutyRole role = DutyRole::timekeeper;
    RoleTime when = RoleTime::planned;
    std::optional<PlanNames> excused;
};
COVISION_MESSAGE(PlanRole, role, when, excused)

/// As RotaRules; what is absent is as a new group has it.
struct PlanRules {
    std::optional<PresenterRule> presenter;
    std::optional<Whole<1, 3>> presenters;
    std::optional<List<PlanRole, 6>> roles;
    std::optional<List<RoleMerge, 4>> merges;
};
COVISION_MESSAGE(PlanRules, presenter, presenters, roles, merges)

struct RotaScenario {
    List<PlanMember, 64> members;
    /// The whole ledger, any order.
    std::optional<List<PlanHeld, 5000>> held;
    /// Neither held nor cancelled, any order.
    List<PlanUpcoming, 500> upcoming;
    std::optional<List<PlanLeave, 1000>> leaves;
    /// The duties of the last plan: they stay unless somebody becomes unavailable. Those of held sessions may stay in
    /// the list, as pins and passes may.
    std::optional<List<PlanDuty, 5000>> published;
    std::optional<List<PlanPin, 5000>> pins;
    std::optional<List<PlanPass, 5000>> passes;
    std::optional<List<PlanWish, 64>> wishes;
    std::optional<PlanRules> rules;
    /// So many sessions are planned; absent: six.
    std::optional<Whole<1, 500>> horizon;
};
COVISION_MESSAGE(RotaScenario, members, held, upcoming, leaves, published, pins, passes, wishes, rules, horizon)

/// A role that is planned and that nobody can take.
struct PlanVacancy {
    PlanName session;
    DutyRole role = DutyRole::facilitator;
    Whole<1, 3> slot;
};
COVISION_MESSAGE(PlanVacancy, session, role, slot)

struct PlanDeputies {
    PlanName session;
    List<PlanName, 3> accounts;
};
COVISION_MESSAGE(PlanDeputies, session, accounts)

struct RotaPlan {
    /// By session in order of time, then by role and slot.
    List<PlanDuty, 5000> duties;
    List<PlanVacancy, 5000> vacancies;
    /// Who would facilitate if the facilitator could not, in order.
    List<PlanDeputies, 500> deputies;
};
COVISION_MESSAGE(RotaPlan, duties, vacancies, deputies)

}  // namespace covision::protocol
