#include "server/features/schedule/methods.hpp"

#include "server/features/groups/topics.hpp"
#include "server/features/schedule/recurrence.hpp"
#include "server/features/schedule/table.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using std::chrono::hours;

/// Far enough to see every session that could overlap a moved one.
constexpr hours near{24 * 2};
constexpr std::int64_t all_near = 200;
constexpr std::int64_t most_ahead = 500;

Series series_of(const protocol::SeriesCreate& params) {
    Series series;
    const auto& recurrence = params.recurrence;
    series.rule.freq = static_cast<Freq>(recurrence.frequency);
    series.rule.interval = static_cast<int>(recurrence.interval.value);
    for (auto day : recurrence.days) series.rule.days.push_back(static_cast<Weekday>(day));
    if (recurrence.nth) series.rule.nth = static_cast<int>(recurrence.nth->value);
    if (recurrence.count) series.rule.count = static_cast<int>(recurrence.count->value);
    if (recurrence.until) series.rule.until = recurrence.until->value;
    series.local_start = params.starts.value;
    series.minutes = static_cast<int>(params.minutes.value);
    series.zone = params.zone.value;
    return series;
}

/// Every occurrence; a series must say when it ends, its first session must lie ahead, and it meets no other.
std::vector<Occurrence> occurrences(Read& read, const Member& member, const protocol::SeriesCreate& params) {
    auto all = expand(series_of(params));
    if (all.empty()) throw Refused("bad_rule", "This rule has no session. Choose another day or end.");
    if (all.front().starts <= read.now)
        throw Refused("in_the_past", "The first session would lie in the past. Choose a later start.");
    const auto ahead = count_ahead(read.db, member, read.now);
    if (ahead + static_cast<std::int64_t>(all.size()) > most_ahead)
        throw Refused("too_many_sessions", "A group plans at most 500 sessions ahead. Choose an earlier end.");
    std::vector<Meeting> others;
    for (const auto& row : sessions(read.db, member, all.front().starts, all.back().ends, most_ahead))
        others.push_back(meeting_of(row));
    may_add(all, others);
    return all;
}

void check_link(const protocol::SeriesCreate& params) {
    const auto& link = params.call_link.value;
    if (!link.empty() && link.rfind("https://", 0) != 0)
        throw Refused("bad_link", "The link of a call begins with https://.", {{"path", "params.call_link"}});
}

protocol::SeriesPreview preview(Read& read, const protocol::SeriesCreate& params) {
    auto member = permit(read, params.group, Need::organiser);
    protocol::SeriesPreview result;
    for (const auto& occurrence : occurrences(read, member, params)) result.starts.push_back(occurrence.starts);
    return result;
}

protocol::SeriesCreated create_series(Write& write, const protocol::SeriesCreate& params) {
    auto member = permit(write, params.group, Need::organiser);
    check_link(params);
    auto planned = occurrences(write, member, params);
    protocol::SeriesCreated result{write.new_id(), static_cast<std::int64_t>(planned.size())};
    add_series(write.db, member, result.series, params, write.now);
    auto number = count_sessions(write.db, member);
    for (const auto& occurrence : planned) {
        SessionRow row;
        row.id = write.new_id();
        row.series = result.series.value;
        row.place_in = occurrence.number;
        row.number = ++number;
        row.local_start = occurrence.local_start;
        row.zone = params.zone.value;
        row.starts = occurrence.starts;
        row.ends = occurrence.ends;
        row.place = params.place.value;
        row.call_link = params.call_link.value;
        add_session(write.db, member, row);
    }
    write.emit(series_created, member.group(), {result.series});
    return result;
}

protocol::Sessions list(Read& read, const protocol::SessionsRequest& params) {
    auto member = permit(read, params.group, Need::member);
    Instant from = params.from ? params.from->value : read.now;
    Instant to = params.to ? params.to->value : from + hours(24 * 366 * 3);
    auto rows = sessions(read.db, member, from, to, params.limit ? params.limit->value : 50);
    auto last = rows.empty() ? from : rows.back().starts + Micros{1};
    return {read.seq(member.group()), to_messages(rows, answers(read.db, member, from, last))};
}

protocol::Empty answer(Write& write, const protocol::AnswerSession& params) {
    auto member = permit(write, params.group, Need::member);
    auto row = session(write.db, member, params.session);
    may_answer(meeting_of(row), write.now);
    set_answer(write.db, member, row.id, params.answer);
    write.emit(session_answered, member.group(), {row.id, member.account(), params.answer});
    return {};
}

protocol::Empty move(Write& write, const protocol::MoveSession& params) {
    auto member = permit(write, params.group, Need::organiser);
    auto row = session(write.db, member, params.session);
    auto starts = to_utc(params.starts.value, row.zone);
    auto length = params.minutes ? Micros{std::chrono::minutes{params.minutes->value}} : row.ends - row.starts;
    std::vector<Meeting> others;
    for (const auto& other : sessions(write.db, member, starts - near, starts + near, all_near))
        if (other.id != row.id) others.push_back(meeting_of(other));
    may_move(meeting_of(row), starts, starts + length, others, write.now);
    if (!row.moved_from) row.moved_from = row.starts;
    row.local_start = params.starts.value;
    row.starts = starts;
    row.ends = starts + length;
    row.reason = params.reason.value;
    update_session(write.db, member, row);
    write.emit(session_moved, member.group(), {row.id});
    return {};
}

protocol::Empty cancel(Write& write, const protocol::CancelSession& params) {
    auto member = permit(write, params.group, Need::organiser);
    auto row = session(write.db, member, params.session);
    may_cancel(meeting_of(row), write.now);
    row.state = protocol::SessionState::cancelled;
    row.reason = params.reason.value;
    update_session(write.db, member, row);
    write.emit(session_cancelled, member.group(), {row.id});
    return {};
}

/// What somebody said of sessions to come says nothing once that person has left.
void member_has_left(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    drop_answers_of(write.db, groups::for_the_group(write, group), event.account, write.now);
}

}  // namespace

void methods(call::Table& table) {
    table.event(series_created);
    table.event(session_moved);
    table.event(session_cancelled);
    table.event(session_held);
    table.event(session_answered);
    table.read("schedule.preview", "The dates that schedule.create_series would make.", &preview);
    table.write("schedule.create_series", "Makes a series and all its sessions; organisers only.", &create_series);
    table.read("schedule.list", "Sessions in order of time, with the answers to them.", &list);
    table.write("schedule.answer", "Says whether the caller will come.", &answer);
    table.write("schedule.move", "Moves one session; answers and duties stay with it.", &move);
    table.write("schedule.cancel", "Cancels one session.", &cancel);
    table.on(groups::member_left, &member_has_left);
}

}  // namespace covision::schedule
