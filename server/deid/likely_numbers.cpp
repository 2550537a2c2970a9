// Numbers and days that are asked about only in a note that holds identifiers for certain.
#include "server/deid/calendar.hpp"
#include "server/deid/code_chain.hpp"
#include "server/deid/figures.hpp"
#include "server/deid/prior.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// "29-38-174", "17-WC-0882", "774120 ": too long for a score or a value, and nothing measures it.
bool stands_as_code(const Note& note, std::size_t i, const Chain& chain) {
    if (chain.digits < 3 || read_date(note, i).month != 0 || read_date(note, chain.last).month != 0) return false;
    const std::size_t next = chain.last + 1;
    const bool measured =
        note.joined(next) && (note.sign(next, '%') || (note.at(next).word() && !note.at(next).capital));
    if (measured || dose(note.view(i)) || (i > 0 && note.glued(i) && !note.sign(i - 1, '(') && !note.sign(i - 1, '#')))
        return false;
    if (chain.last == i) return note.at(i).number() && note.at(i).size() >= 5 && note.at(i).size() <= 12;
    if (note.at(i).size() == 4 && year_value(value_of(note, i))) return false;  // 2016-18
    if (chain.dot || chain.longest_word > 3 || !chain.capitals) return false;
    if (chain.letters == 0) return chain.hyphen && !chain.slash && chain.digits >= 6;
    return note.at(i).entry->classes == 0 && chain.digits >= 4;
}

// "Christmas Day", "New Year's Eve", "an Heiligabend": one day of the year.
std::size_t feast_day(const Note& note, std::size_t i) {
    static const WordSet days(
        "heiligabend silvester neujahr karfreitag ostersonntag ostermontag pfingstsonntag pfingstmontag himmelfahrt "
        "fronleichnam allerheiligen");
    if (!note.is(i, feast)) return note.size();
    const bool day = note.joined(i + 1) && (note.view(i + 1) == "Day" || note.view(i + 1) == "Eve");
    if (day) return i + 1;
    return days.has(note.at(i)) ? i : note.size();
}

// "on the 9th, 10th and today", "by the 26th": no noun that is counted stands behind.
bool ordinal_day(const Note& note, std::size_t i) {
    const std::string_view text = note.view(i);
    if (note.at(i).kind != Token::Kind::mixed || text.size() < 3 || text.size() > 4) return false;
    const std::string_view tail = text.substr(text.size() - 2);
    if (tail != "st" && tail != "nd" && tail != "rd" && tail != "th") return false;
    int day = 0;
    for (const char c : text.substr(0, text.size() - 2)) {
        if (c < '0' || c > '9') return false;
        day = day * 10 + (c - '0');
    }
    if (day < 1 || day > 31) return false;
    const Token& next = note.at(i + 1);
    const bool ends = !note.joined(i + 1) || (next.kind == Token::Kind::sign && !note.glued(i + 2)) ||
                      next.entry->is(stop | english | says | is_verb);
    return ends && !note.sign(i + 1, '-') && !note.sign(i + 1, '/');
}

// "bpr 1187", "safe envelope 0988", "SSN on file ends 6620", "Rm 114B", "band B7741": what is short and kept for
// somebody.
bool kept_number(const Note& note, std::size_t i) {
    static const WordSet keepers(
        "pc bpr bp beeper pgr pager envelope ends ending band bracelet tag locker badge rm room bed bay bett zi zimmer raum "
        "cubicle apt seal envelop cell ext op hausnr matr");
    const Token& token = note.at(i);
    if (i == 0 || !note.joined(i) || token.size() > 8 || note.sign(i + 1, '/')) return false;
    if (note.sign(i + 1, '.') && note.glued(i + 2)) return false;
    const std::size_t before = note.sign(i - 1, '#') || note.sign(i - 1, '.') || note.sign(i - 1, ':') ? i - 2 : i - 1;
    if (note.at(before).line_start && note.sign(i - 1, '.')) return false;
    const bool long_enough = token.kind == Token::Kind::mixed || token.size() >= 3;
    const char end = note.text[token.end - 1];
    const bool measure =
        token.kind == Token::Kind::mixed && end >= 'a' && end <= 'z' && token.size() > 3;  // 40mg, 22nd
    const bool pressure = note.view(before) == "BP" || note.view(before) == "bp";
    if (note.sign(i - 1, '#') && note.glued(i) && token.number() && token.size() >= 4) return true;  // "bagged #6681"
    return keepers.has(note.at(before)) && !pressure && long_enough && !measure;
}

// "tues 16 may p5", "passed 2 may,": a month in lower case that is a word too, and not before a verb.
bool small_day(const Note& note, std::size_t i) {
    const int day = note.at(i).size() <= 2 ? value_of(note, i) : 0;
    if (!note.at(i).number() || day < 1 || day > 31 || note.glued(i)) return false;
    const Token& name = note.at(i + 1);
    const Token& behind = note.at(i + 2);
    const bool verb = note.joined(i + 2) && behind.word() && !behind.capital && behind.entry->word > 0;
    return note.joined(i + 1) && name.entry->is(month) && !name.capital && name.space_before && !verb;
}

