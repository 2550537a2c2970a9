// What candidates of several rules have in common to be put right: codes and terms are no names, a word with hyphens is
// taken whole, parts side by side are one name.
#include <algorithm>

#include "server/deid/calendar.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {

// "Mi-sook", "Gulshan-e-Iqbal": the rest of a word with hyphens goes with its beginning.
void take_hyphenated(const Note& note, Candidates& found) {
    for (Candidate& candidate : found) {
        if (candidate.type != Type::name && candidate.type != Type::location) continue;
        if (candidate.end > candidate.begin + 1 && note.text[candidate.end - 1] == '-') --candidate.end;
        std::size_t next = note.from(candidate.end);
        while (next + 1 < note.size() && note.tokens[next].begin == candidate.end && note.sign(next, '-') &&
               note.glued(next + 1) && note.at(next + 1).word()) {
            const Entry& e = *note.at(next + 1).entry;
            const bool plain =
                e.word > 0 || e.has(Entry::german_word) || e.is(eponym_after | says | job | kin | org_head);
            if (plain && e.given < 6 && !note.sign(next + 2, '-')) break;
            if (note.at(next + 1).german && note.at(next + 1).capital && e.given == 0 && e.family == 0) break;
            candidate.end = note.tokens[next + 1].end;
            next += 2;
        }
    }
}

// ", Leith EH6 7BD", ", Co. Leitrim N41 X2D8": the town before a postcode goes with it.
void take_towns(const Note& note, Candidates& found) {
    for (Candidate& candidate : found) {
        if (candidate.reason != std::string_view("postcode")) continue;
        const std::size_t i = note.from(candidate.begin);
        std::size_t first = i;
        while (first > 0 && i - first < 4 && note.joined(first)) {
            const Token& before = note.at(first - 1);
            const bool county = note.sign(first - 1, '.') && first > 1 && note.view(first - 2) == "Co";
            if (!county && (!before.word() || !before.capital || before.code || before.entry->is(zip_word))) break;
            first -= county ? 2 : 1;
        }
        if (first < i && first > 0 && note.joined(first) && note.sign(first - 1, ',')) {
            candidate.begin = note.tokens[first].begin;
        }
    }
}

// "Chidi" and "Eze" right after it are one name; an initial before a name belongs to it.
void join_names(const Note& note, Candidates& settled) {
    Candidates joined;
    for (Candidate next : settled) {
        if (next.type == Type::name && next.reason != std::string_view("own_word")) {
            const std::size_t i = note.from(next.begin);
            const bool initial = i > 1 && note.sign(i - 1, '.') && note.glued(i - 1) && note.joined(i) &&
                                 note.at(i - 2).size() == 1 && note.at(i - 2).capital && !note.at(i - 2).code &&
                                 note.at(i).capital && (i == 2 || note.at(i - 2).space_before);
            const std::uint32_t begin = initial ? note.at(i - 2).begin : next.begin;
            if (joined.empty() || joined.back().end <= begin) next.begin = begin;
            const bool follows = !joined.empty() && joined.back().type == Type::name && !note.at(i).sentence_start &&
                                 joined.back().end + 1 == next.begin && note.text[joined.back().end] == ' ' &&
                                 note.at(i).capital == note.at(note.from(joined.back().begin)).capital;
            if (follows) {
                joined.back().end = next.end;
                if (next.level == Level::must_replace) joined.back().level = next.level;
                joined.back().reason = "full_name";
                continue;
            }
        }
        joined.push_back(next);
    }
    settled = std::move(joined);
}

