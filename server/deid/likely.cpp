// What is asked about only in a note that holds identifiers for certain: there a name, a day or an employer is the
// better guess.
#include "server/deid/german_names.hpp"
#include "server/deid/houses.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/note.hpp"
#include "server/deid/prior.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// "scribe Max", "met with Faith": a first name or a frequent family name that is a word as well, inside of a sentence.
bool stands_as_name(const Note& note, std::size_t i) {
    const Token& token = note.tokens[i];
    const Entry& e = *token.entry;
    if (!token.capital || token.all_capital || token.sentence_start || token.size() < 3 || token.german) return false;
    // "pastor's wife Comfort"
    if (i > 0 && note.joined(i) && token.space_before && note.is(i - 1, kin) && !note.at(i - 1).capital &&
        !e.is(stop | month | weekday | feast | kin) && !e.has(Entry::clinical) && !e.has(Entry::nationality)) {
        return true;
    }
    if (e.given < (clean(token) ? 4 : 6) && e.family < 9) return false;
    if (e.has(Entry::clinical) || (e.has(Entry::clinical_or_name) && e.given < 8) || e.has(Entry::nationality) ||
        e.is(stop | month | weekday | feast | harmless)) {
        return false;
    }
    if (e.is(org_head | street | generic_org | eponym_after | instrument | season_word) || e.place >= 8) return false;
    if (blocked(note, i) || names_a_thing(note, i)) return false;
    const Token& next = note.at(i + 1);
    const bool titled = note.joined(i + 1) && ((next.word() && next.capital) || next.number());  // "Ward 22"
    const bool led = i > 0 && note.joined(i) && note.at(i - 1).word() && note.at(i - 1).capital;
    return !titled && !led;
}

// "C. Adler, Ergotherapeutin": an initial with a full stop, and a family name that is a word as well.
bool initialled(const Note& note, std::size_t i) {
    if (!initial(note, i) || !note.sign(i + 1, '.') || !note.glued(i + 1) || !note.joined(i + 2)) return false;
    const Token& name = note.at(i + 2);
    const Entry& e = *name.entry;
    static const WordSet roles("cpn rmn rgn hca cco slt amhp hv sw ot");
    const bool role = note.joined(i + 3) && roles.has(note.at(i + 3)) && note.at(i + 3).all_capital;  // L. Pickles CPN
    // "M. Basedow", "A. carotis", "N. femoralis": letters of the trade.
    const bool usual = std::string_view("AMNV").find(note.view(i)[0]) == std::string_view::npos;
    const bool coded = i > 0 && note.joined(i) && note.at(i - 1).capital;  // "Kater B. Validiert"
    const bool unlisted = !e.known() && (!name.german || (usual && !coded && !noun_form(note.view(i + 2))));
    const bool rare = role || family_of(note, name) >= 6 ||
                      (name.size() > 3 && e.word == 0 && ((e.family > 0 && !name.german) || unlisted));
    return name.word() && name.capital && name.size() > 2 && (e.family >= 6 || rare) && !e.has(Entry::clinical) &&
           !e.is(stop | month | weekday | title) && !names_a_thing(note, i + 2);
}

// "HealthDrive", "SpotLess": two words grown together, as houses are called.
bool grown_together(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const std::string_view word = note.view(i);
    if (!token.word() || token.all_capital || token.entry->known() || word.size() < 6 || note.sign(i + 1, '-'))
        return false;
    for (std::size_t k = 4; k + 1 < word.size(); ++k) {
        const bool inner = word[k] >= 'A' && word[k] <= 'Z', small = word[k + 1] >= 'a' && word[k + 1] <= 'z';
        if (inner && small && word[k - 1] >= 'a' && word[k - 1] <= 'z') return true;
    }
    return false;
}

// May be a part of a house's name: a capital, and neither of the trade nor of the grammar.
bool of_house(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (!token.word() || !token.capital || token.code || token.size() < 3 || token.sentence_start) return false;
    if (token.all_capital && (token.size() < 4 || e.known())) return false;
    if (e.has(Entry::clinical) || e.has(Entry::clinical_or_name) || e.has(Entry::nationality)) return false;
    if (e.has(Entry::state) || e.has(Entry::german_word) || e.is(stop | month | weekday | feast | season_word)) {
        return false;
    }
    return !e.is(title | kin | staff | label | harmless | generic_org | id_word | phone_word | instrument | job);
}

// "Facility: Lakeview", "Unit: Bayview 4".
bool labelled(const Note& note, std::size_t i) {
    static const WordSet labels(
        "facility hospital unit ward school employer insurance insurer pharmacy agency site clinic location service "
        "housing shelter rehab snf hospice placement dispo program programme daycare church gym "
        "einrichtung klinik schule arbeitgeber krankenkasse kasse apotheke ort station haus transportziel");
    const bool told = note.sign(i - 1, ':') || (note.sign(i - 1, '-') && note.at(i).space_before);
    return i > 1 && note.joined(i) && told && labels.has(note.at(i - 2));
}

