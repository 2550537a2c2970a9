// People's names: titles, full names, given and family names in context, lower case in strong context.
#include "server/deid/fold.hpp"
#include "server/deid/german_names.hpp"
#include "server/deid/german_people.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

struct Verdict {
    bool found = false;
    Level level = Level::review;
    const char* why = "";
};
constexpr Verdict no{};
Verdict must(const char* why) { return {true, Level::must_replace, why}; }
Verdict doubtful(const char* why) { return {true, Level::review, why}; }

Verdict judge_full(const Note& note, const Parts& parts) {
    const Token &first = note.at(parts.first()), &last = note.at(parts.last());
    const Entry &a = *first.entry, &b = *last.entry;
    if (names_a_thing(note, parts.last())) return no;
    const int around = evidence(note, parts.first(), parts.last());
    if (first.german && in_compound(note, parts.last())) return no;
    const int given = given_of(note, first), surname = family_of(note, last);
    const bool family = b.family > 0 || b.given > 0 || (!b.known() && last.size() > 2);
    const bool usual_family = surname >= 6 && (clean(last) || (b.family >= 9 && !b.is(org_head | street)));
    if (initial(note, parts.first())) {
        const bool trained = with_degree(note, parts.last()) && clean(last);
        if (first.sentence_start && !note.sign(parts.first() + 1, '.')) return trained ? doubtful("full_name") : no;
        const bool point = note.sign(parts.first() + 1, '.');
        if (point && (usual_family || (family && with_degree(note, parts.last())))) return must("full_name");
        // "Azubi L. Sturzprot. liegt": behind a code of somebody another sentence may begin.
        const bool only_role = first.german && !b.known() && surname == 0 && person_before(note, parts.first()) &&
                               !note.is(parts.first() - 1, title | kin | staff);
        if (only_role) return no;
        if (around >= 2 && family && clean(last)) return must("full_name");
        const bool unknown = note.sign(parts.first() + 1, '.') && family && clean(last) && last.size() > 3 &&
                             !last.all_capital &&
                             (!last.german || b.known() || around > 0 || note.sign(parts.first() - 1, ':'));
        return usual_family || unknown ? doubtful("full_name") : no;
    }
    if (first.all_capital != last.all_capital && around < 2) return no;
    if (first.all_capital && last.all_capital && last.size() <= 4 && (around < 3 || (a.given < 4 && b.family < 6)))
        return no;
    if (first.german && b.given == 0 && b.family == 0 && note.sign(parts.last() - 1, '-')) return no;  // Asia-Imbiss
    if (clean(first) && given >= 4 && family && (clean(last) || usual_family)) return must("full_name");
    if (clean(first) && given >= 1 && usual_family) return must("full_name");
    if (!clean(first) && a.given >= 6 && usual_family && !first.entry->is(month)) return must("full_name");
    if (!clean(first) && a.given >= 7 && clean(last) && !first.sentence_start && !first.german && !a.is(month)) {
        return b.family > 0 ? must("full_name") : doubtful("full_name");  // Hope Adeyemi
    }
    if (a.is(month) && a.given >= 6 && usual_family) return doubtful("full_name");
    if (around >= 3 && clean(first) && clean(last) && !first.german) return must("full_name");
    if (!a.known() && usual_family && !first.german) return around > 0 ? must("full_name") : doubtful("full_name");
    if (clean(first) && a.family >= 6 && b.given >= 6 && clean(last)) return must("full_name");
    return no;
}

// A word that stands in no list may be a name, unless its form says otherwise: YouTube, Prussian, #tag.
bool nameless_form(const Note& note, std::size_t i) {
    const std::string_view word = note.view(i);
    for (const std::string_view end :
         {"ian", "ians", "ish", "isch", "ese", "ism", "ist", "ists", "ness", "tion", "ment", "ing"}) {
        if (word.size() > end.size() + 1 && word.ends_with(end)) return true;
    }
    for (std::size_t k = 1; k < word.size(); ++k) {
        const bool prefixed =
            k <= 3 && (word[0] == 'M' || word[0] == 'D' || word[0] == 'L' || word[0] == 'V' || word[1] == '\'');
        if (word[k] >= 'A' && word[k] <= 'Z' && !prefixed) return true;
    }
    return note.sign(i - 1, '#') || note.sign(i - 1, '/') || note.sign(i + 1, '/') || note.sign(i + 1, '-');
}

// A capital word in a line of title case is no sign of a name.
bool in_prose(const Note& note, std::size_t i) {
    const Token& next = note.at(i + 1);
    return !note.joined(i + 1) || !next.word() || !next.capital;
}

