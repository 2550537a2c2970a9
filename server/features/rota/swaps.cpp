// Swapping turns: asked, answered, withdrawn. Only the two of them hear of it until it is done.

#include "server/features/rota/ability.hpp"
#include "server/features/rota/calls.hpp"
#include "server/features/rota/tally.hpp"
#include "server/features/rota/topics.hpp"

namespace covision::rota {
namespace {

using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;

/// The question `id`, if the caller is the one who was asked (or, for withdrawing, who asked).
SwapRow swap_of(Write& write, const Member& member, const std::string& id, const std::string SwapRow::*who) {
    auto row = find_swap(write.db, member, id, write.now);
    if (!row || (*row).*who != member.account()) throw not_found();
    return *row;
}

/// The caller would get this turn. Of the other one nothing is said: whoever cannot has no open question (ability.cpp).
void can_take(Write& write, const Member& member, const DutyRow& turn) {
    if (turn.role != protocol::DutyRole::presenter && is_unable(write, member, turn.session, member.account()))
        throw Refused("cannot_then", "You cannot take this role in that session.");
}

/// Gives `row` to `to`; what it was before.
Changed give(Write& write, const Member& member, DutyRow row, const std::string& to) {
    Changed changed{row.session, static_cast<Role>(row.role), row.slot, to_rules(row)};
    row.reason.other = protocol::Id{row.account};
    row.reason.why = protocol::DutyWhy::swapped;
    row.account = to;
    row.pinned = true;
    row.proposed = false;
    update_duty(write.db, member, row);
    count_by_hand(write.db, member, to);
    remove_swaps_about(write.db, member, row.id);
    remove_passed(write.db, member, row);
    return changed;
}

void answered(Write& write, const Member& member, const SwapRow& swap) {
    remove_swap(write.db, member, swap.id);
    write.emit(swap_answered, member.group(), {swap.id}, {swap.asker, swap.asked});
}

}  // namespace

protocol::SwapAsked ask_swap(Write& write, const protocol::SwapAsk& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto mine = my_duty(write, member, params.duty.value);
    auto wanted = duty(write, member, params.wanted.value);
    may_swap(planning_group(write, member), to_rules(mine), to_rules(wanted), write.now);
    can_take(write, member, wanted);
    for (const auto& open : swaps(write.db, member, write.now))
        if (open.duty == mine.id)
            throw Refused("already_asked", "You have asked about this turn. Withdraw that first.");
    SwapRow row{write.new_id(), member.account(), wanted.account, mine.id, wanted.id, write.now};
    add_swap(write.db, member, row);
    write.emit(swap_asked, member.group(), {row.id}, {row.asker, row.asked});
    return {row.id};
}

protocol::Empty reply_swap(Write& write, const protocol::SwapReply& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto swap = swap_of(write, member, params.swap.value, &SwapRow::asked);
    if (params.accept) {
        auto theirs = duty(write, member, swap.duty);
        auto mine = duty(write, member, swap.wanted);
        may_swap(planning_group(write, member), to_rules(theirs), to_rules(mine), write.now);
        can_take(write, member, theirs);
        const auto first = give(write, member, theirs, swap.asked);
        const auto second = give(write, member, mine, swap.asker);
        replan_and_tell(write, member, {first, second});
    }
    answered(write, member, swap);
    return {};
}

protocol::Empty withdraw_swap(Write& write, const protocol::SwapRef& params) {
    auto member = permit(write, params.group, Need::signed_member);
    answered(write, member, swap_of(write, member, params.swap.value, &SwapRow::asker));
    return {};
}

}  // namespace covision::rota
