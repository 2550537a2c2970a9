// Exact dates, months with a year, times of birth, ages over 89.
#include <algorithm>
#include <array>
#include <string>

#include "server/deid/figures.hpp"
#include "server/deid/fold.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

bool birth_near(const Note& note, std::size_t i) { return note.near_before(i, birth, 5); }

// "on the 14th", "am 13." without a month. "on the 5th session", "am 3. Tag" count something else.
void find_bare_day(const Note& note, std::size_t i, Candidates& found) {
    if (i < 1 || !note.joined(i)) return;
    const bool german = note.at(i).number();
    const std::string_view text = note.view(i);
    if (text.size() > 4) return;
    int day = 0;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') day = day * 10 + (text[digits++] - '0');
    if (day < 1 || day > 31 || digits > 2) return;
    std::size_t last = i;
    if (german) {
        if (!note.is(i - 1, day_before) || !note.sign(i + 1, '.') || !note.glued(i + 1)) return;
        const std::string_view word = note.view(i - 1);
        if (word != "am" && word != "vom" && word != "zum" && word != "bis" && word != "seit" && word != "ab") return;
        const Token& next = note.at(i + 2);
        static const WordSet counted(
            "tag woche stunde sitzung jahr monat therapie termin mal lebenstag lebensjahr lebensmonat lebenswoche geburtstag hochzeitstag "
            "behandlungstag verhandlungstag treffen schultag arbeitstag tages jahrestag ssw zyklustag krankheitstag std "
            "postop klasse stock og etage platz finger zeh bwk lwk brustwirbel");
        // "hat am 14. Firmung": what is counted seldom gets so far.
        const bool high = day > 12 && word == "am";
        if (note.joined(i + 2) &&
            (next.number() || counted.has(next) || (!high && next.word() && next.capital && !next.entry->is(stop))))
            return;
        last = i + 1;
    } else {
        const bool asked = i > 1 && note.view(i - 1) == "the" && note.is(i - 2, day_before) &&
                           note.view(i - 2) != "of" && note.view(i - 2) != "by";
        static const WordSet ending("by until till til due exp");  // "by 25th"
        const bool awaited = i > 0 && note.joined(i) && ending.has(note.at(i - 1));
        if (!asked && !awaited && !note.is(i - 1, weekday)) return;  // "on the 14th", "Friday 31st"
        const std::string_view tail = text.substr(digits);
        if (tail != "st" && tail != "nd" && tail != "rd" && tail != "th") return;
        const bool goes_on = asked && note.at(i + 1).entry->is(stop | says | is_verb);  // "on the 14th he fell"
        if (note.joined(i + 1) && note.at(i + 1).kind != Token::Kind::sign && !goes_on) return;
    }
    note.add(found, i, last, Type::date, Level::review, "day_of_month");
}

// "seit 9/23": a month and a year of two digits, after a word that asks for a time.
bool month_slash_year(const Note& note, std::size_t i) {
    const int a = value_of(note, i), b = value_of(note, i + 2);
    if (a < 1 || a > 12 || !note.sign(i + 1, '/') || !note.glued(i + 1) || !note.glued(i + 2)) return false;
    if (note.sign(i - 1, '/') || note.sign(i + 3, '/') || note.at(i).size() > 2) return false;
    const std::size_t size = note.at(i + 2).size();
    if (size == 4) return b >= 1900 && b <= 2099;
    const std::string_view word = note.view(i - 1);
    const bool asks = word == "seit" || word == "since" || word == "ab" || word == "from" || word == "bis" ||
                      word == "until" || word == "till";
    return size == 2 && note.joined(i) && asks && b >= 13 && b <= 39;
}

// "Easter 2024", "Weihnachten 2023": a feast of one year is a day.
void find_feast(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    while (note.joined(at) && at < i + 3 &&
           (note.is(at, weekday | feast) || note.view(at) == "Day" || note.view(at) == "Eve"))
        ++at;
    const int year = note.joined(at) && note.at(at).size() == 4 ? value_of(note, at) : 0;
    if (year >= 1900 && year <= 2099) note.add(found, i, at, Type::date, Level::review, "feast_and_year");
}

// "Herbst 2019", "summer of 2018": as narrow as a few months.
void find_season(const Note& note, std::size_t i, Candidates& found) {
    const std::size_t at = note.view(i + 1) == "of" || note.sign(i + 1, ',') ? i + 2 : i + 1;
    const int year = note.joined(i + 1) && note.joined(at) && note.at(at).number() ? value_of(note, at) : 0;
    const Token& next = note.at(at + 1);
    const bool measured =
        note.joined(at + 1) && (next.word() || next.number() || (next.kind == Token::Kind::sign && note.glued(at + 2)));
    const bool short_year =
        note.at(i).german && note.at(i).capital && note.at(at).size() == 2 && year >= 10 && year < 40;
    if ((note.at(at).size() == 4 && year >= 1900 && year <= 2099) || (short_year && !measured && at == i + 1))
        note.add(found, i, at, Type::date, Level::review, "season_and_year");
}