namespace {

// "mg", "40mg", "BD": of a dose.
bool unit(std::string_view word) {
    while (!word.empty() && word[0] >= '0' && word[0] <= '9') word.remove_prefix(1);
    constexpr std::string_view units[] = {
        "mg",   "mcg",   "g",    "ml",      "mcgs",  "mgs", "IE",  "od",    "OD",   "bd",      "BD",
        "bid",  "BID",   "tds",  "TDS",     "tid",   "qds", "QDS", "nocte", "mane", "prn",     "PRN",
        "stat", "puffs", "tabs", "tablets", "units", "IU",  "Tbl", "Hub",   "Trpf", "Tropfen", "mmol"};
    return std::find(std::begin(units), std::end(units), word) != std::end(units);
}

// "(Butler & Moseley)", "(Espie; Perlis)", "(Klass 1996)": whom one has read.
bool cited(const Note& note, std::size_t i) {
    std::size_t first = i, last = i;
    while (first > 0 && i - first < 8 && note.joined(first) && !note.sign(first, '(')) --first;
    while (last + 1 < note.size() && last - i < 8 && note.joined(last + 1) && !note.sign(last, ')')) ++last;
    if (!note.sign(first, '(') || !note.sign(last, ')')) return false;
    bool joint = false;
    for (std::size_t k = first + 1; k < last; ++k) {
        const Token& token = note.at(k);
        const bool year = token.number() && token.size() == 4;
        joint = joint || year || note.sign(k, '&') || note.sign(k, ';') || note.view(k) == "et";
        if (token.word() && !token.capital && note.view(k) != "et" && note.view(k) != "al" && note.view(k) != "and")
            return false;
        if (token.word() && clean(token) && (token.entry->given >= 7 || token.entry->place >= 9)) return false;
        if (!token.word() && !year && !note.sign(k, '&') && !note.sign(k, ';') && !note.sign(k, ',') &&
            !note.sign(k, '.'))
            return false;
    }
    return joint;
}

// "Tobi 11 Temi 8 Ife 3": children with their ages, no values of a laboratory.
bool aged(const Note& note, std::size_t i) {
    auto pair = [&note](std::size_t k) {
        return note.joined(k + 1) && note.at(k).word() && note.at(k).capital && !note.at(k).all_capital &&
               note.at(k + 1).number() && note.at(k + 1).size() <= 2;
    };
    return pair(i) && (pair(i + 2) || (i > 1 && pair(i - 2) && note.joined(i)));
}

// "Barrett's", "Addison's" with nothing behind that somebody could own, and only names that mostly mean the illness.
bool illness(const Note& note, std::size_t i) {
    static const WordSet called_after(
        "addison barrett crohn hashimoto paget parkinson alzheimer huntington hodgkin cushing raynaud sjogren behcet meniere "
        "asperger tourette dupuytren perthes");
    static const WordSet behind("and or on with since for in but is was under well stable controlled diagnosed dx");
    if (!called_after.has(note.at(i)) || note.at(i + 1).kind != Token::Kind::clitic || note.is(i - 1, title | kin))
        return false;
    return !note.joined(i + 2) || note.at(i + 2).kind == Token::Kind::sign || behind.has(note.at(i + 2));
}

// "Telma 40 OD", "Madopar 62.5 mg": what has a dose is a drug.
bool dosed(const Note& note, std::size_t i) {
    std::size_t at = i + 1;
    if (!note.joined(at) || !note.at(at).number())
        return note.joined(at) && note.at(at).kind == Token::Kind::mixed && unit(note.view(at));
    while (note.joined(at + 1) && at < i + 5 &&
           (note.at(at + 1).number() || note.sign(at + 1, '.') || note.sign(at + 1, ',') || note.sign(at + 1, '/')))
        ++at;
    return note.joined(at + 1) && unit(note.view(at + 1));
}

// Countries and continents, but those that are somebody's first name as often (Jordan, Georgia, Chad, Israel).
bool land(const Token& token) {
    static const WordSet lands(
        "ireland france england scotland wales britain germany italy spain portugal greece turkey poland russia ukraine "
        "romania bulgaria hungary austria switzerland netherlands belgium denmark norway sweden finland iceland india "
        "pakistan bangladesh nepal china japan korea vietnam thailand philippines indonesia malaysia singapore australia "
        "zealand canada mexico cuba jamaica haiti colombia peru chile brazil argentina bolivia ecuador venezuela "
        "guatemala honduras nicaragua egypt morocco algeria tunisia libya sudan ethiopia eritrea somalia uganda tanzania "
        "rwanda congo ghana nigeria senegal gambia guinea liberia cameroon angola mozambique zambia zimbabwe malawi "
        "botswana namibia syria iraq iran palestine lebanon yemen kuwait qatar afghanistan uzbekistan kazakhstan armenia "
        "azerbaijan serbia croatia bosnia kosovo albania macedonia slovenia slovakia czechia latvia lithuania estonia "
        "belarus moldova cyprus malta europe africa asia america caribbean");
    return lands.has(token);
}

}  // namespace

