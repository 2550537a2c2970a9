// Asking for the floor, handing it on, the order of those who wait; who has come or gone meanwhile.

#include <algorithm>
#include <stdexcept>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/calls.hpp"
#include "server/features/groups/table.hpp"

namespace covision::consultation {
namespace {

using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::DutyRole;
using protocol::FloorMove;

Part part_of(const RunRow& row, const std::string& account) {
    if (who_is(row, DutyRole::facilitator) == account) return Part::facilitator;
    return who_is(row, DutyRole::presenter) == account ? Part::presenter : Part::consultant;
}

Floor floor_for(const RunRow& row, const std::string& account) {
    const auto* format = find_format(row.item().format);
    return who_may_speak(row.run, phase_of(row), !format || format->has_case, part_of(row, account));
}

bool is_of_round(const RunRow& row, const std::string& account) {
    return goes_round(phase_of(row)) && floor_for(row, account) == Floor::in_turn;
}

bool speaks_in_turn(Floor floor) { return floor == Floor::open || floor == Floor::in_turn; }

/// One refusal for all, so that nobody reads in it who is away for the case.
void may_ask(Write& write, const Member& member, const RunRow& row, const std::string& who) {
    const bool known = who == member.account() || contains(row.present, who);
    const auto floor = floor_for(row, who);
    if (!known || !speaks_in_turn(floor) || !groups::is_member(write, member, who) || is_away(write, member, row, who))
        throw Refused("not_now", "In this phase others have the word.");
}

Turns moved(Write& write, const Member& member, const RunRow& row, FloorMove move, const std::string& who) {
    switch (move) {
        case FloorMove::open_queue: return with_queue(row.turns, true);
        case FloorMove::close_queue: return kept_in(with_queue(row.turns, false), phase_of(row));
        case FloorMove::ask: may_ask(write, member, row, who); return ask(row.turns, who);
        case FloorMove::pass: return without(row.turns, who);
        case FloorMove::done: return row.turns.speaker == who ? without(row.turns, who) : row.turns;
    }
    throw std::logic_error("a move without a rule");
}

RunRow on_the_floor(Write& write, const Member& member, const protocol::Id& session, bool leads) {
    auto row = running(write, member, session.value);
    if (row.run.timer.state == State::ended) throw Refused("session_ended", "This session has been closed.");
    if (leads) must_lead(member, row);
    must_take_part(write, member, row);
    return row;
}

protocol::RunVersion keep(Write& write, const Member& member, RunRow row, Turns turns) {
    if (turns.version == row.turns.version) return {row.run.version};
    row.turns = std::move(turns);
    update_run(write.db, member, row);
    return publish(write, member, row);
}

}  // namespace

void turns_of_phase(Write& write, const Member& member, RunRow& row) {
    const auto& phase = phase_of(row);
    Accounts circle;
    if (goes_round(phase)) {
        const auto away = row.case_id() ? cases::all_away(write, member, *row.case_id()) : Accounts{};
        for (const auto& each : row.present)
            if (std::find(away.begin(), away.end(), each.value) == away.end() && is_of_round(row, each.value))
                circle.push_back(each.value);
    }
    row.turns = in_phase(std::move(row.turns), row.run.timer.place(), row.run.timer.started_at, std::move(circle));
    row.turns = kept_in(std::move(row.turns), phase);
}

protocol::RunVersion floor(Write& write, const protocol::FloorStep& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    const auto who = params.who ? params.who->value : member.account();
    const bool switches = params.move == FloorMove::open_queue || params.move == FloorMove::close_queue;
    auto row = on_the_floor(write, member, params.session, switches || who != member.account());
    if (!switches && !keeps_turns(row.turns, phase_of(row)))
        throw Refused("no_queue", "There is no queue in this phase. Just speak when it fits.");
    auto turns = moved(write, member, row, params.move, who);
    return keep(write, member, std::move(row), std::move(turns));
}

protocol::RunVersion order_floor(Write& write, const protocol::FloorOrder& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    auto row = on_the_floor(write, member, params.session, true);
    Accounts order;
    for (const auto& each : params.waiting) order.push_back(each.value);
    auto turns = reordered(row.turns, std::move(order));
    return keep(write, member, std::move(row), std::move(turns));
}

protocol::RunVersion set_here(Write& write, const protocol::SetHere& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    auto row = on_the_floor(write, member, params.session, true);
    const auto& who = params.who.value;
    if (contains(row.present, who) == params.here) return {row.run.version};
    if (!params.here) {
        std::erase_if(row.present, [&](const auto& each) { return each == who; });
        return keep(write, member, row, went(row.turns, who));
    }
    if (!groups::is_member(write, member, who))
        throw Refused("not_a_member", "Everybody who is named must be a member of the group, and once.",
                      {{"path", "params.who"}});
    row.present.push_back(params.who);
    const bool in_round = is_of_round(row, who) && !is_away(write, member, row, who);
    return keep(write, member, row, came(row.turns, who, in_round));
}

}  // namespace covision::consultation
