// In a text of terms a word with a capital is a thing - a brand, a score, whom a sign is called after - unless what
// stands around it speaks for somebody, for somewhere or for an employer.
#include <algorithm>

#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"
#include "server/deid/people.hpp"
#include "server/deid/prior.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// What somebody does, or what is done with, by or for somebody: "reviewed by", "lives with", "a call from", "… rings".
const WordSet acts(
    "accompanied advised agreed agrees apologised apologized argued argues arrived arrives asked asks assessed "
    "assisted attended attends bleeped brought call called calls collapsed complained complains consented consults "
    "contacted conversation countersigned cried cries declined declines delivered denied denies dictated disclosed "
    "discuss discussed discussing discussion email emailed escorted examined explained explains family feels felt "
    "found gave handed handover helped helps informed insisted insists interviewed knows laughed left letter "
    "liaised liaison lived lives living married meeting meets message met moved notified objected operated paged "
    "phone phoned phones prepared presented quarrel raised rang referral referred refused refuses regrets relapsed "
    "remarried reported reports requested requests retired returned reviewed rings row said says scrubbed seen "
    "signed slept smiled smiles speak speaking speaks spoke spoken stated states stayed staying stays supervised "
    "supported talked talking talks tells texted thinks told took transcribed transferred typed updated verified "
    "visit visited visits vomited waited walked wanted wants wept witnessed worried worries writes written wrote");
// Done to things as well: by somebody only where the word is known as a name.
const WordSet deeds(
    "carried checked collected completed done given held inserted performed placed repeated sited taken");
// What one is told, without a word between.
const WordSet toward_one("asked called contacted dear hugged met named phoned saw texted thanks told");
// What is said of things only by one word after them, unless an object follows: "Frova tried", "Entresto started".
const WordSet of_things(
    "asked began came comes delivered described discussed explained goes got hit left made met moved prepared presented "
    "presents raised referred reported reports requested returned saw shared started stated states took transferred "
    "tried verified went worked works");
const WordSet objects(
    "a an and as back feeling for from her herself him himself his in it me off out that the them to us what why "
    "with your");
const WordSet found_so(
    "abnormal absent applicable applied available considered equivocal excluded indicated intact needed needing "
    "negative nil normal not patent positive possible present relevant required used zero");
const WordSet of_somebody(
    "accent account address advice anxiety appointment bag bed bedroom behaviour belongings birthday boyfriend car "
    "care case child children concern concerns daughter death email family father flat funeral girlfriend home "
    "house husband job keys letter life message mood mother name notes number opinion own partner phone plan "
    "relatives request risk room safety school son story tears view views visit voice wife wish wishes words work "
    "worries");
// What somebody is, right after the name; and what somebody will do.
const WordSet states(
    "aged agreeable angry anxious aware happy herself himself keen tearful unhappy unwell upset who whose wishes");
const WordSet will_do(
    "arrange ask attend bring call chase check collect complete contact continue discuss email handover "
    "inform liaise order organise phone prescribe refer request review ring see send sign speak update visit write");
const WordSet roles(
    "anaesthetist anesthetist assessor assistant assistants author clinician cons consultant hca midwife nurse "
    "oncall operator pathologist physio prescriber radiologist reg registrar reporter reviewer scrub sho spr "
    "surgeon therapist trainee");

std::string_view word_below(const Note& note, std::size_t i) { return i > 0 ? note.view(i - 1) : std::string_view{}; }

// "d/w Okafor", "s/b Okafor"
bool by_letters(const Note& note, std::size_t first) {
    if (first < 3 || !note.sign(first - 2, '/')) return false;
    const char a = note.view(first - 3)[0] | 0x20, b = note.view(first - 1)[0] | 0x20;
    const bool single = note.at(first - 3).size() == 1 && note.at(first - 1).size() == 1;
    return single && ((a == 'd' && b == 'w') || (a == 's' && b == 'b'));
}

bool named(const Token& token) { return token.entry->given >= 4 || token.entry->family >= 6; }

