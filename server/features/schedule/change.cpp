// A series that changes: the sessions to come follow its new rule, and keep what hangs on them.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "server/base/refused.hpp"
#include "server/features/schedule/calls.hpp"
#include "server/features/schedule/reconcile.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;

constexpr std::chrono::days cancelled_within{14};
constexpr std::size_t most_shown = 60;

/// All that a change does, worked out before anything is done.
struct Plan {
    SeriesRow before, after;         // as it was; as it is to be (a new one: no id yet)
    bool splits = false;             // `after` is a new series; `before` ends the day before
    std::vector<SessionRow> rows;    // sessions that it holds for, not yet begun ones and those of today
    std::vector<Occurrence> wanted;  // all that the new rule says from now on
    Changes changes;
};

Instant slot_of(const SessionRow& row) { return row.moved_from.value_or(row.starts); }

SeriesRow changed(SeriesRow row, const protocol::SeriesChange& params) {
    row.recurrence = params.recurrence;
    row.starts = params.starts.value;
    row.zone = params.zone.value;
    row.minutes = params.minutes.value;
    row.place = params.place.value;
    row.call_link = params.call_link.value;
    row.breaks = params.breaks;
    row.told = false;
    return row;
}

/// "following": the old series ends the day before; where nothing lies before, the whole series changes.
void split(Read& read, const Member& member, Plan& plan, const std::string& from) {
    const auto first = session(read.db, member, from);
    if (first.series != plan.before.id) throw not_found();
    may_cancel(meeting_of(first), read.now);
    if (frozen(meeting_of(first), read.now))
        throw Refused("session_started", "Choose a session that is still to come.");
    const auto slot = slot_of(first);
    plan.rows.erase(
        std::remove_if(plan.rows.begin(), plan.rows.end(), [&](const SessionRow& row) { return slot_of(row) < slot; }),
        plan.rows.end());
    const auto before = parse_local_date(to_local(slot, plan.before.zone).substr(0, 10)).value() - std::chrono::days{1};
    const auto start = parse_local_time(plan.before.starts).value();
    if (before < std::chrono::floor<std::chrono::days>(start)) return;
    plan.splits = true;
    plan.before.recurrence.count.reset();
    plan.before.recurrence.until = protocol::LocalDate{to_text(before)};
    plan.after.id.clear();
    plan.after.created_at = read.now;
}

/// A session of the series at another time: a length that somebody gave it alone it keeps.
Instant end_of(const Plan& plan, const SessionRow& row, const Occurrence& as) {
    const auto own = row.ends - row.starts;
    return own == std::chrono::minutes{plan.before.minutes} ? as.ends : as.starts + own;
}

/// All that is to stand at the times of the new rule, each as long as it will be.
void check_room_for(Read& read, const Member& member, const Plan& plan) {
    std::unordered_map<std::string, const SessionRow*> by_id;
    for (const auto& row : plan.rows) by_id.emplace(row.id, &row);
    std::vector<Occurrence> taking = plan.changes.added;
    std::vector<std::string> besides = plan.changes.removed;
    for (const auto* stays : {&plan.changes.kept, &plan.changes.shifted})
        for (const auto& each : *stays) {
            taking.push_back(each.as);
            taking.back().ends = end_of(plan, *by_id.at(each.id), each.as);
            besides.push_back(each.id);
        }
    check_room(read, member, taking, besides, static_cast<std::int64_t>(besides.size()));
}

