#include "server/notify/outbox.hpp"

namespace covision::notify {
namespace {

using storage::Sql;

const Sql add{
    "INSERT INTO outbox (order_key, token, kind, account, grp, subject, at, until, state, tries, next_at, error) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $7, '') ON CONFLICT (order_key) DO NOTHING"};
const Sql take_back{
    "DELETE FROM outbox WHERE kind = $1 AND subject = $2 AND state = 'waiting' AND account = COALESCE($3, account)"};
// With the relay: its outcome is still to be written, so the row stays; but it is not tried again.
const Sql try_no_more{
    "UPDATE outbox SET until = 0, next_at = 0 "
    "WHERE kind = $1 AND subject = $2 AND state = 'sending' AND account = COALESCE($3, account)"};

}  // namespace

void order(storage::Database& db, const Order& order, Random& random) {
    db.run(add, order.key, uuid4(random), order.kind, order.account, order.group, order.subject, order.at, order.until);
}

void withdraw(storage::Database& db, const std::string& kind, const std::string& subject, const std::string& account) {
    const auto whose = account.empty() ? std::nullopt : std::optional<std::string>{account};
    db.run(take_back, kind, subject, whose);
    db.run(try_no_more, kind, subject, whose);
}

}  // namespace covision::notify
