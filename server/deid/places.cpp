// Towns and districts from the gazetteer. Always for review: a city tells little, a village much, the author knows
// which. States and countries are not flagged (Safe Harbor keeps them).
#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

// "in X", "from X"; "the" may stand between.
bool place_word_before(const Note& note, std::size_t i) {
    std::size_t w = note.word_before(i);
    if (w < note.size() && note.view(w) == "the") w = note.word_before(w);
    if (w >= note.size() || w + 3 < i) return false;
    return note.is(w, place_before) && !note.sign(i - 1, ':');
}

bool lives_before(const Note& note, std::size_t i) { return note.near_before(i, lives, 4); }

bool plain_place(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    if (e.is(stop | month | weekday | kin | title | org_head | street) || e.has(Entry::clinical)) return false;
    return note.at(i).german ? !e.has(Entry::german_word) && (e.word == 0 || e.place >= 8) : e.word == 0;
}

// "in Bani Walid": a second word goes with a place of no size.
std::size_t with_rest(const Note& note, std::size_t i) {
    const Token& next = note.at(i + 1);
    const bool inside = i > 0 && note.joined(i) && !note.at(i - 1).capital && !note.at(i).german;
    const bool part = inside && note.joined(i + 1) && next.word() && next.capital && !next.all_capital &&
                      next.size() > 2 && !next.sentence_start &&
                      !next.entry->is(stop | month | weekday | title | org_head | kin);
    return part ? i + 1 : i;
}

bool unlisted(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    const bool nothing_else = e.word == 0 && e.place == 0 && e.classes == 0 && (e.flags & ~Entry::begins) == 0;
    return nothing_else && ((e.given == 0 && e.family == 0) || (e.given < 4 && e.family < 6 && with_rest(note, i) > i));
}

void find_phrase(const Note& note, std::size_t i, const Phrases& phrases, Candidates& found) {
    const Entry& e = *phrases.place;
    if (e.has(Entry::state) && e.place == 0) return;
    bool telling = false;  // a word in it that is no ordinary one
    for (std::size_t k = i; k <= phrases.place_last; ++k) {
        if (note.at(k).word() && !note.at(k).capital && !note.is(k, stop | particle | place_before)) return;
        telling = telling || (note.at(k).word() && note.at(k).entry->word < 4);
    }
    const bool context = place_word_before(note, i) || lives_before(note, i);
    if (context || (telling && e.place >= 4))
        note.add(found, i, phrases.place_last, Type::location, Level::review, "place");
}

void find_single(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    const Entry& e = *token.entry;
    if (e.has(Entry::state) && e.place < 6) return;
    if (note.is(i + 1, org_head) && note.joined(i + 1) && note.at(i + 1).capital) return;
    const bool context = place_word_before(note, i);
    const bool lives_near = lives_before(note, i);
    if (!token.capital) {
        const bool usual = e.place >= 8 && e.word == 0 && e.classes == 0 && e.given < 8 && !e.has(Entry::german_word);
        const bool big = note.lower_style && e.place >= 9 && e.given < 6 && e.family < 8 && !e.has(Entry::clinical);
        if (usual && (big || (context && (lives_near || note.lower_style))))
            note.add(found, i, i, Type::location, Level::review, "place");
        return;
    }
    if (token.all_capital && token.size() < 5) return;
    if (note.view(i + 1) == "County" && note.joined(i + 1)) {
        note.add(found, i, i + 1, Type::location, Level::review, "place");
        return;
    }
    if (e.place == 0 && !e.has(Entry::region)) return;
    const bool only_region = e.place == 0;
    if (plain_place(note, i)) {
        if (context && (!only_region || e.given < 6)) {
            if (e.given >= 7 && e.place < 6 && !lives_near) return;  // "from Jordan": rather a person
            const std::size_t last = e.place < 9 ? with_rest(note, i) : i;
            note.add(found, i, last, Type::location, Level::review, "place");
            found.back().whole = last > i;
        } else if (only_region && note.view(i).size() > 7 && note.view(i).ends_with("shire")) {
            note.add(found, i, i, Type::location, Level::review, "place");
        } else if (e.place >= 9 && e.given < 8 && e.family < 9) {
            note.add(found, i, i, Type::location, Level::review, "place");
        }
        return;
    }
    if (context && lives_near && (e.place >= 5) && !e.is(stop | month | weekday | kin | title) &&
        !e.has(Entry::clinical) && !(token.german && e.has(Entry::german_often))) {
        note.add(found, i, i, Type::location, Level::review, "place");
    }
}

// "a place called Xyz", "in Xyzdorf": unknown words with the ending of a village after "in" and a verb of living.
bool village_ending(std::string_view word) {
    constexpr std::string_view endings[] = {"ville", "burgh",  "borough", "dorf",    "hausen", "heim",
                                            "shire", "bury",   "stadt",   "kirchen", "weiler", "ham",
                                            "ingen", "bourne", "wick",    "stead",   "mouth"};
    for (const std::string_view ending : endings) {
        if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
    }
    return false;
}

}  // namespace

void find_places(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        if (!token.word()) continue;
        const Entry& e = *token.entry;
        if (e.has(Entry::begins) && (token.capital)) {
            const Phrases phrases = note.phrases(i);
            if (phrases.place != nullptr &&
                !(phrases.clinical != nullptr && phrases.clinical_last >= phrases.place_last)) {
                find_phrase(note, i, phrases, found);
                i = phrases.place_last;
                continue;
            }
            if (phrases.clinical != nullptr) {
                i = phrases.clinical_last;
                continue;
            }
        }
        const std::string_view word = note.view(i);
        const bool lake = token.german && token.capital && !e.known() && token.size() > 6 && word.ends_with("see") &&
                          word != "Übersee";
        const bool numbered = i > 1 && word == "Bezirk" && note.joined(i) && note.sign(i - 1, '.') &&
                              note.at(i - 2).number() && note.at(i - 2).size() <= 2;
        if (lake || numbered) {  // "am Bodensee", "16. Bezirk"
            note.add(found, numbered ? i - 2 : i, i, Type::location, Level::review, "place");
        } else if (e.place > 0 || e.has(Entry::region)) {
            find_single(note, i, found);
        } else if (token.capital && !e.known() && place_word_before(note, i) && village_ending(note.view(i))) {
            note.add(found, i, i, Type::location, Level::review, "place");
        } else if (token.capital && unlisted(note, i) && token.size() > 3 && !token.all_capital && !token.german &&
                   i > 0 && note.joined(i) && (note.view(i - 1) == "in" || note.view(i - 1) == "near")) {
            const std::size_t last = with_rest(note, i);
            note.add(found, i, last, Type::location, Level::review, "place");
            found.back().whole = last > i;
        } else if (token.capital && !e.known() && place_word_before(note, i) && note.near_before(i, lives, 2) &&
                   token.size() > 3) {
            note.add(found, i, i, Type::location, Level::review, "place");
        }
    }
}

}  // namespace covision::deid
