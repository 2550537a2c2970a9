#include "server/features/schedule/table.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "protocol/enums.hpp"
#include "protocol/json.hpp"
#include "server/base/refused.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql insert_session{
    "INSERT INTO session (id, grp, series, place_in, number, local_start, zone, starts, ends, state, moved_from, "
    "reason, place, call_link, changed_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"};
const Sql remove_session{"DELETE FROM session WHERE grp = $1 AND id = $2"};
// The last sessions so far: a moved one may have changed places with its neighbours.
const Sql last_numbers{
    "SELECT number FROM session WHERE grp = $1 AND starts <= $2 ORDER BY starts DESC, id DESC LIMIT 20"};
const Sql select_numbers{"SELECT id, number, COALESCE(moved_from, starts) FROM session WHERE grp = $1 AND starts > $2"};
const Sql set_number{"UPDATE session SET number = $3 WHERE grp = $1 AND id = $2"};
const Sql count_later{"SELECT count(*) FROM session WHERE grp = $1 AND ends > $2"};

#define COVISION_SESSION_COLUMNS                                                                               \
    "SELECT id, series, place_in, number, local_start, zone, starts, ends, state, moved_from, reason, place, " \
    "call_link, opened_at, revision, changed_at, kept, dropped FROM session WHERE grp = $1 "
const Sql select_one{COVISION_SESSION_COLUMNS "AND id = $2"};
// No session is longer than `longest`: with its start bounded too, an index gives the first ones without sorting all.
constexpr std::chrono::hours longest{12};
const Sql select_between{COVISION_SESSION_COLUMNS
                         "AND ends > $2 AND starts > $5 AND starts < $3 ORDER BY starts, id LIMIT $4"};
const Sql select_of_series{COVISION_SESSION_COLUMNS "AND series = $2 AND starts > $3 ORDER BY starts, id"};
const Sql select_held{COVISION_SESSION_COLUMNS "AND state = 'held' ORDER BY starts DESC, id LIMIT $2"};
#undef COVISION_SESSION_COLUMNS

const Sql select_answers{
    "SELECT answer.session, answer.account, answer.answer, answer.note FROM answer "
    "JOIN session ON session.id = answer.session AND session.grp = answer.grp "
    "WHERE session.grp = $1 AND session.ends > $2 AND session.starts > $4 AND session.starts < $3"};
const Sql select_answers_to{"SELECT session, account, answer, note FROM answer WHERE grp = $1 AND session = $2"};
const Sql select_answer{
    "SELECT session, account, answer, note FROM answer WHERE grp = $1 AND session = $2 AND account = $3"};
const Sql upsert_answer{
    "INSERT INTO answer (grp, session, account, answer, note) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (session, account) DO UPDATE SET answer = excluded.answer, note = excluded.note"};
const Sql drop_notes{"UPDATE answer SET note = NULL WHERE grp = $1 AND session = $2"};
const Sql delete_answers{
    "DELETE FROM answer WHERE grp = $1 AND account = $2 AND session IN "
    "(SELECT id FROM session WHERE grp = $1 AND ends > $3)"};
const Sql set_opened{"UPDATE session SET opened_at = $3 WHERE grp = $1 AND id = $2"};
const Sql set_kept{"UPDATE session SET kept = 1 WHERE grp = $1 AND id = $2"};
const Sql change_session{
    "UPDATE session SET local_start = $3, starts = $4, ends = $5, state = $6, moved_from = $7, reason = $8, "
    "series = $9, place_in = $10, place = $11, call_link = $12, revision = $13, changed_at = $14, dropped = $15, "
    "zone = $16 WHERE grp = $1 AND id = $2"};
const Sql select_quorum{"SELECT quorum FROM schedule_settings WHERE grp = $1"};
const Sql upsert_quorum{
    "INSERT INTO schedule_settings (grp, quorum) VALUES ($1, $2) "
    "ON CONFLICT (grp) DO UPDATE SET quorum = excluded.quorum"};
constexpr std::int64_t default_quorum = 3;

struct Numbered {
    std::string id;
    std::int64_t number = 0;
    Instant first;
    static Numbered from(const storage::Row& row) { return {row.text(0), row.integer(1), row.time(2)}; }
};

}  // namespace

SessionRow SessionRow::from(const storage::Row& row) {
    SessionRow session;
    session.id = row.text(0);
    session.series = row.get<std::optional<std::string>>(1);
    session.place_in = row.integer(2);
    session.number = row.integer(3);
    session.local_start = row.text(4);
    session.zone = row.text(5);
    session.starts = row.time(6);
    session.ends = row.time(7);
    session.state = protocol::enum_value<protocol::SessionState>(row.text(8));
    session.moved_from = row.get<std::optional<Instant>>(9);
    session.reason = row.text(10);
    session.place = row.text(11);
    session.call_link = row.text(12);
    session.opened_at = row.get<std::optional<Instant>>(13);
    session.revision = row.integer(14);
    session.changed_at = row.time(15);
    session.kept = row.integer(16) != 0;
    session.dropped = row.integer(17) != 0;
    return session;
}

AnswerRow AnswerRow::from(const storage::Row& row) {
    return {row.text(0), row.text(1), protocol::enum_value<protocol::Answer>(row.text(2)),
            row.get<std::optional<storage::Blob>>(3).value_or(storage::Blob{})};
}

void add_session(Database& db, const Member& member, const SessionRow& session) {
    db.run(insert_session, session.id, member.group(), session.series, session.place_in, session.number,
           session.local_start, session.zone, session.starts, session.ends, protocol::enum_name(session.state),
           session.moved_from, session.reason, session.place, session.call_link, session.changed_at);
}

