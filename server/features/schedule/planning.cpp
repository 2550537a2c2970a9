#include "server/features/schedule/planning.hpp"

#include <algorithm>
#include <unordered_set>

#include "server/base/refused.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using call::Read;
using call::Write;
using groups::Member;

constexpr std::chrono::days told_before{42}, told_late{7}, grows_every{28};

std::vector<Meeting> meetings_between(Read& read, const Member& member, Instant from, Instant to) {
    std::vector<Meeting> found;
    for (const auto& row : sessions(read.db, member, from, to, most_ahead + 100)) found.push_back(meeting_of(row));
    return found;
}

bool meets(const Occurrence& occurrence, const std::vector<Meeting>& others) {
    return std::any_of(others.begin(), others.end(), [&](const Meeting& other) {
        return !other.cancelled && occurrence.starts < other.ends && other.starts < occurrence.ends;
    });
}

}  // namespace

void check_link(const std::string& link) {
    if (link.empty()) return;
    if (link.rfind("https://", 0) != 0 || link.find_first_of(" \t\n") != std::string::npos)
        throw Refused("bad_link", "The link of a call begins with https:// and has no spaces.",
                      {{"path", "params.call_link"}});
}

std::vector<Occurrence> occurrences_from(const SeriesRow& series, Instant from) {
    Window window;
    window.from = from;
    if (series.open()) {
        // Counted from its first session where that is still to come, so that a series of next year begins too.
        window.before = std::max(from, to_utc(series.starts, series.zone)) + grown_ahead;
        window.limit = most_grown;
    }
    return expand(rule_of(series), window);
}

void check_room(Read& read, const Member& member, const std::vector<Occurrence>& wanted,
                const std::vector<std::string>& besides, std::int64_t fewer) {
    if (wanted.empty()) return;
    if (count_ahead(read.db, member, read.now) - fewer + static_cast<std::int64_t>(wanted.size()) > most_ahead)
        throw Refused("too_many_sessions", "A group plans at most 500 sessions ahead. Choose an earlier end.");
    const auto last =
        std::max_element(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.ends < b.ends; });
    const auto first = std::min_element(wanted.begin(), wanted.end(),
                                        [](const auto& a, const auto& b) { return a.starts < b.starts; });
    auto others = meetings_between(read, member, first->starts, last->ends);
    const std::unordered_set<std::string> left_out(besides.begin(), besides.end());
    others.erase(std::remove_if(others.begin(), others.end(),
                                [&](const Meeting& other) { return left_out.count(other.id) != 0; }),
                 others.end());
    may_add(wanted, others);
}

std::vector<Occurrence> first_occurrences(Read& read, const Member& member, const SeriesRow& series) {
    check_link(series.call_link);
    auto all = occurrences_from(series, Instant::min());
    if (all.empty()) throw Refused("bad_rule", "This rule has no session. Choose another day or end.");
    if (all.front().starts <= read.now)
        throw Refused("in_the_past", "The first session would lie in the past. Choose a later start.");
    check_room(read, member, all);
    return all;
}

std::string add_occurrence(Write& write, const Member& member, const SeriesRow& series, const Occurrence& occurrence) {
    SessionRow row;
    row.id = write.new_id();
    row.series = series.id;
    row.place_in = occurrence.number;
    row.local_start = occurrence.local_start;
    row.zone = series.zone;
    row.starts = occurrence.starts;
    row.ends = occurrence.ends;
    row.place = series.place;
    row.call_link = series.call_link;
    row.changed_at = write.now;
    add_session(write.db, member, row);
    return row.id;
}

std::vector<std::string> begin_series(Write& write, const Member& member, SeriesRow series,
                                      const std::vector<Occurrence>& occurrences) {
    const auto going = ahead(write.db, member, write.now);
    if (going.size() >= most_series)
        throw Refused("too_many_series", "A group has 40 series at most. End one that is no longer needed.");
    if (series.open()) series.made = occurrences.back().number;
    add_series(write.db, member, series);
    std::vector<std::string> made;
    for (const auto& occurrence : occurrences) made.push_back(add_occurrence(write, member, series, occurrence));
    number_sessions(write.db, member, write.now);
    watch(write, member, series);
    write.emit(series_created, member.group(), {series.id});
    return made;
}

std::string add_single(Write& write, const Member& member, const protocol::SessionAdd& params) {
    check_link(params.call_link);
    const auto starts = to_utc(params.starts.value, params.zone.value);
    const auto ends = starts + std::chrono::minutes{params.minutes.value};
    may_plan(starts, ends, write.now);
    check_room(write, member, {{0, params.starts.value, starts, ends}});
    SessionRow row;
    row.id = write.new_id();
    row.local_start = params.starts.value;
    row.zone = params.zone.value;
    row.starts = starts;
    row.ends = ends;
    row.place = params.place.value;
    row.call_link = params.call_link.value;
    row.changed_at = write.now;
    add_session(write.db, member, row);
    number_sessions(write.db, member, write.now);
    watch_clocks(write, member);
    write.emit(session_added, member.group(), {row.id});
    return row.id;
}

void watch(Write& write, const Member& member, const SeriesRow& series) {
    watch_clocks(write, member);
    if (series.open()) {
        write.not_due(runs_out_due, member.group(), series.id);
        write.due(write.now + grows_every, grow_due, member.group(), series.id);
        return;
    }
    write.not_due(grow_due, member.group(), series.id);
    const auto left = ahead_of(write.db, member, series.id, write.now);
    if (!left || series.told) return write.not_due(runs_out_due, member.group(), series.id);
    // One that is shorter than six weeks is told of a week before its end.
    auto at = left->last - told_before;
    if (at <= write.now) at = std::max(write.now, left->last - told_late);
    write.due(at, runs_out_due, member.group(), series.id);
}

void grow(Write& write, const std::string& group, const std::string& id) {
    auto member = groups::for_the_group(write, group);
    auto series = find_series(write.db, member, id);
    if (!series || !series->open()) return;
    const auto left = ahead_of(write.db, member, id, write.now);
    const auto room = std::min<std::int64_t>(most_grown - (left ? left->sessions : 0),
                                             most_ahead - count_ahead(write.db, member, write.now));
    std::vector<Occurrence> more;
    if (room > 0) {
        Window window;
        window.from = write.now;
        window.before = write.now + grown_ahead;
        window.after = static_cast<int>(series->made);
        window.limit = static_cast<int>(room);
        more = expand(rule_of(*series), window);
    }
    watch(write, member, *series);
    if (more.empty()) return;
    const auto others = meetings_between(write, member, more.front().starts, more.back().ends);
    for (const auto& occurrence : more)  // where the group meets then already, it does not meet twice
        if (!meets(occurrence, others)) add_occurrence(write, member, *series, occurrence);
    series->made = more.back().number;
    update_series(write.db, member, *series);
    number_sessions(write.db, member, write.now);
    write.emit(series_changed, group, {id, {}, {}});
}

void tell_of_end(Write& write, const std::string& group, const std::string& id) {
    auto member = groups::for_the_group(write, group);
    auto series = find_series(write.db, member, id);
    if (!series || series->open() || series->told) return;
    const auto left = ahead_of(write.db, member, id, write.now);
    if (!left) return;
    if (left->last - told_before > write.now) return watch(write, member, *series);  // its last one was moved
    series->told = true;
    update_series(write.db, member, *series);
    if (running_out(write.db, member, write.now)) write.emit(series_runs_out, group, {id});
}

}  // namespace covision::schedule
