// Employers, schools, clinics: always for review.
#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

bool general(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    return e.is(generic_org | org_head | stop) || e.has(Entry::clinical) || e.has(Entry::state) ||
           e.has(Entry::nationality);
}

bool org_word(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (token.kind == Token::Kind::clitic) return true;
    return (token.word() || token.kind == Token::Kind::mixed) && token.capital &&
           !token.entry->is(stop | weekday | month);
}

// Does one of the words name somebody or something?
bool telling(const Note& note, std::size_t first, std::size_t last) {
    for (std::size_t k = first; k <= last; ++k) {
        const Token& token = note.at(k);
        if (!token.word() || !token.capital || general(note, k)) continue;
        const Entry& e = *token.entry;
        const bool ordinary = token.german ? e.has(Entry::german_word) : e.word >= 4;
        if (!ordinary || e.place > 0 || e.family >= 8) return true;
    }
    return false;
}

// "St Mary's Hospital", "Oakwood Primary School", "Acme Ltd".
void find_headed(const Note& note, std::size_t i, Candidates& found) {
    if (!note.at(i).capital || !note.joined(i)) return;
    std::size_t first = i;
    while (first > 0 && i - first < 6 && note.joined(first)) {
        std::size_t before = first - 1;
        if ((note.sign(before, '.') || note.sign(before, '&') || note.sign(before, '-')) && before > 0 &&
            note.joined(before))
            --before;
        if (!org_word(note, before)) break;
        if (note.at(first).sentence_start) break;
        first = before;
    }
    while (first < i && note.at(first).kind != Token::Kind::word && note.at(first).kind != Token::Kind::mixed) ++first;
    if (first < i && telling(note, first, i - 1)) note.add(found, first, i, Type::org, Level::review, "organisation");
}

// "University of Leeds", "Klinikum Großhadern", "Grundschule am Berg".
void find_leading(const Note& note, std::size_t i, Candidates& found) {
    if (!note.at(i).capital) return;
    std::size_t last = i;
    std::size_t next = i + 1;
    while (note.joined(next) && next < i + 4 &&
           (note.view(next) == "of" || note.view(next) == "am" || note.view(next) == "an" || note.view(next) == "der" ||
            note.view(next) == "the" || note.view(next) == "St" || note.sign(next, '.') || note.view(next) == "im")) {
        if (note.at(next).sentence_start) return;
        ++next;
    }
    const bool linked = next > i + 1;
    while (note.joined(next) && next < i + 7 && org_word(note, next) && !note.at(next).sentence_start) last = next++;
    if (last == i) return;
    const bool german_form = note.at(i).german && (note.at(last).entry->place > 0 || !note.at(last).entry->known() ||
                                                   note.at(last).entry->has(Entry::german_word));
    if (!linked && !german_form) return;
    // What homes and services for people like to be called.
    static const WordSet bright(
        "sonnenschein regenbogen kompass horizont lichtblick ruckenwind morgenrote arche brucke anker insel oase "
        "leuchtturm rettungsring schutzengel sternschnuppe kleeblatt lebenswert zuversicht");
    if (telling(note, i + 1, last) || bright.has(note.at(i + 1)))
        note.add(found, i, last, Type::org, Level::review, "organisation");
}

// "at the ICU", "for the NHS": of the trade or of a whole country.
bool general_acronym(const Note& note, std::size_t i) {
    static const WordSet everywhere(
        "nhs dwp hmrc camhs cmht uk us usa eu icu itu nicu picu hdu er ed or hr it pr tv dj pa gp ta ra cpn ot pt lsa "
        "tesol er va ymca moma un who ngo ng ki kh khs ha kfz lkw pkw opec oecd ddr brd fh bfw bbw wfbm vhs kjp asd jva "
        "pds sgb alg bu eu eb ol pc mc dv edv ag bg obs bgs icus am pm nyc la dc phd msc bsc ma ba mba md gcse gcses "
        "sats btec ba nvq");
    const Token& token = note.at(i);
    if (!token.all_capital || token.size() > 5) return false;
    const Entry& e = *token.entry;
    return token.size() < 2 || everywhere.has(token) || e.word > 0 || e.has(Entry::clinical) ||
           e.has(Entry::german_word) || note.sign(i + 1, '-') || note.at(i + 1).number();
}

