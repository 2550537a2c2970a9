// "Frau Dr. Weber-Kohl", "mrs opoku", "Dr J. O'Neill": what a title says of the words after it.
#include "server/deid/german_names.hpp"
#include "server/deid/german_people.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// "Frau Kupfer, korrekt", "Dr. May says": what stands between a title and a sign or a verb, and is no role ("Frau
// Doktor").
bool by_form(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    if (e.is(title | kin | staff | job | office | rare_job | weekday | label) || note.at(i).all_capital) return false;
    const std::size_t next = i + 1;
    const bool sign = note.sign(next, ',') || note.sign(next, '.') || note.sign(next, ')') || note.sign(next, ';');
    return sign || !note.joined(next) || note.is(next, says | is_verb);
}

// "OA Aufkl. erfolgt", "AA Chir. kommt", "OA Kardiologie": shortened, or what is practised.
bool no_name(const Note& note, std::size_t i) {
    const std::string_view word = note.view(i);
    const bool point = note.sign(i + 1, '.') && note.glued(i + 1) && note.joined(i + 2);
    if (point && !note.at(i).entry->known() && note.at(i + 2).word() && !note.at(i + 2).capital) return true;
    for (const std::string_view tail : {"ologie", "iatrie", "urgie", "medizin", "kunde", "thesie", "pädie"}) {
        if (word.size() >= tail.size() && word.ends_with(tail)) return true;
    }
    return false;
}

// "Hr. Will", "Frau Bräutigam am Montag", but "seine Frau Angst hat": a word behind a title of the street.
bool addressed_by_word(const Note& note, std::size_t i) {
    static const WordSet men("herr herrn hr hrn"), women("frau");
    static const WordSet no_people(
        "gott doktor professor kollege kollegin rat namens selbst mutter gemahlin nachbarin wirtin");
    const std::size_t lead = note.sign(i - 1, '.') && i > 1 ? i - 2 : i - 1;
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (e.is(title | kin | staff | job | office | rare_job | weekday | label | month) || token.all_capital ||
        no_people.has(token))
        return false;
    if (token.size() < 3 || e.has(Entry::clinical) || !note.at(lead).capital || noun_form(note.view(i))) return false;
    const Token& next = note.at(i + 1);
    if (note.joined(i + 1) && next.word() && next.capital) return false;
    if (men.has(note.at(lead))) return true;
    const Token& before = lead > 0 ? note.at(lead - 1) : note.nothing;
    const bool by_word =
        before.entry->is(toward | staff | job | says | is_verb) || (before.capital && !before.entry->is(stop));
    const bool free = note.at(lead).sentence_start || before.kind == Token::Kind::sign || by_word;
    return women.has(note.at(lead)) && free && next.word() && !next.capital &&
           next.entry->is(stop | german | day_before);
}

bool acceptable_after_title(const Note& note, std::size_t i, bool short_form) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (!token.word() || token.size() < 2 || !note.joined(i)) return false;
    if (token.capital) {
        const bool worded = note.is(i, month) || (note.at(i).german && e.has(Entry::german_word));
        if (worded && short_form && by_form(note, i)) return true;
        if (token.german && short_form && addressed_by_word(note, i)) return true;
        if (token.german && !note.lower_style && no_name(note, i)) return false;
        if (blocked(note, i) || (token.all_capital && token.size() <= 4 && e.family < 7))
            return false;  // Frau A. PHQ-9
        if (e.is(stop | weekday | kin | staff | says | title)) return e.family >= 8 && !e.is(stop | weekday | title);
        if (e.has(Entry::clinical) && e.family == 0 && e.given == 0) return false;
        const bool ordinary = e.has(Entry::german_word) || e.word > (token.german ? 0 : 2);  // "Aunt Bola"
        return !ordinary || e.family > 0 || e.given > 0;
    }
    if (!short_form) return false;
    if ((e.family >= 5 || e.given >= 6) && e.word == 0 && e.classes == 0 && !e.has(Entry::german_word)) return true;
    // "mrs opoku", "frau winter" in a note that writes everything so; "meine frau kam" is no name.
    std::uint64_t verbs = says | is_verb | stop | english | german | kin | staff | title | toward | job;
    const Token& lead = note.at(i - 1);
    const bool own = note.view(lead) == "frau" && note.joined(i - 1) && note.is(i - 2, stop | kin | german);
    return note.lower_style && !own && !e.is(verbs) && !e.has(Entry::german_often) &&
           (!e.known() || e.family >= 6 || e.given >= 6);
}

}  // namespace

bool ranked(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (rank_before(note, i) == i || token.all_capital || token.code || token.size() < 4 || in_compound(note, i))
        return false;
    if (given_of(note, token) > 0 || family_of(note, token) > 0) return !blocked(note, i) && clean(token);
    const bool shortened = note.sign(i + 1, '.') && note.glued(i + 1) && token.size() < 6;  // AA Chir.
    return !token.entry->known() && !noun_form(note.view(i)) && !shortened && !no_name(note, i);
}

std::size_t find_titled(const Note& note, std::size_t i, Candidates& found) {
    const bool short_form = note.is(i, short_title);
    if (!note.at(i).capital && !short_form) return i;
    if (note.is(i, degree) && !note.is(i - 1, title) && !note.is(note.word_before(i), title))
        return i;  // Psych. Befund
    if (french_size(note, i)) return i;
    std::size_t at = i + 1;
    while (at < i + 10 && ((note.sign(at, '.') && note.glued(at)) || (note.joined(at) && note.is(at, title)))) ++at;
    std::size_t lead = at;
    while (note.joined(lead) && initial(note, lead)) {
        ++lead;
        if (note.sign(lead, '.') && note.glued(lead)) ++lead;
    }
    while (note.joined(lead) && note.is(lead, particle) && !note.at(lead).capital && lead < at + 4) ++lead;
    if (!acceptable_after_title(note, lead, short_form) || note.at(at).line_start) return i;
    const Entry& named = *note.at(lead).entry;
    const bool only_eponym = named.has(Entry::clinical_or_name) && named.word == 0 && named.classes == 0;
    const bool german_half = note.at(lead).german && !named.known() && note.sign(lead + 1, '-');
    if (lead > at && (german_half || half_word(note, lead))) return i;  // "RAin A. FamG-Termin", "Dr A. Intra-aortic"
    if (lead > at && !clean(note.at(lead)) && !only_eponym && named.family < 9) return i;  // "Dr A. Nice bloke."
    std::size_t last = lead;
    for (int more = 0; more < 3; ++more) {
        std::size_t next = last + 1;
        if (note.sign(next, '-') && note.glued(next) && note.glued(next + 1)) ++next;
        while (note.joined(next) && note.is(next, particle) && !note.at(next).capital && next < last + 4) ++next;
        const Entry& e = *note.at(next).entry;
        if (!note.joined(next) || note.at(next).sentence_start || !name_word(note, next) || note.at(next).size() == 1 ||
            note.at(next).all_capital != note.at(lead).all_capital)
            break;
        if (!note.at(lead).capital || (note.at(next).german && next == last + 1 && e.family == 0 && e.given == 0))
            break;
        last = next;
    }
    note.add(found, at, last, Type::name, Level::must_replace, "title_and_name");
    return last;
}

}  // namespace covision::deid
