#include "server/deid/name_evidence.hpp"

#include "server/deid/german_people.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

bool quote(const Note& note, std::size_t i) {
    return note.sign(i, '"') || note.sign(i, '(') || note.sign(i, ',') || note.sign(i, ':') || note.sign(i, '-');
}

int before(const Note& note, std::size_t first) {
    const Token& token = note.at(first);
    if (first == 0) return 0;
    std::size_t i = first - 1;
    if (token.line_start) {
        // "Regards,\nAnna"
        if (note.sign(i, ',') && i > 0) --i;
        return note.is(i, signature) && (!note.joined(first + 1) || note.sign(first + 1, ',')) ? 3 : 0;
    }
    if (note.is(i, title)) return french_size(note, i) ? 0 : 3;
    if (person_before(note, first)) return 3;
    bool apart = false;
    if (quote(note, i) && i > 0 && !note.at(i).line_start) {
        if (note.sign(i, ':') && note.is(i - 1, label | called)) return 3;
        apart = true;
        --i;
    }
    if (apart && note.at(i).sentence_start && note.sign(first - 1, ',') && !note.is(i, greeting)) return 0;
    if (note.is(i, kin | staff)) return note.sign(i - 1, '&') ? 0 : 3;  // Smith & Nephew Renasys
    if (note.is(i, called) && !apart) return 3;
    if (note.is(i, is_verb) && i > 0 && !apart && note.is(i - 1, called)) return 3;
    if (note.is(i, greeting)) return note.at(i).sentence_start || note.at(i).capital ? 3 : 0;
    if (note.is(i, label) && note.at(i).sentence_start && !apart) return 2;
    if (note.view(i) == "m" || note.view(i) == "'m") return 1;
    if (apart) return 0;
    if (note.view(i) == "and" || note.view(i) == "und" || note.view(i) == "or") {
        const Token& other = note.at(i - 1);
        if (other.capital && other.entry->given >= 6 && clean(other)) return 2;
    }
    if (note.is(i, says) && !note.at(i).capital && !note.is(i, toward)) return note.at(first).german ? 2 : 1;
    if (note.is(i, toward) && !note.at(first).german) return 1;
    return 0;
}

// "Kessler MD", "R. Osei, LCSW", "Kessler x51668"
bool has_degree(const Note& note, std::size_t i) {
    static const WordSet degrees(
        "md rn np phd lcsw lmft psyd crna mbbs dpt lpc msw aprn arnp fnp bsn lisw lsw lmsw licsw rrt pharmd slp cna lpn lvn "
        "msn pmhnp cnm rmn mrcp frcs mrcgp");
    if (note.sign(i, ',') && note.joined(i + 1)) ++i;
    const std::string_view word = note.view(i);
    if (note.at(i).kind == Token::Kind::mixed && word.size() == 4 && word.substr(0, 3) == "PGY") return true;
    if (!note.at(i).word() || !note.at(i).capital || note.at(i).size() > 6) return false;
    if (note.sign(i + 1, '.') && note.view(i + 2) == "D" && note.glued(i + 2)) return word == "M";
    return (note.at(i).all_capital || word.back() == 'D') && degrees.has(note.at(i));
}

// "Kessler x51668"
bool has_extension(const Note& note, std::size_t i) {
    return note.at(i).kind == Token::Kind::mixed && note.view(i)[0] == 'x' && note.at(i).size() > 4;
}

int after(const Note& note, std::size_t last) {
    const std::size_t i = last + 1;
    if (!note.joined(i)) return 0;
    if (has_degree(note, i)) return 3;
    if (has_extension(note, i)) return 3;
    const Token& next = note.at(i);
    if (next.kind == Token::Kind::clitic) {
        if (note.view(i) != "'s") return 2;
        return note.joined(i + 1) && !note.at(i + 1).capital ? 2 : 0;
    }
    if (next.word() && !next.capital) {
        if (next.entry->is(says)) return 3;
        if (next.entry->is(is_verb)) return 1;
        if (note.view(i) == "and" || note.view(i) == "und") {
            const Token& other = note.at(i + 1);
            if (other.capital && other.entry->given >= 6 && clean(other)) return 2;
            if (note.view(i + 1) == "I" || note.view(i + 1) == "his" || note.view(i + 1) == "her") return 2;
        }
        if (note.view(i) == "who" || note.view(i) == "whose" || note.view(i) == "aged" || note.view(i) == "herself" ||
            note.view(i) == "himself") {
            return 2;
        }
        return 0;
    }
    if ((note.sign(i, ',') || note.sign(i, '(')) && note.is(i + 1, stop) && note.joined(i + 2) &&
        note.is(i + 2, kin | staff)) {
        return 3;  // Tom, her partner
    }
    if (note.sign(i, '(') && note.at(i + 1).number() && note.at(i + 1).size() <= 2) return 2;
    if (note.sign(i, ',')) {
        if (note.at(i + 1).number() && note.at(i + 1).size() <= 2 && note.joined(i + 1)) return 2;  // Tom, 34,
        if (note.is(i + 1, age_before) || note.view(i + 1) == "who" || note.view(i + 1) == "die" ||
            note.view(i + 1) == "der" || note.view(i + 1) == "whose") {
            return note.at(last).german ? 1 : 2;
        }
    }
    return 0;
}

}  // namespace

