#include "server/features/rota/methods.hpp"

#include <algorithm>

#include "server/features/groups/topics.hpp"
#include "server/features/rota/ability.hpp"
#include "server/features/rota/calls.hpp"
#include "server/features/rota/topics.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::rota {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;

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
    for (const auto& row : duties(read.db, member, read.now)) {
        const bool shown =
            std::any_of(rows.begin(), rows.end(), [&](const auto& session) { return session.id == row.session; });
        if (shown) result.duties.push_back(to_message(row));
    }
    for (const auto& swap : swaps(read.db, member, read.now))
        if (swap.asker == member.account() || swap.asked == member.account())
            result.swaps.push_back({swap.id, swap.asker, swap.asked, swap.duty, swap.wanted, swap.at});
    result.my_passes = my_passes(read.db, member);
    return result;
}

protocol::Empty set_group_rules(Write& write, const protocol::RotaRulesSet& params) {
    auto member = permit(write, params.group, Need::organiser);
    set_rules(write.db, member, params.rules);
    protocol::RotaChanged event;
    for (const auto& session : replan(write, member)) event.sessions.push_back(session);
    write.emit(rota_changed, member.group(), event);
    return {};
}

/// Whatever happened: the plan follows it.
template <class Event>
void plan_again(Write& write, const std::string& group, const Event&) {
    replan_and_tell(write, groups::for_the_group(write, group));
}

void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    auto member = groups::for_the_group(write, group);
    remove_begun_duties_of(write.db, member, event.account, write.now);
    forget_abilities_of(write, member, event.account);
    replan_and_tell(write, member);
}

void session_was_cancelled(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    auto member = groups::for_the_group(write, group);
    remove_duties_of_session(write.db, member, event.session);
    replan_and_tell(write, member);
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
    table.on(groups::member_left, &member_has_left);
    table.on(schedule::series_created, &plan_again<protocol::SeriesEvent>);
    table.on(schedule::session_moved, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_cancelled, &session_was_cancelled);
    table.on(schedule::session_held, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_answered, &plan_again<protocol::SessionAnswered>);
}

}  // namespace covision::rota