// "spoke with", "reviewed in theatre by": an act a few words before what leads to the name.
bool led_to(const Note& note, std::size_t first) {
    constexpr std::size_t reach = 5;
    static const WordSet leads("with by from to");
    if (first == 0 || !note.joined(first)) return false;
    if (toward_one.has(note.at(first - 1)) || by_letters(note, first)) return true;
    const std::size_t role = note.sign(first - 1, ':') ? first - 2 : first - 1;
    if (roles.has(note.at(role))) return true;
    if (!leads.has(note.at(first - 1))) return false;
    const bool by = word_below(note, first) == "by";
    for (std::size_t k = first - 1, steps = 0; k > 0 && steps < reach && note.joined(k); ++steps) {
        --k;
        if (note.sign(k, '.') || note.sign(k, ';')) break;
        if (acts.has(note.at(k)) || (by && deeds.has(note.at(k)) && named(note.at(first)))) return true;
    }
    return false;
}

// Token i is "was", "will", "does": of a word that is known as a name anything but what is said of things.
bool is_as_one(const Note& note, std::size_t i, bool is_named) {
    static const WordSet between("not been also now then never always only be have just very still");
    static const WordSet to_somebody(
        "accompanied admitted advised bleeped called contacted informed notified paged phoned reassured seen told");
    ++i;
    while (note.joined(i) && between.has(note.at(i))) ++i;
    const Token& what = note.at(i);
    if (!note.joined(i) || !what.word() || what.capital) return false;
    if (states.has(what) || to_somebody.has(what) || will_do.has(what)) return true;
    static const WordSet somebody("her him me them us you");
    const std::string_view word = note.view(i);
    const bool doing = word.size() > 5 && word.ends_with("ing");
    if ((doing || word == "with") && note.joined(i + 1) && somebody.has(note.at(i + 1))) return true;
    const bool done = word.size() > 4 && word.ends_with("ed");
    static const WordSet elsewhere("apply at in on as by for");
    return is_named && !done && !found_so.has(what) && !term_of_trade(what) && !elsewhere.has(what);
}

// "rings", "attended for", "was upset", "to review", "'s daughter"
bool does_as_one(const Note& note, std::size_t last) {
    std::size_t i = last + 1;
    if (!note.joined(i)) return false;
    if (note.at(i).kind == Token::Kind::clitic) {
        constexpr std::size_t reach = 3;
        for (std::size_t k = i + 1; k <= i + reach && note.joined(k) && note.at(k).word() && !note.at(k).capital; ++k) {
            if (of_somebody.has(note.at(k)) || note.is(k, kin | staff | job)) return true;
        }
        return false;
    }
    if (note.sign(i, ',') && note.joined(i + 1)) {
        return note.view(i + 1) == "who" || (note.is(i + 1, stop) && note.is(i + 2, kin | staff));
    }
    const Token& next = note.at(i);
    if (!next.word() || next.capital) return false;
    if (states.has(next)) return true;
    if (note.view(i) == "to") return will_do.has(note.at(i + 1));
    if (next.entry->is(is_verb)) return is_as_one(note, i, named(note.at(last)));
    if (note.at(i + 1).number() && note.joined(i + 1)) return false;  // "felt 7 mm"
    const std::string_view after = note.view(i + 1);
    const bool doing = after.size() > 4 && after.ends_with("ing");  // "started crying"
    const bool figure = note.at(i + 2).number();                    // "comes to 4"
    const bool object = note.joined(i + 1) && (doing || (objects.has(note.at(i + 1)) && !figure));
    if (of_things.has(next)) return object;
    return acts.has(next) || next.entry->is(says);
}

// The whole line, and the last one: who wrote.
bool signs_alone(const Note& note, std::size_t first, std::size_t last) {
    const bool point = note.sign(last + 1, '.');
    return note.at(first).line_start && last + (point ? 2 : 1) >= note.size() && named(note.at(first));
}

// Goes on as a sentence does, and with no noun that it would belong to.
bool ends_before(const Note& note, std::size_t next) {
    const Token& token = note.at(next);
    if (!note.joined(next) || token.kind == Token::Kind::sign) return true;
    constexpr std::uint64_t goes_on = of_grammar | english | toward | place_before;
    return token.word() && !token.capital && (token.entry->is(goes_on) || acts.has(token));
}

