#include "server/features/cases/table.hpp"

#include "protocol/enums.hpp"
#include "server/base/refused.hpp"

namespace covision::cases {
namespace {

using groups::Member;
using storage::Blob;
using storage::Database;
using storage::Sql;

const Sql insert_case{
    "INSERT INTO case_note (id, grp, session, presenter, state, wanted, submitted_at, keep_days, shred_at, agreement, "
    "kept, title, question, blur, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"};

#define COVISION_CASE_COLUMNS                                                                            \
    "SELECT id, session, presenter, state, wanted, submitted_at, keep_days, shred_at, title, question, " \
    "blur, body FROM case_note WHERE grp = $1 "
const Sql select_one{COVISION_CASE_COLUMNS "AND id = $2"};
const Sql select_all{COVISION_CASE_COLUMNS "AND state <> 'withdrawn' ORDER BY submitted_at DESC, id LIMIT 500"};
const Sql select_open{COVISION_CASE_COLUMNS "AND state = 'submitted' ORDER BY submitted_at DESC, id LIMIT 100"};
const Sql select_session{COVISION_CASE_COLUMNS
                         "AND session = $2 AND state IN ('submitted', 'closed') ORDER BY submitted_at, id"};
#undef COVISION_CASE_COLUMNS

const Sql change_state{"UPDATE case_note SET state = $3 WHERE grp = $1 AND id = $2"};
const Sql change_shred_at{"UPDATE case_note SET shred_at = $3 WHERE grp = $1 AND id = $2"};
const Sql empty_texts{
    "UPDATE case_note SET title = $3, question = $3, blur = $3, body = $3 WHERE grp = $1 AND id = $2"};
const Sql delete_answers{"DELETE FROM conflict WHERE grp = $1 AND case_id = $2"};
const Sql delete_looks{"DELETE FROM look WHERE grp = $1 AND case_id = $2"};

const Sql upsert_answer{
    "INSERT INTO conflict (grp, case_id, account, answer) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (case_id, account) DO UPDATE SET answer = excluded.answer"};
const Sql select_mine{"SELECT case_id, account, answer FROM conflict WHERE grp = $1 AND account = $2"};
const Sql select_answer{
    "SELECT case_id, account, answer FROM conflict WHERE grp = $1 AND case_id = $2 AND account = $3"};
const Sql select_answers{"SELECT case_id, account, answer FROM conflict WHERE grp = $1 AND case_id = $2"};
const Sql delete_answers_of{"DELETE FROM conflict WHERE grp = $1 AND account = $2"};
// What is kept of a call is a keyed hash of its parameters; of three possible answers it would tell which.
const Sql forget_calls{
    "DELETE FROM done_call WHERE method = 'cases.answer_conflict' AND account IN "
    "(SELECT account FROM conflict WHERE grp = $1 AND case_id = $2)"};
const Sql select_sealed{"SELECT 1 FROM case_note WHERE grp = $1 AND id = $2"};
const Sql forget_calls_of{"DELETE FROM done_call WHERE method = 'cases.answer_conflict' AND account = $1"};
const Sql select_policy{"SELECT version, at, author, strictness, words FROM case_policy WHERE grp = $1"};
const Sql upsert_policy{
    "INSERT INTO case_policy (grp, version, at, author, strictness, words) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (grp) DO UPDATE SET version = excluded.version, at = excluded.at, author = excluded.author, "
    "strictness = excluded.strictness, words = excluded.words"};
const Sql has_policy{"SELECT 1 FROM case_policy WHERE grp = $1"};
const Sql insert_look{"INSERT INTO look (grp, case_id, account, at) VALUES ($1, $2, $3, $4)"};

}  // namespace

CaseRow CaseRow::from(const storage::Row& row) {
    CaseRow found;
    found.id = row.text(0);
    found.session = row.text(1);
    found.presenter = row.text(2);
    found.state = protocol::enum_value<protocol::CaseState>(row.text(3));
    found.wanted = protocol::enum_value<protocol::Wanted>(row.text(4));
    found.submitted_at = row.time(5);
    found.keep_days = row.integer(6);
    found.shred_at = row.time(7);
    found.title = {row.blob(8)};
    found.question = {row.blob(9)};
    found.blur = {row.blob(10)};
    found.body = {row.blob(11)};
    return found;
}

ConflictRow ConflictRow::from(const storage::Row& row) { return {row.text(0), row.text(1), {row.blob(2)}}; }

void add_case(Database& db, const Member& member, const CaseRow& row, std::int64_t agreement, std::int64_t kept) {
    db.run(insert_case, row.id, member.group(), row.session, row.presenter, protocol::enum_name(row.state),
           protocol::enum_name(row.wanted), row.submitted_at, row.keep_days, row.shred_at, agreement, kept, row.title,
           row.question, row.blur, row.body);
}

std::optional<CaseRow> find_case(Database& db, const Member& member, const std::string& id) {
    return db.first<CaseRow>(select_one, member.group(), id);
}

CaseRow case_note(Database& db, const Member& member, const std::string& id) {
    auto found = find_case(db, member, id);
    if (!found) throw not_found();
    return *found;
}

std::vector<CaseRow> cases(Database& db, const Member& member) { return db.all<CaseRow>(select_all, member.group()); }

std::vector<CaseRow> open_cases(Database& db, const Member& member) {
    return db.all<CaseRow>(select_open, member.group());
}

std::vector<CaseRow> cases_of(Database& db, const Member& member, const std::string& session) {
    return db.all<CaseRow>(select_session, member.group(), session);
}

void set_state(Database& db, const Member& member, const std::string& id, protocol::CaseState state) {
    db.run(change_state, member.group(), id, protocol::enum_name(state));
}

void set_shred_at(Database& db, const Member& member, const std::string& id, Instant at) {
    db.run(change_shred_at, member.group(), id, at);
}

void forget_texts(Database& db, const Member& member, const std::string& id) {
    db.run(empty_texts, member.group(), id, Blob{});
    db.run(forget_calls, member.group(), id);
    db.run(delete_answers, member.group(), id);
    db.run(delete_looks, member.group(), id);
}

void set_answer(Database& db, const Member& member, const std::string& case_id, const Blob& answer) {
    db.run(upsert_answer, member.group(), case_id, member.account(), answer);
}

std::vector<ConflictRow> my_answers(Database& db, const Member& member) {
    return db.all<ConflictRow>(select_mine, member.group(), member.account());
}

std::vector<ConflictRow> answers_to(Database& db, const Member& member, const std::string& case_id) {
    return db.all<ConflictRow>(select_answers, member.group(), case_id);
}

std::optional<ConflictRow> answer_of(Database& db, const Member& member, const std::string& case_id,
                                     const std::string& account) {
    return db.first<ConflictRow>(select_answer, member.group(), case_id, account);
}

void drop_answers_of(Database& db, const Member& member, const std::string& account) {
    db.run(delete_answers_of, member.group(), account);
    db.run(forget_calls_of, account);
}

PolicyRow PolicyRow::from(const storage::Row& row) {
    return {row.integer(0),
            row.time(1),
            row.text(2),
            protocol::enum_value<protocol::Strictness>(row.text(3)),
            {row.blob(4)}};
}

std::optional<PolicyRow> find_policy(Database& db, const Member& member) {
    return db.first<PolicyRow>(select_policy, member.group());
}

void store_policy(Database& db, const Member& member, const PolicyRow& row) {
    db.run(upsert_policy, member.group(), row.version, row.at, row.author, protocol::enum_name(row.strictness),
           row.words);
}

bool has_sealed_row(Database& db, std::string_view group, std::string_view row) {
    if (row == policy_item) return db.first<std::int64_t>(has_policy, group).has_value();
    return db.first<std::int64_t>(select_sealed, group, row).has_value();
}

void add_look(Database& db, const Member& member, const std::string& case_id, Instant at) {
    db.run(insert_look, member.group(), case_id, member.account(), at);
}

}  // namespace covision::cases
