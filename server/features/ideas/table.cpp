#include "server/features/ideas/table.hpp"

#include "server/features/ideas/step_table.hpp"

namespace covision::ideas {
namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql insert_idea{
    "INSERT INTO idea (id, grp, session, item, phase, case_id, presenter, author, place, body) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};

#define COVISION_IDEA_COLUMNS \
    "SELECT id, session, item, phase, case_id, presenter, author, place, body FROM idea WHERE grp = $1 "
const Sql select_session{COVISION_IDEA_COLUMNS "AND session = $2 ORDER BY item, phase, place, id"};
const Sql select_presenter{COVISION_IDEA_COLUMNS "AND presenter = $2 ORDER BY session, item, phase, place, id"};
#undef COVISION_IDEA_COLUMNS

const Sql delete_idea{"DELETE FROM idea WHERE grp = $1 AND id = $2"};
const Sql empty_authors{"UPDATE idea SET author = NULL, place = 0 WHERE grp = $1 AND session = $2"};
const Sql select_authors{"SELECT DISTINCT author FROM idea WHERE grp = $1 AND session = $2 AND author IS NOT NULL"};
// What is kept of a call names its idea beside the account.
const Sql forget_calls{"DELETE FROM done_call WHERE method = 'ideas.note' AND account = $1"};
const Sql select_sealed{"SELECT 1 FROM idea WHERE grp = $1 AND id = $2"};

}  // namespace

IdeaRow IdeaRow::from(const storage::Row& row) {
    IdeaRow found;
    found.id = row.text(0);
    found.session = row.text(1);
    found.item = row.integer(2);
    found.phase = row.integer(3);
    found.case_id = row.get<std::optional<std::string>>(4);
    found.presenter = row.text(5);
    found.author = row.get<std::optional<std::string>>(6);
    found.place = row.integer(7);
    found.body = {row.blob(8)};
    return found;
}

void add_idea(Database& db, const Member& member, const IdeaRow& row) {
    db.run(insert_idea, row.id, member.group(), row.session, row.item, row.phase, row.case_id, row.presenter,
           row.author, row.place, row.body);
}

std::vector<IdeaRow> ideas_of(Database& db, const Member& member, const std::string& session) {
    return db.all<IdeaRow>(select_session, member.group(), session);
}

std::vector<IdeaRow> ideas_for(Database& db, const Member& member, const std::string& presenter) {
    return db.all<IdeaRow>(select_presenter, member.group(), presenter);
}

void drop_idea(Database& db, const Member& member, const std::string& id) { db.run(delete_idea, member.group(), id); }

void forget_authors(Database& db, const Member& member, const std::string& session) {
    for (const auto& author : db.all<std::string>(select_authors, member.group(), session))
        db.run(forget_calls, author);
    db.run(empty_authors, member.group(), session);
}

bool has_sealed_row(Database& db, std::string_view group, std::string_view row) {
    return db.first<std::int64_t>(select_sealed, group, row) || has_sealed_step(db, group, row);
}

}  // namespace covision::ideas