bool french_size(const Note& note, std::size_t i) {
    return note.view(i) == "Fr" && note.joined(i) && note.at(i - 1).number();
}

int evidence(const Note& note, std::size_t first, std::size_t last) { return before(note, first) + after(note, last); }
int evidence_before(const Note& note, std::size_t first) { return before(note, first); }

bool signed_line(const Note& note, std::size_t i) { return note.at(i).line_start && before(note, i) == 3; }

bool with_degree(const Note& note, std::size_t last) {
    return note.joined(last + 1) && (has_degree(note, last + 1) || has_extension(note, last + 1));
}

bool clean(const Token& token) {
    const Entry& entry = *token.entry;
    if (entry.has(Entry::clinical) || entry.has(Entry::clinical_or_name) || entry.has(Entry::nationality)) return false;
    if (entry.is(month | weekday | stop | harmless)) return false;
    if (token.german) return !entry.has(Entry::german_word) && (entry.word == 0 || entry.given >= 9);
    return entry.word == 0;
}

bool blocked(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!token.word() || token.code || token.entry->is(stop | weekday)) return true;
    if (token.all_capital && note.view(i).find_first_not_of("IVX") == std::string_view::npos) return true;  // grade XI
    if (token.all_capital && token.entry->is(id_word | account_word | phone_word)) return true;             // IBAN
    return token.entry->has(Entry::clinical) && token.entry->given < 6 && token.entry->family < 8;
}

bool names_a_thing(const Note& note, std::size_t last) {
    std::size_t i = last + 1;
    if (!note.joined(i)) return false;
    if (note.at(i).kind == Token::Kind::clitic) ++i;
    if (note.sign(i, '-') && note.glued(i)) ++i;
    if (!note.joined(i)) return false;
    const bool double_name = note.glued(i) && note.at(i).word() && note.at(i).capital;
    if (double_name && note.joined(i + 1) && note.is(i + 1, instrument)) return true;  // Carter-Thomason device
    for (std::size_t k = i; k < i + 4 && note.joined(k) && note.at(k).word() && note.at(k).capital; ++k) {
        if (note.is(k, org_head)) return true;
        if (!note.is(k, generic_org)) break;
    }
    const std::string_view thing = note.view(i);
    // "Jackson-Pratt x1", "St. Jude 23-mm valve": counted and measured.
    if (note.at(i).kind == Token::Kind::mixed && thing.size() <= 3 && thing[0] == 'x') return true;
    const std::size_t unit = note.sign(i + 1, '-') ? i + 2 : i + 1;
    if (note.at(i).number() && (note.view(unit) == "mm" || note.view(unit) == "cm" || note.view(unit) == "French"))
        return true;
    // "Murphy's negative.", "Hoffman pos", "Bruce stage 2"
    const bool found =
        thing == "negative" || thing == "positive" || thing == "neg" || thing == "pos" || thing == "absent";
    const std::size_t past = i + 1;
    if (found && (!note.joined(past) || !note.at(past).word())) return true;
    const bool graded = thing == "stage" || thing == "grade" || thing == "type" || thing == "class";
    if (graded && (note.at(past).number() || note.at(past).all_capital) && note.joined(past)) return true;
    if (thing == "model" || thing == "scale" || thing == "theory" || thing == "inventory" || thing == "criteria")
        return true;
    if (note.is(i, instrument) && !note.is(last - 1, kin | title)) return true;  // Murphy's sign, Kelly clamps
    return note.is(i, eponym_after) && (note.at(last).entry->has(Entry::clinical_or_name) || note.at(i).capital);
}

}  // namespace covision::deid
