// What is rare: jobs, offices and diseases of the lists, large or unusual families, the news, "the only … in …".
#include <array>
#include <string>

#include "server/deid/calendar.hpp"
#include "server/deid/fold.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

constexpr std::uint64_t listed = rare_job | rare_disease | rare_family | in_news | office;

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view one : words) {
        if (word == one) return true;
    }
    return false;
}

// "Fischer", "Cooper", "nun" (German "now"), "als", "td": a single word of the lists that is meant otherwise.
bool meant_otherwise(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    const bool after_noun_word = note.joined(i) && i > 0 && note.is(i - 1, stop | is_verb | english | german);
    if (token.size() <= 3) return !token.all_capital || (e.is(office) && !after_noun_word);
    if (e.is(stop) || (token.german && !token.capital && e.has(Entry::german_often))) return true;
    if (!e.is(rare_job | office)) return false;
    const bool also_name = e.family >= 6 || e.given >= 6;
    if (token.capital && also_name && !after_noun_word) return true;
    return !token.german && token.capital && also_name && !token.sentence_start;
}

// Returns the last token taken, or i.
std::size_t find_listed(const Note& note, std::size_t i, Candidates& found) {
    const Entry* entry = note.at(i).entry;
    std::size_t last = i;
    if (entry->is(phrase_start)) {
        const Phrases phrases = note.phrases(i);
        if (phrases.rare != nullptr) {
            entry = phrases.rare;
            last = phrases.rare_last;
        }
    }
    if (!entry->is(listed) || (last == i && meant_otherwise(note, i))) return i;
    if (entry->is(rare_disease)) {
        note.add(found, i, last, Type::rare, Level::review, "rare_disease");
    } else if (entry->is(office)) {
        note.add(found, i, last, Type::profession, Level::review, "public_office");
    } else if (entry->is(rare_job)) {
        note.add(found, i, last, Type::profession, Level::review, "rare_job");
    } else {
        note.add(found, i, last, Type::rare, Level::review, entry->is(rare_family) ? "unusual_family" : "in_the_news");
    }
    return last;
}

int number_word_value(const Note& note, std::size_t i) {
    constexpr std::array<std::pair<std::string_view, int>, 16> words = {{{"eight", 8},
                                                                         {"nine", 9},
                                                                         {"ten", 10},
                                                                         {"eleven", 11},
                                                                         {"twelve", 12},
                                                                         {"thirteen", 13},
                                                                         {"fourteen", 14},
                                                                         {"fifteen", 15},
                                                                         {"acht", 8},
                                                                         {"neun", 9},
                                                                         {"zehn", 10},
                                                                         {"elf", 11},
                                                                         {"zwolf", 12},
                                                                         {"dreizehn", 13},
                                                                         {"vierzehn", 14},
                                                                         {"funfzehn", 15}}};
    if (note.at(i).number()) return value_of(note, i);
    if (!note.at(i).word() || note.at(i).size() > 10) return -1;
    const std::string word = folded(note.view(i));
    for (const auto& one : words) {
        if (one.first == word) return one.second;
    }
    return -1;
}

// "one of eleven children", "neun Geschwister": from eight on.
void find_large_family(const Note& note, std::size_t i, Candidates& found) {
    const std::string_view word = note.view(i);
    if (!any_of(word,
                {"children", "siblings", "Kindern", "Kinder", "Geschwister", "Geschwistern", "brothers", "sisters"})) {
        return;
    }
    const int count = note.joined(i) && i > 0 ? number_word_value(note, i - 1) : -1;
    if (count >= 8 && count <= 25 && !note.sign(i - 2, '/') && !note.sign(i - 2, '-') &&
        !any_of(note.view(i - 2), {"for", "with", "über", "für", "mit", "over"})) {
        note.add(found, i - 1, i - 1, Type::rare, Level::review, "large_family");
    }
}

// Nouns with which "the only" says nothing of a person, and places that hold anybody.
bool says_nothing(std::string_view word) {
    return any_of(word,
                  {"thing",     "things",   "way",      "time",     "times", "reason", "place",  "day",   "moment",
                   "problem",   "hope",     "option",   "question", "point", "word",   "part",   "bit",   "constant",
                   "exception", "evidence", "Grund",    "Mal",      "Weg",   "Sache",  "Chance", "Ort",   "Tag",
                   "Moment",    "Frage",    "Ausnahme", "Punkt",    "Halt",  "Trost",  "Ding",   "Thema", "sound",
                   "light",     "comfort",  "contact",  "note",     "change"});
}
bool holds_anybody(std::string_view word) {
    return any_of(word,
                  {"family",   "room",    "house",    "world",    "group",     "life",     "relationship", "home",
                   "marriage", "therapy", "session",  "sessions", "day",       "week",     "year",         "past",
                   "end",      "bed",     "building", "chart",    "file",      "Familie",  "Raum",         "Zimmer",
                   "Haus",     "Welt",    "Gruppe",   "Leben",    "Beziehung", "Therapie", "Sitzung",      "Woche",
                   "Akte",     "Jahr",    "Bett",     "Ehe",      "Stunde",    "question", "way",          "morning"});
}

