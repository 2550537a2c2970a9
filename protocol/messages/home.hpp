#pragma once
// What is next for the caller, over all groups.

#include "protocol/messages/groups.hpp"
#include "protocol/messages/rota.hpp"

namespace covision::protocol {

enum class TaskKind {
    sign_agreement,
    confirm_newcomer,
    answer_session,
    prepare_case,
    answer_conflict,
    rate,
    answer_swap,
    // no subject of a session: the series that ends (until: its last session), the poll
    extend_series,
    answer_poll,
    take_over,   // stands in on the day, proposed; subject: the duty
    first_step,  // how did it go? subject: the session
    too_few      // organisers: fewer than the quorum can come; the session is moved, cancelled or held all the same
};
COVISION_ENUM(TaskKind, sign_agreement, confirm_newcomer, answer_session, prepare_case, answer_conflict, rate,
              answer_swap, extend_series, answer_poll, take_over, first_step, too_few)

struct Task {
    TaskKind kind = TaskKind::sign_agreement;
    Id group;
    Text<80> group_name;
    /// What it is about: session, case, account of the newcomer, swap, series, poll.
    std::optional<Id> subject;
    std::optional<Whole<0, 100000>> session_number;
    std::optional<Time> session_starts_at;
    /// Until when it can be done.
    std::optional<Time> until;
    /// answer_swap, confirm_newcomer: who it comes from or is about.
    std::optional<PersonName> name;
};
COVISION_MESSAGE(Task, kind, group, group_name, subject, session_number, session_starts_at, until, name)

struct NextSession {
    Id group;
    Text<80> group_name;
    Session session;
    /// How many members the group has.
    Whole<0, 64> members;
    List<DutyRole, 8> my_roles;
    std::optional<PersonName> facilitator, presenter;
};
COVISION_MESSAGE(NextSession, group, group_name, session, members, my_roles, facilitator, presenter)

struct MyDuty {
    Id group;
    Text<80> group_name;
    Duty duty;
    Time starts_at;
    /// Whom the duty's reason names; absent also where that somebody has left.
    std::optional<PersonName> other;
};
COVISION_MESSAGE(MyDuty, group, group_name, duty, starts_at, other)

struct Home {
    std::int64_t seq = 0;
    List<GroupSummary, 200> groups;
    /// The next session of each group, soonest first.
    List<NextSession, 200> next;
    List<Task, 500> tasks;
    List<MyDuty, 500> duties;
};
COVISION_MESSAGE(Home, seq, groups, next, tasks, duties)

}  // namespace covision::protocol