std::size_t likely_house(const Note& note, std::size_t i) {
    if (!labelled(note, i) || !of_house(note, i)) return note.size();
    std::size_t last = i;
    while (note.joined(last + 1) && of_house(note, last + 1) && last < i + 4) ++last;
    if (names_a_thing(note, last)) return note.size();
    return last;
}

// "TSV Krofdorf", "Firma Kruse", "Fulton County Probation", "Mt. Zion Elementary": by the word before or after it.
bool names_house(const Note& note, std::size_t i) {
    static const WordSet heads(
        "tsv sv fc vfb vfl tus sc mtv esv spvgg fsv veb lpg bkk ikk aok lwl lvr bkh lkh srh mvz hmp firma fa stadt "
        "gemeinde landkreis kreis backerei metzgerei autohaus gasthof spedition zeche hort cafe camp fort");
    static const WordSet tails(
        "elementary manor acres oaks tech probation baptist presbyterian lutheran methodist episcopal memorial regional "
        "county ambulance dental orthopedics pediatrics hardware trucking construction landscaping motors toyota");
    const Token& token = note.tokens[i];
    const Entry& e = *token.entry;
    const bool plain = e.has(Entry::clinical) || e.is(stop | title | month | weekday | kin | staff | label | id_word);
    if (plain || token.size() < 3 || token.all_capital || !note.joined(i)) return false;
    const std::size_t lead = i > 1 && note.sign(i - 1, '.') ? i - 2 : i - 1;
    if (i > 0 && heads.has(note.at(lead)) && note.at(lead).capital && !(token.german && e.has(Entry::german_often))) {
        return true;
    }
    const bool name = e.place > 0 || e.family >= 6 || e.given >= 4 || !e.known();
    return name && note.joined(i + 1) && note.at(i + 1).capital && tails.has(note.at(i + 1));
}

// "Temperance to chase the letter", "Olamide is on leave": who is given something to do, or is at work or not.
bool on_duty(const Note& note, std::size_t i) {
    static const WordSet tasks(
        "chase ring call email phone follow book arrange contact send check write refer text update visit liaise collect "
        "cover discuss invite");
    static const WordSet duties("leave call shift duty nights holiday");
    const Token& token = note.tokens[i];
    const Entry& e = *token.entry;
    if (token.all_capital || token.german || token.size() < 3 || blocked(note, i) || e.has(Entry::clinical))
        return false;
    if (e.is(stop | kin | staff | title | job | label | office | org_head | generic_org | harmless | weekday | month))
        return false;
    if (e.given < 3 && (e.known() || token.sentence_start)) return false;
    if (!note.joined(i + 1) || !note.joined(i + 2)) return false;
    if (note.view(i + 1) == "to") return tasks.has(note.at(i + 2));
    return note.is(i + 1, is_verb) && note.view(i + 2) == "on" && note.joined(i + 3) && duties.has(note.at(i + 3));
}

// "Kwang-su in charge": a Korean first name, the second half with a small letter.
bool halved(const Note& note, std::size_t i) {
    const Token &token = note.tokens[i], &half = note.at(i + 2);
    const auto short_name = [](const Token& part) {
        const Entry& e = *part.entry;
        return part.word() && part.size() >= 2 && part.size() <= 5 && e.word < 4 && e.place == 0 && e.classes == 0 &&
               !e.has(Entry::clinical) && !e.has(Entry::german_word);
    };
    return !token.all_capital && !token.german && short_name(token) && note.sign(i + 1, '-') && note.glued(i + 1) &&
           note.glued(i + 2) && !half.capital && short_name(half) && !note.sign(i + 3, '-') && !note.sign(i - 1, '-');
}

}  // namespace

void find_likely(const Note& note, Candidates& found) {
    const std::size_t count = found.size();
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        find_dictation(note, i, found);
        if (token.word() && !token.capital) {
            find_likely_small(note, i, found);
            continue;
        }
        find_likely_numbers(note, i, found);
        if (token.kind == Token::Kind::mixed && token.german && likely_german_place(note, i))
            note.add(found, i, i, Type::location, Level::review, "place");
        if (!token.word() || token.code) continue;
        if (names_house(note, i)) note.add(found, i, i, Type::org, Level::review, "organisation");
        if (initialled(note, i)) note.add(found, i, i + 2, Type::name, Level::review, "full_name");
        if (on_duty(note, i)) note.add(found, i, i, Type::name, Level::review, "unknown_name");
        if (halved(note, i)) note.add(found, i, i + 2, Type::name, Level::review, "unknown_name");
        if (grown_together(note, i)) note.add(found, i, i, Type::org, Level::review, "organisation");
        const std::size_t employer = known_employer(note, i),
                          last = employer < note.size() ? employer : likely_house(note, i);
        if (last < note.size()) {
            note.add(found, i, last, Type::org, Level::review, "employer_or_school");
        } else if (stands_as_name(note, i)) {
            note.add(found, i, i, Type::name, Level::review, "unknown_name");
        } else {
            find_likely_capitals(note, i, found);
        }
    }
    for (std::size_t k = count; k < found.size(); ++k) found[k].likely = true;
}

}  // namespace covision::deid