// "the only midwife in the valley", "die einzige Frau in dem Beruf": token i is "only" or "einzige".
void find_only(const Note& note, std::size_t i, Candidates& found) {
    if (i == 0) return;
    // "it only works for us": an adverb.
    const bool english = note.at(i).size() == 4;
    const bool listed_off =
        note.at(i).line_start || note.at(i - 1).kind == Token::Kind::sign;  // "16, only deaf pupil in"
    if (english && !listed_off &&
        !any_of(note.view(i - 1), {"the", "The", "an", "An", "his", "her", "their", "our", "my", "its", "s", "'s",
                                   "whose", "your", "this", "that"})) {
        return;
    }
    for (std::size_t k = i + 1; k < i + 8 && note.joined(k) && (note.at(k).word() || note.sign(k, '-')); ++k) {
        const std::string_view word = note.view(k);
        if (says_nothing(word) || word == "one" || note.is(k, is_verb) || any_of(word, {"I", "who", "that", "when"}))
            return;
        const bool within = any_of(word, {"in", "im", "on", "at", "within", "auf", "weit", "for", "bei", "am"});
        if (!within) continue;
        if (k == i + 1) return;
        std::size_t noun = k + 1;
        while (noun < k + 4 && note.joined(noun) && note.is(noun, stop | english | german)) ++noun;
        if (word == "weit") noun = k + 2;
        if (!note.joined(noun) || !note.at(noun).word() || holds_anybody(note.view(noun))) return;
        while (noun < k + 5 && note.at(noun).capital && note.joined(noun + 1) && note.at(noun + 1).capital) ++noun;
        const bool article = note.joined(i) && note.is(i - 1, stop | english | german);
        note.add(found, article ? i - 1 : i, noun, Type::rare, Level::review, "only_one");
        return;
    }
}

// "one of only four …", "einer der letzten drei …", "der letzte, der noch …", "the first woman to chair …".
void find_few(const Note& note, std::size_t i, Candidates& found) {
    const std::string_view word = note.view(i);
    if (any_of(word, {"one", "einer", "eine", "eines"}) && any_of(note.view(i + 1), {"of", "der", "von"})) {
        std::size_t at = i + 2;
        if (any_of(note.view(at), {"the", "only", "den", "nur"})) ++at;
        if (any_of(note.view(at), {"only", "nur"})) ++at;
        const bool few =
            any_of(note.view(at), {"last", "few", "letzten", "wenigen"}) ||
            (at > i + 2 && any_of(note.view(at - 1), {"only", "nur"}) &&
             (note.at(at).number() || any_of(note.view(at), {"two", "three", "four", "five", "six", "seven", "zwei",
                                                             "drei", "vier", "fünf", "sechs"})));
        if (few && note.joined(at + 1) && note.at(at + 1).word() && !says_nothing(note.view(at + 1))) {
            note.add(found, i, at + 1, Type::rare, Level::review, "only_one");
        }
        return;
    }
    const bool first = any_of(word, {"first", "last"});
    if (first && any_of(note.view(i + 1), {"woman", "man", "person", "girl", "boy", "black", "female", "male", "deaf",
                                           "blind", "Muslim", "openly", "living"})) {
        for (std::size_t k = i + 2; k < i + 5 && note.joined(k) && note.at(k).word(); ++k) {
            if (any_of(note.view(k), {"to", "of", "in"}) && note.joined(k + 1)) {
                note.add(found, i, k + 1, Type::rare, Level::review, "only_one");
                return;
            }
        }
    }
    if (any_of(word, {"letzte", "letzter", "erste", "erster"}) && note.sign(i + 1, ',') &&
        any_of(note.view(i + 2), {"der", "die"}) && any_of(note.view(i + 3), {"noch", "je", "jemals"})) {
        note.add(found, i, i + 3, Type::rare, Level::review, "only_one");
    }
    if (any_of(word, {"erste", "letzte"}) && any_of(note.view(i - 1), {"als"}) &&
        any_of(note.view(i + 1), {"Frau", "Mann"})) {
        note.add(found, i, i + 1, Type::rare, Level::review, "only_one");
    }
}

}  // namespace

void find_rarities(const Note& note, Candidates& found) {
    std::size_t taken = 0;  // tokens before this one belong to a phrase
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        if (!token.word()) continue;
        const Entry& e = *token.entry;
        if (i >= taken && e.is(listed | phrase_start)) taken = find_listed(note, i, found) + 1;
        const std::string_view word = note.view(token);
        switch (word[0]) {
            case 'o':
            case 'O':
                if (word == "only" || word == "Only") find_only(note, i, found);
                if (word == "one") find_few(note, i, found);
                break;
            case 'e':
            case 'l':
            case 'f':
                if (word.substr(0, 7) == "einzige") find_only(note, i, found);
                find_few(note, i, found);
                break;
            case 'c':
            case 's':
            case 'b':
            case 'K':
            case 'G': find_large_family(note, i, found); break;
            default: break;
        }
    }
}

}  // namespace covision::deid