// "Maria Lopez": a first name that is no family name with one after it; "Sara Stedy 2" is counted.
bool first_and_last(const Note& note, const Candidate& candidate, std::size_t first, std::size_t last) {
    const Entry& e = *note.at(first).entry;
    return candidate.reason == std::string_view("full_name") && last == first + 1 && e.given >= 8 &&
           e.given > e.family + 2 && note.at(last).entry->family >= 4 && ends_before(note, last + 1);
}

bool speaks_for_somebody(const Note& note, const Candidate& candidate, std::size_t first, std::size_t last) {
    const int before = evidence_before(note, first);
    if (before >= 3 || (before == 2 && word_below(note, first) != "and" && word_below(note, first) != "or"))
        return true;
    if (with_degree(note, last) || does_as_one(note, last)) return true;
    const bool service = note.joined(last + 1) && !note.at(last + 1).capital && note.is(last + 1, job | staff);
    if (led_to(note, first) && !service) return true;  // but "seen by Macmillan nurse"
    return signs_alone(note, first, last) || first_and_last(note, candidate, first, last);
}

// "from Dudley at six", but not "in Karnovsky fixative", "in Trendelenburg 20".
bool speaks_for_somewhere(const Note& note, std::size_t first, std::size_t last) {
    if (first == 0 || !note.joined(first)) return false;
    if (note.at(first - 1).word() && note.near_before(first, lives, 3)) return true;
    static const WordSet leads("in from near");
    if (!leads.has(note.at(first - 1))) return false;
    const Entry& e = *note.at(first).entry;
    const bool from = word_below(note, first) == "from";
    const bool known = e.has(Entry::region) || (e.place > 0 && (from || (e.word == 0 && e.place + 3 > e.family)));
    if (note.sign(last + 1, '-') && note.glued(last + 1)) return false;  // Hill-Rom
    const bool listed = last == first ? known : note.phrases(first).place != nullptr;
    return listed && ends_before(note, last + 1);
}

bool speaks_for_employer(const Note& note, const Candidate& candidate, std::size_t first, std::size_t last) {
    if (candidate.reason != std::string_view("organisation")) return true;
    static const WordSet leads("at from");
    const bool led =
        note.near_before(first, works, 4) || (first > 0 && note.joined(first) && leads.has(note.at(first - 1)));
    if (led) return true;
    // "New York Heart Association class II", "University of Wisconsin solution": what it wrote or made.
    static const WordSet bodies("academy association college council foundation group institutes society");
    std::size_t houses = 0;
    for (std::size_t k = first; k <= last; ++k) houses += note.is(k, org_head) && !bodies.has(note.at(k)) ? 1U : 0U;
    return houses > 0 && ends_before(note, last + 1);
}

}  // namespace

void find_acting(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        const Entry& e = *token.entry;
        if (!token.capital || token.all_capital || token.german || e.word > 0 || e.place > 0 || e.classes != 0)
            continue;
        if (!token.word() || token.size() < 4 || token.code || !clean(token) || names_a_thing(note, i)) continue;
        if (note.at(i + 1).capital && note.joined(i + 1)) continue;
        const bool service = note.joined(i + 1) && note.is(i + 1, job | staff);
        if ((led_to(note, i) && !service) || does_as_one(note, i))
            note.add(found, i, i, Type::name, Level::review, "unknown_name");
    }
}

bool speaks_for_itself(const Note& note, const Candidate& candidate) {
    const std::size_t first = note.from(candidate.begin);
    const std::size_t last = last_token(note, candidate, first);
    const std::string_view why = candidate.reason;
    switch (candidate.type) {
        case Type::name:
            return why == "title_and_name" || why == "same_name" || why == "initials" ||
                   speaks_for_somebody(note, candidate, first, last);
        case Type::location: {
            const bool ending = why == "street" && last == first + 1 && note.at(last).size() <= 2;  // "Limberg 2"
            return (why != "place" && !ending) || speaks_for_somewhere(note, first, last);
        }
        case Type::org: return speaks_for_employer(note, candidate, first, last);
        default: return true;
    }
}

}  // namespace covision::deid
