// Ages over 89. Safe Harbor wants them as "90 or older"; the younger ones may stay.
#include <algorithm>
#include <array>
#include <string>

#include "server/deid/calendar.hpp"
#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

bool old(int age) { return age >= 90 && age <= 119; }

// "94yo", "94F", "97-jährige" without its hyphen: the age that a mixed word begins with, or -1.
int age_in_word(std::string_view text) {
    std::size_t digits = 0;
    int age = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9' && digits < 4) {
        age = age * 10 + (text[digits++] - '0');
    }
    const std::string tail = folded(text.substr(digits));
    constexpr std::array<std::string_view, 14> tails = {
        "yo", "y", "yr", "yrs", "f", "m", "w", "j", "jahrig", "jahrige", "jahrigen", "jahriger", "jahriges", "yof"};
    for (const std::string_view one : tails) {
        if (tail == one && (one != "m" || digits == 2)) return age;
    }
    return -1;
}

// "ninety", "vierundneunzig", "hundert".
bool age_word(std::string_view word) {
    const auto small = [&word](std::size_t from_end) { return static_cast<char>(word[word.size() - from_end] | 0x20); };
    const char last = small(1), before = small(2);
    const bool ends = (last == 'y' && before == 't') || (last == 'g' && before == 'i') ||
                      (last == 't' && before == 'r') || (last == 'd' && before == 'e');
    if (!ends) return false;
    const std::string plain = folded(word);
    const std::size_t size = plain.size();
    return plain == "ninety" || plain == "hundert" || plain == "hundred" ||
           (size >= 7 && plain.compare(size - 7, 7, "neunzig") == 0);
}

// "Jg. 1931": who was born then is over 89 by now.
bool born_long_ago(const Note& note, std::size_t i) {
    const int year = note.at(i).size() == 4 ? value_of(note, i) : 0;
    if (year < 1900 || year > 1934 || !note.joined(i) || i == 0) return false;
    const std::string_view word = note.view(note.sign(i - 1, '.') && i > 1 ? i - 2 : i - 1);
    return word == "Jg" || word == "jg" || word == "Jhg" || word == "Jahrgang" || word == "Jahrg";
}

// "mit 96 noch rüstig"
bool with_age(const Note& note, std::size_t i) {
    if (i == 0 || !note.joined(i) || (note.view(i - 1) != "mit" && note.view(i - 1) != "Mit")) return false;
    const std::string_view next = note.view(i + 1);
    return next == "noch" || next == "der" || next == "die" || next == "immer" || next == "war" || next == "ist";
}

// What stands after the number says that it is an age: "years old", "Jahre alt", "-year-old". `last` becomes its end.
bool told_after(const Note& note, std::size_t i, std::size_t& last) {
    std::size_t next = i + 1;
    if (note.sign(next, '-') && note.glued(next)) ++next;
    if (!note.joined(next)) return false;
    const std::string_view word = note.view(next);
    if (next == i + 1 && word == "J" && note.sign(next + 1, '.')) return true;
    if (next > i + 1 && word == "j" && note.sign(next + 1, '.')) return true;  // 93-j.
    if (next > i + 1 && (word.find("jährig") == 0 || word.find("jaehrig") == 0)) {
        last = next;
        return true;
    }
    if (!note.is(next, year_word)) return false;
    std::size_t after = next + 1;
    if (note.sign(after, '-')) ++after;
    const std::string_view tail = note.view(after);
    if (next == i + 1 && word.rfind("jahrig", 0) != 0 && word != "yo" && tail != "old" && tail != "alt" &&
        tail != "o" && tail != "of" && !note.sign(after, '/')) {
        return false;
    }
    last = note.sign(i + 1, '-') ? (tail == "old" ? after : next) : i;
    return true;
}

