// Exact dates, months with a year, times of birth, ages over 89.
#include "server/deid/calendar.hpp"

namespace covision::deid {
namespace {

bool birth_near(const Note& note, std::size_t i) { return note.near_before(i, birth, 5); }

// "on the 14th" without a month. "on the 5th session" counts something else.
void find_bare_day(const Note& note, std::size_t i, Candidates& found) {
    if (note.at(i).kind != Token::Kind::mixed || i < 2 || note.view(i - 1) != "the") return;
    if (!note.joined(i) || !note.is(i - 2, day_before) || note.view(i - 2) == "of" || note.view(i - 2) == "by") return;
    const std::string_view text = note.view(i);
    if (text.size() < 3 || text.size() > 4) return;
    const std::string_view tail = text.substr(text.size() - 2);
    if (tail != "st" && tail != "nd" && tail != "rd" && tail != "th") return;
    const int day = (text[0] - '0') * (text.size() == 4 ? 10 : 1) + (text.size() == 4 ? text[1] - '0' : 0);
    if (day < 1 || day > 31) return;
    if (note.joined(i + 1) && note.at(i + 1).kind != Token::Kind::sign) return;
    note.add(found, i, i, Type::date, Level::review, "day_of_month");
}

// "born at 03:42".
void find_birth_time(const Note& note, std::size_t i, Candidates& found) {
    const int hour = value_of(note, i), minute = value_of(note, i + 2);
    if (hour < 0 || hour > 23 || !note.sign(i + 1, ':') || !note.glued(i + 1) || !note.glued(i + 2)) return;
    if (minute < 0 || minute > 59 || note.at(i + 2).size() != 2) return;
    if (note.near_before(i, birth, 8)) note.add(found, i, i + 2, Type::date, Level::must_replace, "birth_time");
}

// YYYYMMDD or DDMMYYYY, which only a word for birth or date makes one.
void find_compact(const Note& note, std::size_t i, Candidates& found) {
    if (note.at(i).size() != 8 || !note.near_before(i, birth | day_before, 3)) return;
    const std::string_view digits = note.view(i);
    auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
    const bool year_first =
        (two(0) == 19 || two(0) == 20) && two(4) >= 1 && two(4) <= 12 && two(6) >= 1 && two(6) <= 31;
    const bool year_last = (two(4) == 19 || two(4) == 20) && two(0) <= 31 && two(2) <= 12 && two(0) > 0 && two(2) > 0;
    if (year_first || year_last) note.add(found, i, i, Type::date, Level::must_replace, "exact_date");
}

}  // namespace

void find_dates(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        const bool digits = token.number() || token.kind == Token::Kind::mixed;
        if (!digits && !token.entry->is(month)) continue;
        const Day date = read_date(note, i);
        if (date.month != 0) {
            if (date.day == 0) {
                note.add(found, i, date.last, Type::date, Level::review, "month_and_year");
            } else {
                const char* why = birth_near(note, i) ? "birth_date" : "exact_date";
                note.add(found, i, date.last, Type::date, Level::must_replace, why);
            }
            i = date.last;
            continue;
        }
        if (token.kind == Token::Kind::mixed) find_bare_day(note, i, found);
        if (token.number()) {
            find_birth_time(note, i, found);
            find_compact(note, i, found);
        }
    }
}

// Safe Harbor wants ages over 89 as "90 or older"; the younger ones may stay.
void find_ages(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        const int age = value_of(note, i);
        if (age < 90 || age > 119 || note.is(i - 1, over)) continue;
        if (i > 0 && note.glued(i) && !note.at(i - 1).line_start && note.at(i - 1).kind == Token::Kind::sign &&
            !note.sign(i - 1, '(')) {
            continue;
        }
        std::size_t last = i;
        bool told = note.near_before(i, age_before, 3);
        std::size_t next = i + 1;
        if (note.sign(next, '-') && note.glued(next)) ++next;
        const std::string_view word = note.joined(next) ? note.view(next) : std::string_view{};
        if (note.is(next, year_word) && note.joined(next)) {
            std::size_t after = next + 1;
            if (note.sign(after, '-')) ++after;
            const std::string_view tail = note.view(after);
            if (next > i + 1 || word.rfind("jahrig", 0) == 0 || word == "yo" || tail == "old" || tail == "alt" ||
                tail == "o" || note.sign(after, '/')) {
                told = true;
                last = note.sign(i + 1, '-') ? (tail == "old" ? after : next) : i;
            }
        } else if (next > i + 1 && (word.find("jährig") == 0 || word.find("jaehrig") == 0)) {
            told = true;
            last = next;
        }
        if (told) note.add(found, i, last, Type::age, Level::review, "age_over_89");
    }
}

}  // namespace covision::deid
