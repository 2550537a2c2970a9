// Who spoke and who wrote: "RSE/lm" under a letter, "TR: dq", "scribe kz", "d. wojtowicz rn". Asked about only in a
// note that holds identifiers for certain.
#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"
#include "server/deid/prior.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Two to four letters, all of one case.
bool letters(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!token.word() || token.size() < 2 || token.size() > 4 || (token.capital && !token.all_capital)) return false;
    for (const char c : note.view(i)) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

bool joins(const Note& note, std::size_t i) { return note.sign(i, '/') || note.sign(i, ':'); }

// What may stand on the line behind such letters: "Job 5591027", "D: 02/23/87".
bool only_numbers_behind(const Note& note, std::size_t i) {
    for (std::size_t words = 0; note.joined(i); ++i) {
        if (note.at(i).word() && ++words > 1) return false;
    }
    return true;
}

// "RSE/lm   Job 5591027", "AF:sw" on a line of their own, also after "dict not read".
void find_pair(const Note& note, std::size_t i, Candidates& found) {
    if (!joins(note, i + 1) || !note.glued(i + 1) || !letters(note, i + 2) || !note.glued(i + 2)) return;
    static const WordSet dictated("dict dictated read typed tr transcribed signed");
    const Token& token = note.at(i);
    const bool led = !token.line_start && dictated.has(note.at(i - 1));
    if (!token.line_start && !led) return;
    // "DC/PT" may be of the trade; "RSE/lm" is how secretaries sign.
    const bool signs = token.all_capital && !note.at(i + 2).capital;
    const bool known = (!signs && (token.entry->has(Entry::clinical) || note.at(i + 2).entry->has(Entry::clinical))) ||
                       token.entry->word > 3 || note.at(i + 2).entry->word > 3;
    if ((known && !led) || !only_numbers_behind(note, i + 3)) return;
    note.add(found, i, i, Type::name, Level::review, "writer");
    note.add(found, i + 2, i + 2, Type::name, Level::review, "writer");
}

// "TR: dq / bmot", "scribe kz", "transcribed by TLG".
void find_writer(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet writers(
        "tr scribe typist transcribed typed dictated initials initialed schreibkraft diktat hz hdz kurzel");
    if (!writers.has(note.at(i))) return;
    std::size_t at = i + 1;
    while (note.joined(at) && (note.sign(at, ':') || note.sign(at, '.') || note.view(at) == "by")) ++at;
    if (at == i + 1 && note.at(i).size() < 4) return;
    if (!note.joined(at) || !letters(note, at) || note.is(at, stop | english) || note.view(at) == "on") return;
    const bool ends = !note.joined(at + 1) || !note.at(at + 1).word();
    if (!ends) return;
    note.add(found, at, at, Type::name, Level::review, "writer");
    if (joins(note, at + 1) && letters(note, at + 2) && note.joined(at + 2))
        note.add(found, at + 2, at + 2, Type::name, Level::review, "writer");
}

// Far behind the rest of its line: "signed M. Thistlewood CNM          mt".
void find_apart(const Note& note, std::size_t i, Candidates& found) {
    constexpr std::uint32_t far = 4;  // signs
    if (i == 0 || note.joined(i + 1) || !note.joined(i)) return;
    const Token& token = note.at(i);
    if (token.begin - note.at(i - 1).end < far || token.size() > 3 || token.entry->has(Entry::clinical)) return;
    if (!note.at(i - 1).all_capital) return;
    note.add(found, i, i, Type::name, Level::review, "writer");
}

// "C. Sizemore RN/tlw"
void find_behind_degree(const Note& note, std::size_t i, Candidates& found) {
    if (i < 3 || !note.sign(i - 1, '/') || !note.glued(i) || note.joined(i + 1)) return;
    if (!note.at(i).capital && with_degree(note, i - 3)) note.add(found, i, i, Type::name, Level::review, "writer");
}

// "T: 5/19/13 mjb": behind the day on which it was written.
void find_dated(const Note& note, std::size_t i, Candidates& found) {
    if (i < 6 || note.joined(i + 1) || !note.joined(i) || note.at(i).entry->known()) return;
    const bool day =
        note.at(i - 1).number() && (note.sign(i - 2, '/') || note.sign(i - 2, '-') || note.sign(i - 2, '.'));
    if (day && note.sign(i - 6, ':')) note.add(found, i, i, Type::name, Level::review, "writer");
}