Verdict judge_english(const Note& note, std::size_t i, int around) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    const bool inside = !token.sentence_start;
    if (clean(token)) {
        const bool rather_place = (e.place >= 8 && e.place + 2 > e.given) || e.has(Entry::state);
        if (rather_place && around < 2) return no;
        const bool thing = around < 2 && i > 0 && note.joined(i) && note.is(i - 1, stop) &&
                           (note.view(i - 1) == "the" || note.view(i - 1) == "a");  // the Stanley Cup
        if (e.given >= 7) return !thing ? must("given_name") : in_prose(note, i) ? doubtful("given_name") : no;
        if (e.given >= 4) {
            if (around >= 2 || (inside && around >= 1)) return must("given_name");
            return inside && in_prose(note, i) ? doubtful("given_name") : no;
        }
        if (token.size() <= 3 && e.given < 7 && around == 0) return no;  // Abd, Obs
        if (e.given >= 1) return around >= 3 ? must("given_name") : around + inside >= 2 ? doubtful("given_name") : no;
        if (e.family >= 6) {
            if (around >= 3 && inside) return must("family_name");
            return around >= 2 || (inside && in_prose(note, i)) ? doubtful("family_name") : no;
        }
        if (!e.known() && token.size() > 2 && !token.all_capital) {
            if (!inside || !in_prose(note, i) || nameless_form(note, i)) return no;
            const bool placed = note.joined(i) && (note.view(i - 1) == "in" || note.view(i - 1) == "near");
            if (around >= 3 && !note.sign(i + 1, '#')) return must("unknown_name");
            return placed ? no : doubtful("unknown_name");
        }
        return no;
    }
    if ((e.is(harmless) && (around < 4 || e.given < 6)) || (e.is(month) && around < 3)) return no;
    if (e.given >= 6 || e.family >= 9) {
        if (around >= 3 && e.given >= 6) return must("given_name");
        if (!inside) return no;
        if (around == 2 && e.given >= 6) return must("given_name");
        const bool theorist = e.has(Entry::clinical_or_name);
        if (e.given >= 8 && in_prose(note, i) && !theorist && !e.has(Entry::nationality)) return doubtful("given_name");
        return no;
    }
    return e.given >= 3 && around >= 3 && inside ? doubtful("given_name") : no;
}

// "Osterhagen RN", the Kessler of a scale, too.
bool trained(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    const bool only_name = e.word == 0 && e.classes == 0 && token.size() > 3 && !token.all_capital &&
                           !e.has(Entry::clinical) && !e.has(Entry::nationality) && !e.has(Entry::german_word);
    return only_name && with_degree(note, i) && (e.family > 0 || e.given > 0 || !nameless_form(note, i));
}

Verdict judge_german(const Note& note, std::size_t i, int around) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (in_compound(note, i)) return no;
    const int given = given_of(note, token), family = family_of(note, token);
    if (clean(token) || given > e.given) {
        const bool rather_place = (e.place >= 8 && e.place + 2 > given) || e.has(Entry::state);
        if (rather_place && around < 2) return no;
        const std::string_view lead = note.joined(i) && i > 0 ? note.view(i - 1) : std::string_view{};
        const bool led =
            lead == "im" || lead == "Im" || lead == "am" || lead == "ins" || lead == "zum" || lead == "beim";
        if (led && around < 2) return no;  // im Ernst
        if (given >= 8) return must("given_name");
        if (given >= 6) return around >= 1 ? must("given_name") : doubtful("given_name");
        if (given >= 4) return around >= 2 ? must("given_name") : around >= 1 ? doubtful("given_name") : no;
        if (given >= 1 && around >= 3) return doubtful("given_name");
        if (family >= 7 && around >= 2) return around >= 3 ? must("family_name") : doubtful("family_name");
        return no;
    }
    if (e.is(month) && around < 3) return no;
    if ((e.given >= 6 && around >= 3) || (e.family >= 8 && signed_line(note, i))) return must("given_name");
    if (e.given >= 4 && around >= 3 && !e.has(Entry::german_word) && !token.sentence_start)
        return doubtful("given_name");  // Kinder Can 12: English words are names here
    return no;
}

// "omi winter", "onkel frank" in a note that writes everything so.
bool addressed(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    return note.lower_style && note.joined(i) && i > 0 && note.is(i - 1, title) && note.is(i - 1, kin) &&
           (e.family >= 8 || e.given >= 6) && !e.is(stop | says | is_verb | toward | kin | english | german);
}

// "my sister anna", "called sarah": lower case needs a strong context or a name that is nothing else.
Verdict judge_lower(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (e.word > 0 && e.word <= 3 && e.given >= 8 && e.classes == 0 && note.is(i - 1, kin) && note.joined(i)) {
        return doubtful("given_name");  // my brother tom
    }
    if (addressed(note, i)) return doubtful("given_name");
    const int given = note.lower_style ? given_of(note, token) : e.given;
    if (given > e.given && !names_a_thing(note, i)) return must("given_name");
    if (note.lower_style && e.given >= 8 && e.classes == 0 && !e.has(Entry::german_word) && evidence(note, i, i) >= 3) {
        return clean(token) ? must("given_name") : doubtful("given_name");
    }
    if (e.given < 6 || e.word > 0 || e.classes != 0 || e.has(Entry::german_word) || token.size() < 3) return no;
    if (e.has(Entry::clinical) || e.has(Entry::clinical_or_name) || e.has(Entry::nationality)) return no;
    if (note.joined(i) && i > 0 && (note.view(i - 1) == "im" || note.view(i - 1) == "zum")) return no;  // im ernst
    const int around = evidence(note, i, i);
    if (around >= 3 || (note.lower_style && e.given >= 8 && e.place < 8)) return must("given_name");
    if (e.given >= 8 && around >= 2) return must("given_name");
    if (e.given >= 9 && around >= 1 && e.place < 8 && !token.german) return doubtful("given_name");
    return no;
}

