// Streets, house numbers and postcodes with their town.
#include "server/deid/addresses.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "server/deid/fold.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Street words that need no house number before the name: "Oak Road".
bool strong_street(std::string_view word) {
    constexpr std::array<std::string_view, 12> strong = {"street", "road",     "avenue",  "lane", "boulevard", "blvd",
                                                         "ave",    "crescent", "terrace", "rd",   "parkway",   "drive"};
    for (const std::string_view one : strong) {
        if (word == one) return true;
    }
    return false;
}

bool street_name_word(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!note.joined(i)) return false;
    if (token.kind == Token::Kind::clitic) return true;
    if (token.word()) return token.capital && !token.entry->is(stop | weekday);
    return token.kind == Token::Kind::mixed && token.entry->classes == 0 && note.view(i)[0] <= '9';  // 42nd
}

// Streets that stand for something else, or that are in a film or a song: nobody's unless a number says otherwise.
bool famous(const Note& note, std::size_t first, std::size_t last) {
    constexpr std::array<std::string_view, 14> all = {
        "wall street", "sesame street",  "coronation street", "downing street", "fleet street",
        "easy street", "abbey road",     "memory lane",       "penny lane",     "sunset boulevard",
        "lovers lane", "carnaby street", "elm street",        "bourbon street"};
    if (first + 1 != last) return false;
    return std::find(all.begin(), all.end(), folded(note.view(first)) + ' ' + folded(note.view(last))) != all.end();
}

// "12 Oak Street", "221B Baker St.", "Oak Road".
void find_english(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    if (!token.word() || !note.joined(i)) return;
    const std::string word = folded(note.view(i));
    std::size_t first = i;
    while (first > 0 && i - first < 4 && note.joined(first) &&
           (street_name_word(note, first - 1) || (note.sign(first - 1, '.') && note.glued(first - 1)) ||
            (note.sign(first - 1, '-') && note.glued(first - 1)))) {
        --first;
        if (note.at(first).line_start) break;
    }
    while (first < i && (note.sign(first, '.') || note.sign(first, '-') || note.at(first).kind == Token::Kind::clitic))
        ++first;
    if (first == i) return;
    const bool numbered =
        first > 0 && note.joined(first) && house_number(note, first - 1) && !note.sign(first - 2, '/');
    const bool ordinal = note.at(i - 1).kind == Token::Kind::mixed;  // W 40th St
    const bool strong = (strong_street(word) || (ordinal && token.entry->is(street))) && token.capital;
    if (!numbered && (!strong || famous(note, first, i))) return;
    // "18 Safe Harbor" may be anything: the doubtful street words take a short name only.
    for (std::size_t k = first; !strong_street(word) && k < i; ++k) {
        if (i - first > 3 || (note.at(k).all_capital && note.at(k).size() > 3)) return;
    }
    if (!token.capital && !strong_street(word)) return;
    if (!numbered && note.at(first).sentence_start && first + 1 == i && note.at(first).entry->word >= 4) return;
    if (numbered) --first;
    if (numbered && !strong && note.joined(i + 1) && note.at(i + 1).word() && note.at(i + 1).entry->is(street)) return;
    std::size_t last = i;
    if (word.size() <= 4 && note.sign(i + 1, '.') && note.glued(i + 1)) last = i + 1;
    last = with_town(note, last);
    if (note.sign(last, '.')) --last;
    note.add(found, first, last, Type::location, Level::must_replace, "street");
}

// Does the folded word end in one for a street, behind at least one letter more?
bool street_suffix(std::string_view word, bool& needs_number) {
    static const WordSet alone("strasse straat gracht gasse");
    static const WordSet numbered(
        "str weg platz allee ring damm ufer laan plein kade berg stieg steig stiege pfad kamp winkel twiete wall "
        "chaussee zeile brink anger graben deich promenade siedlung kehre reihe esch wiese grund halde rain");
    constexpr std::size_t shortest = 3, longest = 9;
    needs_number = false;
    for (std::size_t size = shortest; size <= longest && size < word.size(); ++size) {
        const std::uint64_t tail = hash_more(hash_seed, word.substr(word.size() - size));
        if (alone.has(tail)) {
            needs_number = false;
            return true;
        }
        needs_number = needs_number || numbered.has(tail);
    }
    return needs_number;
}

