#include "server/features/evaluation/table.hpp"

#include "protocol/enums.hpp"

namespace covision::evaluation {
namespace {

using groups::Member;
using protocol::BallotState;
using storage::Blob;
using storage::Database;
using storage::Sql;

const Sql insert_rating{"INSERT INTO rating (session, grp, closes_at, closed, result) VALUES ($1, $2, $3, 0, '')"};
const Sql insert_present{
    "INSERT INTO has_rated (grp, session, account, state, envelope) VALUES ($1, $2, $3, 'open', NULL)"};
const Sql select_rating{"SELECT session, closes_at, closed, result FROM rating WHERE grp = $1 AND session = $2"};
const Sql select_present{
    "SELECT session, account, state, envelope FROM has_rated WHERE grp = $1 AND session = $2 ORDER BY account"};
const Sql select_open{
    "SELECT has_rated.session, has_rated.account, has_rated.state, has_rated.envelope FROM has_rated "
    "JOIN rating ON rating.session = has_rated.session "
    "WHERE rating.grp = $1 AND rating.closed = 0 AND has_rated.account = $2 ORDER BY has_rated.session"};
const Sql change_state{
    "UPDATE has_rated SET state = $4, envelope = $5 WHERE grp = $1 AND session = $2 AND account = $3"};
const Sql mark_closed{"UPDATE rating SET closed = 1, result = $3 WHERE grp = $1 AND session = $2"};
const Sql empty_envelopes{"UPDATE has_rated SET envelope = NULL WHERE grp = $1 AND session = $2"};
// The ids of the calls carry a time; with them a ballot's arrival could be told.
const Sql forget_calls{
    "DELETE FROM done_call WHERE method IN ('evaluation.rate', 'evaluation.decline') AND account IN "
    "(SELECT account FROM has_rated WHERE grp = $1 AND session = $2)"};
const Sql insert_ballot{"INSERT INTO ballot (id, grp, session, kind, body) VALUES ($1, $2, $3, $4, $5)"};
const Sql select_ballots{"SELECT id, body FROM ballot WHERE grp = $1 AND session = $2 AND kind = $3 ORDER BY id"};

const Sql select_sealed{"SELECT 1 FROM rating WHERE grp = $1 AND session = $2"};
constexpr std::string_view ballots_of = "ballots:";

const char* part_name(Part part) {
    switch (part) {
        case Part::scores: return "scores";
        case Part::keep: return "keep";
        case Part::change: return "change";
    }
    return "";
}

}  // namespace

RatingRow RatingRow::from(const storage::Row& row) { return {row.text(0), row.time(1), row.boolean(2), row.text(3)}; }

HasRatedRow HasRatedRow::from(const storage::Row& row) {
    return {row.text(0), row.text(1), protocol::enum_value<BallotState>(row.text(2)), row.get<std::optional<Blob>>(3)};
}

BallotRow BallotRow::from(const storage::Row& row) { return {row.text(0), {row.blob(1)}}; }

void open_rating(Database& db, const Member& member, const std::string& session, Instant closes_at) {
    db.run(insert_rating, session, member.group(), closes_at);
}

void add_present(Database& db, const Member& member, const std::string& session, const std::string& account) {
    db.run(insert_present, member.group(), session, account);
}

std::optional<RatingRow> rating(Database& db, const Member& member, const std::string& session) {
    return db.first<RatingRow>(select_rating, member.group(), session);
}

std::vector<HasRatedRow> present(Database& db, const Member& member, const std::string& session) {
    return db.all<HasRatedRow>(select_present, member.group(), session);
}

std::vector<HasRatedRow> open_of(Database& db, const Member& member, const std::string& account) {
    return db.all<HasRatedRow>(select_open, member.group(), account);
}

void set_state(Database& db, const Member& member, const std::string& session, const std::string& account,
               BallotState state, const std::optional<Blob>& envelope) {
    db.run(change_state, member.group(), session, account, protocol::enum_name(state), envelope);
}

void close_rating(Database& db, const Member& member, const std::string& session, const std::string& result) {
    db.run(mark_closed, member.group(), session, result);
    db.run(forget_calls, member.group(), session);
    db.run(empty_envelopes, member.group(), session);
}

void add_ballot(Database& db, const Member& member, const std::string& session, Part part, const BallotRow& ballot) {
    db.run(insert_ballot, ballot.id, member.group(), session, part_name(part), ballot.body);
}

std::vector<BallotRow> ballots(Database& db, const Member& member, const std::string& session, Part part) {
    return db.all<BallotRow>(select_ballots, member.group(), session, part_name(part));
}

bool has_sealed_row(Database& db, std::string_view group, std::string_view row) {
    if (row.starts_with(ballots_of)) row.remove_prefix(ballots_of.size());
    return db.first<std::int64_t>(select_sealed, group, row).has_value();
}

std::string sealed_ballots(const std::string& session) { return std::string(ballots_of) + session; }

}  // namespace covision::evaluation
