#pragma once
// Rows of polls. Every function stays inside the member's group.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/poll.hpp"
#include "server/features/groups/permit.hpp"
#include "server/storage/database.hpp"

namespace covision::schedule {

struct PollRow {
    std::string id, title, zone;
    std::int64_t minutes = 90;
    std::string created_by;
    Instant created_at{};
    protocol::PollState state = protocol::PollState::open;
    std::optional<std::string> chosen;

    static PollRow from(const storage::Row& row);
};

struct OptionRow {
    std::string id, poll;
    Instant starts{};
    std::string local_start;

    static OptionRow from(const storage::Row& row);
};

struct VoteRow {
    std::string poll, option, account;
    protocol::PollChoice choice = protocol::PollChoice::yes;

    static VoteRow from(const storage::Row& row);
};

void add_poll(storage::Database& db, const groups::Member& member, const PollRow& poll,
              const std::vector<OptionRow>& options);
void set_state(storage::Database& db, const groups::Member& member, const PollRow& poll);
/// With its options and votes.
void delete_poll(storage::Database& db, const groups::Member& member, const std::string& poll);

/// Throws not_found.
PollRow poll(storage::Database& db, const groups::Member& member, const std::string& id);
std::optional<PollRow> find_poll(storage::Database& db, const groups::Member& member, const std::string& id);
/// The latest first.
std::vector<PollRow> polls_in(storage::Database& db, const groups::Member& member, protocol::PollState state,
                              std::size_t limit);
/// In order of time.
std::vector<OptionRow> options_of(storage::Database& db, const groups::Member& member, const std::string& poll);
std::vector<VoteRow> votes_of(storage::Database& db, const groups::Member& member, const std::string& poll);
/// Open polls of which the member has said nothing, with the start of their last option.
struct Unanswered {
    std::string poll;
    Instant last;
    static Unanswered from(const storage::Row& row);
};
std::vector<Unanswered> unanswered_polls(storage::Database& db, const groups::Member& member, Instant now);

void clear_votes(storage::Database& db, const groups::Member& member, const std::string& poll);  // the member's own
void add_vote(storage::Database& db, const groups::Member& member, const VoteRow& vote);
/// Of somebody who is no longer a member, in open polls.
void drop_votes_of(storage::Database& db, const groups::Member& member, const std::string& account);

}  // namespace covision::schedule
