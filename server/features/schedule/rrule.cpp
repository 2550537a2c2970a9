#include "server/features/schedule/rrule.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "server/base/refused.hpp"

namespace covision::schedule {
namespace {

using Strings = std::vector<std::string>;

[[noreturn]] void bad(const std::string& message) { throw Refused("bad_rule", message); }

/// Shown back only where it is a short plain word: a rule is a stranger's text.
std::string shown(std::string_view text) {
    const bool plain = !text.empty() && text.size() <= 24 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-';
    });
    return plain ? std::string(text) : "…";
}

Strings split(std::string_view text, char at) {
    Strings parts;
    while (true) {
        const auto end = text.find(at);
        parts.emplace_back(text.substr(0, end));
        if (end == text.npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// Digits alone, at most nine of them.
std::optional<int> digits(std::string_view text) {
    if (text.empty() || text.size() > 9) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

int whole(const std::string& name, std::string_view text, int lowest, int highest) {
    const auto value = digits(text);
    if (!value || *value < lowest || *value > highest)
        bad(name + " is a number from " + std::to_string(lowest) + " to " + std::to_string(highest) + ".");
    return *value;
}

/// With an optional sign, never 0.
int ordinal(const std::string& name, std::string_view text, int highest) {
    const bool negative = text.substr(0, 1) == "-", sign = negative || text.substr(0, 1) == "+";
    const auto value = digits(sign ? text.substr(1) : text);
    if (!value || *value < 1 || *value > highest)
        bad(name + " is made of numbers from 1 to " + std::to_string(highest) + " or the same with a minus.");
    return negative ? -*value : *value;
}

Weekday weekday(std::string_view text) {
    static constexpr std::array<std::string_view, 7> names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) bad("A weekday is one of MO, TU, WE, TH, FR, SA, SU: " + shown(text) + " is none.");
    return static_cast<Weekday>(found - names.begin());
}

RRule::Every frequency(std::string_view text) {
    if (text == "DAILY") return RRule::Every::day;
    if (text == "WEEKLY") return RRule::Every::week;
    if (text == "MONTHLY") return RRule::Every::month;
    if (text == "YEARLY") return RRule::Every::year;
    bad("FREQ=" + shown(text) + " is not supported: DAILY, WEEKLY, MONTHLY and YEARLY are.");
}

/// "20261231", "20261231T235959" or the same with Z; the value of UNTIL.
RRule::Until until(std::string_view text) {
    const auto wrong = [] { bad("UNTIL is a day or a time, such as 20261231 or 20261231T225900Z."); };
    const bool utc = text.size() == 16 && text[15] == 'Z';
    if (text.size() != 8 && text.size() != 15 && !utc) wrong();
    const auto part = [&](std::size_t from, std::size_t count) { return digits(text.substr(from, count)); };
    const auto year = part(0, 4), month = part(4, 2), of_month = part(6, 2);
    if (!year || !month || !of_month) wrong();
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*of_month))};
    if (!date.ok()) wrong();
    const LocalDate day{date};
    RRule::Until last;
    if (text.size() == 8) {
        last.day = day;
        return last;
    }
    const auto hour = part(9, 2), minute = part(11, 2), second = part(13, 2);
    if (text[8] != 'T' || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) wrong();
    const auto clock = std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
    if (utc)
        last.utc = std::chrono::sys_seconds{day.time_since_epoch() + clock};
    else
        last.local = day + clock;
    return last;
}

void read_days(const std::string& value, RRule& rule) {
    for (const auto& text : split(value, ',')) {
        if (text.size() < 2) bad("BYDAY is made of weekdays such as TU, 2TU or -1FR.");
        RRule::Day day;
        day.day = weekday(std::string_view(text).substr(text.size() - 2));
        if (text.size() > 2) day.nth = ordinal("BYDAY", std::string_view(text).substr(0, text.size() - 2), 53);
        rule.days.push_back(day);
    }
}

void read_part(const std::string& name, const std::string& value, RRule& rule) {
    const auto numbers = [&](std::vector<int>& into, auto read) {
        for (const auto& text : split(value, ',')) into.push_back(read(text));
    };
    if (name == "FREQ")
        rule.every = frequency(value);
    else if (name == "INTERVAL")
        rule.interval = whole(name, value, 1, 9999);
    else if (name == "COUNT")
        rule.count = whole(name, value, 1, 999'999'999);
    else if (name == "UNTIL")
        rule.until = until(value);
    else if (name == "WKST")
        rule.week_starts = weekday(value);
    else if (name == "BYDAY")
        read_days(value, rule);
    else if (name == "BYMONTHDAY")
        numbers(rule.month_days, [&](const auto& text) { return ordinal(name, text, 31); });
    else if (name == "BYMONTH")
        numbers(rule.months, [&](const auto& text) { return whole(name, text, 1, 12); });
    else if (name == "BYSETPOS")
        numbers(rule.positions, [&](const auto& text) { return ordinal(name, text, 366); });
    else
        bad("The part " + shown(name) + " is not supported.");
}

/// What the parts say together (RFC 5545 §3.3.10).
void check_together(const RRule& rule, const std::set<std::string>& parts) {
    using Every = RRule::Every;
    if (!parts.count("FREQ")) bad("A rule says FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.");
    if (parts.count("COUNT") && parts.count("UNTIL")) bad("COUNT and UNTIL do not stand together.");
    if (rule.every == Every::week && !rule.month_days.empty()) bad("BYMONTHDAY does not go with FREQ=WEEKLY.");
    if (!rule.positions.empty() && rule.days.empty() && rule.month_days.empty() && rule.months.empty())
        bad("BYSETPOS needs another part that begins with BY.");
    const int most = rule.every == Every::month || (rule.every == Every::year && !rule.months.empty()) ? 5
                     : rule.every == Every::year                                                       ? 53
                                                                                                       : 0;
    for (const auto& day : rule.days) {
        if (day.nth != 0 && most == 0) bad("A numbered weekday such as 2TU goes with FREQ=MONTHLY or YEARLY only.");
        if (std::abs(day.nth) > most) bad("A month has five of each weekday at most, a year 53.");
    }
}

}  // namespace

RRule parse_rrule(std::string_view text) {
    std::string upper(text);
    for (auto& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (upper.rfind("RRULE:", 0) == 0) upper.erase(0, 6);
    if (upper.size() > 2000) bad("A rule has 2,000 characters at most.");
    RRule rule;
    std::set<std::string> seen;
    for (const auto& part : split(upper, ';')) {
        const auto equals = part.find('=');
        if (equals == part.npos || equals == 0 || equals + 1 == part.size())
            bad("A rule is made of NAME=VALUE parts with a semicolon between them, such as FREQ=WEEKLY;BYDAY=TU.");
        const auto name = part.substr(0, equals);
        if (!seen.insert(name).second) bad(shown(name) + " stands twice.");
        read_part(name, part.substr(equals + 1), rule);
    }
    check_together(rule, seen);
    return rule;
}

}  // namespace covision::schedule
