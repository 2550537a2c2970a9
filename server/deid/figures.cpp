#include "server/deid/figures.hpp"

#include <string_view>

#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

int full_year(int value, std::uint32_t digits) {
    if (digits == 4) return year_value(value) ? value : 0;
    if (digits != 2) return 0;
    return value < 40 ? 2000 + value : 1900 + value;
}

// Words that only dates follow, mostly short forms of clinics.
const WordSet date_words(
    "rtc exp lmp lnmp edd edc edb doi dos doa rov dol onset clinic cob verlegung verlegt kontrolle wiedervorstellung wv entl aufn "
    "hausbesuch anruf zuletzt letztmals");
// … and words that a score or a dose may follow as well: they ask for a date only in a note that writes dates so.
const WordSet dated_words(
    "starting noted labs lab ct mri cxr echo ekg ecg eeg us cta pet egd bx cath inr dec last next yesterday today "
    "tomorrow this note call calls shot bloods swab mg mcg");
const WordSet short_weekdays("mo di mi do fr sa so");
const WordSet times_of("as week weekend night morning evening date afternoon");  // "as of 5/12"
const WordSet joining("of and to between um around");
const WordSet direct_words("on since vom am seit");
const WordSet until_words("until till bis of u");
const WordSet expiry("expires expiry expired exp expiration valid");  // of a card: a month and a year
// What is counted in parts: "session 3/8".
const WordSet counted("session sessions sitzung stunde visit visits vial module");
const WordSet numbering(
    "kap abb tab version nr bmi note punkt ziffer abschnitt kapitel tabelle abbildung seite s v abs art");
const WordSet scored_before(
    "strength power pain score scored scores grade reflexes dtrs dtr recall mood vision acuity sets ratio stage "
    "zi zimmer room scaled schmerz nrs vas visus tropfen murmur x sem gcs apgar attended completed missed rated rates level week chapter chapters module item stage year class");
const WordSet measured_after(
    "mg mcg ml g iu units tab tabs tablet tablets tsp cup inch murmur sem systolic hpf strength power pain points "
    "correct patients clients objects words recall items lb pint full throughout criteria symptoms days of");

// The word before a day in figures; nothing's token when something else stands between.
const Token& word_asking(const Note& note, std::size_t i) {
    const std::size_t before = note.word_before(i);
    const bool direct = before + 1 == i;
    const bool over_sign = before + 2 == i && (note.sign(i - 1, ',') || note.sign(i - 1, '.') || note.sign(i - 1, ':'));
    return before < note.size() && (direct || over_sign) ? note.at(before) : note.nothing;
}

// "on", "seit", "appt", a weekday stands right before.
bool asked_for(const Note& note, std::size_t i) {
    const Token& word = word_asking(note, i);
    const std::size_t before = note.word_before(i);
    if (note.view(word) == "of") return times_of.has(note.at(before - 1));
    if (joining.has(word)) return false;
    // "Brief v. 1.9.", "Befund d. 3.4."
    const bool shortened = (note.view(word) == "v" || note.view(word) == "d") && note.sign(before + 1, '.');
    if (shortened && note.german && before + 2 == i) return true;
    if (note.view(word) == "v") return note.sign(before - 1, '/') && note.view(before - 2) == "h";     // h/v 22.01
    if (note.view(word) == "u") return note.sign(before - 1, '/') && note.at(before - 2).size() == 1;  // F/u 10/4
    if (word.german && word.capital && short_weekdays.has(word)) return true;                          // am Di 12.4.
    return date_words.has(word) || word.entry->is(day_before | birth | weekday | day_event);
}

