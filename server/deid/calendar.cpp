#include "server/deid/calendar.hpp"

#include <array>
#include <string>
#include <string_view>

#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

// "14", "14th", "14." (the sign counts as part when German); -1 when it is no day.
struct DayNumber {
    int day = -1;
    bool ordinal = false;
    std::size_t last = 0;
};

DayNumber day_number(const Note& note, std::size_t i) {
    DayNumber result;
    result.last = i;
    const Token& token = note.at(i);
    const std::string_view text = note.view(token);
    if (token.number()) {
        result.day = value_of(note, i);
        if (note.sign(i + 1, '.') && note.glued(i + 1) && (note.at(i + 2).space_before || month_of(note, i + 2) > 0)) {
            result.ordinal = true;
            result.last = i + 1;
        }
    } else if (token.kind == Token::Kind::mixed && text.size() >= 3 && text.size() <= 4) {
        const std::string_view tail = text.substr(text.size() - 2);
        const std::string end = folded(tail);
        if (end != "st" && end != "nd" && end != "rd" && end != "th") return result;
        int value = 0;
        for (const char c : text.substr(0, text.size() - 2)) {
            if (c < '0' || c > '9') return result;
            value = value * 10 + (c - '0');
        }
        result.day = value;
        result.ordinal = true;
    }
    if (result.day < 1 || result.day > 31) result.day = -1;
    return result;
}

bool year_value(int value) { return value >= 1900 && value <= 2099; }

// A month's name that is meant as one. "may", "march", "mar" are words and names too.
bool month_meant(const Note& note, std::size_t i) {
    if (month_of(note, i) == 0) return false;
    if (note.at(i).capital || !note.is(i, ambiguous_month)) return true;
    const int year = note.joined(i + 1) && note.at(i + 1).size() == 4 ? value_of(note, i + 1) : 0;
    return year >= 1900 && year <= 2099;  // may 2024
}

void read_year(const Note& note, std::size_t i, Day& date) {
    std::size_t at = i;
    if ((note.sign(at, ',') || note.sign(at, '.')) && note.joined(at + 1) && note.at(at + 1).number()) ++at;
    if (note.joined(at) && note.at(at).number() && note.at(at).size() == 4 && year_value(value_of(note, at))) {
        date.year = value_of(note, at);
        date.last = at;
        return;
    }
    if (note.sign(at, '\'') && note.at(at + 1).number() && note.at(at + 1).size() == 2) {
        date.year = 2000 + value_of(note, at + 1);
        date.last = at + 1;
    }
}

// "14 March 2025", "14th of March", "14. März".
Day day_month(const Note& note, std::size_t i) {
    const DayNumber day = day_number(note, i);
    if (day.day < 0) return {};
    std::size_t at = day.last + 1;
    if (note.is(at, particle | place_before) && note.view(at) == "of") ++at;
    if (!note.joined(at) && at != i + 1) return {};
    if (note.sign(at, '-') && note.glued(at)) ++at;  // 14-Mar-2025
    if (!note.joined(at) || month_of(note, at) == 0) return {};
    if (!month_meant(note, at) && !(day.ordinal && note.view(at).size() > 2)) return {};
    Day date{0, month_of(note, at), day.day, at};
    std::size_t next = at + 1;
    if (note.sign(next, '.') && note.glued(next) && note.view(at).size() <= 4 && !note.at(next + 1).sentence_start)
        ++next;
    if (note.sign(next, '-') && note.glued(next) && note.at(next + 1).number()) ++next;
    read_year(note, next, date);
    if (date.year == 0 && note.joined(next) && note.at(next).number() && note.at(next).size() == 2 &&
        note.sign(next - 1, '-')) {
        date.year = 2000 + value_of(note, next);
        date.last = next;
    }
    return date;
}

