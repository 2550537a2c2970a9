#include "server/features/schedule/posix_zone.hpp"

#include <cctype>

namespace covision::schedule {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

/// Reads from the front of `rest`; every function says whether it could.
struct PosixReader {
    std::string_view rest;

    bool eat(char c) {
        if (rest.empty() || rest.front() != c) return false;
        rest.remove_prefix(1);
        return true;
    }
    bool number(int& value) {
        std::size_t n = 0;
        value = 0;
        while (n < rest.size() && n < 3 && std::isdigit(static_cast<unsigned char>(rest[n]))) {
            value = value * 10 + (rest[n++] - '0');
        }
        rest.remove_prefix(n);
        return n > 0;
    }
    bool name() {
        std::size_t n = 0;
        if (eat('<')) {
            n = rest.find('>');
            if (n == rest.npos) return false;
            rest.remove_prefix(n + 1);
            return true;
        }
        while (n < rest.size() && std::isalpha(static_cast<unsigned char>(rest[n]))) ++n;
        rest.remove_prefix(n);
        return n >= 3;
    }
    bool time(seconds& value) {
        const bool minus = eat('-');
        if (!minus) eat('+');
        int part[3] = {0, 0, 0};
        if (!number(part[0])) return false;
        for (int i = 1; i < 3 && eat(':'); ++i) {
            if (!number(part[i])) return false;
        }
        value = seconds{part[0] * 3600 + part[1] * 60 + part[2]};
        if (minus) value = -value;
        return true;
    }
    bool change(PosixZone::Change& change) {
        if (!eat(',')) return false;
        if (eat('M')) {
            if (!number(change.month) || !eat('.') || !number(change.week) || !eat('.') || !number(change.day))
                return false;
            if (change.month < 1 || change.month > 12 || change.week < 1 || change.week > 5 || change.day > 6)
                return false;
        } else {
            change.kind = eat('J') ? 'J' : 'N';
            if (!number(change.day) || change.day > 365) return false;
        }
        return !eat('/') || time(change.time);
    }
    bool zone(PosixZone& zone) {
        if (!name() || !time(zone.standard_)) return false;
        zone.standard_ = -zone.standard_;  // POSIX counts westwards
        if (rest.empty()) return true;
        if (!name()) return false;
        zone.changes_ = true;
        zone.daylight_ = zone.standard_ + std::chrono::hours{1};
        if (!rest.empty() && rest.front() != ',') {
            if (!time(zone.daylight_)) return false;
            zone.daylight_ = -zone.daylight_;
        }
        return change(zone.start_) && change(zone.end_) && rest.empty();
    }
};

std::optional<PosixZone> PosixZone::parse(std::string_view text) {
    PosixZone zone;
    if (!PosixReader{text}.zone(zone)) return std::nullopt;
    return zone;
}

sys_seconds PosixZone::Change::local(std::chrono::year year) const {
    const sys_days first{year / std::chrono::January / 1};
    if (kind == 'N') return first + days{day} + time;
    if (kind == 'J') return first + days{day - 1 + (year.is_leap() && day >= 60 ? 1 : 0)} + time;
    const std::chrono::month in(static_cast<unsigned>(month));
    const std::chrono::weekday weekday(static_cast<unsigned>(day));
    if (week == 5) return sys_days{year / in / weekday[std::chrono::last]} + time;
    return sys_days{year / in / weekday[static_cast<unsigned>(week)]} + time;
}

seconds PosixZone::offset(sys_seconds at) const {
    if (!changes_) return standard_;
    const auto year = std::chrono::year_month_day{std::chrono::floor<days>(at + standard_)}.year();
    const auto start = start_.local(year) - standard_, end = end_.local(year) - daylight_;
    const bool daylight = start < end ? start <= at && at < end : !(end <= at && at < start);
    return daylight ? daylight_ : standard_;
}

}  // namespace covision::schedule