// "14.03.", "am 3.4.": two numbers and a second full stop.
Day dotted_day(const Note& note, std::size_t i, std::size_t second, int day, int month) {
    const bool dotted = note.sign(second + 1, '.') && note.glued(second + 1);
    const bool padded = note.at(i).size() == 2 && note.at(second).size() == 2 && note.text[note.at(second).begin] < '2';
    const bool asked = asked_for(note, i);
    const std::string_view after = note.view(second + 2);
    const bool range = dotted && note.at(second + 3).number() && note.sign(second + 4, '.') &&
                       (after == "-" || after == "bis" || after == "und" || after == "to");
    if (range || (dotted && ends_range(note, i))) return {0, month, day, second + 1};
    // "Kap. 14.3.", "BMI 17.2."
    const Token& led = note.sign(i - 1, '.') ? note.at(i - 2) : note.at(i - 1);
    if (!asked && note.joined(i) && (numbering.has(led) || led.entry->has(Entry::clinical) || note.view(led) == "§"))
        return {};
    // "am 5.6. u. 12.6."
    const bool second_of_two = i > 5 &&
                               (note.view(i - 1) == "und" || note.view(i - 1) == "u" || note.view(led) == "u") &&
                               note.at(i - 3).kind != Token::Kind::word && note.at(i - 4).number();
    if (dotted && second_of_two) return {0, month, day, second + 1};
    const bool listed = note.sign(i - 1, ',') || (note.sign(second + 2, ',') && note.at(second + 3).number()) ||
                        (note.at(i).line_start && note.joined(second + 2) && !note.at(second + 2).capital);
    if (dotted && (asked || ((padded || listed || day > 12) && note.german))) return {0, month, day, second + 1};
    const std::size_t before = note.word_before(i);
    const bool sure = note.german || note.view(before) == "on" || note.is(before, weekday);
    const bool event = note.is(before, day_event) && day > 12;
    return asked && ((padded && sure) || event) ? Day{0, month, day, second} : Day{};
}

// The first of the pair of figures before "and 7/10", "to 7/10", "-9/1"; or i.
std::size_t pair_before(const Note& note, std::size_t i) {
    if (i < 4 || !note.sign(i - 3, '/') || !note.at(i - 2).number() || !note.at(i - 4).number()) return i;
    const std::string_view between = note.view(i - 1);
    const bool joins = between == "and" || between == "und" || between == "to" || between == "bis" || between == "-";
    return joins ? i - 4 : i;
}

Day in_order(const Note& note, int a, int b, std::size_t last) {
    if (note.day_order == DayOrder::month_first && plausible(b, a)) return {0, a, b, last};
    return plausible(a, b) ? Day{0, b, a, last} : Day{0, a, b, last};
}

// "4/7" four days, "6/12" six months, "20/24" hours.
bool british_duration(int b) { return b == 7 || b == 12 || b == 24; }

// "on 14/03", "due 30/4", "by 5/16": a word that asks for a day must stand before it, as there are scores and
// durations ("2/52" two weeks).
Day slashed_day(const Note& note, std::size_t i, std::size_t second, int a, int b) {
    if (note.at(i).size() > 2 || (!plausible(a, b) && !plausible(b, a))) return {};
    if (note.sign(second + 1, '/') || note.sign(second + 1, '%') || note.sign(i - 1, '/')) return {};
    // "on 30/09 and 7/10": what holds for the one holds for the other.
    const std::size_t pair = pair_before(note, i);
    if (pair != i && asked_for(note, pair) && b != 52) return in_order(note, a, b, second);
    if (!asked_for(note, i)) return {};
    const Token& word = word_asking(note, i);
    if (expiry.has(word)) return {};
    // "since 9/11" the whole world says.
    const std::string_view asks = note.view(word);
    const bool era = asks == "since" || asks == "after" || asks == "before" || asks == "post";
    if (a == 9 && b == 11 && era && note.day_order == DayOrder::none) return {};
    const bool padded = (note.at(i).size() == 2 && note.at(second).size() == 2) &&
                        (note.text[note.at(second).begin] == '0' || note.text[note.at(i).begin] == '0');
    const bool direct = direct_words.has(word) || word.entry->is(weekday);
    const bool told = note.day_order == DayOrder::month_first;
    const bool sure = direct || told || until_words.has(word) || date_words.has(word) || word.entry->is(day_event);
    if (!told && !padded && a <= b && counted.has(word)) return {};
    const std::size_t next = second + 1;
    const bool closes = !note.joined(next) || (!note.at(next).word() && !note.sign(next, '-'));
    const bool duration = british_duration(b) && !padded && !told && !(closes && direct);
    if (duration || (!sure && !padded && a < b && b <= 12)) return {};
    return in_order(note, a, b, second);
}