// "Client A" is what a name became: no name, and no part of one; "IBAN" is none either.
void leave_codes(const Note& note, Candidates& found) {
    std::erase_if(found, [&note](Candidate& candidate) {
        if (candidate.type != Type::name && candidate.type != Type::location && candidate.type != Type::org)
            return false;
        if (candidate.reason == std::string_view("own_word") || candidate.reason == std::string_view("writer"))
            return false;
        std::size_t i = note.from(candidate.begin);
        const Token& word = note.at(i);
        const bool label_of_number = word.all_capital && word.end == candidate.end &&
                                     word.entry->is(id_word | account_word | phone_word | plate_word);
        if (label_of_number) return true;  // IBAN
        if (rather_eponym(note, candidate)) candidate.level = Level::review;
        const bool single = word.end == candidate.end;
        const bool measured = single && word.size() <= 3 && note.at(i + 1).number() &&
                              candidate.level == Level::review && word.entry->given < 6 && !aged(note, i);
        const bool capitals = single && candidate.type == Type::name && candidate.level == Level::review &&
                              word.all_capital && word.size() <= 5 &&
                              (word.size() <= 3 || (word.entry->given < 4 && word.entry->family < 6)) &&
                              !note.is(i - 1, kin | title | label | called);  // WDWN
        const bool scale =
            note.sign(i + 1, '-') && note.glued(i + 2) && note.is(i + 2, eponym_after);  // Edinburgh-Skala
        if (capitals || (single && scale)) return true;
        const bool titled = candidate.reason == std::string_view("title_and_name");
        if (candidate.type == Type::name && single && word.entry->is(feast) && !titled) return true;  // Karfreitag
        // "weekly since Jan", "last Autumn"
        const bool season = candidate.type == Type::name && single && word.entry->is(month | season_word);
        if (season && candidate.level == Level::review && time_before(note, i)) return true;
        if (of_trade(note, candidate)) return true;
        // Letters and words of forms that look like names.
        static const WordSet of_forms(
            "rm sem rio fnp psy mds mcps afebrile mastercard hospitalist dispo komma punkt absatz doppelpunkt klammer");
        if (single && !titled && of_forms.has(word)) return true;
        // "Known Barrett's on PPI", "PMH: Addison's, asthma": an illness by whom it is called after.
        if (single && !titled && candidate.type == Type::name && illness(note, i)) return true;
        // "Di, 11.3."
        static const WordSet days("mo di mi do fr sa so");
        const bool figure = note.at(i + 1).number() || ((note.sign(i + 1, ',') || note.sign(i + 1, '.')) &&
                                                        note.joined(i + 2) && note.at(i + 2).number());
        if (single && word.german && figure && days.has(word)) return true;
        // "bis Mo", "Pat. anfangs": short forms of German notes.
        static const WordSet short_forms("mo pat");
        if (single && word.german && candidate.level == Level::review && short_forms.has(word)) return true;
        const bool doubted = candidate.level == Level::review;
        if (doubted && single && candidate.type != Type::location && land(word)) return true;
        // "Plan to chase bloods", but "spoke to chase"
        static const WordSet verbs("chase trace page grant skip mark sue rob pierce");
        const bool verb = doubted && single && !word.capital && note.joined(i) && note.view(i - 1) == "to" &&
                          verbs.has(word) && note.joined(i + 1) && note.at(i + 1).word();
        if (verb && !note.is(i - 2, says | toward)) return true;
        if (doubted && single && candidate.type != Type::org && dosed(note, i)) return true;
        if ((doubted || !titled) && candidate.type != Type::location && cited(note, i)) return true;
        // "the Bovie", "0 Vicryl", "Diabetes Mellitus": a thing by the word before it.
        const Token& lead = note.at(i - 1);
        const bool role = note.prior == Prior::dense && (lead.all_capital || note.lower_style);  // SW Okonjo
        const bool thing =
            note.joined(i) && i > 0 &&
            ((lead.number() && !aged(note, i)) || (lead.entry->has(Entry::clinical) && !role) ||
             note.view(lead) == "the" || note.view(lead) == "The" || note.view(lead) == "a" || note.view(lead) == "an");
        if (single && thing && !word.german && candidate.level == Level::review && !word.entry->known() &&
            candidate.type == Type::name) {
            return true;
        }
        // "Ende des Sommers", "Weg 3": German names take no "des", and a noun with a number is no place.
        const bool of_thing = word.german && single && candidate.type == Type::name && note.view(i - 1) == "des" &&
                              candidate.reason != std::string_view("title_and_name");
        const bool numbered_noun = word.german && candidate.type == Type::location &&
                                   candidate.level == Level::review && note.at(i + 1).number() &&
                                   note.at(i + 1).end == candidate.end &&
                                   (word.entry->has(Entry::german_word) || word.entry->is(street));
        if (of_thing || numbered_noun) return true;
        // "Entl. 19.3.", "Pat. anfangs": a short form, as the sentence goes on behind the point.
        const bool goes_on = note.sign(i + 1, '.') && note.glued(i + 1) && note.joined(i + 2) &&
                             (note.at(i + 2).number() || (note.at(i + 2).word() && !note.at(i + 2).capital));
        const bool short_form = single && goes_on && (word.german || note.german) && !note.lower_style && doubted &&
                                word.size() <= 6 && word.entry->given == 0 && word.entry->family < 6 &&
                                word.entry->place < 6;
        if (short_form && candidate.type != Type::org) return true;
        const bool shortened = note.sign(i + 1, '.') && note.sign(i + 2, '-') && note.glued(i + 2);
        if (measured || (single && shortened)) return true;  // Na 139; Gesch.-Nr.
        const bool by_title = candidate.reason == std::string_view("title_and_name");
        if (single && !by_title && word.capital && word.entry->is(job | rare_job) && word.entry->given < 6 &&
            candidate.reason != std::string_view("same_name")) {
            return true;  // "ihr Mann Koch": as a family name it has a title or a first name somewhere
        }
        // No name goes over the end of a sentence, and none is told in a script without capitals.
        for (std::size_t k = i + 1; k < note.size() && note.tokens[k].begin < candidate.end; ++k) {
            if (candidate.type != Type::name || !note.tokens[k].sentence_start) continue;
            candidate.end = note.tokens[note.sign(k - 1, '.') && k > i + 1 ? k - 2 : k - 1].end;
        }
        if (!word.capital && static_cast<unsigned char>(note.text[candidate.begin]) >= 0xd6 &&
            candidate.level == Level::review) {
            return true;
        }
        std::size_t after = i;  // the first token behind the last code
        for (; i < note.size() && note.tokens[i].begin < candidate.end; ++i) {
            if (note.tokens[i].code) after = i + 1;
        }
        if (after == note.from(candidate.begin)) return false;
        while (after < i && !note.tokens[after].word()) ++after;
        if (after >= i || note.tokens[after].entry->given + note.tokens[after].entry->family == 0) return true;
        candidate.begin = note.tokens[after].begin;
        return false;
    });
}

}  // namespace covision::deid
