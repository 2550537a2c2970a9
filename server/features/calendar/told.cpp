#include "server/features/calendar/told.hpp"

namespace covision::calendar {
namespace {

using storage::Sql;

const Sql select_told{"SELECT revision, at FROM session_told WHERE grp = $1 AND session = $2"};
const Sql upsert_told{
    "INSERT INTO session_told (session, grp, revision, at, until) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (session) DO UPDATE SET revision = excluded.revision, at = excluded.at, until = excluded.until"};
const Sql drop_old{"DELETE FROM session_told WHERE grp = $1 AND until < $2"};

}  // namespace

ToldRow ToldRow::from(const storage::Row& row) { return {row.integer(0), row.time(1)}; }

std::optional<ToldRow> told(call::Read& read, const groups::Member& member, const std::string& session) {
    return read.db.first<ToldRow>(select_told, member.group(), session);
}

void set_told(call::Write& write, const groups::Member& member, const schedule::SessionRow& session) {
    write.db.run(drop_old, member.group(), write.now);
    // Whoever was told of it must hear when it goes.
    schedule::keep_session(write.db, member, session.id);
    write.db.run(upsert_told, session.id, member.group(), session.revision, write.now, session.ends);
}

}  // namespace covision::calendar