// "works at Tesco", "arbeitet bei Siemens".
// "bus driver for", "Bibliothekarin an der": a job goes on with the employer at once.
bool at_employer(const Note& note, std::size_t i) {
    const std::string_view next = note.joined(i + 1) ? note.view(i + 1) : std::string_view{};
    if (next == "at" || next == "bei" || next == "beim") return true;
    if (next == "for") return note.at(i + 2).capital;
    return (next == "an" && (note.view(i + 2) == "der" || note.view(i + 2) == "einer")) || next == "am";
}

void find_employer(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    std::size_t steps = 0;
    auto passed = [&note](std::size_t k) {  // "seit 20 J. bei"
        return (note.at(k).word() && !note.at(k).capital) || note.at(k).number() ||
               (note.view(k) == "J" && note.at(k - 1).number()) || (note.sign(k, '.') && note.view(k - 1) == "J");
    };
    while (note.joined(at) && steps < 5 && !note.is(at, at_for) && passed(at)) {
        ++at;
        ++steps;
    }
    if (!note.joined(at) || !note.is(at, at_for) || note.at(at).capital) return;
    while (note.joined(at) && note.is(at, at_for) && !note.at(at).capital) ++at;
    const std::size_t first = at;
    while (note.joined(at) && at < first + 5 && (org_word(note, at) || (note.sign(at, '&') && org_word(note, at + 1))))
        ++at;
    if (at == first || (!note.at(first).word() && note.at(first).kind != Token::Kind::mixed)) return;
    const Entry& e = *note.at(first).entry;
    if (at == first + 1) {
        const bool ordinary = note.at(first).german ? e.has(Entry::german_word) : e.word >= 5;
        if (ordinary || general_acronym(note, first) || general(note, first) || e.is(kin | staff | title)) return;
        if (note.at(first).german && e.word == 0 && e.known() && e.given == 0 && e.family == 0 && e.place == 0) return;
    } else if (!telling(note, first, at - 1)) {
        return;
    }
    note.add(found, first, at - 1, Type::org, Level::review, "employer_or_school");
}

// "Diözesanmuseum", "Nordkurier": a town has one; "Atzelschule": a word of no list before what schools and clinics are.
bool town_house(const Note& note, std::size_t i) {
    const std::string_view word = note.view(i);
    if (!note.at(i).capital || word.size() < 9 || !note.at(i).word()) return false;
    auto ends = [word](std::string_view head) { return word.size() > head.size() + 3 && word.ends_with(head); };
    if (ends("museum") || ends("kurier") || ends("tagblatt")) return true;
    return !note.at(i).entry->known() &&
           (ends("schule") || ends("kirche") || ends("gymnasium") || ends("klinikum") || ends("spital"));
}

// "vom Rothmühler Boten", "Psychiatrische Dienste Aaretal": a paper by its place, services by theirs.
void find_by_place(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet papers("bote boten anzeiger zeitung nachrichten rundschau volksblatt merkur");
    static const WordSet services("dienst dienste werkstatten betriebe");
    const Token& token = note.at(i);
    if (!token.german || !token.capital || i == 0 || !note.joined(i)) return;
    const bool adjective = note.at(i - 1).word() && note.at(i - 1).capital;
    if (adjective && note.view(i - 1).ends_with("er") && !note.at(i - 1).entry->has(Entry::german_word) &&
        papers.has(token))
        note.add(found, i - 1, i, Type::org, Level::review, "organisation");
    const Token& place = note.at(i + 1);
    const bool placed = note.joined(i + 1) && place.word() && place.capital && !place.entry->has(Entry::german_word);
    if (adjective && note.view(i - 1).ends_with("e") && services.has(token) && placed)
        note.add(found, i - 1, i + 1, Type::org, Level::review, "organisation");
}

