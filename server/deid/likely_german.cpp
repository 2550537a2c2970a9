// Who and where in the German sentences of a note that is full of identifiers: "HÄ Warnecke", "Therapeutin dort
// (Möbius)", "Hospiz Sternenlicht", "in der Lenne", "s. gottwald".
#include "server/deid/german_names.hpp"
#include "server/deid/german_people.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/note.hpp"
#include "server/deid/prior.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

constexpr std::uint64_t of_forms = title | kin | staff | job | label | harmless | id_word | phone_word | number_word |
                                   account_word | instrument | eponym_after | birth | year_word | day_event | degree;

// Of the trade, of the grammar, of forms.
bool explained(const Note& note, std::size_t i) {
    const Entry& e = *note.at(i).entry;
    if (e.has(Entry::clinical) || e.has(Entry::nationality) || e.has(Entry::state)) return true;
    return e.is(of_grammar | of_forms) && e.given < 8;
}

// A word of no list that is not formed as nouns are, and not shortened.
bool strange(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const bool point = note.sign(i + 1, '.') && note.glued(i + 1);
    const bool shortened = point && note.joined(i + 2) && !note.at(i + 2).sentence_start;
    return token.word() && !token.entry->known() && token.size() > 3 && !shortened && !noun_form(note.view(i));
}

bool plain_capital(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    return token.word() && token.capital && !token.all_capital && !token.code && token.size() > 2;
}

void find_person(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet articles("der die das den dem des ein eine einen einem kein keine im am zum beim ins auf");
    static const WordSet roles(
        "dgkp dgks dgkpin pfl mfa hebamme erz ha kl kia ra rain koll oa oarzt aa ea tf na ltr bm sb kv km ph wbl pdl thera "
        "bew bezugspfl vb jas ez eb nb sozd");
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    const bool kin_led = i > 0 && note.joined(i) && note.is(i - 1, kin) && note.at(i - 1).capital;
    // "ihr Freund Can", "der Bruder Son": what is a word in another language.
    static const WordSet words_too("can su nur will mai");
    const bool foreign = kin_led && e.given >= 4 && !e.has(Entry::german_word) && !e.has(Entry::clinical);
    if (kin_led && plain_capital(note, i) && (words_too.has(token) || foreign)) {
        note.add(found, i, i, Type::name, Level::review, "given_name");
        return;
    }
    if (explained(note, i) || blocked(note, i) || names_a_thing(note, i)) return;
    if (e.has(Entry::german_word) || note.sign(i + 1, '-') || note.sign(i + 1, ':')) return;
    const int given = given_of(note, token), family = family_of(note, token);
    const bool aside = note.sign(i - 1, '(') && (note.sign(i + 1, ')') || note.sign(i + 1, ','));
    const bool theorist = e.has(Entry::clinical_or_name) && !(aside && family >= 5);
    const bool led = i > 0 && note.joined(i) && roles.has(note.at(i - 1)) && note.at(i - 1).capital;
    // "Praxis Rehfuß/Schäufele"
    const bool second = note.sign(i - 1, '/') && note.glued(i) && i > 1 && plain_capital(note, i - 2) &&
                        (family_of(note, note.at(i - 2)) >= 6 || strange(note, i - 2)) && strange(note, i);
    const bool named = (second || person_before(note, i)) && (given > 0 || family > 0 || strange(note, i));
    const bool person = (given >= 4 || family >= 6) && e.word == 0 && !token.sentence_start;
    // "- Petersen sen.:", "Petersen abgesagt": a family name begins the line.
    const bool begins = token.sentence_start && family >= 8 && family > e.place && !token.all_capital;
    const bool article = i > 0 && note.joined(i) && articles.has(note.at(i - 1));
    if ((note.glued(i) && !aside && !named) || theorist) return;
    if (led || named || begins || (aside && (given > 0 || family > 0)) || (person && !article))
        note.add(found, i, i, Type::name, Level::review, "unknown_name");
}

// Ends as houses of many kinds do: "Seniorenhaus", "Pflegeteam", "angelverein".
bool house_word(const Note& note, std::size_t i) {
    static const WordSet whole(
        "haus heim klinik hospiz reha kita krippe kiga hort wg station stift schule verein verlag kanzlei apotheke praxis "
        "kolleg kolping zentrum salon studio laden hof werkstatt spital kh khs kzp tp tagesgruppe firma fa kneipe cafe "
        "gasthaus gasthof internat ogs gs rs gym kirche moschee entzug bildungswerk jugendtreff club");
    const Token& token = note.at(i);
    if (!token.word() || token.size() < 2) return false;
    if (whole.has(token)) return true;
    const std::string_view word = note.view(i);
    if (word.size() < 8) return false;
    for (const std::string_view tail :
         {"haus",    "heim",        "dienst",   "team",         "zentrum", "klinik",   "schule",    "verein",
          "stift",   "verband",     "apotheke", "praxis",       "gruppe",  "residenz", "werkstatt", "laden",
          "salon",   "garten",      "stiftung", "gemeinschaft", "hilfe",   "spital",   "verlag",    "betrieb",
          "kanzlei", "tagesstätte", "treff",    "unterkunft",   "hort",    "studio",   "internat"}) {
        if (word.ends_with(tail)) return true;
    }
    return false;
}

