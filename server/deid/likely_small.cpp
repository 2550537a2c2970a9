// Who and where in lower case, where a note is full of identifiers.
#include "server/deid/houses.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"
#include "server/deid/prior.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// "arbeitet security bei kötter": in a note that writes everything so, a family name after a word of working.
bool small_employer(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    const bool led = i > 1 && note.joined(i) && note.at(i - 1).entry->is(at_for) && note.near_before(i, works, 4);
    return led && note.lower_style && token.size() > 3 && !e.has(Entry::german_word) && !e.has(Entry::clinical) &&
           e.classes == 0 && (e.word == 0 && (e.family >= 4 || !e.known()));
}

// "gp mistry", "cpn ansah": the same after a role by its letters.
bool small_person(const Note& note, std::size_t i) {
    static const WordSet roles(
        "gp hv sw po oic cpn md rn ra ha oa consultant solicitor caseworker officer tutor landlord");
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    const bool led = i > 0 && note.joined(i) && roles.has(note.at(i - 1)) && token.space_before;
    return led && note.lower_style && token.size() > 3 && e.word == 0 && e.classes == 0 && !e.has(Entry::german_word) &&
           !e.has(Entry::clinical) && (e.family > 0 || e.given > 0 || !e.known());
}

constexpr std::uint64_t of_people = title | kin | staff | job | label | degree;

// Behind whom only people are named: "precious HCA", "kaz (hca)", "macca (supervisor)".
bool role(const Note& note, std::size_t i) {
    static const WordSet roles(
        "hca cpn rmn rgn rn lpn np cna ot pt slt sw hv md ma ha sho reg supervisor keyworker carer midwife chaperone "
        "mfa pfl dgkp");
    return note.joined(i) && roles.has(note.at(i));
}

// May be a name by itself: neither of the trade nor of the grammar nor a role.
bool plain_small(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (!token.word() || token.capital || token.code || token.size() < 3 || token.german) return false;
    if (e.has(Entry::clinical) || e.has(Entry::nationality) || e.is(of_people)) return false;
    return !e.is(of_grammar | harmless);
}

bool before_role(const Note& note, std::size_t i) {
    if (!plain_small(note, i)) return false;
    const bool rare = note.at(i).entry->word < 3;
    const std::size_t next = i + 1;
    if (note.sign(next, '(')) return rare && role(note, next + 1) && note.sign(next + 2, ')');
    const bool ends = !note.joined(next + 1) || note.sign(next + 1, ',') || note.sign(next + 1, '.');
    return note.at(i).line_start && role(note, next) && note.at(next).all_capital && ends;
}

// "Pt blessing okoro, 34F", "cl: tariq long, 41": whom the note is about, with an age behind.
std::size_t labelled_small(const Note& note, std::size_t i) {
    static const WordSet labels("pt ct cl client patient re name service_user");
    const std::size_t label = note.sign(i - 1, ':') ? i - 2 : i - 1;
    if (i < 2 || !note.joined(i) || !labels.has(note.at(label)) || !plain_small(note, i)) return note.size();
    const std::size_t last = note.joined(i + 1) && plain_small(note, i + 1) ? i + 1 : i;
    const Token& age = note.at(last + 2);
    const bool aged = note.sign(last + 1, ',') && (age.number() || age.kind == Token::Kind::mixed) && age.size() <= 4;
    return aged ? last : note.size();
}

}  // namespace

void find_likely_small(const Note& note, std::size_t i, Candidates& found) {
    if (before_role(note, i)) note.add(found, i, i, Type::name, Level::review, "unknown_name");
    const std::size_t last = labelled_small(note, i);
    if (last < note.size()) note.add(found, i, last, Type::name, Level::review, "unknown_name");
    if (!note.lower_style) return;
    find_likely_german_small(note, i, found);
    if (small_person(note, i)) note.add(found, i, i, Type::name, Level::review, "unknown_name");
    const Token& token = note.at(i);
    const bool house = token.entry->word == 0 && token.size() > 4 && known_employer(note, i) == i;
    if (house || small_employer(note, i)) note.add(found, i, i, Type::org, Level::review, "employer_or_school");
}

}  // namespace covision::deid
