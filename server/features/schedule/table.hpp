#pragma once
// Rows of sessions, answers and the group's settings. Every function stays inside the member's group.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/schedule.hpp"
#include "server/features/groups/permit.hpp"
#include "server/features/schedule/rules.hpp"
#include "server/storage/database.hpp"

namespace covision::schedule {

struct SessionRow {
    std::string id;
    std::optional<std::string> series;
    std::int64_t place_in = 0, number = 0;
    std::string local_start, zone;
    Instant starts, ends;
    protocol::SessionState state = protocol::SessionState::planned;
    std::optional<Instant> moved_from;
    std::string reason, place, call_link;
    std::optional<Instant> opened_at;  // its live session was begun
    std::int64_t revision = 0;         // how often it was moved, changed or cancelled
    Instant changed_at{};              // when it was made, or so changed
    bool kept = false;                 // something hangs on it: it may be cancelled, never deleted
    bool dropped = false;              // cancelled since its series changed

    static SessionRow from(const storage::Row& row);
};

struct AnswerRow {
    std::string session, account;
    protocol::Answer answer = protocol::Answer::yes;
    storage::Blob note{};  // sealed; empty: none

    static AnswerRow from(const storage::Row& row);
};

void add_session(storage::Database& db, const groups::Member& member, const SessionRow& session);

void delete_session(storage::Database& db, const groups::Member& member, const std::string& session);
/// Gives the sessions that start after `now` their numbers in order of their first date.
void number_sessions(storage::Database& db, const groups::Member& member, Instant now);
/// How many end after `now`.
std::int64_t count_ahead(storage::Database& db, const groups::Member& member, Instant now);
std::optional<SessionRow> find_session(storage::Database& db, const groups::Member& member, const std::string& id);
/// Throws not_found.
SessionRow session(storage::Database& db, const groups::Member& member, const std::string& id);
/// Those that end after `from` and start before `to`, in order of time, at most `limit`.
std::vector<SessionRow> sessions(storage::Database& db, const groups::Member& member, Instant from, Instant to,
                                 std::int64_t limit);
/// Held ones, the latest first.
std::vector<SessionRow> held_sessions(storage::Database& db, const groups::Member& member, std::int64_t limit);
/// Those of one series that start after `from`, in order of time, cancelled ones too.
std::vector<SessionRow> sessions_of(storage::Database& db, const groups::Member& member, const std::string& series,
                                    Instant from);
/// Answers to sessions that end after `from` and start before `to`.
std::vector<AnswerRow> answers(storage::Database& db, const groups::Member& member, Instant from, Instant to);
std::vector<AnswerRow> answers_to(storage::Database& db, const groups::Member& member, const std::string& session);

std::optional<AnswerRow> answer_of(storage::Database& db, const groups::Member& member, const std::string& session,
                                   const std::string& account);
/// The member's own.
void set_answer(storage::Database& db, const groups::Member& member, const AnswerRow& answer);
void forget_notes(storage::Database& db, const groups::Member& member, const std::string& session);
/// Answers to sessions that have not ended, of somebody who is no longer a member.
void drop_answers_of(storage::Database& db, const groups::Member& member, const std::string& account, Instant now);
/// Its live session was begun.
void mark_opened(storage::Database& db, const groups::Member& member, const std::string& session, Instant now);
/// Something hangs on it, such as a case: it may be cancelled, but never goes without a trace.
void keep_session(storage::Database& db, const groups::Member& member, const std::string& session);
/// Writes the columns that can change: series and number in it, time, state, reason, place and link.
void update_session(storage::Database& db, const groups::Member& member, const SessionRow& session);

std::int64_t quorum(storage::Database& db, const groups::Member& member);
void set_quorum(storage::Database& db, const groups::Member& member, std::int64_t quorum);

/// A row as the rules see it.
Meeting meeting_of(const SessionRow& row);

/// Rows as the client sees them, without notes and offers (view.hpp has them).
protocol::Session to_message(const SessionRow& session);
/// The same for many, each with its answers.
std::vector<protocol::Session> to_messages(const std::vector<SessionRow>& sessions,
                                           const std::vector<AnswerRow>& answers);

}  // namespace covision::schedule