// "T.M.", "a.k." on a line of their own, or behind a title.
void find_dotted(const Note& note, std::size_t i, Candidates& found) {
    const auto letter = [&note](std::size_t k) { return note.at(k).word() && note.at(k).size() == 1; };
    if (!letter(i) || !note.sign(i + 1, '.') || !letter(i + 2) || !note.glued(i + 1) || !note.glued(i + 2)) return;
    const std::size_t end = note.sign(i + 3, '.') && note.glued(i + 3) ? i + 4 : i + 3;
    const bool begins = note.at(i).line_start || (note.joined(i) && note.is(i - 1, title | staff | doctor));
    if (begins && !note.joined(end)) note.add(found, i, i + 2, Type::name, Level::review, "writer");
}

// "sw" as the last line of all.
void find_last(const Note& note, std::size_t i, Candidates& found) {
    if (i + 1 != note.size() || !note.at(i).line_start || note.at(i).size() > 3) return;
    note.add(found, i, i, Type::name, Level::review, "writer");
}

// "Ordering: D. FRISK", "Witness: Amberg": who did something for this note.
void find_labelled(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet labels(
        "ordering attending referring provider physician surgeon anesthesia anesthesiologist assistant resident nurse pcp "
        "author cosigner evaluator interviewer examiner therapist counselor counsellor caseworker witness nok hcp poa "
        "caller informant interpreter requester technologist sonographer cc by attg consultant sw cm fahrer anrufer "
        "untersucher operateur assistenz betreuer bezugspflege zeuge ansprechpartner vertretung");
    const Token& token = note.at(i);
    if (i < 2 || !note.joined(i) || !token.capital || !note.sign(i - 1, ':') || !labels.has(note.at(i - 2))) return;
    std::size_t at = i;
    if (token.size() == 1 && note.sign(i + 1, '.') && note.joined(i + 2)) at = i + 2;
    const Token& name = note.at(at);
    const Entry& e = *name.entry;
    const bool plain =
        e.has(Entry::clinical) || e.has(Entry::nationality) || e.is(stop | staff | kin | title | harmless | job);
    const bool somebody = e.family >= 5 || e.given >= 5 || at > i || !e.known();
    if (!name.word() || !name.capital || name.size() < 3 || plain || !somebody || names_a_thing(note, at)) return;
    if (name.german && e.has(Entry::german_word)) return;
    note.add(found, i, at, Type::name, Level::review, "writer");
}

// "dictated, not proofread: YC" on a line of its own.
void find_signed(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet begins("dictated dict transcribed typed signed diktiert");
    if (i < 2 || note.joined(i + 1) || !note.sign(i - 1, ':') || !note.at(i).all_capital) return;
    std::size_t first = i - 1;
    while (first > 0 && !note.at(first).line_start) --first;
    if (begins.has(note.at(first))) note.add(found, i, i, Type::name, Level::review, "writer");
}

// "d. wojtowicz rn", "p. drummond md", "s lafleur lcsw": in lower case with what only people have behind it.
void find_small(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet degrees("rn md np pa do lpn cnm crna lcsw lmft phd psyd pgy cna ma pharmd aprn");
    const Token& token = note.at(i);
    if (!token.word() || token.capital || token.size() != 1) return;
    const bool dotted = note.sign(i + 1, '.') && note.glued(i + 1);
    const std::size_t at = dotted ? i + 2 : i + 1;
    const Token& name = note.at(at);
    if (!dotted && !token.line_start) return;
    if (!note.joined(at) || !name.word() || name.size() < 3 || name.entry->word > 3 || !degrees.has(note.at(at + 1)))
        return;
    if (note.joined(at + 1)) note.add(found, i, at, Type::name, Level::review, "writer");
}

}  // namespace

void find_dictation(const Note& note, std::size_t i, Candidates& found) {
    if (!note.at(i).word()) return;
    find_writer(note, i, found);
    if (note.sign(i - 1, ':')) find_labelled(note, i, found);
    if (note.at(i).size() == 1) {
        find_small(note, i, found);
        find_dotted(note, i, found);
    }
    if (!letters(note, i)) return;  // all below are about such
    find_pair(note, i, found);
    find_apart(note, i, found);
    find_signed(note, i, found);
    find_last(note, i, found);
    find_dated(note, i, found);
    find_behind_degree(note, i, found);
}

}  // namespace covision::deid