// "Goethestr. 5", "Berliner Straße 12a", "Kerkstraat 3".
void find_suffixed(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    if (!token.word() || !token.capital || token.size() < 5 || token.entry->word > 0) return;
    const std::string word = folded(note.view(i));
    bool needs_number = false;
    std::size_t first = i;
    const bool bare = word == "strasse" || word == "platz" || word == "allee" || word == "weg" || word == "ring";
    if (bare) {
        if (i == 0 || !note.joined(i)) return;
        std::size_t before = i - 1;
        if (note.sign(before, '-') && before > 0) --before;
        if (!note.at(before).capital || note.is(before, stop) || note.at(before).sentence_start) return;
        while (before > 1 && note.sign(before - 1, '-') && note.at(before - 2).capital) before -= 2;
        first = before;
        if (first > 0 && note.joined(first) && house_number(note, first - 1)) {  // 48 Lange Strasse
            note.add(found, first - 1, with_town(note, i), Type::location, Level::must_replace, "street");
            return;
        }
        needs_number = word != "strasse";
    } else if (!street_suffix(word, needs_number)) {
        return;
    }
    std::size_t at = i + 1;
    if (note.sign(at, '.') && note.glued(at)) ++at;
    const bool numbered =
        note.joined(at) && house_number(note, at) && !note.sign(at + 1, ':') && !note.sign(at + 1, '%');
    if (!numbered && needs_number) return;
    if (numbered && needs_number && token.entry->is(stop)) return;
    if (needs_number && token.entry->has(Entry::german_word) && !note.near_before(i, lives | place_before, 6)) return;
    std::size_t last = numbered ? at : i;
    if (numbered && note.joined(at + 1) && note.at(at + 1).word() && note.at(at + 1).size() == 1 &&
        !note.at(at + 1).capital) {
        last = at + 1;  // 12 a
    }
    if (!numbered && !bare && token.entry->has(Entry::german_word)) return;
    last = with_town(note, last);
    note.add(found, first, last, Type::location, numbered ? Level::must_replace : Level::review, "street");
}

// "Wohnheim Zum Alten Speicher 5", "wohnt Am Anger 3": a preposition with a capital within a sentence begins a street.
void find_prepositional(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet beginnings("am zum zur an auf im in unter hinter vor beim");
    const Token& token = note.tokens[i];
    if (!beginnings.has(token) || !token.capital || (token.sentence_start && !token.line_start)) return;
    std::size_t at = i + 1;
    if (note.view(at) == "der" || note.view(at) == "den" || note.view(at) == "dem") ++at;
    const std::size_t name = at;
    while (at < name + 3 && note.joined(at) && note.at(at).word() && note.at(at).capital &&
           !note.is(at, stop | weekday | month | feast | season_word)) {
        ++at;
    }
    const bool german_line = note.at(i).german || note.german;
    if (at == name || !german_line || !note.joined(at) || !house_number(note, at) || note.at(at).size() > 4) return;
    const Token& next = note.at(at + 1);
    if (note.joined(at + 1) && (next.kind != Token::Kind::sign || note.sign(at + 1, '/') || note.sign(at + 1, '%')))
        return;
    if (token.line_start && note.joined(at + 1)) return;
    note.add(found, i, with_town(note, at), Type::location, Level::must_replace, "street");
}

// "Am Markt 3, 44135 Dortmund": the first token of the street before a postcode at token i, or i.
std::size_t house_before(const Note& note, std::size_t i) {
    if (i < 3 || !note.sign(i - 1, ',') || note.at(i - 1).line_start || !house_number(note, i - 2)) return i;
    std::size_t first = i;
    for (std::size_t k = i - 2; k > 0 && i - k < 7 && !note.at(k).line_start; --k) {
        const Token& token = note.at(k - 1);
        if (!token.word() || (!token.capital && !token.entry->is(particle | stop))) break;
        if (token.capital) first = k - 1;
        if (token.entry->is(lives | place_before) && token.capital) break;
    }
    return first;
}

