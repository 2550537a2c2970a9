#pragma once
// From a series' rule to its rows, and what is due for it: growing while it is open, telling the group before it ends.

#include <string>
#include <vector>

#include "server/features/schedule/series_table.hpp"

namespace covision::schedule {

/// At most so many sessions of one open series are made ahead, and no further than a year.
constexpr int most_grown = 60;
constexpr std::chrono::days grown_ahead{366};
/// At most so many sessions of a group are ahead, and so many series go on.
constexpr std::int64_t most_ahead = 500;
constexpr std::size_t most_series = 40;

/// "" or https://…; Refused bad_link.
void check_link(const std::string& link);

/// The occurrences that a series has from `from` on: all of a series that ends, the first year of an open one.
std::vector<Occurrence> occurrences_from(const SeriesRow& series, Instant from);

/// Refused too_many_sessions, overlaps: `wanted` beside the group's sessions but those in `besides`; `fewer` of those
/// ahead go.
void check_room(call::Read& read, const groups::Member& member, const std::vector<Occurrence>& wanted,
                const std::vector<std::string>& besides = {}, std::int64_t fewer = 0);

/// A series that is to begin: its occurrences, once everything about them is right.
std::vector<Occurrence> first_occurrences(call::Read& read, const groups::Member& member, const SeriesRow& series);
/// … and its rows; emits series_created. Returns the ids of its sessions.
std::vector<std::string> begin_series(call::Write& write, const groups::Member& member, SeriesRow series,
                                      const std::vector<Occurrence>& occurrences);

/// Makes the row of one occurrence and returns its id.
std::string add_occurrence(call::Write& write, const groups::Member& member, const SeriesRow& series,
                           const Occurrence& occurrence);
/// A session of its own; emits session_added.
std::string add_single(call::Write& write, const groups::Member& member, const protocol::SessionAdd& params);

/// Sets the due work of a series after it was made or changed.
void watch(call::Write& write, const groups::Member& member, const SeriesRow& series);

// Due work.
inline const std::string grow_due = "schedule.grow", runs_out_due = "schedule.runs_out", clocks_due = "schedule.clocks";
void grow(call::Write& write, const std::string& group, const std::string& series);
void tell_of_end(call::Write& write, const std::string& group, const std::string& series);
/// Each day: sessions to come keep their local time where the rules of their zone have changed.
void check_clocks(call::Write& write, const std::string& group, const std::string& nothing);
/// Sets that, while there are sessions ahead.
void watch_clocks(call::Write& write, const groups::Member& member);

}  // namespace covision::schedule
