// A group agrees on what clocks show. Where a country changes its rules (and this machine has learned of it), sessions
// to come stay at that time, and so are at another moment.

#include <map>

#include "server/base/refused.hpp"
#include "server/features/schedule/planning.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using call::Write;
using std::chrono::days;

constexpr days farthest{366 * 3};

/// When it starts by the rules of today; as it stands where its zone is no longer known.
Instant start_of(const SessionRow& row) {
    try {
        return to_utc(row.local_start, row.zone);
    } catch (const Refused&) {
        return row.starts;
    }
}

}  // namespace

void watch_clocks(Write& write, const groups::Member& member) {
    write.due(std::chrono::floor<days>(write.now) + days{1}, clocks_due, member.group(), "");
}

void check_clocks(Write& write, const std::string& group, const std::string&) {
    const auto member = groups::for_the_group(write, group);
    bool any_ahead = false;
    std::map<std::string, protocol::SeriesChangedEvent> changed;
    std::vector<std::string> singles;
    for (auto& row : sessions(write.db, member, write.now, write.now + farthest, most_ahead + 100)) {
        if (frozen(meeting_of(row), write.now)) continue;
        any_ahead = true;
        const auto by = start_of(row) - row.starts;
        if (by == Micros{0}) continue;
        row.starts += by;
        row.ends += by;
        ++row.revision;
        row.changed_at = write.now;
        update_session(write.db, member, row);
        if (row.series)
            changed[*row.series].changed.push_back(protocol::Id{row.id});
        else
            singles.push_back(row.id);
    }
    if (any_ahead) watch_clocks(write, member);
    for (auto& [series, event] : changed) {
        event.series = series;
        write.emit(series_changed, group, event);
    }
    for (const auto& session : singles) write.emit(session_moved, group, {session});
}

}  // namespace covision::schedule