// "is 94,", "(92)", "Anna, 92,", "92/F": a number that nothing measures.
// `first` is where the number begins, `i` where it ends: "ninety-one" has three tokens.
bool stands_as_age(const Note& note, std::size_t i, std::size_t first) {
    const std::size_t next = i + 1;
    if (first < i) {
        const std::string_view before = note.view(first - 1);
        return note.joined(first) && (before == "is" || before == "s" || before == "'s" || before == "was");
    }
    const std::string_view after = note.joined(next) ? note.view(next) : std::string_view{};
    const bool closes = after.empty() || ((after == "-" || after == "–" || after == "—") && !note.glued(next)) ||
                        after == "," || after == "." || after == ";" || after == ")" || after == "and" ||
                        after == "und";
    if (note.sign(next, '/') && note.glued(next) && note.joined(next + 1)) {
        const std::string_view sex = note.view(next + 1);
        return sex == "F" || sex == "M" || sex == "f" || sex == "m" || sex == "w";
    }
    if (note.sign(i - 1, '/') && note.glued(i) && note.at(i - 2).size() == 1 && note.at(i - 2).word()) {
        const std::string_view sex = note.view(i - 2);  // M/95
        return sex == "F" || sex == "M" || sex == "f" || sex == "m" || sex == "w";
    }
    if ((note.sign(i - 1, '/') || note.sign(i - 1, '-')) && note.glued(i)) return false;
    if (!note.joined(i) || !closes || (note.sign(next, '.') && note.glued(next) && note.glued(next + 1))) return false;
    const std::string_view before = note.view(i - 1);
    if (before == "is" || before == "was" || before == "ist" || before == "war" || before == "wird" ||
        before == "wurde") {
        const bool turns = before == "wird" && note.sign(next, ',');  // "am 30.11., wird 92,"
        const bool named = note.sign(i - 2, ',') && note.at(i - 3).word() && note.at(i - 3).capital;  // Ingrid, is 91
        return i > 1 && (note.at(i - 2).word() || turns || named) && !note.is(i - 2, eponym_after);
    }
    if (before == "At" && note.sign(next, ',')) return true;  // "At 103, Edna lives alone."
    // "Mrs Doyle 94, frail", "Mr Finch 91 - day 2"
    const bool titled =
        note.at(i - 1).word() && note.at(i - 1).capital && note.is(i - 2, title) && !note.at(i - 1).all_capital;
    if (titled && !note.glued(i)) return true;
    const bool apposition = (note.sign(i - 1, ',') || note.sign(i - 1, '(')) && note.at(i - 2).word() &&
                            ((note.at(i - 2).capital && !note.at(i - 2).all_capital) || note.is(i - 2, kin | staff));
    return apposition && (note.sign(next, ',') || note.sign(next, ')') || note.sign(next, ';')) &&
           !note.is(i - 2, eponym_after) && !note.at(i - 2).entry->has(Entry::clinical);
}

}  // namespace

void find_ages(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        if (token.kind == Token::Kind::mixed) {
            if (token.size() <= 11 && old(age_in_word(note.view(i)))) {
                note.add(found, i, i, Type::age, Level::review, "age_over_89");
            }
            continue;
        }
        if (token.word() && token.size() >= 6 && age_word(note.view(i))) {
            if (note.sign(i + 1, '-') && note.glued(i + 1) && note.view(i + 2) == "plus") continue;  // a band already
            std::size_t last = i;
            if (note.sign(i + 1, '-') && note.glued(i + 1) && note.at(i + 2).word() && !note.is(i + 2, year_word))
                last = i + 2;
            std::size_t end = last;
            const bool apart = last > i && stands_as_age(note, last, i);
            if ((told_after(note, last, end) || apart) && !note.is(i - 1, over)) {
                note.add(found, i, std::max(last, end), Type::age, Level::review, "age_over_89");
            }
            continue;
        }
        if (token.size() == 4 && born_long_ago(note, i)) note.add(found, i, i, Type::age, Level::review, "age_over_89");
        if (!token.number() || !old(value_of(note, i)) || note.is(i - 1, over)) continue;
        if (i > 0 && note.glued(i) && note.at(i - 1).kind == Token::Kind::sign && !note.sign(i - 1, '(') &&
            !note.sign(i - 1, '/')) {
            continue;
        }
        std::size_t last = i;
        const bool measured = note.sign(i + 1, '%') || note.sign(i + 1, '/');
        const bool told = (note.near_before(i, age_before, 3) && !measured) || told_after(note, i, last);
        if (told || with_age(note, i) || stands_as_age(note, i, i))
            note.add(found, i, last, Type::age, Level::review, "age_over_89");
    }
}

}  // namespace covision::deid
