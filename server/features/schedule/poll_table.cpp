#include "server/features/schedule/poll_table.hpp"

#include "protocol/enums.hpp"
#include "server/base/refused.hpp"

namespace covision::schedule {
namespace {

using groups::Member;
using protocol::PollState;
using storage::Database;
using storage::Sql;

const Sql insert_poll{
    "INSERT INTO poll (id, grp, title, zone, minutes, created_by, created_at, state) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, 'open')"};
const Sql insert_option{"INSERT INTO poll_option (id, grp, poll, starts, local_start) VALUES ($1, $2, $3, $4, $5)"};
const Sql change_poll{"UPDATE poll SET state = $3, chosen = $4 WHERE grp = $1 AND id = $2"};
const Sql delete_votes{"DELETE FROM poll_vote WHERE grp = $1 AND poll = $2"};
const Sql delete_options{"DELETE FROM poll_option WHERE grp = $1 AND poll = $2"};
const Sql delete_row{"DELETE FROM poll WHERE grp = $1 AND id = $2"};
#define COVISION_POLL_COLUMNS "SELECT id, title, zone, minutes, created_by, created_at, state, chosen FROM poll "
const Sql select_one{COVISION_POLL_COLUMNS "WHERE grp = $1 AND id = $2"};
const Sql select_in{COVISION_POLL_COLUMNS "WHERE grp = $1 AND state = $2 ORDER BY created_at DESC, id LIMIT $3"};
#undef COVISION_POLL_COLUMNS
const Sql select_options{
    "SELECT id, poll, starts, local_start FROM poll_option WHERE grp = $1 AND poll = $2 ORDER BY starts, id"};
const Sql select_votes{"SELECT poll, opt, account, choice FROM poll_vote WHERE grp = $1 AND poll = $2"};
const Sql select_unanswered{
    "SELECT poll.id, max(poll_option.starts) FROM poll JOIN poll_option ON poll_option.grp = poll.grp "
    "AND poll_option.poll = poll.id WHERE poll.grp = $1 AND poll.state = 'open' AND NOT EXISTS "
    "(SELECT 1 FROM poll_vote WHERE poll_vote.grp = poll.grp AND poll_vote.poll = poll.id "
    "AND poll_vote.account = $2) GROUP BY poll.id HAVING max(poll_option.starts) > $3 ORDER BY poll.id"};
const Sql clear_own{"DELETE FROM poll_vote WHERE grp = $1 AND poll = $2 AND account = $3"};
const Sql insert_vote{"INSERT INTO poll_vote (grp, poll, opt, account, choice) VALUES ($1, $2, $3, $4, $5)"};
const Sql drop_of{
    "DELETE FROM poll_vote WHERE grp = $1 AND account = $2 AND poll IN "
    "(SELECT id FROM poll WHERE grp = $1 AND state = 'open')"};

}  // namespace

PollRow PollRow::from(const storage::Row& row) {
    PollRow poll;
    poll.id = row.text(0);
    poll.title = row.text(1);
    poll.zone = row.text(2);
    poll.minutes = row.integer(3);
    poll.created_by = row.text(4);
    poll.created_at = row.time(5);
    poll.state = protocol::enum_value<PollState>(row.text(6));
    poll.chosen = row.get<std::optional<std::string>>(7);
    return poll;
}

OptionRow OptionRow::from(const storage::Row& row) { return {row.text(0), row.text(1), row.time(2), row.text(3)}; }

VoteRow VoteRow::from(const storage::Row& row) {
    return {row.text(0), row.text(1), row.text(2), protocol::enum_value<protocol::PollChoice>(row.text(3))};
}

Unanswered Unanswered::from(const storage::Row& row) { return {row.text(0), row.time(1)}; }

void add_poll(Database& db, const Member& member, const PollRow& poll, const std::vector<OptionRow>& options) {
    db.run(insert_poll, poll.id, member.group(), poll.title, poll.zone, poll.minutes, poll.created_by, poll.created_at);
    for (const auto& option : options)
        db.run(insert_option, option.id, member.group(), poll.id, option.starts, option.local_start);
}

void set_state(Database& db, const Member& member, const PollRow& poll) {
    db.run(change_poll, member.group(), poll.id, protocol::enum_name(poll.state), poll.chosen);
}

void delete_poll(Database& db, const Member& member, const std::string& poll) {
    db.run(delete_votes, member.group(), poll);
    db.run(delete_options, member.group(), poll);
    db.run(delete_row, member.group(), poll);
}

std::optional<PollRow> find_poll(Database& db, const Member& member, const std::string& id) {
    return db.first<PollRow>(select_one, member.group(), id);
}

PollRow poll(Database& db, const Member& member, const std::string& id) {
    auto found = find_poll(db, member, id);
    if (!found) throw not_found();
    return *found;
}

std::vector<PollRow> polls_in(Database& db, const Member& member, PollState state, std::size_t limit) {
    return db.all<PollRow>(select_in, member.group(), protocol::enum_name(state), static_cast<std::int64_t>(limit));
}

std::vector<OptionRow> options_of(Database& db, const Member& member, const std::string& poll) {
    return db.all<OptionRow>(select_options, member.group(), poll);
}

std::vector<VoteRow> votes_of(Database& db, const Member& member, const std::string& poll) {
    return db.all<VoteRow>(select_votes, member.group(), poll);
}

std::vector<Unanswered> unanswered_polls(Database& db, const Member& member, Instant now) {
    return db.all<Unanswered>(select_unanswered, member.group(), member.account(), now);
}

void clear_votes(Database& db, const Member& member, const std::string& poll) {
    db.run(clear_own, member.group(), poll, member.account());
}

void add_vote(Database& db, const Member& member, const VoteRow& vote) {
    db.run(insert_vote, member.group(), vote.poll, vote.option, vote.account, protocol::enum_name(vote.choice));
}

void drop_votes_of(Database& db, const Member& member, const std::string& account) {
    db.run(drop_of, member.group(), account);
}

}  // namespace covision::schedule
