// Capitals inside of a sentence that nothing explains. Where a note is full of identifiers they rather name somebody or
// a house: "taken to Holy Name", "IR O'Dowd aware", "(Pathways)".
#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"
#include "server/deid/prior.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

constexpr std::uint64_t of_forms = title | kin | staff | job | label | harmless | id_word | phone_word | number_word |
                                   account_word | instrument | eponym_after | birth | year_word | day_event | degree;

// Explains a capital by itself: a term, a people, a state, a role, a word that forms are made of.
bool explained(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    if (e.has(Entry::clinical) || e.has(Entry::nationality) || e.has(Entry::state)) return true;
    return e.is(of_grammar | of_forms) && e.given < 8;
}

// Leads to a house or a place, so that even ordinary words with a capital name one.
bool leads(const Note& note, std::size_t i) {
    static const WordSet words(
        "at from to the via by @ thru through into with for near outside and called like unit campus branch");
    return words.has(note.at(i)) || note.sign(i, '@');
}

// A line of capitals, as headings are: no word without one stands right before or after.
bool among_small(const Note& note, std::size_t first, std::size_t last) {
    const auto small = [&note](std::size_t k) {
        return note.at(k).word() && !note.at(k).capital && note.at(k).size() > 1;
    };
    if (first > 0 && note.joined(first) && (small(first - 1) || note.sign(first - 1, '@'))) return true;
    return note.joined(last + 1) && small(last + 1);
}

bool plain_capital(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    return token.word() && token.capital && !token.all_capital && !token.code && token.size() > 2;
}

// "SW Okonjo", "fellow Sharma", "(Jen, tech)", "the Willows": inside of a sentence.
bool unexplained(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!plain_capital(note, i) || token.sentence_start || !note.joined(i) || i == 0 || explained(note, i))
        return false;
    if (note.glued(i) && !note.sign(i - 1, '(') && !note.sign(i - 1, '"') && !note.sign(i - 1, '@') &&
        !note.sign(i - 1, '&') && !note.sign(i - 1, '/')) {
        return false;
    }
    if (note.sign(i + 1, ':') || note.sign(i + 1, '=') || note.sign(i - 1, ':')) return false;  // a heading
    // "no Babinski", "positive Neer and Hawkins": whom a sign is called after.
    static const WordSet findings("no negative positive neg pos bilateral known mild trace modified per");
    const bool sign = token.entry->has(Entry::clinical_or_name) && token.entry->given < 8 && evidence(note, i, i) < 2;
    if (sign || findings.has(note.at(i - 1)) || note.sign(i - 1, '+')) return false;
    return !blocked(note, i) && !names_a_thing(note, i);
}

std::size_t end_of_capitals(const Note& note, std::size_t i) {
    std::size_t last = i;
    while (last < i + 4 && note.joined(last + 1) && plain_capital(note, last + 1) && note.at(last + 1).space_before &&
           !note.at(last + 1).sentence_start && !note.is(last + 1, of_grammar)) {
        ++last;
    }
    return last;
}

// "Toprol 50": a medicine and how much of it; "Acumed plate", "Trental 400".
bool measured(const Note& note, std::size_t last) {
    const Token& next = note.at(last + 1);
    return note.joined(last + 1) && (next.number() || next.kind == Token::Kind::mixed || next.entry->is(instrument) ||
                                     note.sign(last + 1, '-') || note.sign(last + 1, '%'));
}

// "POWDERLY, SUNNY J.": as it stands at the head of a page.
void find_header(const Note& note, std::size_t i, Candidates& found) {
    const auto part = [&note](std::size_t k) {
        const Token& token = note.at(k);
        return token.word() && token.all_capital && token.size() > 2 && !token.entry->has(Entry::clinical) &&
               !token.entry->is(of_forms | of_grammar);
    };
    const std::size_t given = i + 2;
    if (!part(i) || !note.sign(i + 1, ',') || !note.joined(given) || !part(given)) return;
    const bool initialled = note.joined(given + 1) && note.at(given + 1).size() == 1 && note.sign(given + 2, '.');
    const bool person = note.at(given).entry->given >= 4 && note.at(i).entry->word < 4;
    if (initialled || person) note.add(found, i, given, Type::name, Level::review, "unknown_name");
}

void find_english(const Note& note, std::size_t i, Candidates& found) {
    if (!unexplained(note, i)) return;
    const std::size_t last = end_of_capitals(note, i);
    for (std::size_t k = i + 1; k <= last; ++k) {
        if (note.at(k).entry->has(Entry::clinical) && !leads(note, i - 1) && note.at(i).entry->known()) return;
    }
    const Entry& e = *note.at(i).entry;
    const bool led = leads(note, i - 1), single = last == i;
    const bool person = e.given >= 4 || e.family >= 6;
    const bool aside = note.sign(i - 1, '(') || note.sign(i - 1, '"');
    // "SW Okonjo", "fellow Sharma"
    static const WordSet roles(
        "sw hv gp cpn rn md np pa ot pt slt salt cna ho sho reg io po ba ea ma ta psw lsw mhp oic cco pcp attending father chaplain "
        "fellow resident intern scribe consultant registrar charge sitter mgr manager worker aide tech hospitalist");
    const bool role = roles.has(note.at(i - 1)) && note.at(i - 1).space_before;
    const bool after_word = role || (note.at(i - 1).word() && note.is(i - 1, of_grammar | of_forms | at_for));
    const bool unusual = e.word < 4 || person || led || aside || !single;
    if (!unusual || names_a_thing(note, last)) return;
    if (measured(note, last) && !person && !led) return;
    if (!person && !led && !aside && !after_word && !among_small(note, i, last)) return;
    const Type type = (person || role) && !(led && !single) ? Type::name : Type::org;
    note.add(found, i, last, type, Level::review, type == Type::name ? "unknown_name" : "organisation");
}

// "the BMC", "at the VA": letters after an article or a word of place.
void find_letters(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet everywhere(
        "er ed or icu itu nicu picu micu sicu ccu pacu hdu snf ltac op ip gp va us usa uk eu nhs pcp osh md rn np pa pt "
        "ot st iv ct mri tv hr cpap bipap ekg ecg ems er dc do cmht pm am adl adls poa dpoa hcp soc bp rr cbt dbt gi "
        "gu lv rv rue lue rle lle ruq luq rlq llq aa na dot rd th ta ra it id tbi cns csf");
    const Token& token = note.at(i);
    if (!token.all_capital || token.size() < 3 || token.size() > 5 || !note.joined(i) || i == 0) return;
    const Entry& e = *token.entry;
    if (e.has(Entry::clinical) || e.word > 0 || everywhere.has(token) || e.is(of_forms | of_grammar)) return;
    static const WordSet to("at from to @ via by");
    const bool article = note.view(i - 1) == "the" && to.has(note.at(i - 2));
    if (!article && !to.has(note.at(i - 1))) return;
    if (note.sign(i + 1, '-') || note.sign(i + 1, '/') || note.at(i + 1).number()) return;
    note.add(found, i, i, Type::org, Level::review, "organisation");
}

}  // namespace

void find_likely_capitals(const Note& note, std::size_t i, Candidates& found) {
    if (note.at(i).german) {
        find_likely_german(note, i, found);
    } else {
        find_english(note, i, found);
        find_header(note, i, found);
        find_letters(note, i, found);
    }
}

}  // namespace covision::deid
