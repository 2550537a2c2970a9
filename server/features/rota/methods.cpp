#include "server/features/rota/methods.hpp"

#include <algorithm>

#include "server/features/groups/topics.hpp"
#include "server/features/rota/ability.hpp"
#include "server/features/rota/calls.hpp"
#include "server/features/rota/tally.hpp"
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
constexpr std::size_t most_deputies = 3;

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

protocol::SessionDeputies deputies_of(const Group& group, const std::string& session) {
    protocol::SessionDeputies message;
    message.session = session;
    for (const auto& account : deputies(group, session))
        if (message.accounts.size() < most_deputies) message.accounts.push_back(account);
    return message;
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
    const auto group = planning_group(read, member);
    result.queue = queue(read, member, group);
    for (const auto& row : rows)
        if (row.state == protocol::SessionState::planned) result.deputies.push_back(deputies_of(group, row.id));
    return result;
}

void check_rules(const protocol::RotaRules& rules) {
    std::set<protocol::DutyRole> named;
    bool good = true;
    for (const auto& each : rules.roles) good = good && named.insert(each.role).second;
    for (const auto& each : rules.merges)
        good = good && each.into != each.from && each.from != protocol::DutyRole::facilitator &&
               each.from != protocol::DutyRole::presenter;
    if (!good) throw Refused("bad_rules", "Name each role once; facilitating and presenting are nobody's second role.");
}

protocol::Empty set_group_rules(Write& write, const protocol::RotaRulesSet& params) {
    auto member = permit(write, params.group, Need::organiser);
    check_rules(params.rules);
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

void member_has_joined(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    auto member = groups::for_the_group(write, group);
    begin_tally(write.db, member, event.account);
    replan_and_tell(write, member);
}

void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    auto member = groups::for_the_group(write, group);
    remove_begun_duties_of(write.db, member, event.account, write.now);
    forget_abilities_of(write, member, event.account);
    remove_wish(write.db, member, event.account);
    end_tally(write.db, member, event.account);
    replan_and_tell(write, member);
}

/// Sessions that the change took away with their rows.
void series_has_changed(Write& write, const std::string& group, const protocol::SeriesChangedEvent& event) {
    auto member = groups::for_the_group(write, group);
    for (const auto& session : event.gone) remove_duties_of_session(write.db, member, session);
    replan_and_tell(write, member);
}

void session_was_cancelled(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    auto member = groups::for_the_group(write, group);
    remove_duties_of_session(write.db, member, event.session);
    replan_and_tell(write, member);
}

}  // namespace

std::vector<std::string> stand_ins(Read& read, const Member& member, const std::string& session) {
    return deputies(planning_group(read, member), session);
}

void methods(call::Table& table) {
    table.event(rota_changed);
    table.event(swap_asked);
    table.event(swap_answered);
    table.read("rota.show", "The next six sessions and who has which role, with reasons.", &show);
    table.write("rota.set_rules", "Which roles the group plans; organisers only.", &set_group_rules);
    table.write("rota.pass", "Gives one of the caller's turns up.", &pass);
    table.write("rota.take", "Says yes to standing in on the day.", &take);
    table.write("rota.decline", "Says no to standing in on the day; the next one is asked.", &decline);
    table.write("rota.wish", "Asks to present, or says anew whether that is urgent.", &wish);
    table.write("rota.withdraw_wish", "Takes the wish to present back.", &withdraw_wish);
    table.write("rota.ask_swap", "Asks somebody to swap turns.", &ask_swap);
    table.write("rota.reply_swap", "Answers such a question.", &reply_swap);
    table.write("rota.withdraw_swap", "Takes such a question back.", &withdraw_swap);
    table.write("rota.choose", "Gives a role of one session to somebody.", &choose);
    table.on(groups::member_joined, &member_has_joined);
    table.on(groups::member_left, &member_has_left);
    table.on(schedule::series_created, &plan_again<protocol::SeriesEvent>);
    table.on(schedule::series_changed, &series_has_changed);
    table.on(schedule::session_added, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_moved, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_cancelled, &session_was_cancelled);
    table.on(schedule::session_held, &plan_again<protocol::SessionEvent>);
    table.on(schedule::session_answered, &plan_again<protocol::SessionAnswered>);
}

}  // namespace covision::rota