// "80331 München", "1010 Wien", "IL 62704", "PO Box 12".
void find_postcode(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    if (token.number() && (token.size() == 5 || token.size() == 4) && note.near_before(i, zip_word, 4)) {
        note.add(found, i, i, Type::location, Level::must_replace, "postcode");
    } else if (token.number() && token.size() == 5 && i > 0 && note.joined(i) && note.at(i - 1).capital &&
               note.at(i - 1).entry->has(Entry::state)) {
        note.add(found, i - 1, i, Type::location, Level::must_replace, "postcode");  // France 69003
    } else if (token.number() && (token.size() == 5 || token.size() == 4)) {
        const Token& town = note.at(i + 1);
        if (!note.joined(i + 1) || !town.word() || !town.capital || town.entry->place == 0) {
            if (token.size() == 5 && note.joined(i) && i > 0 && note.at(i - 1).all_capital &&
                note.is(i - 1, us_state) && !note.glued(i)) {
                const bool plus_four = note.sign(i + 1, '-') && note.at(i + 2).number() && note.at(i + 2).size() == 4;
                note.add(found, i - 1, plus_four ? i + 2 : i, Type::location, Level::must_replace, "postcode");
            }
            return;
        }
        const int first = note.text[token.begin] - '0';
        // "the 2011 Bremen election": as a code only where one stands.
        const bool placed = note.sign(i - 1, ',') || token.line_start || (note.joined(i) && note.at(i - 1).number());
        const bool year = token.size() == 4 && first <= 2 && (town.entry->place < 9 || !placed);
        if (year || town.entry->is(stop | month) || (token.size() == 4 && town.entry->has(Entry::german_word))) return;
        if (i > 0 && note.glued(i) && (note.sign(i - 1, '.') || note.sign(i - 1, ','))) return;
        std::size_t last = i + 1;
        while (last < i + 4 && note.sign(last + 1, '-') && note.glued(last + 1) && note.at(last + 2).capital) last += 2;
        note.add(found, house_before(note, i), last, Type::location, Level::must_replace, "postcode");
    } else if (token.word() && (note.view(i) == "Box" || note.view(i) == "Postfach") && note.at(i + 1).number() &&
               note.joined(i + 1)) {
        const std::size_t before = note.word_before(i);
        // "P.O. Box", "PO Box"
        const bool dotted = before > 1 && note.view(before) == "O" && note.view(before - 2) == "P";
        const bool box = before < note.size() && (dotted || folded(note.view(before)) == "po");
        // US forces' post: "PSC 4471, Box 1200", "Unit 12 Box 3344".
        const bool forces = before < note.size() && i > 1 && note.joined(i) &&
                            (note.at(i - 1).number() || (note.sign(i - 1, ',') && note.at(i - 2).number())) &&
                            (note.view(before) == "PSC" || note.view(before) == "Unit" || note.view(before) == "CMR");
        if (box || forces || note.view(i) == "Postfach") {
            note.add(found,
                     dotted          ? before - 2
                     : box || forces ? before
                                     : i,
                     with_town(note, i + 1), Type::location, Level::must_replace, "street");
        }
    }
}

}  // namespace

void find_addresses(const Note& note, Candidates& found) {
    constexpr std::size_t reach = 12;  // no street's name is longer
    std::size_t figure = 0;            // the next number, from the token before i on
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        const auto numbered = [&note](std::size_t k) {
            return note.tokens[k].number() || note.tokens[k].kind == Token::Kind::mixed;
        };
        for (figure = std::max(figure, i > 0 ? i - 1 : 0); figure < note.size() && !numbered(figure);) ++figure;
        if (token.entry->is(street)) find_english(note, i, found);
        if (token.capital && token.size() >= 5) find_suffixed(note, i, found);
        if (figure < i + reach) {
            if (token.capital && token.size() <= 6) find_prepositional(note, i, found);
            find_foreign_street(note, i, found);
        }
        if (token.number() || token.capital) find_postcode(note, i, found);
    }
}

}  // namespace covision::deid