// "14.03.2025", "3/14/25", "2025-03-14": `third` is the third number.
Day full_date(const Note& note, std::size_t i, std::size_t third, char c) {
    const int a = value_of(note, i), b = value_of(note, i + 2), year = value_of(note, third);
    const Token& last = note.at(third);
    if (note.at(i).size() == 4) {
        return year_value(a) && last.size() <= 2 && plausible(year, b) ? Day{a, b, year, third} : Day{};
    }
    const bool again = c == '.' && note.sign(third + 1, '/') && note.sign(third + 3, '.');  // 1.3.2024/2.3.2024
    if (note.glued(third + 1) && (note.sign(third + 1, '.') || note.sign(third + 1, '/')) && note.glued(third + 2) &&
        note.at(third + 2).number() && !again) {
        return {};  // a version, an address, an outline
    }
    const int full = full_year(year, last.size());
    if (full == 0 || (c == '-' && last.size() == 2 && measured_after.has(note.at(third + 1))))
        return {};  // 10-12-14 mg
    if (note.day_order == DayOrder::month_first && plausible(b, a)) return {full, a, b, third};
    if (plausible(a, b)) return {full, b, a, third};
    return plausible(b, a) && (c != '.' || last.size() == 4 || asked_for(note, i)) ? Day{full, a, b, third} : Day{};
}

// "6/3: no show" at the beginning of a line; "6/3, 6/10, 6/17": what is kept day by day.
bool logged(const Note& note, std::size_t i, int a, int b) {
    if (!plausible(b, a) && !plausible(a, b)) return false;
    const auto pair = [&note](std::size_t k) {
        return note.at(k).number() && note.sign(k + 1, '/') && note.at(k + 2).number() &&
               plausible(value_of(note, k + 2), value_of(note, k));
    };
    if (note.at(i).line_start && (note.sign(i + 3, ':') || note.sign(i + 3, '-')) && !note.glued(i + 4)) return true;
    std::size_t first = i, last = i;
    while (first >= 4 && note.sign(first - 1, ',') && pair(first - 4) && note.joined(first)) first -= 4;
    while (note.sign(last + 3, ',') && pair(last + 4) && note.joined(last + 4)) last += 4;
    if (last - first < 8) return false;
    // The same month, or one after the other: scores and doses do not grow so.
    int before = 0;
    for (std::size_t k = first; k <= last; k += 4) {
        const int day = value_of(note, k) * 31 + value_of(note, k + 2);
        if (day <= before) return false;
        before = day;
    }
    return value_of(note, first + 2) != value_of(note, last + 2);  // "1/10, 4/10, 7/10"
}

}  // namespace

bool slashed_pair(const Note& note, std::size_t i) {
    if (!note.at(i).number() || !note.sign(i + 1, '/') || !note.glued(i + 1) || !note.glued(i + 2)) return false;
    if (!note.at(i + 2).number() || note.at(i).size() > 2 || note.at(i + 2).size() > 2) return false;
    if (note.glued(i) && i > 0 && !note.sign(i - 1, '(') && !note.sign(i - 1, '~') && !ends_range(note, i))
        return false;
    const std::size_t next = i + 3;
    if (!note.glued(next)) return true;
    const bool decimal = note.sign(next, '.') && note.glued(next + 1) && note.at(next + 1).number();
    return !decimal && (note.sign(next, '.') || note.sign(next, ',') || note.sign(next, ':') || note.sign(next, ')') ||
                        note.sign(next, ';') || (note.sign(next, '-') && note.sign(next + 2, '/')));
}

bool scored_figures(const Note& note, std::size_t i) {
    if (note.joined(i + 3) && measured_after.has(note.at(i + 3))) return true;
    if (i == 0 || !note.joined(i)) return false;
    const Token& before = note.at(i - 1);
    if (before.kind == Token::Kind::number || before.kind == Token::Kind::mixed) return true;
    const Token& word = word_asking(note, i);
    return scored_before.has(word) || word.entry->has(Entry::clinical) || word.all_capital;
}

bool ends_range(const Note& note, std::size_t i) {
    if (i < 4 || !note.sign(i - 1, '-') || !note.glued(i - 1) || !note.glued(i)) return false;
    const bool dotted = note.sign(i - 2, '.') && note.at(i - 3).number() && note.sign(i - 4, '.');
    return dotted || (note.at(i - 2).number() && note.sign(i - 3, '/') && note.at(i - 4).number());
}

