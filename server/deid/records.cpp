#include "server/deid/records.hpp"
#include "server/deid/word_set.hpp"

#include <algorithm>
#include <string>

#include "server/deid/calendar.hpp"
#include "server/deid/code_chain.hpp"
#include "server/deid/digit_run.hpp"
#include "server/deid/digits.hpp"
#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

bool ends_with(std::string_view word, std::string_view tail) {
    return word.size() > tail.size() && word.ends_with(tail);
}

}  // namespace

bool record_word(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (token.entry->is(id_word)) return true;
    if (!token.word()) return false;
    const bool number = note.is(i, number_word);
    if (number && note.sign(i - 1, '-') && note.glued(i - 1) && token.capital)
        return !note.is(i - 2, phone_word | house);
    if (token.size() < 6 || token.entry->is(phone_word | house | zip_word | account_word | plate_word)) return false;
    const std::string word = folded(note.view(i));
    for (const std::string_view other :
         {"telefon", "handy", "ruf", "haus", "zimmer", "fax", "mobil", "konto", "seiten"}) {
        if (word.rfind(other, 0) == 0) return false;
    }
    return ends_with(word, "nummer") || (ends_with(word, "nr") && token.capital);
}

void find_record(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    const bool by_form = !note.is(i, id_word);
    bool told = note.at(i).all_capital || by_form || ends_with(folded(note.view(i)), "nummer");
    for (int skipped = 0; skipped < 6 && note.joined(at); ++skipped, ++at) {
        if (note.sign(at, ':') || note.sign(at, '#')) {
            told = true;
        } else if (note.is(at, number_word)) {
            told = told || note.view(at) != "is";
        } else if (note.is(at, id_word)) {
            told = told || note.at(at).size() == 2;  // "employee id E00431"
        } else if (!note.sign(at, '.') && !note.sign(at, '(') && !note.sign(at, ')') && !note.sign(at, '-')) {
            break;
        }
    }
    if (!note.joined(at)) return;
    if (read_date(note, at).month != 0) return;
    const Chain chain = read_chain(note, at);
    if (read_date(note, chain.last).month != 0 || chain.longest_word > 6) return;
    if (note.at(at).number()) {
        const DigitRun run = read_run(note, at);
        const std::size_t count = run.groups.size();
        if (told && run.digits.size() >= 6 && count > 1 && run.separated_by(count, " -./")) {
            const std::size_t last = std::max(run.groups[count - 1].token, chain.last);
            note.add(found, at, last, Type::id, Level::must_replace, "record_number");
            return;
        }
    }
    const bool year = chain.last == at && note.at(at).number() && chain.digits == 4;
    const Token& lone = note.at(at);
    const bool dense = chain.last == at && lone.kind == Token::Kind::mixed && lone.all_capital && lone.size() >= 7 &&
                       chain.digits >= 3 && !dose(note.view(at));  // passport C4J7KX92M
    if ((dense || chain.digits >= (told ? 4U : 6U)) && !(year && !note.at(i).all_capital)) {
        note.add(found, at, chain.last, Type::id, Level::must_replace, "record_number");
        return;
    }
    // "W2280 41933"
    if (chain.capitals && chain.letters > 0 && chain.letters <= 4 && note.joined(chain.last + 1) &&
        note.at(chain.last + 1).number() && chain.digits + note.at(chain.last + 1).size() >= 6) {
        std::size_t last = chain.last + 1;
        while (note.joined(last + 1) && note.at(last + 1).number() && note.at(last + 1).size() >= 3) ++last;
        note.add(found, at, last, Type::id, Level::must_replace, "record_number");
        return;
    }
    // "XVII 88/24", "XLH 0009 4417 226": a few capitals, then the number.
    std::size_t lead = at;
    while (lead < at + 2 && note.at(lead).word() && note.at(lead).capital && note.at(lead).size() <= 5 &&
           (note.at(lead).all_capital || note.at(lead).size() == 1) && note.joined(lead + 1)) {
        ++lead;
    }
    if (lead == at || !note.at(lead).number()) return;
    const Chain rest = read_chain(note, lead);
    const DigitRun run = read_run(note, lead);
    const std::size_t count = run.groups.size();
    const bool spaced = count > 1 && run.separated_by(count, " -");
    if ((spaced ? run.digits.size() : rest.digits) < (told ? 4U : 6U)) return;
    const std::size_t last = spaced ? std::max(run.groups[count - 1].token, rest.last) : rest.last;
    note.add(found, at, last, Type::id, Level::must_replace, "record_number");
}

