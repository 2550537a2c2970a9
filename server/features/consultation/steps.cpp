// Moving a run on, giving it time, closing it.

#include <algorithm>
#include <stdexcept>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/calls.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::consultation {
namespace {

using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::DutyRole;

/// The run has lost who led it: whoever moves it on leads from now on.
void take_the_lead(const Member& member, RunRow& row) {
    if (who_is(row, DutyRole::facilitator) || who_is(row, DutyRole::presenter) == member.account()) return;
    set_leader(row, member.account());
}

Run stepped(const RunRow& row, const protocol::RunStep& params, Instant now) {
    switch (params.step) {
        case protocol::Step::next: return next(row.run, row.agenda, params.version, now);
        case protocol::Step::back: return back(row.run, row.agenda, params.version, now);
        case protocol::Step::skip: return skip(row.run, row.agenda, params.version, now);
        case protocol::Step::undo: return undo(row.run, params.version, now);
        case protocol::Step::pause: return pause(row.run, params.version, now);
        case protocol::Step::resume: return resume(row.run, params.version, now);
        case protocol::Step::stop_please: return stop_please(row.run, now);
        case protocol::Step::rest: return rest(row.run, now);
    }
    throw std::logic_error("a step without a rule");
}

/// Moves the run, and the parts of its people where the step leads into another item.
void move(Write& write, const Member& member, RunRow& row, const protocol::RunStep& params) {
    const auto item = row.run.timer.item;
    const Cast before = row;
    row.run = stepped(row, params, write.now);
    if (row.run.timer.item == item) {
        row.previous.reset();
    } else if (params.step == protocol::Step::undo) {
        undo_cast(write, member, row);
    } else {
        row.previous = before;
        cast_item(write, member, row);
    }
}

/// What was done counts for those who were there to do it: who presented in any item so far, the rest as they end.
std::vector<std::pair<DutyRole, std::string>> served_by(const RunRow& row) {
    std::vector<std::pair<DutyRole, std::string>> served;
    const auto count = [&](DutyRole role, const std::string& account) {
        const std::pair one{role, account};
        if (contains(row.present, account) && std::find(served.begin(), served.end(), one) == served.end())
            served.push_back(one);
    };
    for (const auto& role : row.roles) {
        const bool lent = role.role == DutyRole::facilitator && row.lender;
        count(role.role, lent ? row.lender->value : role.account.value);
    }
    for (int i = 0; i < row.run.timer.item; ++i)
        if (const auto& presenter = row.agenda[static_cast<std::size_t>(i)].presenter)
            count(DutyRole::presenter, *presenter);
    return served;
}

/// The run has ended: its session is held and counts for those who were there.
protocol::RunVersion hold(Write& write, const Member& member, const RunRow& row, schedule::SessionRow session) {
    update_run(write.db, member, row);
    session.state = protocol::SessionState::held;
    schedule::update_session(write.db, member, session);
    rota::record_held(write, member, session, row.present, served_by(row));
    groups::mark_first_session(write, member);
    const auto version = publish(write, member, row);
    write.emit(schedule::session_held, member.group(), {row.session});
    return version;
}

}  // namespace

const Phase& phase_of(const RunRow& row) {
    static const Phase unknown;
    const auto& item = row.item();
    const auto* phase = find_phase(item.format, item.phases[static_cast<std::size_t>(row.run.timer.phase)].code);
    return phase == nullptr ? unknown : *phase;
}

RunRow running(Write& write, const Member& member, const std::string& session) {
    auto row = find_run(write.db, member, schedule::session(write.db, member, session).id);
    if (!row) throw Refused("not_begun", "This session has not begun.");
    return *row;
}

void must_lead(const Member& member, const RunRow& row) {
    const auto leader = who_is(row, DutyRole::facilitator);
    if (leader == member.account() || member.is_organiser()) return;
    if (!leader && who_is(row, DutyRole::presenter) != member.account()) return;
    throw Refused("not_facilitator", "Only who leads this session can do that, or an organiser.");
}

void must_take_part(Write& write, const Member& member, const RunRow& row) {
    if (!row.case_id()) return;
    const auto found = cases::find_case(write.db, member, *row.case_id());
    // A case that was taken back meanwhile stands in nobody's way.
    const auto closed = found ? cases::closed_to(write, member, *found) : std::nullopt;
    if (closed && *closed != protocol::Closed::shredded) throw cases::closed_refusal(*closed, member);
}

void step_out(Write& write, const Member& member, RunRow row, const std::string& account, Leaves leaves) {
    if (row.run.timer.state == State::ended) return;
    const bool led = who_is(row, DutyRole::facilitator) == account;
    const bool had_role = give_up_roles(row, account);
    if (led && leaves == Leaves::this_case) row.lender = account;
    // Whoever was there has heard of the case: all rest until the room has closed behind them.
    const bool pauses =
        leaves == Leaves::this_case && contains(row.present, account) && row.run.timer.state == State::running;
    if (!had_role && !pauses) return;
    row.run = pauses ? rest(row.run, write.now) : new_lead(row.run, row.run.version);
    update_run(write.db, member, row);
    publish(write, member, row);
}

protocol::RunVersion step(Write& write, const protocol::RunStep& params) {
    const bool stops = params.step == protocol::Step::stop_please, rests = params.step == protocol::Step::rest;
    // To halt works at once, also where a new version of the agreement waits to be signed.
    auto member = permit(write, params.group, stops || rests ? Need::member : Need::signed_member);
    auto row = running(write, member, params.session.value);
    if (stops) {
        if (who_is(row, DutyRole::presenter) != member.account())
            throw Refused("not_presenter", "Please stop is the presenter's.");
    } else if (rests) {
        must_take_part(write, member, row);
        if (row.run.timer.state == State::paused) return {row.run.version};
    } else {
        must_lead(member, row);
        must_take_part(write, member, row);
        take_the_lead(member, row);
    }
    move(write, member, row, params);
    turns_of_phase(write, member, row);
    update_run(write.db, member, row);
    return publish(write, member, row);
}

protocol::RunVersion adjust_time(Write& write, const protocol::RunAdjust& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto row = running(write, member, params.session.value);
    must_lead(member, row);
    must_take_part(write, member, row);
    take_the_lead(member, row);
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
    row.present = params.present.items;
    write.not_due(lapse_due, member.group(), row.session);
    return hold(write, member, row, schedule::session(write.db, member, row.session));
}

void lapse_run(Write& write, const std::string& group, const std::string& id) {
    auto member = groups::for_the_group(write, group);
    auto row = find_run(write.db, member, id);
    if (!row || row->run.end) return;
    auto session = schedule::session(write.db, member, id);
    const auto at = lapse_time(row->run, session.ends);
    if (write.now < at) return write.due(at, lapse_due, group, id);
    row->run = lapse(row->run, write.now);
    // Who has left meanwhile rates nothing and is planned for nothing.
    std::erase_if(row->present, [&](const auto& each) { return !groups::is_member(write, member, each); });
    hold(write, member, *row, std::move(session));
}

}  // namespace covision::consultation