bool may_be_day(const Note& note, std::size_t i) {
    if (!slashed_pair(note, i)) return false;
    const int a = value_of(note, i), b = value_of(note, i + 2);
    if (logged(note, i, a, b)) return true;
    if ((a == 24 && b == 7) || a == b * 10 || (a == 20 && b == 20) || scored_figures(note, i)) {
        // "CT 3/4" after "CT head on 03/02/2019"
        const bool dated = note.day_order != DayOrder::none && dated_words.has(word_asking(note, i));
        if (!dated || (a == 24 && b == 7)) return false;
    }
    const bool month_first = plausible(b, a), day_first = plausible(a, b) && b != 7 && b != 12;
    if (note.day_order == DayOrder::none) {
        if (a >= 13 && day_first && a + b != 24 && a != 20) return true;
        // Nothing is scored out of these.
        return month_first && (b == 17 || b == 19 || b == 22 || b == 23 || b == 26 || b == 29 || b == 31);
    }
    const bool part = a <= b && (b <= 6 || b == 8 || b == 10);
    if (part && !asked_for(note, i) && !dated_words.has(word_asking(note, i))) return false;
    return (note.day_order != DayOrder::day_first && month_first) ||
           (note.day_order != DayOrder::month_first && day_first);
}

bool likely_day(const Note& note, std::size_t i) {
    const int a = value_of(note, i), b = value_of(note, i + 2);
    // "Aufnahme auf 1.1. mit": the second full stop stands inside of a sentence.
    const bool dotted = note.sign(i + 1, '.') && note.glued(i + 2) && note.sign(i + 3, '.') && note.glued(i + 3);
    if (dotted && note.german && plausible(a, b) && note.at(i + 2).number() && !note.glued(i)) {
        const std::size_t next = i + 4;
        const bool goes_on = note.sign(next, ',') || (!note.glued(next) && !note.at(next).capital);
        return goes_on && !numbering.has(note.sign(i - 1, '.') ? note.at(i - 2) : note.at(i - 1));
    }
    if (!slashed_pair(note, i)) return false;
    // Nothing has more points than there are: "BM 11/3" is a day, "GAF 3/11" hardly.
    static const WordSet counted_for("for x in over every last past next ago po strength");
    const bool us = note.day_order == DayOrder::month_first && plausible(b, a) &&
                    !counted_for.has(word_asking(note, i)) && b > 10 && b != 20 && b != 24 && b != 30 &&
                    !measured_after.has(note.at(i + 3)) && !scored_before.has(word_asking(note, i));
    if (us) return true;
    if (a > b ? measured_after.has(note.at(i + 3)) || scored_before.has(word_asking(note, i)) : scored_figures(note, i))
        return false;
    // "10/10  phos 7.9" begins the entry of a day.
    if (note.at(i).line_start && note.day_order == DayOrder::month_first && plausible(b, a)) return true;
    static const WordSet shifts("am pm nocte night nights early earlies late lates mane");  // "3/12 am. settled"
    if (note.at(i).line_start && plausible(a, b) && note.joined(i + 3) && shifts.has(note.at(i + 3))) return true;
    const bool month_first = plausible(b, a) && note.day_order != DayOrder::day_first;
    const bool day_first = plausible(a, b) && note.day_order != DayOrder::month_first;
    if ((!month_first && !day_first) || a == b || (a == 24 && b == 7)) return false;
    const Token& word = word_asking(note, i);
    if (expiry.has(word) || (b == 10 && a < b && !dated_words.has(word))) return false;
    return !(a < b && british_duration(b) && note.day_order != DayOrder::month_first);
}

Day read_figures(const Note& note, std::size_t i) {
    if (!note.at(i).number() || note.at(i).size() > 4) return {};
    const Token& sign = note.at(i + 1);
    if (sign.kind != Token::Kind::sign || sign.size() != 1 || !note.glued(i + 1)) return {};
    const char c = note.text[sign.begin];
    if (c != '.' && c != '/' && c != '-') return {};
    const std::size_t second = i + 2;
    if (!note.at(second).number() || (!note.glued(second) && c != '.')) return {};
    if (note.at(second).size() > 2 || !note.joined(second)) return {};
    const bool third = note.sign(second + 1, c) && note.glued(second + 1) && note.joined(second + 2) &&
                       (note.glued(second + 2) || c == '.') && note.at(second + 2).number();
    if (third &&
        !(c == '.' && note.sign(second + 3, '.') && note.at(second + 2).size() <= 2 && !note.glued(second + 2))) {
        return full_date(note, i, second + 2, c);
    }
    const int a = value_of(note, i), b = value_of(note, second);
    if (c == '.' && plausible(a, b)) return dotted_day(note, i, second, a, b);
    if (c == '/') return slashed_day(note, i, second, a, b);
    return {};
}

}  // namespace covision::deid
