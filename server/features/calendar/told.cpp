#include "server/features/calendar/told.hpp"

namespace covision::calendar {
namespace {

using storage::Sql;

#define COVISION_TOLD_COLUMNS \
    "SELECT session, revision, at, starts, until, zone, dropped FROM session_told WHERE grp = $1 "
const Sql select_told{COVISION_TOLD_COLUMNS "AND session = $2"};
const Sql select_dropped{COVISION_TOLD_COLUMNS "AND dropped = $2 ORDER BY starts, session"};
#undef COVISION_TOLD_COLUMNS
const Sql upsert_told{
    "INSERT INTO session_told (session, grp, revision, at, starts, until, zone, dropped) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) "
    "ON CONFLICT (session) DO UPDATE SET revision = excluded.revision, at = excluded.at, starts = excluded.starts, "
    "until = excluded.until, zone = excluded.zone, dropped = excluded.dropped"};
const Sql drop_old{"DELETE FROM session_told WHERE grp = $1 AND until < $2"};

const Sql select_duties{"SELECT duty, account, asked FROM duty_told WHERE grp = $1 AND session = $2"};
const Sql upsert_duty{
    "INSERT INTO duty_told (duty, grp, session, account, asked, until) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (duty) DO UPDATE SET account = excluded.account, asked = excluded.asked, until = excluded.until"};
const Sql drop_duty{"DELETE FROM duty_told WHERE grp = $1 AND duty = $2"};
const Sql drop_old_duties{"DELETE FROM duty_told WHERE grp = $1 AND until < $2"};

}  // namespace

ToldRow ToldRow::from(const storage::Row& row) {
    return {row.text(0),
            row.integer(1),
            row.time(2),
            row.time(3),
            row.time(4),
            row.text(5),
            row.get<std::optional<std::string>>(6)};
}

DutyToldRow DutyToldRow::from(const storage::Row& row) { return {row.text(0), row.text(1), row.integer(2) != 0}; }

std::optional<ToldRow> told(call::Read& read, const groups::Member& member, const std::string& session) {
    return read.db.first<ToldRow>(select_told, member.group(), session);
}

ToldRow as_it_stands(const schedule::SessionRow& session, Instant asked_at) {
    return {session.id, session.revision, asked_at, session.starts, session.ends, session.zone};
}

void set_told(call::Write& write, const groups::Member& member, const ToldRow& row) {
    write.db.run(drop_old, member.group(), write.now);
    write.db.run(upsert_told, row.session, member.group(), row.revision, row.asked_at, row.starts, row.ends, row.zone,
                 row.dropped);
}

std::vector<ToldRow> dropped_by(call::Read& read, const groups::Member& member, const std::string& mail) {
    return read.db.all<ToldRow>(select_dropped, member.group(), mail);
}

std::vector<DutyToldRow> duties_told(call::Read& read, const groups::Member& member, const std::string& session) {
    return read.db.all<DutyToldRow>(select_duties, member.group(), session);
}

void set_told(call::Write& write, const groups::Member& member, const rota::DutyRow& duty, Instant until) {
    write.db.run(drop_old_duties, member.group(), write.now);
    write.db.run(upsert_duty, duty.id, member.group(), duty.session, duty.account, duty.proposed, until);
}

void forget_told(call::Write& write, const groups::Member& member, const std::string& duty) {
    write.db.run(drop_duty, member.group(), duty);
}

}  // namespace covision::calendar
