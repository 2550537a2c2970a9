// Streets of many languages: a word for street before the name or after it, or an ending, and a house number.
#include <array>
#include <string>

#include "server/deid/addresses.hpp"
#include "server/deid/fold.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Before the name; written out, or short with a full stop.
const WordSet leading(
    "rue boulevard avenue chemin impasse quai allee cours calle avenida avda plaza paseo pasaje camino ronda carrer "
    "carrera jiron rua travessa largo praca alameda via viale piazza piazzale corso vicolo ulica ulice plac aleja aleje "
    "namesti nabrezi trg strada calea rruga bulevardul bulevar odos leoforos sharia rehov rechov jalan soi sraid ffordd "
    "ulitsa prospekt ploshchad place");
const WordSet leading_short("ul al pl av cra jr jl jln str bul leof");
// After the name.
const WordSet trailing(
    "gate gata gatan vagen vei veien vej katu utca ut korut caddesi sokak sokagi bulvari mahallesi ulitsa prospekt");
const WordSet trailing_short("cad cd sok sk mah krt");  // with a full stop
constexpr std::array<std::string_view, 12> endings = {"gatan", "vagen", "gata", "vegen",  "veien", "katu",
                                                      "plein", "utca",  "kade", "singel", "laan",  "dijk"};
// Between the name and the number.
const WordSet number_signs("nr no num numero numer n");

const WordSet inner("las los das dos dei des");

bool named(const Note& note, std::size_t i) {
    return note.joined(i) && note.at(i).word() && (note.at(i).capital || note.is(i, particle) || inner.has(note.at(i)));
}

// No word of English or of medicine: "ul. Długa", not "pl. Effusion".
bool foreign(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    return e.word == 0 && !e.has(Entry::clinical) && !e.has(Entry::german_word) && !e.is(stop | month | weekday);
}

// The house number behind token `last`: over ",", "nr.", "No:", "#"; size() when there is none. What hangs on it with a
// sign belongs to it: "44/50", "14-20".
std::size_t number_behind(const Note& note, std::size_t last) {
    std::size_t at = last + 1;
    for (int skipped = 0; skipped < 3 && note.joined(at) && note.joined(at + 1); ++skipped) {
        const bool passes = note.sign(at, ',') || note.sign(at, '.') || note.sign(at, ':') || note.sign(at, '#') ||
                            number_signs.has(note.at(at));
        if (!passes) break;
        ++at;
    }
    if (!note.joined(at) || !house_number(note, at) || note.sign(at + 1, '%') || note.sign(at + 1, ':'))
        return note.size();
    for (int parts = 0; parts < 2; ++parts) {
        const bool hangs = (note.sign(at + 1, '/') || note.sign(at + 1, '-')) && note.glued(at + 1) &&
                           note.glued(at + 2) && house_number(note, at + 2);
        if (hangs) at += 2;
    }
    return at;
}

void add(const Note& note, std::size_t first, std::size_t last, Candidates& found) {
    note.add(found, first, with_town(note, last), Type::location, Level::must_replace, "street");
}

void find_led(const Note& note, std::size_t i, bool short_form, Candidates& found) {
    std::size_t last = i;
    if (short_form) ++last;  // the full stop
    const std::size_t name = last + 1;
    if (short_form && (!foreign(note, name) && !note.at(name).number())) return;
    if (short_form && note.joined(i) && i > 0 && note.at(i - 1).word() && note.at(i - 1).capital) return;  // King Jr.
    while (last < i + 7 && named(note, last + 1)) ++last;
    while (last >= name && note.is(last, particle) && !note.at(last).capital) --last;
    const bool before = !short_form && note.joined(i) && i > 0 && house_number(note, i - 1) &&
                        !note.glued(i - 1);  // no "Jevity 1.5 via pump"
    if (last < name) {                       // "Calle 93 # 14-20", "Cra. 7 No. 71-21"
        const bool grid = note.joined(name) && note.at(name).number() &&
                          (note.sign(name + 1, '#') || number_signs.has(note.at(name + 1)));
        const std::size_t number = grid ? number_behind(note, name) : note.size();
        if (number < note.size() && note.at(i).capital) add(note, i, number, found);
        return;
    }
    const std::size_t number = number_behind(note, last);
    // In small letters the word may be one of English: "via Zoom 3 times", "took place Friday 3".
    const bool place = note.at(i).size() == 5 && note.view(i).substr(1) == "lace";
    const bool meant =
        (note.at(i).capital && (!place || foreign(note, name))) || before || (short_form && foreign(note, name));
    if (number < note.size() && meant && !note.is(number + 1, year_word)) {
        add(note, before ? i - 1 : i, number, found);
    } else if (before) {
        add(note, i - 1, last, found);
    }
}

void find_trailed(const Note& note, std::size_t i, Candidates& found) {
    std::size_t first = i;
    while (first > 0 && i - first < 3 && note.joined(first) && note.at(first - 1).word() &&
           note.at(first - 1).capital && !note.is(first - 1, stop)) {
        --first;
    }
    if (first == i || !foreign(note, i - 1)) return;
    const std::size_t number = number_behind(note, i);
    if (number < note.size()) add(note, first, number, found);
}

bool ends_as_street(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (token.size() < 7 || token.entry->word > 0 || token.entry->has(Entry::german_word)) return false;
    const std::string word = folded(note.view(i));
    for (const std::string_view end : endings) {
        if (word.size() > end.size() + 2 && word.compare(word.size() - end.size(), end.size(), end) == 0) return true;
    }
    return false;
}

}  // namespace

void find_foreign_street(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    if (!token.word()) return;
    const bool stopped = note.sign(i + 1, '.') && note.glued(i + 1);
    if (token.size() <= 4 && stopped && leading_short.has(token)) {
        find_led(note, i, true, found);
    } else if (token.size() >= 3 && leading.has(token)) {
        find_led(note, i, false, found);
    }
    if (trailing.has(token) || (stopped && trailing_short.has(token))) find_trailed(note, i, found);
    if (token.capital && token.size() >= 7 && ends_as_street(note, i)) {
        const std::size_t number = number_behind(note, i);
        if (number >= note.size()) return;
        const bool before = note.joined(i) && i > 0 && note.at(i - 1).number() && house_number(note, i - 1);
        add(note, before ? i - 1 : i, number, found);
    }
}

}  // namespace covision::deid