// "March 14, 2025", "Mar. 14th", "March 2025".
Day month_day(const Note& note, std::size_t i) {
    if (!month_meant(note, i)) return {};
    std::size_t at = i + 1;
    if (note.sign(at, '.') && note.glued(at)) ++at;
    if (note.is(at, stop) && note.view(at) == "the") ++at;
    if (!note.joined(at)) return {};
    const int number = value_of(note, at);
    if (note.at(at).size() == 4 && year_value(number)) return {number, month_of(note, i), 0, at};
    if (note.sign(at, '\'') && note.glued(at + 1) && note.at(at + 1).number() && note.at(at + 1).size() == 2) {
        return {2000 + value_of(note, at + 1), month_of(note, i), 0, at + 1};  // March '24
    }
    const DayNumber day = day_number(note, at);
    if (day.day < 0) return {};
    // "April 16 years old", "May 5 mg", "Jan 5 Jahre": a name or a word before a measure.
    const std::size_t next = day.last + 1;
    if (note.joined(next) && note.is(next, year_word)) return {};
    const bool time = note.sign(next, ':') && note.glued(next) && note.glued(next + 1) && note.at(next + 1).number();
    if (note.sign(next, '/') || note.sign(next, '%') || time) return {};
    if (!day.ordinal && note.is(i, ambiguous_month) && note.joined(next) && note.at(next).word() &&
        !note.is(next, stop | english | german | day_before)) {
        return {};
    }
    Day date{0, month_of(note, i), day.day, note.sign(day.last, '.') ? day.last - 1 : day.last};
    read_year(note, date.last + 1, date);
    return date;
}

bool plausible(int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; }

int full_year(int value, std::uint32_t digits) {
    if (digits == 4) return year_value(value) ? value : 0;
    if (digits != 2) return 0;
    return value < 40 ? 2000 + value : 1900 + value;
}

// The word right before a day in figures, and what it says: "on", "seit", "appt", a weekday.
bool asked_for(const Note& note, std::size_t i) {
    std::size_t before = note.word_before(i);
    if (before >= note.size() || before + 2 < i ||
        (before + 2 == i && !note.sign(i - 1, ',') && !note.sign(i - 1, '.') && !note.sign(i - 1, ':'))) {
        return false;
    }
    const std::string_view word = note.view(before);
    if (word == "of" || word == "and" || word == "to" || word == "between" || word == "um" || word == "around")
        return false;
    return note.is(before, day_before | birth | weekday | day_event);
}

// "14.03.", "am 3.4.": two numbers and a second full stop.
Day dotted_day(const Note& note, std::size_t i, std::size_t second, int day, int month) {
    const bool dotted = note.sign(second + 1, '.') && note.glued(second + 1);
    const bool padded = note.at(i).size() == 2 && note.at(second).size() == 2 && note.text[note.at(second).begin] < '2';
    const bool asked = asked_for(note, i);
    const bool listed = note.sign(i - 1, ',') || (note.sign(second + 2, ',') && note.at(second + 3).number()) ||
                        (note.at(i).line_start && note.joined(second + 2) && !note.at(second + 2).capital);
    if (dotted && (asked || ((padded || listed || day > 12) && note.german))) return {0, month, day, second + 1};
    const std::size_t before = note.word_before(i);
    const bool sure = note.german || note.view(before) == "on" || note.is(before, weekday);
    const bool event = note.is(before, day_event) && day > 12;
    return asked && ((padded && sure) || event) ? Day{0, month, day, second} : Day{};
}

// "on 14/03", "due 30/4", "by 5/16": a word that asks for a day must stand before it, as there are scores and
// durations ("4/7" four days, "2/52" two weeks, "6/12" six months).
Day slashed_day(const Note& note, std::size_t i, std::size_t second, int a, int b) {
    if (note.at(i).size() > 2 || (!plausible(a, b) && !plausible(b, a))) return {};
    // "on 30/09 and 7/10": what holds for the one holds for the other.
    const bool second_of_two = i > 5 && (note.view(i - 1) == "and" || note.view(i - 1) == "und") &&
                               note.sign(i - 3, '/') && asked_for(note, i - 4);
    if (second_of_two && b != 52) return plausible(a, b) ? Day{0, b, a, second} : Day{0, a, b, second};
    if (!asked_for(note, i)) return {};
    if (note.sign(second + 1, '/') || note.sign(second + 1, '%') || note.sign(i - 1, '/')) return {};
    const bool padded = (note.at(i).size() == 2 && note.at(second).size() == 2) &&
                        (note.text[note.at(second).begin] == '0' || note.text[note.at(i).begin] == '0');
    const std::string_view word = note.view(note.word_before(i));
    const bool sure = word == "on" || word == "since" || word == "until" || word == "till" || word == "vom" ||
                      word == "am" || word == "seit" || word == "bis" ||
                      note.is(note.word_before(i), day_event | weekday);
    const std::size_t next = second + 1;
    const bool closes = !note.joined(next) || (!note.at(next).word() && !note.sign(next, '-'));
    const bool duration = (b == 7 || b == 12 || b == 24) && !padded && !(closes && sure);
    if (duration || (!sure && !padded && a < b && b <= 12)) return {};
    return plausible(a, b) ? Day{0, b, a, second} : Day{0, a, b, second};
}

