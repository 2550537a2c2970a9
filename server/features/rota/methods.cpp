#include "server/features/rota/methods.hpp"

#include "server/features/groups/table.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/rota/ledger.hpp"
#include "server/features/rota/topics.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::rota {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::DutyRole;

constexpr std::chrono::hours far_ahead{24 * 366};
constexpr std::size_t shown_sessions = 6;
constexpr std::int64_t most_listed = 30;

/// The next six that are not cancelled, and the cancelled ones between them.
std::vector<schedule::SessionRow> next_sessions(Read& read, const Member& member) {
    auto rows = schedule::sessions(read.db, member, read.now, read.now + far_ahead, most_listed);
    std::size_t planned = 0, keep = 0;
    for (std::size_t i = 0; i < rows.size() && planned < shown_sessions; ++i) {
        if (rows[i].state == protocol::SessionState::cancelled) continue;
        ++planned;
        keep = i + 1;
    }
    rows.resize(keep);
    return rows;
}

protocol::Rota show(Read& read, const protocol::GroupRef& params) {
    auto member = permit(read, params.group, Need::member);
    protocol::Rota result;
    result.seq = read.seq(member.group());
    result.rules = rules(read.db, member);
    auto rows = next_sessions(read, member);
    auto until = rows.empty() ? read.now : rows.back().starts + Micros{1};
    result.sessions = schedule::to_messages(rows, schedule::answers(read.db, member, read.now, until));
    for (const auto& row : duties(read.db, member, read.now)) result.duties.push_back(to_message(row));
    for (const auto& swap : swaps(read.db, member))
        if (swap.asker == member.account() || swap.asked == member.account())
            result.swaps.push_back({swap.id, swap.asker, swap.asked, swap.duty, swap.wanted, swap.at});
    result.my_passes = my_passes(read.db, member);
    return result;
}

protocol::Empty set_group_rules(Write& write, const protocol::RotaRulesSet& params) {
    auto member = permit(write, params.group, Need::organiser);
    set_rules(write.db, member, params.rules);
    replan(write, member);
    write.emit(rota_changed, member.group(), {});
    return {};
}

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
    auto member = permit(write, params.group, Need::signed_member);
    auto row = my_duty(write, member, params.duty.value);
    auto session = schedule::session(write.db, member, row.session);
    may_pass({session.id, session.starts, {}}, write.now);
    add_passed(write.db, member, row, write.now);
    row.pinned = false;
    update_duty(write.db, member, row);
    replan(write, member);
    return {};
}

protocol::SwapAsked ask_swap(Write& write, const protocol::SwapAsk& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto mine = my_duty(write, member, params.duty.value);
    auto wanted = duty(write, member, params.wanted.value);
    may_swap(planning_group(write, member), to_rules(mine), to_rules(wanted), write.now);
    for (const auto& open : swaps(write.db, member))
        if (open.duty == mine.id)
            throw Refused("already_asked", "You have asked about this turn. Withdraw that first.");
    SwapRow row{write.new_id(), member.account(), wanted.account, mine.id, wanted.id, write.now};
    add_swap(write.db, member, row);
    write.emit(swap_asked, member.group(), {row.id}, {row.asker, row.asked});
    return {row.id};
}

void give(Write& write, const Member& member, DutyRow row, const std::string& to) {
    row.reason.other = protocol::Id{row.account};
    row.reason.why = protocol::DutyWhy::swapped;
    row.account = to;
    row.pinned = true;
    update_duty(write.db, member, row);
    remove_swaps_about(write.db, member, row.id);
}

/// The question `id`, if the caller is the one who was asked (or, for withdrawing, who asked).
SwapRow swap_of(Write& write, const Member& member, const std::string& id, const std::string SwapRow::*who) {
    auto row = find_swap(write.db, member, id);
    if (!row || (*row).*who != member.account()) throw not_found();
    return *row;
}

