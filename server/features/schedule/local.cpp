#include "server/features/schedule/local.hpp"

#include <cstdio>

namespace covision::schedule {

namespace {

/// `count` digits at `from`, or -1.
int digits(std::string_view text, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

std::optional<LocalDate> parse_local_date(std::string_view text, int until) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (year < 1970 || year > until || month < 1 || day < 1) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return std::nullopt;
    return LocalDate{date};
}

std::optional<LocalTime> parse_local_time(std::string_view text, int until) {
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
    const auto date = parse_local_date(text.substr(0, 10), until);
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return LocalTime{*date} + std::chrono::hours{hour} + std::chrono::minutes{minute};
}

std::string to_text(LocalDate day) {
    const std::chrono::year_month_day date{day};
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::string to_text(LocalTime at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const auto minutes = static_cast<int>((at - day).count());
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d", minutes / 60, minutes % 60);
    return to_text(LocalDate{day}) + text;
}

}  // namespace covision::schedule