// "14.03.2025", "14/03/25", "2025-03-14", "14.03." — three or two numbers with the same sign between.
Day numeric(const Note& note, std::size_t i) {
    if (!note.at(i).number() || note.at(i).size() > 4) return {};
    const Token& sign = note.at(i + 1);
    if (sign.kind != Token::Kind::sign || sign.size() != 1 || !note.glued(i + 1)) return {};
    const char c = note.text[sign.begin];
    if (c != '.' && c != '/' && c != '-') return {};
    std::size_t second = i + 2;
    if (!note.at(second).number() || (!note.glued(second) && c != '.')) return {};
    if (note.at(second).size() > 2 || !note.joined(second)) return {};
    const int a = value_of(note, i), b = value_of(note, second);
    const bool third = note.sign(second + 1, c) && note.glued(second + 1) && note.joined(second + 2) &&
                       (note.glued(second + 2) || c == '.') && note.at(second + 2).number();
    if (third) {
        const Token& last = note.at(second + 2);
        const int year = value_of(note, second + 2);
        if (note.at(i).size() == 4) {
            if (year_value(a) && last.size() <= 2 && plausible(year, b)) return {a, b, year, second + 2};
            return {};
        }
        if (note.glued(second + 3) && (note.sign(second + 3, '.') || note.sign(second + 3, '/')) &&
            note.glued(second + 4) && note.at(second + 4).number()) {
            return {};  // a version, an address, an outline
        }
        const int full = full_year(year, last.size());
        if (full == 0) return {};
        if (plausible(a, b)) return {full, b, a, second + 2};
        if (plausible(b, a) && c != '.') return {full, a, b, second + 2};
        if (c == '.') return {};
        return {};
    }
    if (c == '.' && plausible(a, b)) return dotted_day(note, i, second, a, b);
    if (c == '/') return slashed_day(note, i, second, a, b);
    return {};
}

}  // namespace

int value_of(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!token.number() || token.size() > 6) return -1;
    int value = 0;
    for (const char c : note.view(token)) value = value * 10 + (c - '0');
    return value;
}

int month_of(const Note& note, std::size_t i) {
    if (!note.is(i, month)) return 0;
    const std::string word = folded(note.view(i));
    if (word == "maerz" || word == "janner") return word == "maerz" ? 3 : 1;
    constexpr std::array<std::string_view, 12> starts = {"jan", "feb", "mar", "apr", "ma",  "jun",
                                                         "jul", "aug", "sep", "o",   "nov", "de"};
    for (std::size_t m = 0; m < starts.size(); ++m) {
        if (word.rfind(starts[m], 0) == 0) return static_cast<int>(m) + 1;
    }
    return 0;
}

Day read_date(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (token.word()) return note.is(i, month) ? month_day(note, i) : Day{};
    if (token.number() && i > 0 && note.glued(i)) {
        const Token& before = note.at(i - 1);
        const char c = note.text[before.begin];
        if (before.kind != Token::Kind::sign || c == '.' || c == '/' || c == '-' || c == ',' || c == '$') return {};
    }
    Day date = token.number() ? numeric(note, i) : Day{};
    if (date.month == 0) date = day_month(note, i);
    return date;
}

}  // namespace covision::deid
