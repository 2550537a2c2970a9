#include "server/features/calendar/clock_changes.hpp"

#include <algorithm>

#include "server/features/schedule/zone.hpp"

namespace covision::calendar {
namespace {

using schedule::offset_at;
using std::chrono::days;
using std::chrono::seconds;

/// No zone changes its clocks twice in a week.
constexpr days step{7};
/// So far back lies the last change before any moment of a zone that changes its clocks every year.
constexpr days look_back{400};
/// So far ahead each change of a year is seen twice, and a rule shows itself.
constexpr days look_ahead{800};

/// The second in which the offset changes between `before` and `after`.
ClockChange narrow(const std::string& zone, std::chrono::sys_seconds before, std::chrono::sys_seconds after) {
    const auto from = offset_at(before, zone), to = offset_at(after, zone);
    while (after - before > seconds{1}) {
        const auto middle = before + (after - before) / 2;
        (offset_at(middle, zone) == from ? before : after) = middle;
    }
    return {after, from, to};
}

struct Place {
    std::chrono::year_month_day date;
    seconds time;
    unsigned weekday;
    bool last;  // of its month
};

Place place_of(const ClockChange& change) {
    const auto day = std::chrono::floor<days>(change.shown());
    const std::chrono::year_month_day date{day};
    const std::chrono::year_month_day week_later{day + step};
    return {date, change.shown() - day, std::chrono::weekday{day}.c_encoding(), week_later.month() != date.month()};
}

int nth_of(const Place& place) { return static_cast<int>((static_cast<unsigned>(place.date.day()) + 6) / 7); }

/// Changes of the same kind, if they follow one rule year after year.
std::optional<Yearly> rule_of(const std::vector<ClockChange>& changes) {
    if (changes.size() < 2) return std::nullopt;
    const auto first = place_of(changes.front());
    bool last = true, nth = true;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto place = place_of(changes[i]);
        const auto year = first.date.year() + std::chrono::years(static_cast<int>(i));
        if (place.date.year() != year || place.date.month() != first.date.month() || place.time != first.time ||
            place.weekday != first.weekday)
            return std::nullopt;
        last = last && place.last;
        nth = nth && nth_of(place) == nth_of(first);
    }
    if (!last && !nth) return std::nullopt;
    return Yearly{changes.front(), static_cast<unsigned>(first.date.month()), first.weekday, last ? -1 : nth_of(first)};
}

}  // namespace

std::vector<ClockChange> clock_changes(const std::string& zone, Instant after, Instant until) {
    std::vector<ClockChange> found;
    auto at = std::chrono::floor<seconds>(after);
    const auto end = std::chrono::floor<seconds>(until);
    while (at < end) {
        const auto next = std::min<std::chrono::sys_seconds>(at + step, end);
        if (offset_at(at, zone) != offset_at(next, zone)) found.push_back(narrow(zone, at, next));
        at = next;
    }
    return found;
}

ZoneSpan zone_span(const std::string& zone, Instant first, Instant last) {
    auto changes = clock_changes(zone, first - look_back, last + look_ahead);
    // From the last change before the first moment on.
    const auto begin = std::find_if(changes.begin(), changes.end(), [&](const auto& one) { return one.at > first; });
    std::vector<ClockChange> forward, back;
    for (auto one = begin == changes.begin() ? begin : std::prev(begin); one != changes.end(); ++one)
        (one->to > one->from ? forward : back).push_back(*one);
    ZoneSpan span;
    span.start_offset = offset_at(first, zone);
    const auto spring = rule_of(forward), autumn = rule_of(back);
    if (spring && autumn)
        span.yearly = {*spring, *autumn};
    else
        std::copy_if(begin, changes.end(), std::back_inserter(span.single),
                     [&](const auto& one) { return one.at <= last; });
    return span;
}

std::chrono::local_seconds shown_in(const Yearly& yearly, std::chrono::year year) {
    const auto shown = yearly.first.shown();
    const auto time = shown - std::chrono::floor<days>(shown);
    const auto month = year / std::chrono::month{yearly.month};
    const std::chrono::weekday weekday{yearly.weekday};
    if (yearly.nth < 0) return std::chrono::local_days{month / weekday[std::chrono::last]} + time;
    return std::chrono::local_days{month / weekday[static_cast<unsigned>(yearly.nth)]} + time;
}

}  // namespace covision::calendar