// "(Nr. C4J7KX92M)", "DOC no. 221907", "code C4471Y": nothing but the word for a number.
void find_numbered(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    while (note.joined(at) && at < i + 3 && (note.sign(at, '.') || note.sign(at, ':') || note.sign(at, '#'))) ++at;
    const Token& token = note.at(at);
    if (!note.joined(at) || public_code(note, i)) return;
    if (note.is(i - 1, house | zip_word)) {  // "Unit no. 441-22-90": too long for a house
        const Chain chain = read_chain(note, at);
        if (chain.groups < 3 || !chain.hyphen || chain.slash || chain.digits < 6 || read_date(note, at).month != 0)
            return;
        note.add(found, at, chain.last, Type::id, Level::must_replace, "record_number");
        return;
    }
    // A number that begins with nought counts nothing: "Warteliste Nr. 0417".
    const std::size_t least = token.number() && note.view(at)[0] == '0' ? 4 : 5;
    const bool digits = token.number() && token.size() >= least && token.size() <= 8;
    std::size_t figures = 0;
    for (const char c : note.view(at)) figures += ascii_digit(c) ? 1U : 0U;
    const bool mixed = token.kind == Token::Kind::mixed && token.size() >= 6 && figures >= 2 && token.capital &&
                       (token.all_capital || token.size() - figures == 1) && !dose(note.view(at));
    if ((digits || mixed) && read_date(note, at).month == 0) {
        note.add(found, at, at, Type::id, Level::must_replace, "record_number");
    }
    const Chain chain = read_chain(note, at);  // no. 614/22
    if (token.number() && chain.letters == 0 && chain.slash && chain.digits >= 5 && read_date(note, at).month == 0) {
        note.add(found, at, chain.last, Type::id, Level::must_replace, "record_number");
    }
}

// "HSN 418 227 905": a label in capitals and a long number.
void find_labelled(const Note& note, std::size_t i, Candidates& found) {
    if (note.at(i).entry->has(Entry::clinical) || !note.joined(i + 1) || !note.at(i + 1).number()) return;
    const DigitRun run = read_run(note, i + 1);
    const char end = note.view(i).back();
    if (run.shaped(3, {2, 2, 2}) && run.groups.size() == 3 && run.separated_by(3, "-") && end == 'N' &&
        read_date(note, i + 1).month == 0) {
        note.add(found, i + 1, run.groups.back().token, Type::id, Level::must_replace,
                 "record_number");  // HRN 16-38-70
        return;
    }
    if (run.groups.size() < 2 || run.digits.size() < 8 || !run.separated_by(run.groups.size(), " -")) return;
    for (const DigitRun::Group& group : run.groups) {
        if (group.size < 3) return;
    }
    note.add(found, i + 1, run.groups.back().token, Type::id, Level::must_replace, "record_number");
}

// "card ends 4417", "Karte endet auf 4417".
void find_last_four(const Note& note, std::size_t i, Candidates& found) {
    if (note.view(i - 1) != "last" && note.view(i - 1) != "Last") return;
    std::size_t at = i + 1;
    const auto passes = [&note](std::size_t k) {
        return note.sign(k, ':') || note.sign(k, '(') || note.is(k, id_word | account_word | is_verb) ||
               note.view(k) == "of" || note.view(k) == "digits" || note.view(k) == "are" || note.view(k) == "her" ||
               note.view(k) == "his";
    };
    while (at < i + 7 && note.joined(at) && passes(at)) ++at;
    if (!note.joined(at) || !note.at(at).number() || note.at(at).size() != 4) return;
    const bool told = at > i + 1 || note.near_before(i, id_word | account_word, 4);
    if (told) note.add(found, at, at, Type::id, Level::must_replace, "record_number");
}

void find_card_end(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    if (note.view(at) == "in" || note.view(at) == "with" || note.view(at) == "auf") ++at;
    if (note.joined(at) && note.at(at).number() && note.at(at).size() == 4 && note.near_before(i, account_word, 4)) {
        note.add(found, at, at, Type::account, Level::must_replace, "account_number");
    }
}

void leave_classified(const Note& note, Candidates& found) {
    static const WordSet classes(
        "snomed cpt icd opcs loinc hcpcs atc coded codes ops drg kodiert catalogue catalog gtin sku udi");
    const auto classified = [&note](std::size_t i) {
        constexpr std::size_t reach = 8;
        for (std::size_t k = i, steps = 0; k > 0 && note.joined(k) && steps < reach; ++steps) {
            --k;
            if (classes.has(note.at(k))) return true;
            if ((note.view(k) == "cat" || note.view(k) == "Cat") && note.sign(k + 1, '.')) return true;
            const bool kit = (note.view(k) == "kit" || note.view(k) == "Kit") && note.is(k + 1, id_word);
            if (kit) return true;
            if (note.is(k, phone_word | account_word) || note.at(k).sentence_start) return false;
            if (note.is(k, id_word) && note.view(k) != "ref" && note.view(k) != "REF") return false;
        }
        return false;
    };
    std::erase_if(found, [&](const Candidate& one) {
        const std::string_view why = one.reason;
        const bool plain = why == "code" || why == "long_number" || why == "record_number" || why == "phone";
        return plain && classified(note.from(one.begin));
    });
}

}  // namespace covision::deid
