#include "server/deid/calendar.hpp"

#include <array>
#include <string>
#include <string_view>

#include "server/deid/figures.hpp"
#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

// "14", "14th", "14." (the sign counts as part when German); -1 when it is no day.
struct DayNumber {
    int day = -1;
    bool ordinal = false;
    std::size_t last = 0;
};

// "seventeenth", "dreizehnten"; 0 when it is no such word.
int ordinal_word(const Note& note, std::size_t i) {
    constexpr std::array<std::string_view, 31> english = {
        "first",        "second",      "third",        "fourth",      "fifth",       "sixth",         "seventh",
        "eighth",       "ninth",       "tenth",        "eleventh",    "twelfth",     "thirteenth",    "fourteenth",
        "fifteenth",    "sixteenth",   "seventeenth",  "eighteenth",  "nineteenth",  "twentieth",     "twentyfirst",
        "twentysecond", "twentythird", "twentyfourth", "twentyfifth", "twentysixth", "twentyseventh", "twentyeighth",
        "twentyninth",  "thirtieth",   "thirtyfirst"};
    constexpr std::array<std::string_view, 31> german = {"erst",
                                                         "zweit",
                                                         "dritt",
                                                         "viert",
                                                         "funft",
                                                         "sechst",
                                                         "siebt",
                                                         "acht",
                                                         "neunt",
                                                         "zehnt",
                                                         "elft",
                                                         "zwolft",
                                                         "dreizehnt",
                                                         "vierzehnt",
                                                         "funfzehnt",
                                                         "sechzehnt",
                                                         "siebzehnt",
                                                         "achtzehnt",
                                                         "neunzehnt",
                                                         "zwanzigst",
                                                         "einundzwanzigst",
                                                         "zweiundzwanzigst",
                                                         "dreiundzwanzigst",
                                                         "vierundzwanzigst",
                                                         "funfundzwanzigst",
                                                         "sechsundzwanzigst",
                                                         "siebenundzwanzigst",
                                                         "achtundzwanzigst",
                                                         "neunundzwanzigst",
                                                         "dreissigst",
                                                         "einunddreissigst"};
    const Token& token = note.at(i);
    if (!token.word() || token.size() < 5) return 0;
    std::string word = folded(note.view(token));
    if ((word == "twenty" || word == "thirty") && note.sign(i + 1, '-') && note.glued(i + 1) && note.glued(i + 2)) {
        word += folded(note.view(i + 2));
    }
    for (std::size_t d = 0; d < english.size(); ++d) {
        if (word == english[d]) return static_cast<int>(d) + 1;
        const std::string_view stem = german[d];
        const bool inflected = word.size() > stem.size() && word.size() <= stem.size() + 2 && word[stem.size()] == 'e';
        if (inflected && word.compare(0, stem.size(), stem) == 0) return static_cast<int>(d) + 1;
    }
    return 0;
}

DayNumber day_number(const Note& note, std::size_t i) {
    DayNumber result;
    result.last = i;
    const Token& token = note.at(i);
    const std::string_view text = note.view(token);
    if (token.word()) {
        result.day = ordinal_word(note, i);
        result.ordinal = result.day > 0;
        if (note.sign(i + 1, '-') && result.day > 0) result.last = i + 2;
    } else if (token.number()) {
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
    if (date.year == 0 && note.at(at).all_capital && note.sign(at - 1, '.') && !note.german) return {};  // "2. OCT"
    if (date.year == 0 && note.joined(next) && note.at(next).number() && note.at(next).size() == 2 &&
        note.sign(next - 1, '-')) {
        date.year = 2000 + value_of(note, next);
        date.last = next;
    }
    return date;
}

// "2003-Sep-14".
Day year_month_day(const Note& note, std::size_t i) {
    const int year = value_of(note, i), month = month_of(note, i + 2), day = value_of(note, i + 4);
    if (note.at(i).size() != 4 || !year_value(year) || month == 0 || day < 1 || day > 31) return {};
    for (std::size_t k = i + 1; k <= i + 4; ++k) {
        if (!note.glued(k) || (k % 2 == (i + 1) % 2 && !note.sign(k, '-'))) return {};
    }
    return {year, month, day, i + 4};
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
        !note.is(next, stop | english | german | day_before) && !(note.joined(i) && note.is(i - 1, day_before))) {
        return {};  // but "on May 2 showed"
    }
    Day date{0, month_of(note, i), day.day, note.sign(day.last, '.') ? day.last - 1 : day.last};
    read_year(note, date.last + 1, date);
    return date;
}

}  // namespace

// "the first of May", "am dreizehnten März": the month must follow at once, in English after "of" ("her first March").
bool spelt_day(const Note& note, std::size_t i) {
    if (note.is(i + 1, month)) return note.at(i).german && !note.is(i, month);
    const std::size_t of = note.sign(i + 1, '-') ? i + 3 : i + 1;
    return note.at(of).size() == 2 && note.is(of + 1, month) && note.view(of) == "of";
}

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
    if (token.word() && note.is(i, month)) return month_day(note, i);
    if (token.word()) return spelt_day(note, i) ? day_month(note, i) : Day{};
    if (token.number() && i > 0 && note.glued(i)) {
        const Token& before = note.at(i - 1);
        const char c = note.text[before.begin];
        // "30.12./31.12.2024", "1.3.2024/2.3.2024"
        const bool dotted =
            c == '/' && note.sign(i + 1, '.') && i > 3 && (note.sign(i - 2, '.') || note.sign(i - 3, '.'));
        if (before.kind != Token::Kind::sign || c == '.' || (c == '/' && !dotted) || c == ',' || c == '$') return {};
        const std::size_t other = note.sign(i - 2, '.') && i > 2 ? i - 3 : i - 2;
        const std::size_t next = note.sign(i + 1, '.') ? i + 2 : i + 1;
        const bool range = i > 1 && note.at(other).number() && note.at(other).size() <= 2 && !note.glued(other) &&
                           note.is(next, month);  // 8-10 September, 5.-9. Oktober
        if (c == '-' && range) return day_month(note, i);
        if (c == '-' && !ends_range(note, i)) return {};
    }
    Day date = token.number() ? read_figures(note, i) : Day{};
    if (date.month == 0) date = day_month(note, i);
    if (date.month == 0 && token.number() && note.sign(i + 1, '-')) date = year_month_day(note, i);
    return date;
}

}  // namespace covision::deid
