// What the tagger found, as candidates. A tagged name is certain only when the lists or the words around it speak for
// it too; places and organisations are always for review.
#include <algorithm>

#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/note.hpp"
#include "server/deid/tagger.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// How sure the tagger must be, by what else is known.
constexpr int name_certain = 4 * score_unit, german_word = 3 * score_unit / 2, coded_note = 2 * score_unit;
constexpr int known_place = score_unit / 2, unknown_after_in = score_unit, unknown_place = 2 * score_unit;
constexpr int org_words = score_unit, org_word = 3 * score_unit / 2, acronym = 7 * score_unit / 2;
// So much less is enough for review in a note that holds identifiers for certain; what is certain stays as it is.
constexpr int ease_in_dense = 3 * score_unit;

// Nobody's name, though it stands where names stand: terms, headings, roles, "Tel.".
bool term(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    return e.has(Entry::clinical) || e.has(Entry::nationality) ||
           e.is(stop | month | weekday | harmless | title | kin | staff | label | id_word | phone_word | number_word);
}

bool only_terms(const Note& note, const Tagged& one) {
    for (std::size_t i = one.first; i <= one.last; ++i) {
        if (note.at(i).word() && note.at(i).size() > 1 && !term(note, i)) return false;
    }
    return true;
}

// Several words with capitals that no other word stands between, none of them an ordinary one.
bool solid(const Note& note, const Tagged& one) {
    for (std::size_t i = one.first; i <= one.last; ++i) {
        const Token& token = note.at(i);
        const bool ordinary = token.german && (token.entry->has(Entry::german_word) || token.entry->word > 0);
        if (!token.word() || !token.capital || token.all_capital || ordinary) return false;
        if (term(note, i) || (i > one.first && token.sentence_start)) return false;
    }
    return one.last > one.first;
}

bool known_name(const Note& note, const Tagged& one) {
    for (std::size_t i = one.first; i <= one.last; ++i) {
        const Entry& e = *note.at(i).entry;
        if (clean(note.at(i)) && (e.given >= 4 || e.family >= 6)) return true;
    }
    return false;
}

// "Koro's car" where the note also writes "her koro": the capital is the sentence's.
bool in_lower_case(const Note& note, std::size_t i) {
    constexpr std::size_t reach = 400;  // tokens
    const std::size_t end = std::min(note.size(), i + reach);
    for (std::size_t k = i > reach ? i - reach : 0; k < end; ++k) {
        if (note.tokens[k].hash == note.tokens[i].hash && note.tokens[k].word() && !note.tokens[k].capital) return true;
    }
    return false;
}

// In German any noun has a capital: only a place that is known or led to by "in", or several words.
bool german_noun(const Note& note, const Tagged& one) {
    const Token& token = note.at(one.first);
    const Entry& e = *token.entry;
    if (!token.german || one.last > one.first) return false;
    const bool place = e.place > 0 || e.has(Entry::region), led = note.near_before(one.first, place_before | lives, 2);
    const bool direct = one.first > 0 && note.joined(one.first) && note.is(one.first - 1, place_before);  // in Bogen
    return e.has(Entry::german_word) ? !(place && direct) : !(place || (!e.known() && led));
}

// What the model doubts is asked about only in the form of a name, and no German noun.
bool likely_form(const Note& note, const Tagged& one) {
    const Token& token = note.at(one.first);
    if (note.sign(one.last + 1, ':')) return false;  // a heading
    if (one.type != Type::name && german_noun(note, one)) return false;
    if (token.german && (token.entry->has(Entry::german_word) || one.type == Type::name)) {
        return one.type == Type::name && evidence(note, one.first, one.last) >= 2;
    }
    return token.capital || (token.entry->given > 0 && clean(token));
}

void add_name(const Note& note, const Tagged& one, bool coded, Candidates& found) {
    const int around = evidence(note, one.first, one.last);
    const bool known = known_name(note, one), supported = known || around >= 3;
    // "auf Oberpfälzisch": a way to speak.
    const std::string_view last = note.view(one.last);
    if (!known && last.size() > 7 && last.ends_with("isch")) return;
    const std::string_view lead = note.joined(one.first) ? note.view(one.first - 1).substr(0, 4) : std::string_view{};
    if (lead == "dies" || lead == "Dies" || lead == "jede" || lead == "Jede") return;  // "dieser Tausch"
    if (note.at(one.first).german && one.first == one.last && !known && around < 3 && noun_form(last)) return;
    // A word alone, as "Kleinstadt" where a form asks for one, has nothing around it that could tell.
    if (note.size() == 1 && one.first == one.last && !known && around < 2) return;
    if (coded && !supported && one.margin < 0) return;
    // In German any noun has a capital.
    const int enough = german_word - (note.prior == Prior::dense ? ease_in_dense : 0);
    if (note.at(one.first).german && !known && around < 2 && one.margin < enough) return;
    const Token& word = note.at(one.first);
    if (one.first == one.last && !known && word.capital && word.sentence_start && !note.lower_style &&
        in_lower_case(note, one.first))
        return;
    const bool certain = one.margin >= name_certain && supported && !note.at(one.first).all_capital;
    note.add(found, one.first, one.last, Type::name, certain ? Level::must_replace : Level::review,
             one.last > one.first ? "full_name" : "unknown_name");
    found.back().whole = solid(note, one);
}