// "Ngata p33871"
bool pager(const Note& note, std::size_t i) {
    const std::string_view text = note.view(i);
    if (note.at(i).kind != Token::Kind::mixed || text.size() < 5 || (text[0] != 'p' && text[0] != 'P')) return false;
    return text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// "A204 118 553", "0377 52 8": groups with spaces between that are together as long as a number of somebody.
std::size_t spaced_code(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    // "M 445 901 223"
    const bool letter = token.word() && token.capital && token.size() == 1 && note.at(i + 1).number() &&
                        note.at(i + 1).size() == 3 && note.at(i + 1).begin == token.end + 1;
    if (!letter && (token.size() < 4 || (!token.number() && !token.capital))) return note.size();
    if (note.glued(i) || (i > 0 && note.joined(i) && note.at(i - 1).number())) return note.size();
    std::size_t last = i, digits = letter ? 0 : token.size();
    while (note.joined(last + 1) && note.at(last + 1).number() && note.at(last + 1).space_before &&
           note.at(last + 1).size() <= 6 && note.at(last + 1).begin == note.at(last).end + 1) {
        digits += note.at(++last).size();
    }
    const std::size_t next = last + 1;
    const bool goes_on = note.glued(next) && (note.sign(next, '/') || note.sign(next, '%') || note.sign(next, '.'));
    if (last < i + 2 || digits < 7 || (goes_on && note.glued(next + 1))) return note.size();
    return note.joined(next) && note.at(next).word() && !note.at(next).capital ? note.size() : last;
}

// "drink 01-04", "~10/16" is read by likely_day; a month and a day with zeros before and "-" between.
bool hyphened_day(const Note& note, std::size_t i) {
    if (!note.sign(i + 1, '-') || !note.glued(i + 1) || !note.glued(i + 2) || note.glued(i)) return false;
    if (note.at(i).size() != 2 || note.at(i + 2).size() != 2 || !note.at(i + 2).number()) return false;
    const std::size_t next = i + 3;
    if (note.glued(next) && (note.sign(next, '-') || note.sign(next, '/') || note.sign(next, '.')) &&
        note.glued(next + 1))
        return false;
    const int month = value_of(note, i), day = value_of(note, i + 2);
    const bool padded = note.view(i)[0] == '0' || (month > 9 && note.at(i).line_start);
    return padded && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// ", 92 Jahre", "(94 J.)"
bool old_age(const Note& note, std::size_t i) {
    const int age = note.at(i).number() ? value_of(note, i) : 0;
    if (age < 90 || age > 115 || !note.joined(i + 1) || !note.is(i + 1, year_word)) return false;
    return i > 0 && (!note.joined(i) || note.sign(i - 1, ',') || note.sign(i - 1, '('));
}

}  // namespace

void find_likely_numbers(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    if (pager(note, i)) note.add(found, i, i, Type::phone, Level::review, "code");
    // "H-20771": one letter and a long number.
    const bool lettered = token.word() && token.capital && token.size() == 1 && note.sign(i + 1, '-') &&
                          note.glued(i + 1) && note.glued(i + 2) && !note.glued(i) && note.at(i + 2).number() &&
                          note.at(i + 2).size() >= 4;
    if (lettered) note.add(found, i, i + 2, Type::id, Level::review, "code");
    if (token.kind == Token::Kind::sign) return;
    if (token.word() && !token.all_capital && !(token.size() == 1 && token.capital) && !token.entry->is(feast)) return;
    if (token.word() && token.size() == 1) {
        const std::size_t last = spaced_code(note, i);
        if (last < note.size()) note.add(found, i, last, Type::id, Level::review, "code");
    }
    if (token.number() && likely_day(note, i)) {  // "appointment moved to 12/3", "flu shot 2/6"
        const std::size_t last = note.sign(i + 3, '.') && note.sign(i + 1, '.') ? i + 3 : i + 2;
        note.add(found, i, last, Type::date, Level::review, "day_of_month");
        return;
    }
    if (token.number() && small_day(note, i)) note.add(found, i, i + 1, Type::date, Level::review, "day_of_month");
    if (token.number() && hyphened_day(note, i)) note.add(found, i, i + 2, Type::date, Level::review, "day_of_month");
    if (token.kind != Token::Kind::word) {
        if (kept_number(note, i)) note.add(found, i, i, Type::id, Level::review, "code");
        const std::size_t last = spaced_code(note, i);
        if (last < note.size()) note.add(found, i, last, Type::id, Level::review, "code");
    }
    // "neighbour at no 14"
    const bool house = i > 1 && note.joined(i) && note.view(i - 2) == "at" && token.number() && token.size() <= 3 &&
                       (note.view(i - 1) == "no" || note.view(i - 1) == "number");
    if (house) note.add(found, i, i, Type::location, Level::review, "place");
    if (old_age(note, i)) note.add(found, i, i, Type::age, Level::review, "age_over_89");
    if (ordinal_day(note, i)) note.add(found, i, i, Type::date, Level::review, "day_of_month");
    const std::size_t feast = feast_day(note, i);
    if (feast < note.size()) note.add(found, i, feast, Type::date, Level::review, "day_of_month");
    const bool begins = token.number() || token.kind == Token::Kind::mixed || token.all_capital;
    if (!begins || (i > 0 && note.glued(i) && glue_sign(note, i - 1))) return;
    // By itself only a long number stands for somebody.
    if (!glue_sign(note, i + 1) && (!token.number() || token.size() < 5)) return;
    const Chain chain = read_chain(note, i);
    if (stands_as_code(note, i, chain)) note.add(found, i, chain.last, Type::id, Level::review, "code");
}

}  // namespace covision::deid