// "born at 03:42".
void find_birth_time(const Note& note, std::size_t i, Candidates& found) {
    const int hour = value_of(note, i), minute = value_of(note, i + 2);
    if (hour < 0 || hour > 23 || !note.sign(i + 1, ':') || !note.glued(i + 1) || !note.glued(i + 2)) return;
    if (minute < 0 || minute > 59 || note.at(i + 2).size() != 2) return;
    if (note.near_before(i, birth, 8)) note.add(found, i, i + 2, Type::date, Level::must_replace, "birth_time");
}

// "DOB 14 08 1951": three numbers with nothing between.
void find_spaced(const Note& note, std::size_t i, Candidates& found) {
    const int day = value_of(note, i), middle = value_of(note, i + 1), year = value_of(note, i + 2);
    if (note.at(i).size() > 2 || note.at(i + 1).size() > 2 || note.at(i + 2).size() != 4 || !note.joined(i + 2)) return;
    if (day < 1 || day > 31 || middle < 1 || middle > 31 || (day > 12 && middle > 12) || !year_value(year)) return;
    if (note.near_before(i, birth, 3)) note.add(found, i, i + 2, Type::date, Level::must_replace, "birth_date");
}

// "14Aug2019", "14AUG", "Aug14": a day and a month in one word.
void find_glued(const Note& note, std::size_t i, Candidates& found) {
    constexpr std::array<std::string_view, 14> months = {"jan", "feb", "mar", "apr", "may", "jun", "jul",
                                                         "aug", "sep", "oct", "nov", "dec", "okt", "dez"};
    const std::string_view text = note.view(i);
    if (text.size() < 4 || text.size() > 9) return;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return;
    }
    const std::size_t letters = text.find_first_not_of("0123456789");
    const std::string month = folded(text.substr(letters, 3));
    if (std::find(months.begin(), months.end(), month) == months.end()) return;
    if (letters == 0 && text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) return;  // SEP15
    const std::string_view before = text.substr(0, letters), after = text.substr(letters + 3);
    if (after.find_first_not_of("0123456789") != std::string_view::npos) return;
    const std::string_view day = letters > 0 ? before : after;
    if (day.empty() || day.size() > 2 || (letters > 0 && after.size() % 2 == 1)) return;
    int value = 0;
    for (const char c : day) value = value * 10 + (c - '0');
    if (value >= 1 && value <= 31) note.add(found, i, i, Type::date, Level::must_replace, "exact_date");
}

// "14 and 15 March", "14-15 March", "March 14 and 15": the day that shares its month with the date at token i.
void find_other_day(const Note& note, std::size_t i, const Day& date, Candidates& found) {
    const auto joins = [&note](std::size_t k) {
        const std::string_view text = note.view(k);
        return text == "-" || text == "/" || text == "and" || text == "und" || text == "to" || text == "bis" ||
               text == "&" || text == "or" || text == "oder";
    };
    const auto day = [&note](std::size_t k) {
        return note.at(k).size() <= 2 && value_of(note, k) >= 1 && value_of(note, k) <= 31 ? value_of(note, k) : 0;
    };
    const bool month_led = note.is(i, month);
    if (!month_led && i > 1 && note.joined(i) && note.joined(i - 1)) {
        const std::size_t other = note.sign(i - 2, '.') && i > 2 ? i - 3 : i - 2;
        const bool in_order = day(other) > 0 && day(other) < date.day && !note.glued(other);
        if (joins(i - 1) && in_order && !(note.glued(i - 1) && !note.glued(i))) {
            note.add(found, other, other, Type::date, Level::review, "day_of_month");
        }
        return;
    }
    const std::size_t other = date.last + 2;
    if (!month_led || date.year != 0 || !joins(date.last + 1) || !note.joined(other) || day(other) <= date.day) return;
    const Token& next = note.at(other + 1);
    const bool counts = note.joined(other + 1) && (next.word() || next.number() || note.sign(other + 1, ':') ||
                                                   note.sign(other + 1, '%') || note.sign(other + 1, '/'));
    if (!counts) note.add(found, other, other, Type::date, Level::review, "day_of_month");
}