// May be what a house is called: no ordinary word, but "Regenbogen".
bool of_house(const Note& note, std::size_t i) {
    static const WordSet bright(
        "sonnenschein regenbogen kompass horizont lichtblick ruckenwind morgenrote arche brucke anker insel oase sonne "
        "leuchtturm rettungsring schutzengel sternschnuppe kleeblatt zuversicht ahorn linde eiche birke kastanie buche "
        "sternen adler lowe hirsch schmetterling pusteblume wirbelwind zwergenland spatzennest wolke marienkafer igel "
        "bethel emmaus nazareth bethesda elisabeth");
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (!note.joined(i) || !token.space_before || !token.word() || token.size() < 3 || token.sentence_start)
        return false;
    if (bright.has(token)) return true;
    if (explained(note, i) || e.has(Entry::german_word) || (token.capital && e.is(of_grammar))) return false;
    return strange(note, i) || family_of(note, token) > 0 || given_of(note, token) >= 4 || e.place > 0;
}

bool find_house(const Note& note, std::size_t i, Candidates& found) {
    if (i == 0 || !house_word(note, i - 1) || note.at(i - 1).capital != note.at(i).capital || !of_house(note, i))
        return false;
    std::size_t last = i;
    while (last < i + 3 && note.at(last + 1).capital == note.at(i).capital && of_house(note, last + 1)) ++last;
    note.add(found, i, last, Type::org, Level::review, "organisation");
    return true;
}

// "im KSW", "bei der LZO", "bei MAN": letters where a house would stand.
bool find_letters(const Note& note, std::size_t i, Candidates& found) {
    static const WordSet lead("im am beim bei vom ins zur zum der die");
    static const WordSet before_article("bei an in von zu aus auf fur");
    static const WordSet everywhere(
        "ma sd wg tv wc eu usa ddr brd uk kh khs og eg ug pc edv it hr pr lkw pkw av kfz ag vg lg olg bag kjp asd jva hpg hzl kdl smv "
        "pia spdi tk ts tkl rtw ktw nef na zna ina ita its imc icu op kreiss gyn hno mkg uro ctg ekg eeg emg mrt ct "
        "sono rr hf nrs vas bdi scl gaf icd dsm icf mdk md kk gkv pkv du sgb bgb alg hartz bem bg bu em gdb abi msa fos bos "
        "vhs km kv pm pv ki kl fsj bfd smart fsh tsh psa bz hba za ha fa pdl wbl bew bzw arge bewo sv ivt vt tp pa gt"
        " adhs ads ptbs borderline copd vhf khk ms als bws lws hws isg bmi ph ogs gs rs hs ims ags gmbh od sn");
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (!token.all_capital || token.size() < 3 || token.size() > 5 || i == 0 || !note.joined(i)) return false;
    if (e.has(Entry::clinical) || everywhere.has(token) || e.is(of_forms) || !lead.has(note.at(i - 1))) return false;
    const bool article = note.view(i - 1) == "der" || note.view(i - 1) == "die";
    if (article && !before_article.has(note.at(i - 2))) return false;
    if (note.sign(i + 1, '-') || note.sign(i + 1, '/') || note.at(i + 1).number()) return false;
    note.add(found, i, i, Type::org, Level::review, "organisation");
    return true;
}

}  // namespace

void find_likely_german(const Note& note, std::size_t i, Candidates& found) {
    if (find_letters(note, i, found)) return;
    if (likely_german_place(note, i)) note.add(found, i, i, Type::location, Level::review, "place");
    if (!note.at(i).capital || find_house(note, i, found)) return;
    // "Löwenapotheke", "Marienstift", "Kolpingfamilie": one of the kind in a town.
    static const WordSet any("krankenhausapotheke notapotheke stammapotheke versandapotheke notdienstapotheke");
    const std::string_view word = note.view(i);
    const bool own = word.ends_with("apotheke") || word.ends_with("stift") || word.ends_with("brauerei") ||
                     word.ends_with("hospital") || word.ends_with("kaserne") || word.starts_with("Kolping");
    if (own && word.size() > 10 && strange(note, i) && !any.has(note.at(i))) {
        note.add(found, i, i, Type::org, Level::review, "organisation");
        return;
    }
    if (plain_capital(note, i)) find_person(note, i, found);
}

void find_likely_german_small(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.at(i);
    if (!token.german || token.code || token.size() < 3) return;
    if (find_house(note, i, found)) return;
    if (likely_german_place(note, i)) note.add(found, i, i, Type::location, Level::review, "place");
    const Entry& e = *token.entry;
    if (e.is(of_grammar | of_forms) || e.has(Entry::clinical) || e.has(Entry::german_word)) return;
    const bool strange_word = strange(note, i);
    // "s. gottwald"
    const bool initial = i > 1 && note.sign(i - 1, '.') && note.at(i - 2).size() == 1 && note.at(i - 2).word() &&
                         !note.glued(i - 2) && note.joined(i) && note.joined(i - 1) && family_of(note, token) >= 6;
    const bool usual = given_of(note, token) > 3 || family_of(note, token) >= 6;
    const bool person = (person_before(note, i) && (strange_word || usual)) ||
                        (note.sign(i - 1, '(') && (note.sign(i + 1, ')') || note.sign(i + 1, ',')) && strange_word);
    if (initial) {
        note.add(found, i - 2, i, Type::name, Level::review, "full_name");
    } else if (person) {
        note.add(found, i, i, Type::name, Level::review, "unknown_name");
    }
}

}  // namespace covision::deid