void delete_session(Database& db, const Member& member, const std::string& session) {
    db.run(remove_session, member.group(), session);
}

void number_sessions(Database& db, const Member& member, Instant now) {
    std::int64_t number = 0;
    for (const auto past : db.all<std::int64_t>(last_numbers, member.group(), now)) number = std::max(number, past);
    auto all = db.all<Numbered>(select_numbers, member.group(), now);
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return std::tie(a.first, a.id) < std::tie(b.first, b.id); });
    for (const auto& session : all)
        if (session.number != ++number) db.run(set_number, member.group(), session.id, number);
}

std::int64_t count_ahead(Database& db, const Member& member, Instant now) {
    return db.one<std::int64_t>(count_later, member.group(), now);
}

std::optional<SessionRow> find_session(Database& db, const Member& member, const std::string& id) {
    return db.first<SessionRow>(select_one, member.group(), id);
}

SessionRow session(Database& db, const Member& member, const std::string& id) {
    auto found = find_session(db, member, id);
    if (!found) throw not_found();
    return *found;
}

std::vector<SessionRow> sessions(Database& db, const Member& member, Instant from, Instant to, std::int64_t limit) {
    return db.all<SessionRow>(select_between, member.group(), from, to, limit, Instant{from - longest});
}

std::vector<SessionRow> held_sessions(Database& db, const Member& member, std::int64_t limit) {
    return db.all<SessionRow>(select_held, member.group(), limit);
}

std::vector<SessionRow> sessions_of(Database& db, const Member& member, const std::string& series, Instant from) {
    return db.all<SessionRow>(select_of_series, member.group(), series, from);
}

std::vector<AnswerRow> answers(Database& db, const Member& member, Instant from, Instant to) {
    return db.all<AnswerRow>(select_answers, member.group(), from, to, Instant{from - longest});
}

std::vector<AnswerRow> answers_to(Database& db, const Member& member, const std::string& session) {
    return db.all<AnswerRow>(select_answers_to, member.group(), session);
}

std::optional<AnswerRow> answer_of(Database& db, const Member& member, const std::string& session,
                                   const std::string& account) {
    return db.first<AnswerRow>(select_answer, member.group(), session, account);
}

void set_answer(Database& db, const Member& member, const AnswerRow& answer) {
    const auto note = answer.note.bytes.empty() ? std::nullopt : std::optional<storage::Blob>{answer.note};
    db.run(upsert_answer, member.group(), answer.session, member.account(), protocol::enum_name(answer.answer), note);
}

void forget_notes(Database& db, const Member& member, const std::string& session) {
    db.run(drop_notes, member.group(), session);
}

void drop_answers_of(Database& db, const Member& member, const std::string& account, Instant now) {
    db.run(delete_answers, member.group(), account, now);
}

void mark_opened(Database& db, const Member& member, const std::string& session, Instant now) {
    db.run(set_opened, member.group(), session, now);
}

void keep_session(Database& db, const Member& member, const std::string& session) {
    db.run(set_kept, member.group(), session);
}

void update_session(Database& db, const Member& member, const SessionRow& session) {
    db.run(change_session, member.group(), session.id, session.local_start, session.starts, session.ends,
           protocol::enum_name(session.state), session.moved_from, session.reason, session.series, session.place_in,
           session.place, session.call_link, session.revision, session.changed_at, session.dropped, session.zone);
}

std::int64_t quorum(Database& db, const Member& member) {
    return db.first<std::int64_t>(select_quorum, member.group()).value_or(default_quorum);
}

void set_quorum(Database& db, const Member& member, std::int64_t quorum) {
    db.run(upsert_quorum, member.group(), quorum);
}

Meeting meeting_of(const SessionRow& row) {
    Meeting meeting;
    meeting.id = row.id;
    meeting.number = static_cast<int>(row.place_in);
    meeting.local_start = row.local_start;
    meeting.starts = row.starts;
    meeting.ends = row.ends;
    meeting.cancelled = row.state == protocol::SessionState::cancelled;
    meeting.moved = row.moved_from.has_value();
    meeting.dropped = row.dropped;
    meeting.slot = row.moved_from.value_or(row.starts);
    meeting.day = (row.moved_from ? to_local(*row.moved_from, row.zone) : row.local_start).substr(0, 10);
    meeting.held = row.state == protocol::SessionState::held;
    meeting.opened = meeting.held || row.opened_at.has_value();
    return meeting;
}

protocol::Session to_message(const SessionRow& row) {
    protocol::Session message;
    message.session = row.id;
    if (row.series) message.series = protocol::Id{*row.series};
    message.number = row.number;
    message.starts_at = row.starts;
    message.ends_at = row.ends;
    message.local_start = row.local_start;
    message.zone = row.zone;
    message.state = row.state;
    message.begun = row.opened_at.has_value();
    if (row.moved_from) message.moved_from = protocol::Time{*row.moved_from};
    message.reason = row.reason;
    message.place = row.place;
    message.call_link = row.call_link;
    message.revision = row.revision;
    return message;
}

std::vector<protocol::Session> to_messages(const std::vector<SessionRow>& rows, const std::vector<AnswerRow>& answers) {
    std::vector<protocol::Session> messages;
    messages.reserve(rows.size());
    std::unordered_map<std::string, std::size_t> place;
    for (const auto& row : rows) {
        place[row.id] = messages.size();
        messages.push_back(to_message(row));
    }
    for (const auto& answer : answers)
        if (auto found = place.find(answer.session); found != place.end())
            messages[found->second].answers.push_back({answer.account, answer.answer, {}});
    return messages;
}

}  // namespace covision::schedule