protocol::Empty reply_swap(Write& write, const protocol::SwapReply& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto swap = swap_of(write, member, params.swap.value, &SwapRow::asked);
    if (params.accept) {
        auto theirs = duty(write, member, swap.duty);
        auto mine = duty(write, member, swap.wanted);
        may_swap(planning_group(write, member), to_rules(theirs), to_rules(mine), write.now);
        give(write, member, theirs, swap.asked);
        give(write, member, mine, swap.asker);
        replan(write, member);
        protocol::RotaChanged event;
        event.sessions = {theirs.session, mine.session};
        write.emit(rota_changed, member.group(), event);
    }
    remove_swap(write.db, member, swap.id);
    write.emit(swap_answered, member.group(), {swap.id}, {swap.asker, swap.asked});
    return {};
}

protocol::Empty withdraw_swap(Write& write, const protocol::SwapRef& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto swap = swap_of(write, member, params.swap.value, &SwapRow::asker);
    remove_swap(write.db, member, swap.id);
    write.emit(swap_answered, member.group(), {swap.id}, {swap.asker, swap.asked});
    return {};
}

/// An organiser and the session's facilitator give roles; anybody takes an empty one.
void may_choose(Write& write, const Member& member, const protocol::DutyChoose& params) {
    if (member.is_organiser()) return;
    if (holder(write.db, member, params.session.value, DutyRole::facilitator) == member.account()) return;
    bool is_empty = !holder(write.db, member, params.session.value, params.role);
    if (is_empty && params.account == member.account()) return;
    throw Refused("not_facilitator", "The facilitator of this session gives roles, or an organiser.");
}

protocol::Empty choose(Write& write, const protocol::DutyChoose& params) {
    auto member = permit(write, params.group, Need::signed_member);
    auto session = schedule::session(write.db, member, params.session.value);
    if (session.state != protocol::SessionState::planned || session.ends <= write.now)
        throw Refused("session_over", "This session is over or cancelled.");
    may_choose(write, member, params);
    if (!groups::is_member(write, member, params.account)) throw not_found();
    DutyRow chosen;
    for (const auto& row : duties_of(write.db, member, session.id)) {
        if (row.role == params.role) chosen.id = row.duty.value;
        bool leading = row.role == DutyRole::facilitator || row.role == DutyRole::presenter;
        if (row.role != params.role && row.account == params.account && leading)
            throw Refused("has_a_role", "Who leads or presents has no second role in the same session.");
    }
    bool is_new = chosen.id.empty();
    if (is_new) chosen.id = write.new_id();
    chosen.session = session.id;
    chosen.role = params.role;
    chosen.account = params.account.value;
    chosen.reason.why = protocol::DutyWhy::chosen;
    chosen.pinned = true;
    if (is_new) {
        add_duty(write.db, member, chosen);
    } else {
        update_duty(write.db, member, chosen);
        remove_swaps_about(write.db, member, chosen.id);
    }
    replan(write, member);
    protocol::RotaChanged event;
    event.sessions = {session.id};
    write.emit(rota_changed, member.group(), event);
    return {};
}

/// Whatever happened: the plan follows it.
template <class Event>
void plan_again(Write& write, const std::string& group, const Event&) {
    replan(write, groups::for_the_group(write, group));
}

}  // namespace

void methods(call::Table& table) {
    table.event(rota_changed);
    table.event(swap_asked);
    table.event(swap_answered);
    table.read("rota.show", "The next six sessions and who has which role, with reasons.", &show);
    table.write("rota.set_rules", "Which roles the group plans; organisers only.", &set_group_rules);
    table.write("rota.pass", "Gives one of the caller's turns up.", &pass);
    table.write("rota.ask_swap", "Asks somebody to swap turns.", &ask_swap);
    table.write("rota.reply_swap", "Answers such a question.", &reply_swap);
    table.write("rota.withdraw_swap", "Takes such a question back.", &withdraw_swap);
    table.write("rota.choose", "Gives a role of one session to somebody.", &choose);
    table.on(groups::member_joined, &plan_again<protocol::MemberEvent>);
    table.on(groups::member_left, &plan_again<protocol::MemberEvent>);
    table.on(schedule::series_created, &plan_again<protocol::SeriesEvent>);
    table.on(schedule::session_moved, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_cancelled, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_held, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_answered, &plan_again<protocol::SessionAnswered>);
}

}  // namespace covision::rota
