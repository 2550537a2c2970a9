#include "server/features/schedule/recurrence.hpp"

#include <algorithm>

#include "server/base/refused.hpp"
#include "server/features/schedule/local.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {

namespace {

/// How many steps an open rule is followed: 190 years of a weekly one.
constexpr int max_steps = 10'000;

[[noreturn]] void bad_rule(const char* message) { throw Refused("bad_rule", message); }

LocalTime start_of(const Series& series) {
    const auto start = parse_local_time(series.local_start);
    if (!start) throw Refused("bad_time", "Write the first session's time like 2026-11-24T16:30.");
    return *start;
}

std::chrono::year_month_weekday weekday_of(LocalTime at) {
    return std::chrono::year_month_weekday{std::chrono::floor<std::chrono::days>(at)};
}

void check_rule(const Rule& rule, LocalTime start) {
    const bool weekly = rule.freq == Freq::weekly;
    if (rule.interval < 1 || rule.interval > (weekly ? 52 : 24))
        bad_rule(weekly ? "Choose every 1 to 52 weeks." : "Choose every 1 to 24 months.");
    auto days = rule.days;
    std::sort(days.begin(), days.end());
    if (std::adjacent_find(days.begin(), days.end()) != days.end()) bad_rule("Choose each weekday once at most.");
    if (rule.freq == Freq::monthly_by_date && !rule.days.empty()) bad_rule("A monthly date takes no weekday.");
    if (rule.nth < -1 || rule.nth > 5) bad_rule("Choose the first to fifth weekday of a month, or the last.");
    if (rule.freq != Freq::monthly_by_weekday && rule.nth != 0) bad_rule("Only a monthly weekday can be the nth.");
    if (rule.count && rule.until) bad_rule("Say either how many sessions there are or until when, not both.");
    if (rule.count && (*rule.count < 1 || *rule.count > max_occurrences)) bad_rule("Choose 1 to 1,000 sessions.");
    if (!rule.until) return;
    const auto until = parse_local_date(*rule.until);
    if (!until) bad_rule("Write the last date like 2026-11-24.");
    if (*until < std::chrono::floor<std::chrono::days>(start)) bad_rule("The series would end before it begins.");
}

/// The same rule without its end, which expand() looks at itself.
RRule rule_of(const Rule& rule, LocalTime start) {
    RRule made;
    made.every = rule.freq == Freq::weekly ? RRule::Every::week : RRule::Every::month;
    made.interval = rule.interval;
    if (rule.freq == Freq::monthly_by_date) return made;
    const auto first = weekday_of(start);
    int nth = 0;
    if (rule.freq == Freq::monthly_by_weekday) nth = rule.nth != 0 ? rule.nth : static_cast<int>(first.index());
    for (const auto day : rule.days) made.days.push_back({nth, day});
    if (made.days.empty()) made.days.push_back({nth, static_cast<Weekday>(first.weekday().iso_encoding() - 1)});
    return made;
}

bool in_break(const std::vector<Break>& breaks, LocalTime at) {
    const auto day = to_text(LocalDate{std::chrono::floor<std::chrono::days>(at)});
    return std::any_of(breaks.begin(), breaks.end(),
                       [&](const Break& pause) { return pause.first <= day && day <= pause.last; });
}

}  // namespace

void check(const Series& series) {
    const auto start = start_of(series);
    if (!is_zone(series.zone))
        throw Refused("zone_unknown", "Choose a time zone from the list, such as Europe/Berlin.");
    if (series.minutes < 15 || series.minutes > 720)
        throw Refused("bad_length", "A session lasts between 15 minutes and 12 hours.");
    check_rule(series.rule, start);
    if (series.breaks.size() > 100) throw Refused("bad_break", "A series has 100 breaks at most.");
    for (const auto& pause : series.breaks) {
        if (!parse_local_date(pause.first) || !parse_local_date(pause.last) || pause.last < pause.first)
            throw Refused("bad_break", "A break has a first and a last day, such as 2026-12-21 and 2027-01-03.");
    }
}

std::string rrule(const Series& series) {
    static constexpr const char* names[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const auto& rule = series.rule;
    const auto start = start_of(series);
    const auto first = weekday_of(start);
    std::string text = rule.freq == Freq::weekly ? "FREQ=WEEKLY" : "FREQ=MONTHLY";
    text += ";INTERVAL=" + std::to_string(rule.interval);
    if (rule.freq == Freq::monthly_by_date) {
        const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(start)};
        text += ";BYMONTHDAY=" + std::to_string(static_cast<unsigned>(date.day()));
    } else {
        std::string nth;
        if (rule.freq == Freq::monthly_by_weekday)
            nth = std::to_string(rule.nth != 0 ? rule.nth : static_cast<int>(first.index()));
        else
            text += ";WKST=MO";
        text += ";BYDAY=";
        if (rule.days.empty()) text += nth + names[first.weekday().c_encoding()];
        for (std::size_t i = 0; i < rule.days.size(); ++i)
            text += (i ? "," : "") + nth + names[(static_cast<unsigned>(rule.days[i]) + 1) % 7];
    }
    if (rule.count) text += ";COUNT=" + std::to_string(*rule.count);
    if (rule.until) {
        auto day = *rule.until;
        day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
        text += ";UNTIL=" + day + "T235959";
    }
    return text;
}

std::vector<Occurrence> expand(const Series& series, const Window& window) {
    check(series);
    if (window.limit && (*window.limit < 1 || *window.limit > max_occurrences))
        bad_rule("Ask for 1 to 1,000 sessions.");
    const bool open = !series.rule.count && !series.rule.until;
    if (open && !window.before && !window.limit)
        throw Refused("boundless", "Say how many sessions there are, or until when.");

    const auto start = start_of(series);
    const auto clock = start - std::chrono::floor<std::chrono::days>(start);
    const auto until = series.rule.until ? parse_local_date(*series.rule.until) : std::nullopt;
    static const LocalDate end{std::chrono::year{last_year + 1} / 1 / 1};
    Dates dates(rule_of(series.rule, start), std::chrono::floor<std::chrono::days>(start));

    std::vector<Occurrence> found;
    for (int number = 1; number <= series.rule.count.value_or(max_steps); ++number) {
        const auto day = dates.next();
        if (!day || *day >= end || (until && *day > *until)) break;
        const auto local = LocalTime{*day} + clock;
        if (number <= window.after || in_break(series.breaks, local)) continue;
        const auto starts = to_utc(local, series.zone);
        if (window.before && starts >= *window.before) break;
        if (window.from && starts < *window.from) continue;
        if (found.size() == static_cast<std::size_t>(max_occurrences))
            throw Refused("too_many_sessions", "A series has 1,000 sessions at most: let it end earlier.");
        found.push_back({number, to_text(local), starts, starts + std::chrono::minutes{series.minutes}});
        if (window.limit && found.size() == static_cast<std::size_t>(*window.limit)) break;
    }
    return found;
}

}  // namespace covision::schedule
