// Single sessions as calls: listing, answering, adding, moving, cancelling; and what the group has set.

#include "server/base/refused.hpp"
#include "server/features/schedule/calls.hpp"
#include "server/features/schedule/notes.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/features/schedule/view.hpp"
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

void watch_series_of(Write& write, const Member& member, const SessionRow& row) {
    if (!row.series) return;
    const auto series = find_series(write.db, member, *row.series);
    if (series && !series->open()) watch(write, member, *series);
}

void mark_changed(Write& write, SessionRow& row) {
    ++row.revision;
    row.changed_at = write.now;
}

}  // namespace

protocol::Sessions list(Read& read, const protocol::SessionsRequest& params) {
    auto member = permit(read, params.group, Need::member);
    Instant from = params.from ? params.from->value : read.now;
    Instant to = params.to ? params.to->value : from + hours(24 * 366 * 3);
    auto rows = sessions(read.db, member, from, to, params.limit ? params.limit->value : 50);
    auto last = rows.empty() ? from : rows.back().starts + Micros{1};
    return {read.seq(member.group()),
            view(read, member, rows, answers(read.db, member, from, last), groups::members(read, member))};
}

void answer_for(Write& write, const Member& member, const std::string& session, protocol::Answer answer,
                const std::optional<std::string>& note) {
    auto row = schedule::session(write.db, member, session);
    may_answer(meeting_of(row), write.now);
    AnswerRow given{row.id, member.account(), answer, {}};
    if (note) {
        given.note = seal_note(write, member, row, *note);
    } else if (auto before = answer_of(write.db, member, row.id, member.account());
               before && before->answer == answer) {
        given.note = before->note;
    }
    set_answer(write.db, member, given);
    write.emit(session_answered, member.group(), {row.id, member.account(), answer});
}

protocol::Empty answer(Write& write, const protocol::AnswerSession& params) {
    auto member = permit(write, params.group, Need::member);
    const auto note = params.note ? std::optional<std::string>{params.note->value} : std::nullopt;
    answer_for(write, member, params.session, params.answer, note);
    return {};
}

protocol::SessionAdded add(Write& write, const protocol::SessionAdd& params) {
    auto member = permit(write, params.group, Need::organiser);
    return {add_single(write, member, params)};
}

protocol::Empty move(Write& write, const protocol::MoveSession& params) {
    auto member = permit(write, params.group, Need::organiser);
    if (params.call_link) check_link(*params.call_link);
    auto row = session(write.db, member, params.session);
    auto starts = to_utc(params.starts.value, row.zone);
    auto length = params.minutes ? Micros{std::chrono::minutes{params.minutes->value}} : row.ends - row.starts;
    std::vector<Meeting> others;
    for (const auto& other : sessions(write.db, member, starts - near, starts + near, all_near))
        if (other.id != row.id) others.push_back(meeting_of(other));
    may_move(meeting_of(row), starts, starts + length, others, write.now);
    if (!row.moved_from && starts != row.starts) row.moved_from = row.starts;
    row.local_start = params.starts.value;
    row.starts = starts;
    row.ends = starts + length;
    row.reason = params.reason.value;
    if (params.place) row.place = params.place->value;
    if (params.call_link) row.call_link = params.call_link->value;
    mark_changed(write, row);
    update_session(write.db, member, row);
    watch_series_of(write, member, row);
    write.emit(session_moved, member.group(), {row.id});
    return {};
}

protocol::Empty cancel(Write& write, const protocol::CancelSession& params) {
    auto member = permit(write, params.group, Need::organiser);
    auto row = session(write.db, member, params.session);
    may_cancel(meeting_of(row), write.now);
    row.state = protocol::SessionState::cancelled;
    row.reason = params.reason.value;
    mark_changed(write, row);
    update_session(write.db, member, row);
    watch_series_of(write, member, row);
    write.emit(session_cancelled, member.group(), {row.id});
    return {};
}

protocol::ScheduleSettings settings(Read& read, const protocol::GroupRef& params) {
    auto member = permit(read, params.group, Need::member);
    return {read.seq(member.group()), quorum(read.db, member)};
}

protocol::Empty set_settings(Write& write, const protocol::ScheduleSettingsSet& params) {
    auto member = permit(write, params.group, Need::organiser);
    set_quorum(write.db, member, params.quorum);
    write.emit(settings_changed, member.group(), {params.quorum});
    return {};
}

}  // namespace covision::schedule
