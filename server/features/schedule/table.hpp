#pragma once
// Rows of series, sessions and answers. Every function stays inside the member's group.

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

    static SessionRow from(const storage::Row& row);
};

struct AnswerRow {
    std::string session, account;
    protocol::Answer answer = protocol::Answer::yes;

    static AnswerRow from(const storage::Row& row);
};

void add_series(storage::Database& db, const groups::Member& member, const std::string& id,
                const protocol::SeriesCreate& series, Instant now);
void add_session(storage::Database& db, const groups::Member& member, const SessionRow& session);

/// How many sessions the group has ever had, cancelled ones too.
std::int64_t count_sessions(storage::Database& db, const groups::Member& member);
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
/// Answers to sessions that end after `from` and start before `to`.
std::vector<AnswerRow> answers(storage::Database& db, const groups::Member& member, Instant from, Instant to);
std::vector<AnswerRow> answers_to(storage::Database& db, const groups::Member& member, const std::string& session);

void set_answer(storage::Database& db, const groups::Member& member, const std::string& session,
                protocol::Answer answer);
/// Answers to sessions that have not ended, of somebody who is no longer a member.
void drop_answers_of(storage::Database& db, const groups::Member& member, const std::string& account, Instant now);
/// Its live session was begun.
void mark_opened(storage::Database& db, const groups::Member& member, const std::string& session, Instant now);
/// Writes the columns that can change: time, state, reason.
void update_session(storage::Database& db, const groups::Member& member, const SessionRow& session);

/// A row as the rules see it.
Meeting meeting_of(const SessionRow& row);

/// Rows as the client sees them.
protocol::Session to_message(const SessionRow& session);
/// The same for many, each with its answers.
std::vector<protocol::Session> to_messages(const std::vector<SessionRow>& sessions,
                                           const std::vector<AnswerRow>& answers);

}  // namespace covision::schedule
