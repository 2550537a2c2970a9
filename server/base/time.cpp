#include "server/base/time.hpp"

#include <cstdio>

namespace covision {
namespace {

/// Reads `count` digits at `from`; -1 where one of them is none.
int digits(std::string_view text, std::size_t from, std::size_t count) {
    if (from + count > text.size()) return -1;
    int value = 0;
    for (char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Micros> fraction(std::string_view text) {
    if (text.empty()) return Micros{0};
    if (text.front() != '.' || text.size() < 2 || text.size() > 7 || text.back() == '0') return std::nullopt;
    int value = digits(text, 1, text.size() - 1);
    if (value < 0) return std::nullopt;
    for (std::size_t i = text.size(); i < 7; ++i) value *= 10;
    return Micros{value};
}

}  // namespace

std::string rfc3339(Instant at) {
    using namespace std::chrono;
    auto day = floor<days>(at);
    year_month_day date{day};
    auto rest = at - day;
    auto whole = floor<seconds>(rest);
    hh_mm_ss time{whole};
    char text[40];
    int length = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                               static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                               static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                               static_cast<int>(time.seconds().count()));
    std::string result(text, static_cast<std::size_t>(length));
    if (auto part = (rest - whole).count(); part != 0) {
        length = std::snprintf(text, sizeof text, ".%06lld", static_cast<long long>(part));
        result.append(text, static_cast<std::size_t>(length));
        while (result.back() == '0') result.pop_back();
    }
    return result + 'Z';
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    using namespace std::chrono;
    if (text.size() < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text.back() != 'Z')
        return std::nullopt;
    int y = digits(text, 0, 4), mo = digits(text, 5, 2), d = digits(text, 8, 2);
    int h = digits(text, 11, 2), mi = digits(text, 14, 2), s = digits(text, 17, 2);
    if (y < 1970 || mo < 0 || d < 0 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 59) return std::nullopt;
    year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    auto part = fraction(text.substr(19, text.size() - 20));
    if (!date.ok() || !part) return std::nullopt;
    return Instant{sys_days{date}.time_since_epoch() + hours{h} + minutes{mi} + seconds{s} + *part};
}

Instant SystemClock::now() const { return std::chrono::time_point_cast<Micros>(std::chrono::system_clock::now()); }

}  // namespace covision
