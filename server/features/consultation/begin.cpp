// Beginning a session: who may, with whom, with which case.

#include <algorithm>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/calls.hpp"
#include "server/features/consultation/own_format.hpp"
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

/// Who leads works on the case; it must be open to them. Of a later item: what they can answer when it begins, they are
/// asked then, and whoever is away lends the lead.
void check_open(Write& write, const Member& member, const cases::CaseRow& row, bool first) {
    const auto closed = cases::closed_to(write, member, row);
    if (!closed) return;
    if (!first && (closed == protocol::Closed::answer_first || closed == protocol::Closed::away)) return;
    throw cases::closed_refusal(*closed, member);
}

void check_case(Write& write, const Member& member, const std::string& session, const protocol::AgendaItem& part,
                bool first) {
    if (!part.case_id) return;
    const auto row = cases::case_note(write.db, member, part.case_id->value);
    if (row.session != session || row.state != protocol::CaseState::submitted)
        throw Refused("wrong_case", "This case was not handed in for this session.");
    if (!part.presenter || *part.presenter != row.presenter)
        throw Refused("wrong_presenter", "Who brought the case presents it.");
    check_open(write, member, row, first);
}

Item checked_item(Write& write, const Member& member, const protocol::Begin& params, std::size_t i) {
    const auto& part = params.agenda.items[i];
    const auto format = find_version(write.db, member, part.format.value, part.version);
    if (!format) throw Refused("unknown_format", "There is no format of this name. Choose one of the list.");
    if (!format->has_case && (part.presenter || part.case_id))
        throw Refused("nobody_presents", "In this format nobody presents. Choose another format for a case.");
    if (part.presenter && !contains(params.present.items, *part.presenter))
        throw Refused("presenter_not_here", "Who presents must be here.");
    check_case(write, member, params.session, part, i == 0);
    auto item = item_of(*format, part.version, part.minutes ? std::optional(int(part.minutes->value)) : std::nullopt);
    if (part.case_id) item.case_id = part.case_id->value;
    if (part.presenter) item.presenter = part.presenter->value;
    return item;
}

Agenda checked_agenda(Write& write, const Member& member, const protocol::Begin& params) {
    Agenda agenda;
    for (std::size_t i = 0; i < params.agenda.items.size(); ++i)
        agenda.push_back(checked_item(write, member, params, i));
    for (std::size_t i = 0; i < agenda.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (agenda[i].case_id && agenda[i].case_id == agenda[j].case_id)
                throw Refused("wrong_case", "A case has its place in the agenda once.");
    return agenda;
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
    RunRow row;
    row.session = session.id;
    row.agenda = checked_agenda(write, member, params);
    row.run = start(row.agenda, write.now);
    row.roles = {{DutyRole::facilitator, member.account()}};
    row.present = params.present.items;
    row.begun_at = write.now;
    cast_item(write, member, row);
    turns_of_phase(write, member, row);
    add_run(write.db, member, row);
    schedule::mark_opened(write.db, member, session.id, write.now);
    write.due(lapse_time(row.run, session.ends), lapse_due, member.group(), session.id);
    return publish(write, member, row);
}

}  // namespace covision::consultation
