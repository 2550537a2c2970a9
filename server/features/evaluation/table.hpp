#pragma once
// Rows of evaluations. Envelopes carry a name until closing; ballots never do.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/evaluation.hpp"
#include "server/features/groups/permit.hpp"
#include "server/storage/database.hpp"

namespace covision::evaluation {

struct RatingRow {
    std::string session;
    Instant closes_at;
    bool closed = false;
    std::string result;  // StoredResult as JSON; empty until closed

    static RatingRow from(const storage::Row& row);
};

struct HasRatedRow {
    std::string session, account;
    protocol::BallotState state = protocol::BallotState::open;
    std::optional<storage::Blob> envelope;

    static HasRatedRow from(const storage::Row& row);
};

/// What a closed ballot falls apart into: scores, and its two lines apart from them.
enum class Part { scores, keep, change };

struct BallotRow {
    std::string id;
    storage::Blob body;

    static BallotRow from(const storage::Row& row);
};

void open_rating(storage::Database& db, const groups::Member& member, const std::string& session, Instant closes_at);
void add_present(storage::Database& db, const groups::Member& member, const std::string& session,
                 const std::string& account);
std::optional<RatingRow> rating(storage::Database& db, const groups::Member& member, const std::string& session);
std::vector<HasRatedRow> present(storage::Database& db, const groups::Member& member, const std::string& session);
/// One member's state in every evaluation of a session that they were at and that is still open.
std::vector<HasRatedRow> open_of(storage::Database& db, const groups::Member& member, const std::string& account);
void set_state(storage::Database& db, const groups::Member& member, const std::string& session,
               const std::string& account, protocol::BallotState state, const std::optional<storage::Blob>& envelope);

/// Closes the rating: its result is stored, envelopes are gone, and so is what the calls that made them left behind.
void close_rating(storage::Database& db, const groups::Member& member, const std::string& session,
                  const std::string& result);
void add_ballot(storage::Database& db, const groups::Member& member, const std::string& session, Part part,
                const BallotRow& ballot);
/// In order of their random ids.
std::vector<BallotRow> ballots(storage::Database& db, const groups::Member& member, const std::string& session,
                               Part part);

/// For the sweep of keys at start: envelopes lie under the session's id, ballots under sealed_ballots(session).
bool has_sealed_row(storage::Database& db, std::string_view group, std::string_view row);
/// The row of a session's closed ballots: another key than that of its envelopes, which is shredded at closing.
std::string sealed_ballots(const std::string& session);

}  // namespace covision::evaluation
