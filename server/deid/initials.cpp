// "Mr K.", "her partner M.", "K. closed his eyes": a letter instead of a name. For review, as the author may have
// chosen it; whoever knows the client may still read it.
#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

bool letter(const Note& note, std::size_t i) { return initial(note, i) && !note.at(i).code; }

// "Mr K", "Hrn. K.", "his partner M.": the word before the letter is a title or a relation.
bool introduced(const Note& note, std::size_t i) {
    if (i == 0 || !note.joined(i)) return false;
    const bool stop = note.sign(i - 1, '.') && i > 1;
    const std::size_t lead = stop ? i - 2 : i - 1;
    if (note.is(lead, short_title)) return note.at(lead).capital || note.lower_style;
    if (note.is(lead, title) && note.at(lead).capital) return !note.is(lead, degree) && note.at(lead).size() > 1;
    return !stop && !note.at(lead).capital && note.is(lead, kin | staff) && note.sign(i + 1, '.') && note.glued(i + 1);
}

// "K. closed his eyes", "told M. that": English only, as German is full of "z. B." and "i. A.".
bool acts(const Note& note, std::size_t i) {
    const std::string_view word = note.view(i);
    if (note.at(i).german || word == "I" || word == "A" || !note.sign(i + 1, '.') || !note.glued(i + 1)) return false;
    if (note.sign(i + 2, '\'') && note.glued(i + 2) && note.view(i + 3) == "s") return true;
    if (note.sign(i + 2, ',') && note.joined(i)) {  // "our client, B., is", "I call him J., nine"
        return note.sign(i - 1, ',') || note.view(i - 1) == "him" || note.view(i - 1) == "her" ||
               note.is(i - 1, called);
    }
    if (!note.joined(i + 2) || !note.at(i + 2).space_before || note.at(i + 2).capital) return false;
    const std::string_view next = note.view(i + 2);
    const bool regular = word != "L" && word != "R" && next.size() > 3 &&
                         (next.ends_with("ed") || next.back() == 's') && note.at(i).sentence_start;
    const bool verb =
        note.at(i + 2).word() && (regular || note.is(i + 2, says | is_verb)) && !note.is(i + 2, place_before);
    return verb && (note.at(i).sentence_start || (note.joined(i) && note.at(i - 1).word() && !note.at(i - 1).capital));
}

// The letter with its full stop, where the stop does not end the sentence.
void add(const Note& note, std::size_t i, Candidates& found) {
    const bool stop = note.sign(i + 1, '.') && note.glued(i + 1);
    const Token& next = note.at(i + 2);
    const bool goes_on = stop && note.joined(i + 2) && (next.kind != Token::Kind::word || !next.capital);
    note.add(found, i, goes_on ? i + 1 : i, Type::name, Level::review, "unknown_name");
}

}  // namespace

void find_initials(const Note& note, Candidates& found) {
    std::uint32_t letters = 0;  // who acts somewhere is the same elsewhere: "pursues (M)"
    auto bit = [&note](std::size_t i) { return 1U << (static_cast<unsigned>(note.view(i)[0] - 'A') & 31U); };
    for (std::size_t i = 0; i < note.size(); ++i) {
        if (letter(note, i) && acts(note, i)) letters |= bit(i);
    }
    for (std::size_t i = 0; i < note.size(); ++i) {
        if (!letter(note, i)) continue;
        const bool name_follows = note.sign(i + 1, '.') && note.glued(i + 1) && note.joined(i + 2) &&
                                  note.at(i + 2).capital && !note.at(i + 2).sentence_start;
        if (name_follows) continue;  // "Dr R. Menzies"
        const bool alone =
            (note.sign(i + 1, '.') && note.glued(i + 1)) || (note.sign(i - 1, '(') && note.sign(i + 1, ')'));
        if (introduced(note, i) || (alone && (letters & bit(i)) != 0)) add(note, i, found);
    }
}

}  // namespace covision::deid