// "25./26.9.", "1.–14.2.", "in der Nacht vom 2. auf 3.11.": two days of one month, the first by its number.
bool find_two_days(const Note& note, std::size_t i, Candidates& found) {
    const int day = note.at(i).size() <= 2 ? value_of(note, i) : 0;
    if (!note.german || day < 1 || day > 31 || !note.sign(i + 1, '.') || !note.glued(i + 1) || !note.joined(i + 5))
        return false;
    const std::string_view between = note.view(i + 2);
    static const WordSet joining("auf und u bis oder");
    const bool joins =
        between == "-" || between == "–" || between == "/" || between == "+" || joining.has(note.at(i + 2));
    const std::size_t second = note.sign(i + 3, '.') ? i + 4 : i + 3;  // 12. u. 13.3.
    const std::size_t month = second + 2;
    if (!joins || !note.sign(second + 1, '.') || !note.at(month).number() || !note.sign(month + 1, '.')) return false;
    if (!note.glued(month + 1) || note.at(second).size() > 2 || note.at(month).size() > 2) return false;
    if (!plausible(value_of(note, second), value_of(note, month)) || value_of(note, second) <= day) return false;
    note.add(found, i, month + 1, Type::date, Level::must_replace, "exact_date");
    return true;
}

// "18.VI.", "24. XII. 2014", "am 4ten Juni".
void find_worded_month(const Note& note, std::size_t i, Candidates& found) {
    const std::string_view text = note.view(i);
    if (note.at(i).kind == Token::Kind::mixed) {
        const std::size_t digits = text.find_first_not_of("0123456789");
        const std::string_view tail = text.substr(digits);
        const bool day = digits <= 2 && (tail == "ten" || tail == "ter" || tail == "tem" || tail == "te");
        if (day && note.joined(i + 1) && note.is(i + 1, month))
            note.add(found, i, i + 1, Type::date, Level::must_replace, "exact_date");
        return;
    }
    const int day = text.size() <= 2 ? value_of(note, i) : 0;
    if (day < 1 || day > 31 || !note.sign(i + 1, '.') || !note.glued(i + 1)) return;
    static const WordSet months("i ii iii iv v vi vii viii ix x xi xii");
    const Token& name = note.at(i + 2);
    const bool closed = note.sign(i + 3, '.') && note.glued(i + 3);
    if (!note.joined(i + 2) || !name.word() || !name.capital || !months.has(name) || !closed) return;
    const bool year =
        note.joined(i + 4) && note.at(i + 4).number() && (note.at(i + 4).size() == 4 || note.glued(i + 4));
    if (!year && !note.german) return;
    // "2. V. a.", "3. IV. Gabe"
    if (!year && (name.size() == 1 || (day < 13 && !(i > 0 && note.joined(i) && note.is(i - 1, day_before))))) return;
    note.add(found, i, year ? i + 4 : i + 3, Type::date, Level::must_replace, "exact_date");
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
        static const WordSet more_feasts(
            "grundonnerstag rosenmontag aschermittwoch auffahrt auffahrtstag maria martini kirchweih kerb buss reformationstag "
            "nikolaustag muttertag vatertag volkstrauertag totensonntag erntedank palmsonntag zuckerfest opferfest bayram newroz "
            "dreikonigstag dreikonig neujahrstag bundesfeier schutzenfest fasnacht");
        if (token.entry->is(feast) || (token.capital && note.at(i + 1).number() && more_feasts.has(token)))
            find_feast(note, i, found);
        if (token.entry->is(season_word) || note.view(i) == "fall") find_season(note, i, found);
        if (!digits && !token.entry->is(month) && !(token.word() && spelt_day(note, i))) continue;
        if (token.german || note.german) {
            if (token.number() && find_two_days(note, i, found)) continue;
            find_worded_month(note, i, found);
        }
        const Day date = read_date(note, i);
        if (date.month != 0 && note.sign(i + 1, '-') && note.near_before(i, account_word, 4)) continue;  // a sort code
        if (date.month != 0) {
            if (date.day == 0) {
                note.add(found, i, date.last, Type::date, Level::review, "month_and_year");
            } else {
                const char* why = birth_near(note, i) ? "birth_date" : "exact_date";
                note.add(found, i, date.last, Type::date, Level::must_replace, why);
                find_other_day(note, i, date, found);
            }
            i = date.last;
            continue;
        }
        if (token.kind == Token::Kind::mixed) {
            find_bare_day(note, i, found);
            find_glued(note, i, found);
        }
        if (token.number()) {
            if (month_slash_year(note, i)) note.add(found, i, i + 2, Type::date, Level::review, "month_and_year");
            if (may_be_day(note, i)) note.add(found, i, i + 2, Type::date, Level::review, "day_of_month");
            find_bare_day(note, i, found);
            find_birth_time(note, i, found);
            find_compact(note, i, found);
            find_spaced(note, i, found);
            find_foreign_day(note, i, found);
        }
    }
}

}  // namespace covision::deid
