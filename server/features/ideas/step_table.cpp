#include "server/features/ideas/step_table.hpp"

namespace covision::ideas {
namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql insert_step{
    "INSERT INTO first_step (id, grp, session, account, ask_at, until, body) VALUES ($1, $2, $3, $4, $5, $6, $7)"};
#define COVISION_STEP_COLUMNS "SELECT id, session, account, ask_at, until, body FROM first_step WHERE grp = $1 "
const Sql select_step{COVISION_STEP_COLUMNS "AND account = $2 AND session = $3"};
const Sql select_account{COVISION_STEP_COLUMNS "AND account = $2 ORDER BY ask_at, id"};
const Sql select_id{COVISION_STEP_COLUMNS "AND id = $2"};
#undef COVISION_STEP_COLUMNS
const Sql change_ask{"UPDATE first_step SET ask_at = $3 WHERE grp = $1 AND id = $2"};
const Sql delete_step{"DELETE FROM first_step WHERE grp = $1 AND id = $2"};
const Sql select_sealed{"SELECT 1 FROM first_step WHERE grp = $1 AND id = $2"};
const Sql insert_echo{"INSERT INTO echo (grp, account) VALUES ($1, $2) ON CONFLICT (grp, account) DO NOTHING"};
const Sql select_echoes{"SELECT account FROM echo WHERE grp = $1 ORDER BY account"};
const Sql delete_echo{"DELETE FROM echo WHERE grp = $1 AND account = $2"};

}  // namespace

StepRow StepRow::from(const storage::Row& row) {
    StepRow found;
    found.id = row.text(0);
    found.session = row.text(1);
    found.account = row.text(2);
    found.ask_at = row.time(3);
    found.until = row.time(4);
    found.body = {row.blob(5)};
    return found;
}

void add_step(Database& db, const Member& member, const StepRow& row) {
    db.run(insert_step, row.id, member.group(), row.session, row.account, row.ask_at, row.until, row.body);
}

std::optional<StepRow> step_of(Database& db, const Member& member, const std::string& session,
                               const std::string& account) {
    return db.first<StepRow>(select_step, member.group(), account, session);
}

std::vector<StepRow> steps_of(Database& db, const Member& member, const std::string& account) {
    return db.all<StepRow>(select_account, member.group(), account);
}

std::optional<StepRow> find_step(Database& db, const Member& member, const std::string& id) {
    return db.first<StepRow>(select_id, member.group(), id);
}

void ask_later(Database& db, const Member& member, const std::string& id, Instant ask_at) {
    db.run(change_ask, member.group(), id, ask_at);
}

void drop_step(Database& db, const Member& member, const std::string& id) { db.run(delete_step, member.group(), id); }

void add_echo(Database& db, const Member& member, const std::string& account) {
    db.run(insert_echo, member.group(), account);
}

std::vector<std::string> echoes(Database& db, const Member& member) {
    return db.all<std::string>(select_echoes, member.group());
}

void drop_echo(Database& db, const Member& member, const std::string& account) {
    db.run(delete_echo, member.group(), account);
}

bool has_sealed_step(Database& db, std::string_view group, std::string_view row) {
    return db.first<std::int64_t>(select_sealed, group, row).has_value();
}

}  // namespace covision::ideas
