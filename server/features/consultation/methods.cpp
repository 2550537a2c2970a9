#include "server/features/consultation/methods.hpp"

#include <algorithm>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/table.hpp"
#include "server/features/consultation/topics.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::consultation {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::DutyRole;

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
        for (const auto& phase : format.phases) message.phases.push_back(to_message(phase, params.language));
        result.formats.push_back(std::move(message));
    }
    return result;
}

/// The case of this session that is still to be consulted on, or was: the first one handed in.
std::optional<cases::CaseRow> case_of(Read& read, const Member& member, const std::string& session) {
    auto all = cases::cases_of(read.db, member, session);
    if (all.empty()) return std::nullopt;
    return all.front();
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
    if (auto found = case_of(read, member, session.id)) {
        auto summary = cases::summary(read, member, *found, cases::my_answer(read, member, found->id));
        view.case_id = protocol::Id{found->id};
        view.away = summary.closed == protocol::Closed::away;
        view.answer_first = summary.closed == protocol::Closed::answer_first;
    }
    return view;
}

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

/// The rota's facilitator leads; an organiser can step in, and anybody where nobody was planned.
void may_begin(Write& write, const Member& member, const std::string& session) {
    auto planned = rota::holder(write.db, member, session, DutyRole::facilitator);
    if (planned && *planned != member.account() && member.role() != protocol::Role::organiser)
        throw Refused("not_facilitator", "The facilitator of this session begins it, or an organiser does.");
}

/// The roles of tonight: who begins leads, the rest as planned where they are here; nobody has two.
std::vector<protocol::RunRole> roles_of(Write& write, const Member& member, const protocol::Begin& params) {
    std::vector<protocol::RunRole> roles{{DutyRole::facilitator, member.account()}};
    auto free = [&](const std::string& account) {
        return contains(params.present.items, account) &&
               std::none_of(roles.begin(), roles.end(), [&](const auto& role) { return role.account == account; });
    };
    if (params.presenter) {
        if (!free(params.presenter->value))
            throw Refused("presenter_not_here", "Who presents must be here, and somebody else than who leads.");
        roles.push_back({DutyRole::presenter, *params.presenter});
    }
    for (const auto& duty : rota::duties_of(write.db, member, params.session)) {
        bool planned_role = duty.role == DutyRole::timekeeper || duty.role == DutyRole::scribe;
        if (planned_role && free(duty.account.value)) roles.push_back({duty.role, duty.account});
    }
    return roles;
}

void check_case(Write& write, const Member& member, const protocol::Begin& params) {
    if (!params.case_id) return;
    auto row = cases::case_note(write.db, member, params.case_id->value);
    if (row.session != params.session || row.state != protocol::CaseState::submitted)
        throw Refused("wrong_case", "This case was not handed in for this session.");
    if (!params.presenter || *params.presenter != row.presenter)
        throw Refused("wrong_presenter", "Who brought the case presents it.");
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
    RunRow row;
    row.session = session.id;
    row.format = format->code;
    row.run = start(*format, write.now);
    row.roles = roles_of(write, member, params);
    if (params.case_id) row.case_id = params.case_id->value;
    row.begun_at = write.now;
    add_run(write.db, member, row);
    return publish(write, member, row);
}

RunRow running(Write& write, const Member& member, const std::string& session) {
    auto row = find_run(write.db, member, session);
    if (!row) throw Refused("not_begun", "This session has not begun.");
    return *row;
}

void must_lead(const Member& member, const RunRow& row) {
    if (who_is(row, DutyRole::facilitator) != member.account() && member.role() != protocol::Role::organiser)
        throw Refused("not_facilitator", "Only who leads this session can do that, or an organiser.");
}

Run stepped(const RunRow& row, const protocol::RunStep& params, Instant now) {
    const auto* format = find_format(row.format);
    if (format == nullptr) throw Refused("unknown_format", "The format of this session is no longer there.");
    switch (params.step) {
        case protocol::Step::next: return next(row.run, *format, params.version, now);
        case protocol::Step::back: return back(row.run, *format, params.version, now);
        case protocol::Step::undo: return undo(row.run, params.version, now);
        case protocol::Step::pause: return pause(row.run, params.version, now);
        case protocol::Step::resume: return resume(row.run, params.version, now);
        case protocol::Step::stop_please: return stop_please(row.run, now);
    }
    throw std::logic_error("a step without a rule");
}

protocol::RunVersion step(Write& write, const protocol::RunStep& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto row = running(write, member, params.session.value);
    if (params.step == protocol::Step::stop_please) {
        if (who_is(row, DutyRole::presenter) != member.account())
            throw Refused("not_presenter", "Please stop is the presenter's.");
    } else {
        must_lead(member, row);
    }
    row.run = stepped(row, params, write.now);
    update_run(write.db, member, row);
    return publish(write, member, row);
}

protocol::RunVersion adjust_time(Write& write, const protocol::RunAdjust& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto row = running(write, member, params.session.value);
    must_lead(member, row);
    row.run = adjust(row.run, params.version, static_cast<int>(params.minutes.value), write.now);
    update_run(write.db, member, row);
    return publish(write, member, row);
}

protocol::RunVersion close_run(Write& write, const protocol::RunClose& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto row = running(write, member, params.session.value);
    must_lead(member, row);
    check_people(write, member, params.present.items);
    row.run = close(row.run, params.version, write.now);
    update_run(write.db, member, row);
    auto session = schedule::session(write.db, member, row.session);
    session.state = protocol::SessionState::held;
    schedule::update_session(write.db, member, session);
    std::vector<std::pair<DutyRole, std::string>> served;
    for (const auto& role : row.roles) served.emplace_back(role.role, role.account.value);
    rota::record_held(write, member, session, params.present.items, served);
    groups::mark_first_session(write, member);
    auto version = publish(write, member, row);
    write.emit(schedule::session_held, member.group(), {row.session});
    return version;
}

}  // namespace

void methods(call::Table& table) {
    table.event(run_changed);
    table.read("consultation.formats", "The formats a session can be held in.", &list_formats);
    table.read("consultation.show", "A session as it stands: its run, roles and case.", &show);
    table.write("consultation.begin", "Begins a session in a format.", &begin);
    table.write("consultation.step", "Moves the run on, back, or halts it.", &step);
    table.write("consultation.adjust", "Gives the phase more or less time.", &adjust_time);
    table.write("consultation.close", "Closes the session; it counts as held.", &close_run);
}

}  // namespace covision::consultation
