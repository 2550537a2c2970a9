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

const std::string& in(const Words& words, protocol::Language language) {
    return language == protocol::Language::de ? words.de : words.en;
}

protocol::FormatPhase to_message(const Phase& phase, protocol::Language language) {
    protocol::FormatPhase message;
    message.code = phase.code;
    message.title = in(phase.title, language);
    message.minutes = phase.minutes;
    message.min_minutes = phase.min_minutes;
    message.max_minutes = phase.max_minutes;
    message.own_minutes = phase.own_minutes;
    message.speakers = static_cast<protocol::Speakers>(phase.speakers);
    message.presenter = static_cast<protocol::PresenterDoes>(phase.presenter);
    message.advice = phase.advice;
    message.in_turns = phase.in_turns;
    message.may_pass = phase.may_pass;
    message.aim = in(phase.aim, language);
    message.script = in(phase.script, language);
    return message;
}

protocol::Formats list_formats(Read&, const protocol::FormatsRequest& params) {
    protocol::Formats result;
    for (const auto& format : formats()) {
        protocol::Format message;
        message.code = format.code;
        message.name = in(format.name, params.language);
        message.source = in(format.source, params.language);
        message.minutes = format.minutes();
        message.min_people = format.min_people;
        message.max_people = format.max_people;
        message.has_case = format.has_case;
        for (const auto& phase : format.phases) message.phases.push_back(to_message(phase, params.language));
        result.formats.push_back(std::move(message));
    }
    return result;
}

/// The case that is consulted on. Before the session has begun: that of who presents, or the first one handed in.
std::optional<cases::CaseRow> case_of(Read& read, const Member& member, const std::string& session,
                                      const std::optional<RunRow>& run) {
    if (run) return run->case_id ? cases::find_case(read.db, member, *run->case_id) : std::nullopt;
    const auto presenter = rota::holder(read.db, member, session, protocol::DutyRole::presenter);
    const auto all = cases::cases_of(read.db, member, session);
    for (const auto& row : all)
        if (row.presenter == presenter) return row;
    return all.empty() ? std::nullopt : std::optional<cases::CaseRow>(all.front());
}

protocol::LiveView show(Read& read, const protocol::SessionRef& params) {
    auto member = permit(read, params.group, Need::member);
    auto session = schedule::session(read.db, member, params.session);
    protocol::LiveView view;
    view.seq = read.seq(member.group());
    view.session = schedule::to_messages({session}, schedule::answers_to(read.db, member, session.id)).front();
    view.duties = rota::duties_of(read.db, member, session.id);
    auto run = find_run(read.db, member, session.id);
    if (run) view.run = to_message(*run);
    if (auto found = case_of(read, member, session.id, run)) {
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
    if (!run || run->case_id != event.case_id.value) return;
    // Whoever was there has heard of it: all rest until the room has closed behind them.
    step_out(write, member, *run, account, contains(run->present, account));
}

void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    auto member = groups::for_the_group(write, group);
    for (const auto& session : live_sessions(write.db, member))
        if (const auto run = find_run(write.db, member, session)) step_out(write, member, *run, event.account, false);
}

}  // namespace

void methods(call::Table& table) {
    table.event(run_changed);
    table.read("consultation.formats", "The formats a session can be held in.", &list_formats);
    table.read("consultation.show", "A session as it stands: its run, roles and case.", &show);
    table.write("consultation.begin", "Begins a session in a format.", &begin);
    table.write("consultation.step", "Moves the run on, back, or halts it.", &step);
    table.write("consultation.adjust", "Gives the phase more or less time.", &adjust_time);
    table.write("consultation.floor", "Asks for the floor, hands it on, opens or closes the queue.", &floor);
    table.write("consultation.order_floor", "Puts those who wait for the floor in another order.", &order_floor);
    table.write("consultation.hand_over", "Somebody else leads from now on.", &hand_over);
    table.write("consultation.name_deputy", "Says who leads if whoever leads is gone.", &name_deputy);
    table.write("consultation.take_over", "Leads in place of somebody who is gone; or takes it back.", &take_over);
    table.write("consultation.close", "Closes the session; it counts as held.", &close_run);
    table.due(lapse_due, &lapse_run);
    table.on(cases::conflict_answered, &conflict_was_answered);
    table.on(groups::member_left, &member_has_left);
}

}  // namespace covision::consultation
