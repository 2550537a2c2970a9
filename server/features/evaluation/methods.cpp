#include "server/features/evaluation/methods.hpp"

#include <algorithm>

#include "server/features/cases/check.hpp"
#include "server/features/evaluation/closing.hpp"
#include "server/features/evaluation/topics.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::evaluation {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::BallotState;

const std::string close_due = "evaluation.close";
constexpr std::int64_t plotted_sessions = 60;

cases::Checked check(Read& read, const protocol::Rate& params) {
    using protocol::WrittenField;
    const auto member = permit(read, params.group, Need::member);
    return cases::check_texts(read, member,
                              {{WrittenField::keep, params.keep.value}, {WrittenField::change, params.change.value}},
                              params.kept.value_or(protocol::List<protocol::Kept, 100>{}));
}

/// The caller's own row of an evaluation that is still open.
HasRatedRow my_row(Write& write, const Member& member, const std::string& session) {
    auto found = rating(write.db, member, session);
    if (!found) throw not_found();
    if (found->closed) throw Refused("rating_closed", "The rating of this session is closed.");
    for (auto& row : present(write.db, member, session))
        if (row.account == member.account()) return row;
    throw Refused("was_not_there", "Only who was there rates a session.");
}

/// As due work of this very moment, not within the call of who rated last: what is kept of that call must be there to
/// be forgotten with the others'.
void close_when_complete(Write& write, const Member& member, const std::string& session) {
    auto all = present(write.db, member, session);
    bool complete =
        std::none_of(all.begin(), all.end(), [](const auto& row) { return row.state == BallotState::open; });
    if (complete) write.due(write.now, close_due, member.group(), session);
}

protocol::Empty rate(Write& write, const protocol::Rate& params, cases::Checked& checked) {
    auto member = permit(write, params.group, Need::member);
    my_row(write, member, params.session.value);
    cases::require_clean(write, member, checked);
    for (std::size_t i = 0; i < params.scores.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (params.scores[i].item == params.scores[j].item)
                throw Refused("item_twice", "Each question is answered once at most.",
                              {{"path", "params.scores[" + std::to_string(i) + "]"}});
    auto ballot = params;
    ballot.kept.reset();
    set_state(write.db, member, params.session.value, member.account(), BallotState::rated,
              seal_envelope(write.vault, member, params.session.value, ballot));
    close_when_complete(write, member, params.session.value);
    return {};
}

protocol::Empty decline(Write& write, const protocol::SessionRef& params) {
    auto member = permit(write, params.group, Need::member);
    my_row(write, member, params.session.value);
    set_state(write.db, member, params.session.value, member.account(), BallotState::declined, std::nullopt);
    close_when_complete(write, member, params.session.value);
    return {};
}

/// What members wrote is for those who have agreed to keep it among themselves and belonged to the group that day.
bool sees_lines(Read& read, const Member& member, const std::string& session) {
    const auto row = schedule::session(read.db, member, session);
    return member.is_signed() && member.confirmed() && member.joined_at() <= row.starts;
}

protocol::EvaluationView show(Read& read, const protocol::SessionRef& params) {
    auto member = permit(read, params.group, Need::member);
    auto found = rating(read.db, member, params.session.value);
    if (!found) throw not_found();
    protocol::EvaluationView view;
    view.seq = read.seq(member.group());
    auto& evaluation = view.evaluation;
    evaluation.session = params.session;
    evaluation.closes_at = found->closes_at;
    for (const auto& row : present(read.db, member, params.session.value))
        if (row.account == member.account()) evaluation.mine = row.state;
    if (!found->closed) {
        evaluation.no_result = protocol::NoResult::still_open;
        return view;
    }
    evaluation.mine = BallotState::closed;
    auto summary = stored_summary(found->result);
    evaluation.no_result = summary.no_result;
    evaluation.items = summary.items;
    if (summary.no_result || !sees_lines(read, member, params.session.value)) return view;
    for (const auto& line : lines(read, member, params.session.value, Part::keep)) evaluation.keep.push_back(line);
    for (const auto& line : lines(read, member, params.session.value, Part::change)) evaluation.change.push_back(line);
    return view;
}

protocol::Trend trend(Read& read, const protocol::GroupRef& params) {
    auto member = permit(read, params.group, Need::member);
    protocol::Trend result;
    result.seq = read.seq(member.group());
    auto held = schedule::held_sessions(read.db, member, plotted_sessions);
    std::reverse(held.begin(), held.end());
    for (const auto& session : held) {
        const auto found = rating(read.db, member, session.id);
        if (!found) continue;
        protocol::TrendPoint point{session.id, session.starts, session.number, protocol::NoResult::still_open, {}};
        if (found->closed) {
            auto summary = stored_summary(found->result);
            point.no_result = summary.no_result;
            point.items = summary.items;
        }
        result.points.push_back(std::move(point));
    }
    return result;
}

void session_was_held(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    auto member = groups::for_the_group(write, group);
    auto closes_at = closing_time(write.now);
    open_rating(write.db, member, event.session.value, closes_at);
    for (const auto& account : rota::attendees(write.db, member, event.session.value))
        add_present(write.db, member, event.session.value, account);
    write.due(closes_at, close_due, group, event.session.value);
    write.emit(evaluation_opened, group, {event.session});
}

/// The ballot of who has rated stays; nobody waits for the one who has not.
void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    auto member = groups::for_the_group(write, group);
    for (const auto& row : open_of(write.db, member, event.account)) {
        if (row.state == BallotState::open)
            set_state(write.db, member, row.session, row.account, BallotState::declined, std::nullopt);
        close_when_complete(write, member, row.session);
    }
}

void time_is_over(Write& write, const std::string& group, const std::string& session) {
    close_now(write, groups::for_the_group(write, group), session);
}

}  // namespace

void methods(call::Table& table) {
    table.event(evaluation_opened);
    table.event(evaluation_closed);
    table.write("evaluation.rate", "Rates a session the caller was at; can be changed until it closes.", &check, &rate);
    table.write("evaluation.decline", "Passes on rating a session.", &decline);
    table.read("evaluation.show", "What may be shown of a session's rating, and the caller's own part.", &show);
    table.read("evaluation.trend", "The last sixty held sessions over time.", &trend);
    table.on(schedule::session_held, &session_was_held);
    table.on(groups::member_left, &member_has_left);
    table.due(close_due, &time_is_over);
}

}  // namespace covision::evaluation
