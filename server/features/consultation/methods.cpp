#include "server/features/consultation/methods.hpp"

#include "server/features/cases/topics.hpp"
#include "server/features/cases/view.hpp"
#include "server/features/consultation/calls.hpp"
#include "server/features/consultation/topics.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::consultation {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;

/// A case of a session that has not begun: the one to answer for first, else that of who presents first.
std::optional<cases::CaseRow> coming_case(Read& read, const Member& member, const std::string& session) {
    const auto presenter = rota::holder(read.db, member, session, protocol::DutyRole::presenter);
    const auto all = cases::cases_of(read.db, member, session);
    for (const auto& row : all)
        if (cases::closed_to(read, member, row) == protocol::Closed::answer_first) return row;
    for (const auto& row : all)
        if (row.presenter == presenter) return row;
    return all.empty() ? std::nullopt : std::optional<cases::CaseRow>(all.front());
}

std::optional<cases::CaseRow> case_of(Read& read, const Member& member, const RunRow& run) {
    return run.case_id() ? cases::find_case(read.db, member, *run.case_id()) : std::nullopt;
}

protocol::LiveView show(Read& read, const protocol::LiveRequest& params) {
    auto member = permit(read, params.group, Need::member);
    auto session = schedule::session(read.db, member, params.session);
    protocol::LiveView view;
    view.seq = read.seq(member.group());
    view.session = schedule::to_messages({session}, schedule::answers_to(read.db, member, session.id)).front();
    view.duties = rota::duties_of(read.db, member, session.id);
    const auto run = find_run(read.db, member, session.id);
    if (run) {
        view.run = to_message(*run);
        view.formats = formats_of_run(read, member, *run, params.language.value_or(protocol::Language::en));
    }
    if (const auto found = run ? case_of(read, member, *run) : coming_case(read, member, session.id)) {
        const auto closed = cases::closed_to(read, member, *found);
        view.case_id = protocol::Id{found->id};
        view.away = closed == protocol::Closed::away;
        view.answer_first = closed == protocol::Closed::answer_first;
    }
    return view;
}

/// Maybe or yes while the group is at work on the case: away at once, and leading no more. Nothing says who it was.
void conflict_was_answered(Write& write, const std::string& account, const protocol::ConflictAnswered& event) {
    // The event stands in the caller's own feed; the group in it is the one the caller was let into.
    auto member = groups::for_the_group(write, event.group);
    const auto found = cases::find_case(write.db, member, event.case_id);
    if (!found || !cases::is_away(write, member, event.case_id, account)) return;
    const auto run = find_run(write.db, member, found->session);
    if (!run || run->case_id() != event.case_id.value) return;
    step_out(write, member, *run, account, Leaves::this_case);
}

void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    auto member = groups::for_the_group(write, group);
    for (const auto& session : live_sessions(write.db, member))
        if (const auto run = find_run(write.db, member, session))
            step_out(write, member, *run, event.account, Leaves::group);
}

}  // namespace

void methods(call::Table& table) {
    table.event(run_changed);
    table.event(format_changed);
    table.read("consultation.formats", "The formats a session can be held in.", &list_formats);
    table.write("consultation.set_format", "Changes minutes and scripts of the group's copy of a format.", &set_format);
    table.read("consultation.show", "A session as it stands: its run, roles and case.", &show);
    table.write("consultation.begin", "Begins a session in a format.", &begin);
    table.write("consultation.step", "Moves the run on, back, or halts it.", &step);
    table.write("consultation.adjust", "Gives the phase more or less time.", &adjust_time);
    table.write("consultation.floor", "Asks for the floor, hands it on, opens or closes the queue.", &floor);
    table.write("consultation.order_floor", "Puts those who wait for the floor in another order.", &order_floor);
    table.write("consultation.set_here", "Says that somebody has come since the beginning, or has gone.", &set_here);
    table.write("consultation.hand_over", "Somebody else leads from now on.", &hand_over);
    table.write("consultation.name_deputy", "Says who leads if whoever leads is gone.", &name_deputy);
    table.write("consultation.take_over", "Leads in place of somebody who is gone; or takes it back.", &take_over);
    table.write("consultation.close", "Closes the session; it counts as held.", &close_run);
    table.due(lapse_due, &lapse_run);
    table.on(cases::conflict_answered, &conflict_was_answered);
    table.on(groups::member_left, &member_has_left);
}

}  // namespace covision::consultation