// "Kompass e. V.", "Station M3".
void find_registered(const Note& note, std::size_t i, Candidates& found) {
    const std::string_view word = note.view(i);
    if (word == "V" && i > 2 && note.joined(i) && note.sign(i - 1, '.') && note.view(i - 2) == "e" &&
        note.joined(i - 2) && note.at(i - 3).word() && note.at(i - 3).capital) {
        note.add(found, i - 3, i, Type::org, Level::review, "organisation");
    }
    const Token& next = note.at(i + 1);
    const bool short_ward = word == "Stat" && note.sign(i + 1, '.') && note.at(i + 2).kind == Token::Kind::mixed;
    if (short_ward && note.joined(i + 2) && note.at(i + 2).size() <= 4)
        note.add(found, i + 2, i + 2, Type::org, Level::review, "organisation");
    const bool ward = word == "Station" || word == "Ward" || word == "ward";
    if (ward && note.joined(i + 1) && next.kind == Token::Kind::mixed && next.size() <= 4 && next.capital)
        note.add(found, i + 1, i + 1, Type::org, Level::review, "organisation");
    // "Station Innere 2"
    const bool numbered = next.word() && next.capital && note.at(i + 2).number() && note.at(i + 2).size() == 1;
    if (ward && note.joined(i + 2) && numbered) note.add(found, i + 1, i + 2, Type::org, Level::review, "organisation");
}

// Universities and large hospitals by the letters that they go by; written down from general knowledge.
bool known_house(const Note& note, std::size_t i) {
    static const WordSet houses(
        "mhh uke ukm ukb ukd ukr ukj uksh umg umm lmu tum rwth dhm dkfz jgu fau fsu btu hhu wwu rub ukgm boku epfl uzh "
        "usz kssg akh ucl lse kcl ucla nyu uea uwe ucsf upmc mgh bidmc chop mskcc ubc uoft gosh uclh anu unsw ucd nuig "
        "dcu byu lsu osu psu vumc uams utmb");
    static const WordSet after_article("hu tu fu fh ph th");  // "an der HU": alone they mean other things
    const Token& token = note.at(i);
    if (!token.all_capital || !note.joined(i)) return token.all_capital && houses.has(token);
    if (i > 1 && (note.view(i - 1) == "der" || note.view(i - 1) == "zur") && token.german && after_article.has(token))
        return true;
    if (note.view(i + 1) == "in" && note.at(i + 2).entry->place > 4 && token.german && after_article.has(token))
        return true;  // TU in Braunschweig
    return token.size() <= 5 && token.word() && houses.has(token) && !note.at(i + 1).number() && !note.sign(i + 1, '-');
}

// "at Rowlands on Duke Street": what stands at a street is a house that many know.
void find_at_streets(const Note& note, Candidates& found) {
    const std::size_t count = found.size();
    for (std::size_t k = 0; k < count; ++k) {
        if (found[k].reason != std::string_view("street")) continue;
        const std::size_t i = note.from(found[k].begin);
        if (i < 3 || !note.joined(i) || !note.joined(i - 1) || !note.joined(i - 2)) continue;
        if ((note.view(i - 1) != "on" && note.view(i - 1) != "in") || note.view(i - 3) != "at") continue;
        const Token& house = note.at(i - 2);
        if (house.word() && house.capital && org_word(note, i - 2) && telling(note, i - 2, i - 2)) {
            note.add(found, i - 2, i - 2, Type::org, Level::review, "organisation");
        }
    }
}

}  // namespace

void find_organisations(const Note& note, Candidates& found) {
    find_at_streets(note, found);
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Entry& e = *note.tokens[i].entry;
        if (town_house(note, i) || known_house(note, i))
            note.add(found, i, i, Type::org, Level::review, "organisation");
        find_registered(note, i, found);
        find_by_place(note, i, found);
        if (e.classes == 0) continue;
        if (e.is(org_head)) {
            find_headed(note, i, found);
            find_leading(note, i, found);
        }
        if (e.is(works) || (e.is(job) && at_employer(note, i))) find_employer(note, i, found);
    }
}

}  // namespace covision::deid
