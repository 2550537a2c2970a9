// Series as calls: what they would be, making one, and those that go on.

#include "server/base/refused.hpp"
#include "server/features/schedule/calls.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

using call::Read;
using call::Write;
using groups::Need;
using groups::permit;

constexpr std::size_t shown_of_open = 26;

SeriesRow plain_row(const protocol::SeriesCreate& params) {
    SeriesRow row;
    row.recurrence = params.recurrence;
    row.starts = params.starts.value;
    row.zone = params.zone.value;
    row.minutes = params.minutes.value;
    row.place = params.place.value;
    row.call_link = params.call_link.value;
    if (params.breaks) row.breaks = *params.breaks;
    check(rule_of(row));
    return row;
}

protocol::SeriesView to_message(const SeriesRow& row) {
    protocol::SeriesView view;
    view.series = row.id;
    view.recurrence = row.recurrence;
    view.starts = row.starts;
    view.zone = row.zone;
    view.minutes = row.minutes;
    view.place = row.place;
    view.call_link = row.call_link;
    view.breaks = row.breaks;
    return view;
}

}  // namespace

SeriesRow row_of(Write& write, const protocol::SeriesCreate& params) {
    auto row = plain_row(params);
    row.id = write.new_id();
    row.created_at = write.now;
    return row;
}

protocol::SeriesPreview preview(Read& read, const protocol::SeriesCreate& params) {
    auto member = permit(read, params.group, Need::organiser);
    const auto row = plain_row(params);
    protocol::SeriesPreview result;
    result.open = row.open();
    for (const auto& occurrence : first_occurrences(read, member, row)) {
        if (result.open && result.starts.size() == shown_of_open) break;
        result.starts.push_back(occurrence.starts);
    }
    return result;
}

protocol::SeriesCreated create_series(Write& write, const protocol::SeriesCreate& params) {
    auto member = permit(write, params.group, Need::organiser);
    const auto row = row_of(write, params);
    const auto occurrences = first_occurrences(write, member, row);
    begin_series(write, member, row, occurrences);
    return {row.id, static_cast<std::int64_t>(occurrences.size())};
}

protocol::SeriesList list_series(Read& read, const protocol::GroupRef& params) {
    auto member = permit(read, params.group, Need::member);
    protocol::SeriesList result;
    result.seq = read.seq(member.group());
    const auto planned = ahead(read.db, member, read.now);
    const auto ending = running_out(read.db, member, read.now);
    for (const auto& row : all_series(read.db, member)) {
        const auto left = planned.find(row.id);
        if ((left == planned.end() && !row.open()) || result.series.size() == most_series) continue;
        auto view = to_message(row);
        if (left != planned.end()) {
            view.next = protocol::Time{left->second.next};
            view.last = protocol::Time{left->second.last};
            view.ahead = left->second.sessions;
        }
        view.runs_out = ending && ending->series.id == row.id;
        result.series.push_back(std::move(view));
    }
    return result;
}

}  // namespace covision::schedule