// "Edinburgh Postnatal Depression Scale"
bool test(const Note& note, std::size_t last) {
    for (std::size_t k = last + 1; k < last + 4 && note.joined(k) && note.at(k).word() && note.at(k).capital; ++k) {
        if (note.is(k, eponym_after)) return true;
    }
    return false;
}

// "Rowlands on": what goes on inside of a name ends none.
void trim(const Note& note, Tagged& one) {
    auto loose = [&note, &one](std::size_t i) {
        const Token& token = note.at(i);
        if (token.number()) return note.at(i + 1).word() && note.joined(i + 1) && !note.at(i + 1).capital;  // 8 months
        const bool verb = one.type == Type::name && token.word() && !token.capital && !note.lower_style &&
                          note.at(one.first).capital;  // "Brüggemann sah"
        return verb || token.kind == Token::Kind::clitic ||
               (token.kind == Token::Kind::sign && !(note.sign(i, '.') && note.at(i - 1).size() < 3)) ||
               (token.word() && !token.capital && token.entry->is(particle | at_for | stop | day_before));
    };
    // "Özdemirs Bruder Ali" is two.
    for (std::size_t k = one.first + 1; one.type == Type::name && k <= one.last; ++k) {
        if (note.at(k).german && note.at(k).capital && note.is(k, kin | staff)) one.last = k - 1;
    }
    while (one.last > one.first && loose(one.last)) --one.last;
}

// States and countries stay.
bool state(const Note& note, const Tagged& one, const Phrases& phrases) {
    if (one.first == one.last && note.at(one.first).entry->has(Entry::state)) return true;
    return phrases.place != nullptr && phrases.place->has(Entry::state) && phrases.place_last >= one.last;
}

void add_place(const Note& note, const Tagged& one, Candidates& found) {
    const Phrases phrases = note.phrases(one.first);
    const Entry& e = *note.at(one.first).entry;
    if (state(note, one, phrases) || e.has(Entry::clinical_or_name)) return;
    if (e.is(street | house) && note.at(one.last).number()) return;               // "Weg 3"
    if (note.joined(one.last + 1) && note.is(one.last + 1, season_word)) return;  // "Early spring"
    const bool short_form = note.at(one.first).all_capital && note.at(one.first).size() <= 2;
    if (one.first == one.last && short_form) return;  // "HO ref", "Perth, WA"
    const bool known = e.place > 0 || e.has(Entry::region) || phrases.place != nullptr;
    const Token& word = note.at(one.first);
    // "(Lachen. …": a German noun that is some village, too.
    const bool near_in = note.near_before(one.first, place_before | lives, 3);
    const bool aside = note.sign(one.first - 1, '(') && note.sign(one.first + 1, '.');
    if (one.first == one.last && word.german && aside && e.place < 9 && !near_in) return;
    const bool after_in = !e.known() && note.near_before(one.first, place_before | lives, 2);
    // "Sturz im Bad": a German noun that is some village, too.
    const bool noun = word.german && e.has(Entry::german_word) && e.place < 9 && one.first == one.last;
    if (one.margin < (known && !noun ? known_place : after_in ? unknown_after_in : unknown_place)) return;
    note.add(found, one.first, one.last, Type::location, Level::review, "place");
    found.back().whole = solid(note, one);
}

void add_organisation(const Note& note, const Tagged& one, Candidates& found) {
    const Token& first = note.at(one.first);
    if (one.first == one.last) {
        // Most words in capitals are abbreviations of the trade.
        const bool short_form = first.all_capital && first.size() <= 6;
        if (short_form && one.margin < acronym && !note.near_before(one.first, works, 4)) return;
        static const WordSet any("haus");  // our own proposal for one
        if (first.entry->is(org_head) || any.has(first) || one.margin < org_word) return;
    }
    if (one.margin < org_words) return;
    if (one.last == one.first + 1 && note.at(one.last).number() && first.entry->word >= 3) return;  // "Gate 12"
    // "der Kiosk an der Straße" is any.
    if (note.view(one.last) == "Straße" && one.last > one.first && note.view(one.last - 1) == "der") return;
    note.add(found, one.first, one.last, Type::org, Level::review, "organisation");
}

}  // namespace

void find_tagged(const Note& note, Candidates& found) {
    // Where people have codes somebody has replaced names already: what the tagger doubts is rather nothing.
    const bool coded =
        std::any_of(note.tokens.begin(), note.tokens.end(), [](const Token& token) { return token.code; });
    for (Tagged one : tag(note, *note.model)) {
        trim(note, one);
        if (coded) one.margin -= coded_note;
        if (note.prior == Prior::dense && one.type != Type::name && !german_noun(note, one))
            one.margin += ease_in_dense;
        if (one.type != Type::name && test(note, one.last)) continue;
        if (note.at(one.first).size() == 1 && one.first + 2 >= one.last) continue;  // A, B.
        if (one.likely && !likely_form(note, one)) continue;
        if (only_terms(note, one) || names_a_thing(note, one.last) || note.is(one.last, eponym_after)) continue;
        const std::size_t count = found.size();
        switch (one.type) {
            case Type::name: add_name(note, one, coded, found); break;
            case Type::location: add_place(note, one, found); break;
            default: add_organisation(note, one, found);
        }
        if (found.size() > count) found.back().likely = one.likely;
    }
}

}  // namespace covision::deid
