// Beginning a session: who may, with whom, with which case.

#include <algorithm>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/calls.hpp"
#include "server/features/consultation/topics.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::consultation {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::DutyRole;

/// The rota's facilitator leads; an organiser can step in, and anybody where nobody was planned.
void may_begin(Write& write, const Member& member, const std::string& session) {
    auto planned = rota::holder(write.db, member, session, DutyRole::facilitator);
    if (planned && *planned != member.account() && member.role() != protocol::Role::organiser)
        throw Refused("not_facilitator", "The facilitator of this session begins it, or an organiser does.");
}

void check_case(Write& write, const Member& member, const protocol::Begin& params) {
    if (!params.case_id) return;
    auto row = cases::case_note(write.db, member, params.case_id->value);
    if (row.session != params.session || row.state != protocol::CaseState::submitted)
        throw Refused("wrong_case", "This case was not handed in for this session.");
    if (!params.presenter || *params.presenter != row.presenter)
        throw Refused("wrong_presenter", "Who brought the case presents it.");
    // Who leads works on the case; it must be open to them.
    if (const auto closed = cases::closed_to(write, member, row)) throw cases::closed_refusal(*closed, member);
}

/// The roles of tonight: who begins leads, the rest as planned where they are here and not away for the case; nobody
/// has two.
std::vector<protocol::RunRole> roles_of(Write& write, const Member& member, const protocol::Begin& params) {
    std::vector<protocol::RunRole> roles{{DutyRole::facilitator, member.account()}};
    const auto free = [&](const std::string& account) {
        return contains(params.present.items, account) &&
               std::none_of(roles.begin(), roles.end(), [&](const auto& role) { return role.account == account; });
    };
    const auto takes_part = [&](const std::string& account) {
        return !params.case_id || !cases::is_away(write, member, params.case_id->value, account);
    };
    if (params.presenter) {
        if (!free(params.presenter->value))
            throw Refused("presenter_not_here", "Who presents must be here, and somebody else than who leads.");
        roles.push_back({DutyRole::presenter, *params.presenter});
    }
    for (const auto& duty : rota::duties_of(write.db, member, params.session)) {
        const bool planned_role = duty.role != DutyRole::facilitator && duty.role != DutyRole::presenter;
        if (planned_role && free(duty.account.value) && takes_part(duty.account.value))
            roles.push_back({duty.role, duty.account});
    }
    return roles;
}

}  // namespace

bool contains(const std::vector<protocol::Id>& people, const std::string& account) {
    return std::any_of(people.begin(), people.end(), [&](const auto& each) { return each == account; });
}

/// Everyone named must be a member of the group, once.
void check_people(Read& read, const Member& member, const std::vector<protocol::Id>& people) {
    auto members = groups::members(read, member);
    for (std::size_t i = 0; i < people.size(); ++i) {
        bool known =
            std::any_of(members.begin(), members.end(), [&](const auto& each) { return people[i] == each.account; });
        bool twice = std::find(people.begin(), people.begin() + static_cast<std::ptrdiff_t>(i), people[i]) !=
                     people.begin() + static_cast<std::ptrdiff_t>(i);
        if (!known || twice)
            throw Refused("not_a_member", "Everybody who is named must be a member of the group, and once.",
                          {{"path", "params.present[" + std::to_string(i) + "]"}});
    }
}

protocol::RunVersion publish(Write& write, const Member& member, const RunRow& row) {
    write.emit(run_changed, member.group(), to_message(row));
    return {row.run.version};
}

protocol::RunVersion begin(Write& write, const protocol::Begin& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto session = schedule::session(write.db, member, params.session);
    schedule::may_open(schedule::meeting_of(session), write.now);
    if (session.state == protocol::SessionState::held || find_run(write.db, member, session.id))
        throw Refused("already_begun", "This session has begun already.");
    may_begin(write, member, session.id);
    check_people(write, member, params.present.items);
    if (!contains(params.present.items, member.account()))
        throw Refused("not_here", "Who leads must be here: tick yourself too.");
    check_case(write, member, params);
    const auto* format = find_format(params.format.value);
    if (format == nullptr) throw Refused("unknown_format", "There is no format of this name. Choose one of the list.");
    if (!format->has_case && (params.presenter || params.case_id))
        throw Refused("nobody_presents", "In this format nobody presents. Choose another format for a case.");
    RunRow row;
    row.session = session.id;
    row.format = format->code;
    row.run = start(*format, write.now);
    row.roles = roles_of(write, member, params);
    row.present = params.present.items;
    if (params.case_id) row.case_id = params.case_id->value;
    row.begun_at = write.now;
    row.deputy = first_deputy(write, member, row);
    turns_of_phase(write, member, row);
    add_run(write.db, member, row);
    schedule::mark_opened(write.db, member, session.id, write.now);
    write.due(lapse_time(row.run, session.ends), lapse_due, member.group(), session.id);
    return publish(write, member, row);
}

}  // namespace covision::consultation
