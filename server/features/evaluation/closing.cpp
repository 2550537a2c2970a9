#include "server/features/evaluation/closing.hpp"

#include <algorithm>
#include <utility>

#include "protocol/json.hpp"
#include "server/features/evaluation/topics.hpp"

namespace covision::evaluation {

// What may be shown of a closed rating: no row of it, no smallest or greatest value.
struct StoredSummary {
    std::optional<protocol::NoResult> no_result;
    protocol::List<protocol::ItemResult, 6> items;
};
COVISION_MESSAGE(StoredSummary, no_result, items)

struct StoredScores {
    protocol::List<protocol::Score, 6> scores;
};
COVISION_MESSAGE(StoredScores, scores)

namespace {

using groups::Member;
using storage::Blob;

vault::Place envelope_place(const Member& member, const std::string& session, const std::string& account) {
    return {"evaluation.envelope." + account, member.group(), session, 0};
}

/// Bound to the ballot's random id, so that no stored ballot can be put in another one's place.
vault::Place ballot_place(const Member& member, const std::string& session, const std::string& id) {
    return {"evaluation.ballot." + id, member.group(), sealed_ballots(session), 0};
}

void shuffle(std::vector<std::string>& all, Random& random) {
    for (std::size_t left = all.size(); left > 1; --left) std::swap(all[left - 1], all[random_below(left, random)]);
}

void write_ballots(call::Write& write, const Member& member, const std::string& session, Part part,
                   std::vector<std::string> texts) {
    shuffle(texts, write.random);
    for (const auto& text : texts) {
        BallotRow row{write.random_id(), {}};
        row.body.bytes = write.vault.seal(ballot_place(member, session, row.id), text);
        add_ballot(write.db, member, session, part, row);
    }
}

std::string stored(const Summary& summary) {
    StoredSummary out;
    out.no_result = summary.no_result;
    out.items = summary.items;
    return protocol::encode(out);
}

}  // namespace

Blob seal_envelope(vault::Vault& vault, const Member& member, const std::string& session,
                   const protocol::Rate& ballot) {
    return {vault.seal(envelope_place(member, session, member.account()), protocol::encode(ballot))};
}

void close_now(call::Write& write, const Member& member, const std::string& session) {
    auto open = rating(write.db, member, session);
    if (!open || open->closed) return;
    std::vector<Ballot> ballots;
    std::vector<std::string> scores, keep, change;
    for (const auto& row : present(write.db, member, session)) {
        if (!row.envelope) continue;
        auto text = write.vault.open(envelope_place(member, session, row.account), row.envelope->bytes);
        if (!text) continue;
        auto ballot = protocol::decode<protocol::Rate>(*text);
        ballots.push_back({ballot.scores.items});
        // In the order of the form: the order in which somebody answered would be a kind of handwriting.
        std::sort(ballot.scores.items.begin(), ballot.scores.items.end(),
                  [](const auto& left, const auto& right) { return left.item < right.item; });
        scores.push_back(protocol::encode(StoredScores{ballot.scores}));
        if (!ballot.keep.empty()) keep.push_back(ballot.keep.value);
        if (!ballot.change.empty()) change.push_back(ballot.change.value);
    }
    write_ballots(write, member, session, Part::scores, std::move(scores));
    write_ballots(write, member, session, Part::keep, std::move(keep));
    write_ballots(write, member, session, Part::change, std::move(change));
    close_rating(write.db, member, session, stored(summarise(ballots)));
    write.vault.shred_after_commit(write.db, member.group(), session, write.now);
    write.emit(evaluation_closed, member.group(), {session});
}

std::vector<std::string> lines(call::Read& read, const Member& member, const std::string& session, Part part) {
    std::vector<std::string> all;
    for (const auto& row : ballots(read.db, member, session, part))
        if (auto text = read.vault.open(ballot_place(member, session, row.id), row.body.bytes)) all.push_back(*text);
    return all;
}

Summary stored_summary(const std::string& result) {
    auto in = protocol::decode<StoredSummary>(result);
    return {in.no_result, in.items.items};
}

}  // namespace covision::evaluation