// "Smith, John" at the beginning of a line or after a sign; not in a list of first names.
bool family_first(const Note& note, std::size_t i) {
    const Entry &family = *note.at(i).entry, &given = *note.at(i + 2).entry;
    if (!note.sign(i + 1, ',') || !note.joined(i + 1) || !note.joined(i + 2) || !note.at(i + 2).capital) return false;
    const bool labelled = note.sign(i - 1, ':') && note.is(i - 2, label) && note.joined(i);
    if (labelled && given.given >= 4 && clean(note.at(i + 2))) return true;
    if (family.family < 8 || family.given > family.family || given.given < 7) return false;
    if (!clean(note.at(i + 2)) && given.given < 10) return false;
    const bool begins = note.at(i).sentence_start || note.at(i - 1).kind == Token::Kind::sign;
    const bool list = note.sign(i + 3, ',') || note.view(i + 3) == "and" || note.view(i + 3) == "und";
    return begins && !list;
}

// "Annas Mutter": the name with its German genitive ending.
bool german_genitive(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!token.german || token.size() < 4 || note.text[token.end - 1] != 's' || in_compound(note, i)) return false;
    if (token.entry->known() && token.entry->given == 0 && (token.entry->word > 0 || token.entry->flags != 0))
        return false;
    const Entry& base = note.lexicon->find(folded_hash(note.text.substr(token.begin, token.size() - 1)));
    return base.given >= 8 && base.word == 0 && base.classes == 0 && base.flags == 0 && note.joined(i + 1) &&
           note.at(i + 1).word();
}

}  // namespace

void find_names(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        if (!token.word()) continue;
        if (token.entry->is(title)) {
            const std::size_t last = find_titled(note, i, found);
            if (last != i) {
                i = last;
                continue;
            }
        }
        if (!token.capital) {
            const bool listed = note.lower_style && given_of(note, token) >= 8;
            if (token.entry->given < 6 && !listed && !addressed(note, i)) continue;
            const Verdict verdict = judge_lower(note, i);
            if (verdict.found) note.add(found, i, i, Type::name, verdict.level, verdict.why);
            continue;
        }
        if (token.entry->has(Entry::begins)) {
            const Phrases phrases = note.phrases(i);
            if (phrases.clinical != nullptr) {
                i = phrases.clinical_last;
                continue;
            }
            if (phrases.place != nullptr && (phrases.place->place > 3 || note.is(note.word_before(i), place_before))) {
                i = phrases.place_last;
                continue;
            }
        }
        if (blocked(note, i)) {
            // "I saw Will yesterday": a capital inside of a sentence makes a common word a name.
            const bool hidden =
                token.entry->is(stop) && token.entry->given >= 7 && !token.sentence_start && !token.german;
            if (hidden && evidence(note, i, i) >= 1 && in_prose(note, i)) {
                note.add(found, i, i, Type::name, Level::review, "given_name");
            }
            continue;
        }
        const Parts parts = read_parts(note, i);
        if (parts.count >= 2) {
            const Verdict verdict = judge_full(note, parts);
            if (verdict.found) {
                note.add(found, parts.first(), parts.last(), Type::name, verdict.level, verdict.why);
                i = parts.last();
                continue;
            }
        }
        if (token.size() == 1 || names_a_thing(note, i)) continue;
        if (token.german && ranked(note, i)) {
            note.add(found, i, i, Type::name, Level::must_replace, "title_and_name");
            continue;
        }
        if (token.entry->is(kin) && token.entry->given < 10) continue;  // "Gogo came"
        if (family_first(note, i)) {
            note.add(found, i, i + 2, Type::name, Level::must_replace, "full_name");
            i += 2;
            continue;
        }
        const int around = evidence(note, i, i);
        if (token.all_capital && around < 2) continue;
        const Verdict verdict = trained(note, i) ? must("family_name")
                                : token.german   ? judge_german(note, i, around)
                                                 : judge_english(note, i, around);
        if (verdict.found) {
            note.add(found, i, i, Type::name, verdict.level, verdict.why);
        } else if (german_genitive(note, i)) {
            note.add(found, i, i, Type::name, Level::must_replace, "given_name");
        }
    }
    find_initials(note, found);
}

}  // namespace covision::deid
