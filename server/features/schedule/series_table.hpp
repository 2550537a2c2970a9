#pragma once
// Rows of series. Every function stays inside the member's group.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/features/schedule/table.hpp"

namespace covision::schedule {

struct SeriesRow {
    std::string id;
    protocol::Recurrence recurrence;
    std::string starts, zone;  // local start of the first session
    std::int64_t minutes = 90;
    std::string place, call_link;
    protocol::Breaks breaks;
    Instant created_at{};
    std::int64_t made = 0;  // open: up to which number its sessions are made
    bool told = false;      // the group knows that it runs out

    [[nodiscard]] bool open() const { return !recurrence.count && !recurrence.until; }
    static SeriesRow from(const storage::Row& row);
};

/// As the rule's arithmetic takes it.
Series rule_of(const SeriesRow& row);

void add_series(storage::Database& db, const groups::Member& member, const SeriesRow& row);
void update_series(storage::Database& db, const groups::Member& member, const SeriesRow& row);
std::optional<SeriesRow> find_series(storage::Database& db, const groups::Member& member, const std::string& id);
/// Throws not_found.
SeriesRow series(storage::Database& db, const groups::Member& member, const std::string& id);
/// The oldest first.
std::vector<SeriesRow> all_series(storage::Database& db, const groups::Member& member);

/// What is planned and starts after a moment.
struct Ahead {
    Instant next, last;
    std::int64_t sessions = 0;
};
/// By series; "" has the sessions of their own.
std::map<std::string, Ahead> ahead(storage::Database& db, const groups::Member& member, Instant now);
std::optional<Ahead> ahead_of(storage::Database& db, const groups::Member& member, const std::string& series,
                              Instant now);
struct RunningOut {
    SeriesRow series;
    Ahead ahead;
};
/// The series that the group was told of and whose last session is the group's last one.
std::optional<RunningOut> running_out(storage::Database& db, const groups::Member& member, Instant now);

}  // namespace covision::schedule
