#include "server/call/context.hpp"

namespace covision::call {
namespace {

using storage::Sql;

const Sql set_due{
    "INSERT INTO due (at, kind, grp, subject) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (kind, grp, subject) DO UPDATE SET at = excluded.at"};
const Sql clear_due{"DELETE FROM due WHERE kind = $1 AND grp = $2 AND subject = $3"};
const Sql add_audit{"INSERT INTO audit (at, account, grp, action, subject) VALUES ($1, $2, $3, $4, $5)"};

}  // namespace

void Write::append(feed::Event event) {
    feed::append(db, event, random);
    events_.push_back(std::move(event));
}

void Write::due(Instant at, const std::string& kind, const std::string& group, const std::string& subject) {
    db.run(set_due, at, kind, group, subject);
}

void Write::not_due(const std::string& kind, const std::string& group, const std::string& subject) {
    db.run(clear_due, kind, group, subject);
}

void Write::audit(const std::string& action, const std::string& group, const std::string& subject,
                  const std::string& account) {
    db.run(add_audit, now, account.empty() ? caller.account : account, group, action, subject);
}

}  // namespace covision::call
