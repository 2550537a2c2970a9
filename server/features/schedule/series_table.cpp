#include "server/features/schedule/series_table.hpp"

#include <algorithm>

#include "protocol/json.hpp"
#include "server/base/refused.hpp"

namespace covision::schedule {
namespace {

using groups::Member;
using storage::Database;
using storage::Sql;

const Sql insert_series{
    "INSERT INTO series (id, grp, rule, starts, zone, minutes, place, call_link, breaks, created_at, made, told) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
const Sql change_series{
    "UPDATE series SET rule = $3, starts = $4, zone = $5, minutes = $6, place = $7, call_link = $8, breaks = $9, "
    "made = $10, told = $11 WHERE grp = $1 AND id = $2"};
#define COVISION_SERIES_COLUMNS                                                                             \
    "SELECT id, rule, starts, zone, minutes, place, call_link, breaks, created_at, made, told FROM series " \
    "WHERE grp = $1 "
const Sql select_one{COVISION_SERIES_COLUMNS "AND id = $2"};
const Sql select_all{COVISION_SERIES_COLUMNS "ORDER BY created_at, id"};
#undef COVISION_SERIES_COLUMNS
const Sql select_ahead{
    "SELECT COALESCE(series, ''), min(starts), max(starts), count(*) FROM session "
    "WHERE grp = $1 AND state = 'planned' AND starts > $2 GROUP BY COALESCE(series, '')"};
const Sql select_ahead_of{
    "SELECT COALESCE(series, ''), min(starts), max(starts), count(*) FROM session "
    "WHERE grp = $1 AND series = $2 AND state = 'planned' AND starts > $3 GROUP BY series"};

struct AheadRow {
    std::string series;
    Ahead ahead;
    static AheadRow from(const storage::Row& row) { return {row.text(0), {row.time(1), row.time(2), row.integer(3)}}; }
};

}  // namespace

SeriesRow SeriesRow::from(const storage::Row& row) {
    SeriesRow series;
    series.id = row.text(0);
    series.recurrence = protocol::decode<protocol::Recurrence>(row.text(1));
    series.starts = row.text(2);
    series.zone = row.text(3);
    series.minutes = row.integer(4);
    series.place = row.text(5);
    series.call_link = row.text(6);
    series.breaks = protocol::decode<protocol::Breaks>(row.text(7));
    series.created_at = row.time(8);
    series.made = row.integer(9);
    series.told = row.integer(10) != 0;
    return series;
}

Series rule_of(const SeriesRow& row) {
    Series series;
    const auto& recurrence = row.recurrence;
    series.rule.freq = static_cast<Freq>(recurrence.frequency);
    series.rule.interval = static_cast<int>(recurrence.interval.value);
    for (auto day : recurrence.days) series.rule.days.push_back(static_cast<Weekday>(day));
    if (recurrence.nth) series.rule.nth = static_cast<int>(recurrence.nth->value);
    if (recurrence.count) series.rule.count = static_cast<int>(recurrence.count->value);
    if (recurrence.until) series.rule.until = recurrence.until->value;
    series.local_start = row.starts;
    series.minutes = static_cast<int>(row.minutes);
    series.zone = row.zone;
    for (const auto& pause : row.breaks) series.breaks.push_back({pause.first.value, pause.last.value});
    return series;
}

void add_series(Database& db, const Member& member, const SeriesRow& row) {
    db.run(insert_series, row.id, member.group(), protocol::encode(row.recurrence), row.starts, row.zone, row.minutes,
           row.place, row.call_link, protocol::encode(row.breaks), row.created_at, row.made, row.told);
}

void update_series(Database& db, const Member& member, const SeriesRow& row) {
    db.run(change_series, member.group(), row.id, protocol::encode(row.recurrence), row.starts, row.zone, row.minutes,
           row.place, row.call_link, protocol::encode(row.breaks), row.made, row.told);
}

std::optional<SeriesRow> find_series(Database& db, const Member& member, const std::string& id) {
    return db.first<SeriesRow>(select_one, member.group(), id);
}

SeriesRow series(Database& db, const Member& member, const std::string& id) {
    auto found = find_series(db, member, id);
    if (!found) throw not_found();
    return *found;
}

std::vector<SeriesRow> all_series(Database& db, const Member& member) {
    return db.all<SeriesRow>(select_all, member.group());
}

std::map<std::string, Ahead> ahead(Database& db, const Member& member, Instant now) {
    std::map<std::string, Ahead> found;
    for (const auto& row : db.all<AheadRow>(select_ahead, member.group(), now)) found.emplace(row.series, row.ahead);
    return found;
}

std::optional<Ahead> ahead_of(Database& db, const Member& member, const std::string& series, Instant now) {
    const auto row = db.first<AheadRow>(select_ahead_of, member.group(), series, now);
    return row ? std::optional<Ahead>{row->ahead} : std::nullopt;
}

std::optional<RunningOut> running_out(Database& db, const Member& member, Instant now) {
    const auto all = ahead(db, member, now);
    const auto last = std::max_element(all.begin(), all.end(),
                                       [](const auto& a, const auto& b) { return a.second.last < b.second.last; });
    if (last == all.end() || last->first.empty()) return std::nullopt;
    auto row = find_series(db, member, last->first);
    if (!row || !row->told || row->open()) return std::nullopt;
    return RunningOut{std::move(*row), last->second};
}

}  // namespace covision::schedule
