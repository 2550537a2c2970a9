// One turn by hand: given up, or given to somebody.

#include <algorithm>

#include "server/features/groups/table.hpp"
#include "server/features/rota/ability.hpp"
#include "server/features/rota/calls.hpp"
#include "server/features/rota/tally.hpp"

namespace covision::rota {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::DutyRole;

std::int64_t slot_of(const protocol::DutyChoose& params) {
    return params.role == DutyRole::presenter && params.slot ? params.slot->value : 1;
}

std::optional<DutyRow> row_of(Read& read, const Member& member, const protocol::DutyChoose& params) {
    for (const auto& row : duties(read.db, member, read.now))
        if (row.session == params.session && row.role == params.role && row.slot == slot_of(params)) return row;
    return std::nullopt;
}

/// An organiser and the session's facilitator give roles; anybody takes an empty one.
void may_choose(Write& write, const Member& member, const protocol::DutyChoose& params) {
    if (member.is_organiser()) return;
    if (holder(write.db, member, params.session.value, DutyRole::facilitator) == member.account()) return;
    const bool is_empty = !row_of(write, member, params);
    if (is_empty && params.account == member.account()) return;
    throw Refused("not_facilitator", "The facilitator of this session gives roles, or an organiser.");
}

bool has_passed(Read& read, const Member& member, const protocol::DutyChoose& params) {
    const auto all = passed(read.db, member, read.now);
    return std::any_of(all.begin(), all.end(), [&](const PassedRow& row) {
        return row.session == params.session && row.account == params.account && row.role == params.role;
    });
}

bool said_no(Read& read, const Member& member, const protocol::DutyChoose& params) {
    const auto all = schedule::answers_to(read.db, member, params.session);
    return std::any_of(all.begin(), all.end(), [&](const schedule::AnswerRow& row) {
        return row.account == params.account.value && row.answer == protocol::Answer::no;
    });
}

/// One refusal for all three, so that it says none of them: a no, a turn given up, away for the session's case.
void can_take(Read& read, const Member& member, const protocol::DutyChoose& params) {
    const bool oneself = params.account == member.account();
    const bool cannot = said_no(read, member, params) || (!oneself && has_passed(read, member, params)) ||
                        (params.role != DutyRole::presenter && is_unable(read, member, params.session, params.account));
    if (cannot)
        throw Refused("cannot_then", oneself
                                         ? "You cannot take this role in this session."
                                         : "This person cannot take this role in this session. Choose another one.");
}

/// Who leads or presents has no second role; time and notes are left for somebody else.
void free_for(Write& write, const Member& member, const protocol::DutyChoose& params) {
    const bool leading = params.role == DutyRole::facilitator || params.role == DutyRole::presenter;
    for (const auto& row : duties(write.db, member, write.now)) {
        const bool same = row.role == params.role && row.slot == slot_of(params);
        if (row.session != params.session || same || row.account != params.account.value) continue;
        if (row.role == DutyRole::facilitator || row.role == DutyRole::presenter)
            throw Refused("has_a_role", "Who leads or presents has no second role in the same session.");
        if (leading) remove_duty(write.db, member, row.id);
    }
}

}  // namespace

DutyRow duty(Read& read, const Member& member, const std::string& id) {
    auto row = find_duty(read.db, member, id);
    if (!row) throw not_found();
    return *row;
}

DutyRow my_duty(Read& read, const Member& member, const std::string& id) {
    auto row = duty(read, member, id);
    if (row.account != member.account()) throw Refused("not_yours", "This turn is somebody else's.");
    return row;
}

protocol::Empty pass(Write& write, const protocol::DutyRef& params) {
    pass_for(write, permit(write, params.group, Need::signed_member), params.duty.value);
    return {};
}

void pass_for(Write& write, const Member& member, const std::string& duty) {
    auto row = my_duty(write, member, duty);
    auto session = schedule::session(write.db, member, row.session);
    may_pass({session.id, session.starts, {}}, write.now);
    if (session.opened_at) throw Refused("session_started", "This session has begun. Ask somebody to stand in.");
    if (row.proposed) {  // given nothing up; and what was asked together is declined together
        for (const auto& asked : asked_with(write, member, row)) add_passed(write.db, member, asked, write.now, false);
    } else {
        add_passed(write.db, member, row, write.now, true);
        count_by_hand(write.db, member, row.account);
        row.pinned = false;
        update_duty(write.db, member, row);
    }
    replan_and_tell(write, member);
}

protocol::Empty choose(Write& write, const protocol::DutyChoose& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto session = schedule::session(write.db, member, params.session.value);
    if (session.state != protocol::SessionState::planned || session.ends <= write.now)
        throw Refused("session_over", "This session is over or cancelled.");
    if (session.opened_at) throw Refused("session_started", "This session has begun: its roles are set.");
    may_choose(write, member, params);
    if (!groups::is_member(write, member, params.account)) throw not_found();
    can_take(write, member, params);
    if (params.role == DutyRole::facilitator)
        may_lead(planning_group(write, member), params.session.value, params.account.value);
    free_for(write, member, params);

    const auto old = row_of(write, member, params);
    Changed changed{session.id, static_cast<Role>(params.role), slot_of(params), {}};
    if (old && old->account != params.account.value) changed.before = to_rules(*old);
    DutyRow chosen;
    chosen.id = old ? old->id : write.new_id();
    chosen.session = session.id;
    chosen.role = params.role;
    chosen.slot = slot_of(params);
    chosen.account = params.account.value;
    chosen.reason.why = protocol::DutyWhy::chosen;
    chosen.pinned = true;
    if (old) {
        update_duty(write.db, member, chosen);
        remove_swaps_about(write.db, member, chosen.id);
    } else {
        add_duty(write.db, member, chosen);
    }
    remove_passed(write.db, member, chosen);
    count_by_hand(write.db, member, chosen.account);
    replan_and_tell(write, member, {changed});
    return {};
}

}  // namespace covision::rota
