#include "server/notify/rows.hpp"

namespace covision::notify {
namespace {

using storage::Sql;

// The conditions on `state` are worded as in the indexes on those rows.
const Sql read_first{
    "SELECT id, tries, token, state, account, kind, grp, subject, at, until FROM outbox "
    "WHERE state IN ('waiting', 'sending') AND next_at <= $1 ORDER BY next_at, id LIMIT 1"};
const Sql count_open{"SELECT COUNT(*), MIN(at) FROM outbox WHERE state IN ('waiting', 'sending') AND at <= $1"};
const Sql begin{"UPDATE outbox SET state = 'sending' WHERE id = $1 AND state IN ('waiting', 'sending') AND until > $2"};
const Sql finish{"UPDATE outbox SET state = $2, error = $3 WHERE id = $1"};
const Sql wait_again{
    "UPDATE outbox SET state = $5, tries = $2, error = $4, next_at = CASE WHEN until < $3 THEN until ELSE $3 END "
    "WHERE id = $1"};
const Sql remove_old{"DELETE FROM outbox WHERE until < $1 AND state NOT IN ('waiting', 'sending')"};

}  // namespace

OutboxRow OutboxRow::from(const storage::Row& row) {
    OutboxRow read;
    read.id = row.integer(0);
    read.tries = row.integer(1);
    read.token = row.text(2);
    read.handed_over = row.text(3) == "sending";
    read.order = {row.text(4), row.text(5), row.text(6), row.text(7), {}, row.time(8), row.time(9)};
    return read;
}

std::optional<OutboxRow> first_due(storage::Database& db, Instant now) { return db.first<OutboxRow>(read_first, now); }

Backlog backlog(storage::Database& db, Instant now) { return db.one<Backlog>(count_open, now); }

bool begin_last_step(storage::Database& db, std::int64_t id, Instant now) {
    db.run(begin, id, now);
    return db.changed() == 1;
}

void set_sent(storage::Database& db, std::int64_t id) { db.run(finish, id, "sent", ""); }

void close(storage::Database& db, std::int64_t id, const std::string& state, const std::string& error) {
    db.run(finish, id, state, error);
}

void put_off(storage::Database& db, std::int64_t id, const Retry& retry) {
    db.run(wait_again, id, retry.tries, retry.next, retry.error, retry.may_have_come ? "sending" : "waiting");
}

std::int64_t forget(storage::Database& db, Instant now) {
    db.run(remove_old, now);
    return db.changed();
}

}  // namespace covision::notify
