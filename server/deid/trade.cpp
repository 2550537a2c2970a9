// What stands among instruments, medicines and scores is one of them: "Ligaclip", "Braden 21", "Carter-Thomason
// device".
#include <algorithm>

#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/note.hpp"
#include "server/deid/people.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Scores and scales that go by a name or a town many have; the others the lexicon knows.
const WordSet scales(
    "barthel beck bishop boston braden calgary canadian bristol columbia conners edinburgh forrest glasgow hamilton katz lawton manchester montgomery morse "
    "milwaukee montreal murphy norton ottawa oswestry oxford ramsay ransom ranson russell stanley tanner tinetti wells young zung");

// "Braden 21", "Morse: 35", "Columbia low risk".
bool scored(const Note& note, std::size_t i) {
    std::size_t next = i + 1;
    if (note.sign(next, ':') || note.sign(next, '=')) ++next;
    if (!note.joined(next)) return false;
    const std::string_view word = note.view(next);
    const bool level = (word == "low" || word == "moderate" || word == "high" || word == "negative") &&
                       (note.view(next + 1) == "risk" || !note.joined(next + 1) || !note.at(next + 1).word());
    const bool stage =
        note.at(next).all_capital && word.find_first_not_of("IV") == std::string_view::npos;  // Forrest III
    return level || stage || (note.at(next).number() && note.at(next).size() <= 3);
}

// How many words of the trade stand on the same line within a few words, token i apart.
std::size_t company(const Note& note, std::size_t i) {
    constexpr std::size_t reach = 12;
    std::size_t first = i, last = i, count = 0;
    while (first > 0 && i - first < reach && note.joined(first)) --first;
    while (last - i < reach && note.joined(last + 1)) ++last;
    for (std::size_t k = first; k <= last; ++k) {
        const Token& token = note.at(k);
        if (k != i && token.size() > 2 && term_of_trade(token)) ++count;
    }
    return count;
}

// Terms that are called after two people, whatever else these may be called.
const WordSet pairs(
    "adams_stokes andersen_tawil anderson_hynes argyll_robertson bence_jones bland_altman boyle_davis "
    "brown_sequard cattell_braasch charcot_marie cheyne_stokes child_pugh "
    "churg_strauss clavien_dindo cormack_lehane dandy_walker dix_hallpike "
    "ehlers_danlos epstein_barr fitz_hugh fugl_meyer gell_coombs "
    "gilles_tourette grey_turner guillain_barre hand_schuller hardy_weinberg hawkins_kennedy henoch_schonlein "
    "hoehn_yahr holmes_rahe house_brackmann hunt_hess jackson_pratt kaplan_meier kell_kidd "
    "kellgren_lawrence klippel_trenaunay kruskal_wallis lambert_eaton lauge_hansen legg_calve "
    "lund_mackay mallory_weiss manchester_fothergill mann_whitney marie_tooth mason_johnston miller_fisher "
    "montgomery_asberg niemann_pick osgood_schlatter osler_weber parkinson_white peutz_jeghers "
    "prader_willi ramsay_hunt rey_osterrieth rokitansky_kuster salter_harris semmes_weinstein "
    "simpson_angus spearman_brown starr_edwards stevens_johnson sturge_weber swan_ganz thurston_holland "
    "van_velthoven von_willebrand weber_rinne wernicke_korsakoff "
    "wolff_parkinson wong_baker yale_brown zollinger_ellison");

// Token i and the word after it, over "-", "/", "and" or nothing, are such a pair.
bool pair_of_trade(const Note& note, std::size_t i) {
    std::size_t next = i + 1;
    const std::string_view between = note.view(next);
    if (between == "-" || between == "/" || between == "and" || between == "und" || between == "&") ++next;
    if (!note.at(i).word() || !note.at(next).capital || !note.joined(next) || !note.at(next).word()) return false;
    Token both;
    both.hash = folded_hash(note.view(next), hash_more(note.at(i).hash, "_"));
    return pairs.has(both);
}

// Whom a test or a part of the body is called after, and many others by their names.
const WordSet eponyms(
    "adams adson allen austin baker bankart barrett bennett bravo bryant clark cooper douglas finkelstein graham gordon "
    "henry hill homan hunter jackson jamar james jobe johnson jones kelly leyla ludwig marcus martin meyer moore murray "
    "neer oliver palmer patrick phalen pott romberg rosen russell schiller sims stanley taylor thomas thompson ward weber "
    "wilson wright yergason");

// "Allen test", "Barrett's mucosa", "Henry approach": such a one before a thing of the trade in lower case.
bool eponym_thing(const Note& note, std::size_t i) {
    const std::size_t next = note.at(i + 1).kind == Token::Kind::clitic ? i + 2 : i + 1;
    const Token& thing = note.at(next);
    if (!eponyms.has(note.at(i)) || !note.joined(next) || !thing.word() || thing.capital) return false;
    static const WordSet things("test tests approach mucosa esophagus oesophagus manoeuvre bar pouch abscess angina");
    return things.has(thing) || thing.entry->is(instrument) || thing.entry->is(eponym_after);
}

// "by Henry", "Henry reviewed": in a text of terms the least that speaks for somebody.
bool does_something(const Note& note, std::size_t first, std::size_t last) {
    static const WordSet before("by with per from told asked thanks dear mit von durch bei an fur herrn");
    if (first > 0 && note.joined(first) && before.has(note.at(first - 1))) return true;
    const Token& next = note.at(last + 1);
    if (!note.joined(last + 1) || !next.word() || next.capital || next.size() < 4) return false;
    return next.entry->is(says | is_verb) || note.view(last + 1).ends_with("ed");
}