Plan plan_change(Read& read, const Member& member, const protocol::SeriesChange& params) {
    Plan plan;
    plan.before = series(read.db, member, params.series);
    plan.after = changed(plan.before, params);
    check_link(plan.after.call_link);
    check(rule_of(plan.after));
    // A day back: what was held today keeps its day.
    plan.rows = sessions_of(read.db, member, plan.before.id, read.now - std::chrono::days{2});
    if (params.scope == protocol::SeriesScope::following) {
        if (!params.session)
            throw Refused("invalid_params", "Say from which session on.", {{"path", "params.session"}});
        split(read, member, plan, *params.session);
    }
    plan.wanted = occurrences_from(plan.after, read.now);
    plan.wanted.erase(std::remove_if(plan.wanted.begin(), plan.wanted.end(),
                                     [&](const Occurrence& each) { return each.starts <= read.now; }),
                      plan.wanted.end());
    if (plan.wanted.empty()) throw Refused("bad_rule", "This rule has no session to come. Choose another day or end.");
    std::vector<Meeting> existing;
    for (const auto& row : plan.rows) existing.push_back(meeting_of(row));
    plan.changes = reconcile(existing, plan.wanted, read.now);
    check_room_for(read, member, plan);
    return plan;
}

protocol::SeriesChanged summary(const Plan& plan, Instant now) {
    protocol::SeriesChanged result;
    result.series = plan.splits && !plan.after.id.empty() ? plan.after.id : plan.before.id;
    result.kept = static_cast<std::int64_t>(plan.changes.kept.size());
    result.shifted = static_cast<std::int64_t>(plan.changes.shifted.size());
    result.added = static_cast<std::int64_t>(plan.changes.added.size());
    result.removed = static_cast<std::int64_t>(plan.changes.removed.size());
    std::vector<Instant> starts;
    for (const auto& occurrence : plan.changes.added) starts.push_back(occurrence.starts);
    std::unordered_set<std::string> settled(plan.changes.removed.begin(), plan.changes.removed.end());
    for (const auto* stays : {&plan.changes.kept, &plan.changes.shifted})
        for (const auto& each : *stays) {
            starts.push_back(each.as.starts);
            settled.insert(each.id);
        }
    for (const auto& row : plan.rows) {  // moved by hand: as it stands
        if (settled.count(row.id) == 0 && !frozen(meeting_of(row), now)) starts.push_back(row.starts);
        if (std::count(plan.changes.removed.begin(), plan.changes.removed.end(), row.id) != 0 &&
            result.removed_starts.size() < most_shown)
            result.removed_starts.push_back(row.starts);
    }
    std::sort(starts.begin(), starts.end());
    for (const auto at : starts)
        if (result.starts.size() < most_shown) result.starts.push_back(at);
    return result;
}

/// What is no longer: cancelled where somebody may count on it, otherwise gone. Returns whether it is gone.
bool drop(Write& write, const Member& member, SessionRow row, bool answered) {
    if (!answered && !row.kept && row.starts > write.now + cancelled_within) {
        delete_session(write.db, member, row.id);
        return true;
    }
    row.state = protocol::SessionState::cancelled;
    row.dropped = true;
    row.reason.clear();
    ++row.revision;
    row.changed_at = write.now;
    update_session(write.db, member, row);
    write.emit(session_cancelled, member.group(), {row.id});
    return false;
}

void drop_all(Write& write, const Member& member, const std::vector<SessionRow>& rows,
              protocol::SeriesChangedEvent& event) {
    if (rows.empty()) return;
    std::unordered_set<std::string> answered;
    const auto last =
        std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.starts < b.starts; });
    for (const auto& row : answers(write.db, member, write.now, last->starts + Micros{1})) answered.insert(row.session);
    for (const auto& row : rows)
        if (drop(write, member, row, answered.count(row.id) != 0)) event.gone.push_back(protocol::Id{row.id});
}

/// A session that stays. What somebody gave it alone (a place, another length) it keeps.
void settle(Write& write, const Member& member, const Plan& plan, SessionRow row, const Occurrence& as,
            protocol::SeriesChangedEvent& event) {
    const auto& series = plan.after;
    const auto before = row;
    row.series = series.id;
    row.place_in = as.number;
    row.local_start = as.local_start;
    row.zone = series.zone;
    row.starts = as.starts;
    row.ends = end_of(plan, before, as);
    if (row.place == plan.before.place) row.place = series.place;
    if (row.call_link == plan.before.call_link) row.call_link = series.call_link;
    const bool differs = row.starts != before.starts || row.ends != before.ends || row.place != before.place ||
                         row.call_link != before.call_link || row.zone != before.zone;
    if (differs) {
        ++row.revision;
        row.changed_at = write.now;
        event.changed.push_back(protocol::Id{row.id});
    }
    if (differs || row.series != before.series || row.place_in != before.place_in)
        update_session(write.db, member, row);
}

