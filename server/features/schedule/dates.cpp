#include <algorithm>

#include "server/features/schedule/rrule.hpp"

namespace covision::schedule {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int end_of_time = 9999;

int weekday_of(LocalDate day) { return static_cast<int>(std::chrono::weekday{day}.iso_encoding()) - 1; }

LocalDate date(int year, int month, int day) { return LocalDate{std::chrono::year{year} / month / 1} + days{day - 1}; }

/// Whether `day` is the nth of its weekday between `begin` and `end` (exclusive), counted from either side.
bool is_nth(int nth, LocalDate day, LocalDate begin, LocalDate end) {
    if (nth > 0) return (day - begin).count() / 7 + 1 == nth;
    return (end - days{1} - day).count() / 7 + 1 == -nth;
}

bool has(const std::vector<int>& all, int one) { return std::find(all.begin(), all.end(), one) != all.end(); }

}  // namespace

Dates::Dates(RRule rule, LocalDate first) : rule_(std::move(rule)), first_(first) {
    // What the rule leaves open is as the first date has it (RFC 5545 §3.3.10).
    using Every = RRule::Every;
    const year_month_day begins{first};
    const bool open = rule_.days.empty() && rule_.month_days.empty();
    if (rule_.every == Every::week && rule_.days.empty())
        rule_.days.push_back({0, static_cast<Weekday>(weekday_of(first))});
    if ((rule_.every == Every::month || rule_.every == Every::year) && open) {
        rule_.month_days.push_back(static_cast<int>(static_cast<unsigned>(begins.day())));
        if (rule_.every == Every::year && rule_.months.empty())
            rule_.months.push_back(static_cast<int>(static_cast<unsigned>(begins.month())));
    }
}

bool Dates::day_named(LocalDate day) const {
    if (rule_.days.empty()) return true;
    const year_month_day when{day};
    const int year = static_cast<int>(when.year()), month = static_cast<int>(static_cast<unsigned>(when.month()));
    const bool in_year = rule_.every == RRule::Every::year && rule_.months.empty();
    const auto begin = date(year, in_year ? 1 : month, 1);
    const auto end = in_year || month == 12 ? date(year + 1, 1, 1) : date(year, month + 1, 1);
    return std::any_of(rule_.days.begin(), rule_.days.end(), [&](const RRule::Day& wanted) {
        return static_cast<int>(wanted.day) == weekday_of(day) &&
               (wanted.nth == 0 || is_nth(wanted.nth, day, begin, end));
    });
}

bool Dates::named(LocalDate day) const {
    const year_month_day when{day};
    if (!rule_.months.empty() && !has(rule_.months, static_cast<int>(static_cast<unsigned>(when.month()))))
        return false;
    if (!rule_.month_days.empty()) {
        const int of_month = static_cast<int>(static_cast<unsigned>(when.day()));
        const std::chrono::year_month_day_last last{when.year(), std::chrono::month_day_last{when.month()}};
        const int from_end = of_month - static_cast<int>(static_cast<unsigned>(last.day())) - 1;
        if (!has(rule_.month_days, of_month) && !has(rule_.month_days, from_end)) return false;
    }
    return day_named(day);
}

void Dates::fill_from(LocalDate begin, LocalDate end) {
    std::vector<LocalDate> all;
    for (auto day = begin; day < end; day += days{1})
        if (named(day)) all.push_back(day);
    if (!rule_.positions.empty()) {
        std::vector<LocalDate> chosen;
        const auto size = static_cast<int>(all.size());
        for (int i = 0; i < size; ++i)
            if (has(rule_.positions, i + 1) || has(rule_.positions, i - size)) chosen.push_back(all[i]);
        all = std::move(chosen);
    }
    for (const auto day : all)
        if (day >= first_) found_.push_back(day);
}

void Dates::fill() {
    found_.clear();
    at_ = 0;
    const year_month_day begins{first_};
    const int year = static_cast<int>(begins.year()), month = static_cast<int>(static_cast<unsigned>(begins.month()));
    switch (rule_.every) {
        case RRule::Every::day: {
            const auto day = first_ + days{period_};
            fill_from(day, day + days{1});
            break;
        }
        case RRule::Every::week: {
            const int into = (weekday_of(first_) - static_cast<int>(rule_.week_starts) + 7) % 7;
            const auto begin = first_ - days{into} + days{7 * period_};
            fill_from(begin, begin + days{7});
            break;
        }
        case RRule::Every::month: {
            const auto index = month - 1 + period_;
            const int in = year + static_cast<int>(index / 12), of = static_cast<int>(index % 12) + 1;
            if (in <= end_of_time) fill_from(date(in, of, 1), of == 12 ? date(in + 1, 1, 1) : date(in, of + 1, 1));
            break;
        }
        case RRule::Every::year: {
            const int in = year + static_cast<int>(period_);
            if (in <= end_of_time) fill_from(date(in, 1, 1), date(in + 1, 1, 1));
            break;
        }
    }
    period_ += rule_.interval;
}

std::optional<LocalDate> Dates::next() {
    static const LocalDate end = date(end_of_time + 1, 1, 1);
    // The shortest period is a day: so many of them lie between the first date and the end of time.
    const auto most = (end - first_).count() + 366;
    while (at_ == found_.size()) {
        if (period_ > most) return std::nullopt;
        const auto days_in = rule_.every == RRule::Every::day     ? 1
                             : rule_.every == RRule::Every::week  ? 7
                             : rule_.every == RRule::Every::month ? 28
                                                                  : 365;
        if (period_ * days_in > most) return std::nullopt;
        fill();
    }
    const auto day = found_[at_++];
    if (day >= end) return std::nullopt;
    return day;
}

}  // namespace covision::schedule