// "as Steiner describes", "in Racker's sense": whose thought it is, by no first name.
bool thought(const Note& note, std::size_t i) {
    static const WordSet says_so("argues describes described posits proposed proposes puts showed shows suggests");
    static const WordSet kinds(
        "concept concepts idea law notion paradox principle rule sense terms theorem theory triangle typology");
    if (note.at(i).entry->given >= 6 || !note.at(i).capital) return false;
    if (note.at(i + 1).kind == Token::Kind::clitic) return note.joined(i + 2) && kinds.has(note.at(i + 2));
    return i > 0 && note.joined(i) && (note.view(i - 1) == "as" || note.view(i - 1) == "As") &&
           says_so.has(note.at(i + 1));
}

// Who founded methods of therapy, where hardly anybody else is called so: somebody only by what stands around.
const WordSet theorists(
    "ackerman ainsworth andolfi aponte arntz asen bandura barkley bartholomew bateman bateson beavers beck "
    "berne bion boscolo boszormenyi bowlby brazelton brentano bromberg bruch buber byng carkhuff casement "
    "cecchin clarkin cozolino crittenden cronen cuijpers dattilio deshazer diclemente dilts dugas egan ehlers "
    "epston erikson eysenck fairbairn fairburn falloon farrelly feldenkrais fennell ferenczi foa fonagy "
    "foulkes framo frankl fromm gendlin ghent gottman greenson grinder grof grotstein guntrip hackmann haley "
    "heimann hellinger hinshelwood horney horvath jacobson jaspers jongsma kabat kernberg klein kohut kolb "
    "kottler lacan laing liddle liebowitz linehan lorenzer luborsky luria madanes mahler malan marlatt maslow "
    "masterson mcgoldrick mcwilliams meichenbaum meltzer minuchin moreno mowrer nagy norcross novaco ogden "
    "padesky palazzoli papp pavlov pearlin perel perls perris piaget prata prochaska racker rado resick "
    "riesman rollnick rosenfeld rutter sachsse safran salkovskis sandler satir schaefer schore schutz selvini "
    "shafran shazer spitz stampfl steiner steketee stierlin stolorow strachey teasdale tomkins tomm tronick "
    "turkat veale vygotsky wachtel watzlawick weakland weingarten wilber winnicott wolpe worden yalom yontef "
    "zetzel zigmond");

constexpr std::size_t enough = 3;  // words of the trade around a doubtful one

}  // namespace

bool rather_eponym(const Note& note, const Candidate& candidate) {
    if (note.prior != Prior::bare || candidate.type != Type::name || candidate.level != Level::must_replace)
        return false;
    if (candidate.reason == std::string_view("title_and_name")) return false;
    const std::size_t i = note.from(candidate.begin);
    const std::size_t last = last_token(note, candidate, i);
    return evidence(note, i, last) == 0;
}

bool of_trade(const Note& note, const Candidate& candidate) {
    const std::size_t i = note.from(candidate.begin);
    const Token& word = note.at(i);
    const bool single = word.end == candidate.end;
    if (single && candidate.type != Type::org && scales.has(word) && scored(note, i)) return true;
    if (single && candidate.type == Type::name && eponym_thing(note, i)) return true;
    if (single && candidate.type != Type::org && thought(note, i)) return true;
    const bool theorist = !word.german && note.prior != Prior::dense && theorists.has(word);
    if (single && theorist && candidate.type == Type::name && !speaks_for_itself(note, candidate)) return true;
    if (candidate.type == Type::name) {
        for (std::size_t k = i > 1 ? i - 2 : 0; k < note.size() && note.at(k).begin < candidate.end; ++k) {
            if (note.at(k).capital && pair_of_trade(note, k)) return true;
        }
    }
    // "Zugang nach Henry", "triangle of Calot"
    const bool by_whom =
        single && i > 1 && note.joined(i) && note.joined(i - 1) && note.is(i - 2, instrument | eponym_after);
    const bool after_whom =
        by_whom && (note.view(i - 1) == "nach" || (note.view(i - 1) == "of" && candidate.level == Level::review));
    if (after_whom && candidate.type == Type::name) return true;
    const bool bare = note.prior == Prior::bare;
    if (bare && !word.german) return !speaks_for_itself(note, candidate);
    // In a text of terms the others need not stand near: "Harvey-Bradshaw 4", "Desitin".
    if (!word.capital || candidate.level != Level::review) return false;
    if (single && half_word(note, i)) return true;
    if (note.prior == Prior::dense) return false;
    const bool placed = bare ? note.near_before(i, lives, 4) || note.view(i - 1) == "in" || note.view(i - 1) == "from"
                             : note.near_before(i, place_before | lives, 3);
    if (bare && candidate.type == Type::location && !placed && candidate.reason == std::string_view("place"))
        return true;
    if (candidate.type == Type::location && !placed) {
        return single && candidate.reason == std::string_view("place") && (bare || company(note, i) > enough);
    }
    if (candidate.type != Type::name) return false;
    if (candidate.reason == std::string_view("same_name")) return false;
    const std::size_t last = last_token(note, candidate, i);
    if (last > i + 2 || evidence(note, i, last) > 0) return false;
    if (bare && (note.sign(i + 1, '-') || !does_something(note, i, last))) return true;
    const int usual = bare && company(note, i) >= enough ? 8 : 4;  // a first name that is as usual as this stays one
    for (std::size_t k = i; k <= last; ++k) {
        if (note.at(k).word() && clean(note.at(k)) && note.at(k).entry->given >= usual) return false;
    }
    return bare || company(note, i) >= enough;
}

}  // namespace covision::deid