void carry_out(Write& write, const Member& member, const Plan& plan, protocol::SeriesChangedEvent& event) {
    std::unordered_map<std::string, const SessionRow*> by_id;
    for (const auto& row : plan.rows) by_id.emplace(row.id, &row);
    std::vector<SessionRow> dropped;
    for (const auto& id : plan.changes.removed) {
        dropped.push_back(*by_id.at(id));
        by_id.erase(id);
    }
    drop_all(write, member, dropped, event);
    for (const auto* stays : {&plan.changes.kept, &plan.changes.shifted})
        for (const auto& each : *stays) {
            settle(write, member, plan, *by_id.at(each.id), each.as, event);
            by_id.erase(each.id);
        }
    for (const auto& each : plan.changes.stand) {  // from now on in this place, so that the same change finds it taken
        auto same = *by_id.at(each.id);
        same.moved_from = each.as.starts;
        same.series = plan.after.id;
        update_session(write.db, member, same);
        by_id.erase(each.id);
    }
    if (plan.splits)  // moved or cancelled by hand: they go along as they are
        for (const auto& [id, row] : by_id) {
            auto same = *row;
            same.series = plan.after.id;
            update_session(write.db, member, same);
        }
    for (const auto& occurrence : plan.changes.added) add_occurrence(write, member, plan.after, occurrence);
}

}  // namespace

protocol::SeriesChanged preview_change(Read& read, const protocol::SeriesChange& params) {
    auto member = permit(read, params.group, Need::organiser);
    return summary(plan_change(read, member, params), read.now);
}

protocol::SeriesChanged change_series(Write& write, const protocol::SeriesChange& params) {
    auto member = permit(write, params.group, Need::organiser);
    auto plan = plan_change(write, member, params);
    plan.after.made = plan.after.open() ? plan.wanted.back().number : 0;
    if (plan.splits) {
        if (ahead(write.db, member, write.now).size() >= most_series)
            throw Refused("too_many_series", "A group has 40 series at most. End one that is no longer needed.");
        plan.after.id = write.new_id();
        update_series(write.db, member, plan.before);
        add_series(write.db, member, plan.after);
    } else {
        update_series(write.db, member, plan.after);
    }
    protocol::SeriesChangedEvent event;
    event.series = plan.before.id;
    carry_out(write, member, plan, event);
    number_sessions(write.db, member, write.now);
    if (plan.splits) watch(write, member, plan.before);
    watch(write, member, plan.after);
    write.emit(series_changed, member.group(), event);
    if (plan.splits) write.emit(series_created, member.group(), {plan.after.id});
    return summary(plan, write.now);
}

protocol::Empty end_series(Write& write, const protocol::SeriesEnd& params) {
    auto member = permit(write, params.group, Need::organiser);
    auto row = series(write.db, member, params.series);
    const auto after = parse_local_date(params.after.value);
    if (!after) throw Refused("bad_time", "Write the last date like 2026-11-24.", {{"path", "params.after"}});
    std::vector<SessionRow> later;
    for (auto& session : sessions_of(write.db, member, row.id, write.now)) {
        if (frozen(meeting_of(session), write.now) || session.local_start.substr(0, 10) <= params.after.value) continue;
        later.push_back(std::move(session));
    }
    const auto first = row.starts.substr(0, 10);
    row.recurrence.count.reset();
    row.recurrence.until = protocol::LocalDate{std::max(first, params.after.value)};
    update_series(write.db, member, row);
    protocol::SeriesChangedEvent event;
    event.series = row.id;
    drop_all(write, member, later, event);
    number_sessions(write.db, member, write.now);
    watch(write, member, row);
    write.emit(series_changed, member.group(), event);
    return {};
}

}  // namespace covision::schedule
