#include <unordered_set>

#include "server/deid/deid.hpp"
#include "server/deid/fold.hpp"
#include "server/deid/note.hpp"
#include "server/deid/patterns.hpp"
#include "server/deid/people.hpp"
#include "server/deid/prepare.hpp"

namespace covision::deid {
namespace {

// Drops what the group does not want flagged: findings whose every word is one of its own words.
void pass_own_words(const Policy& policy, std::string_view text, Candidates& found) {
    if (policy.pass.empty()) return;
    std::unordered_set<std::string> passed;
    for (const std::string& own : policy.pass) passed.insert(folded(Prepared(own).text()));
    std::erase_if(found, [&](const Candidate& candidate) {
        return candidate.reason != std::string_view("own_word") &&
               passed.count(folded(text.substr(candidate.begin, candidate.end - candidate.begin))) > 0;
    });
}

// "Mi-sook", "Gulshan-e-Iqbal": the rest of a word with hyphens goes with its beginning.
void take_hyphenated(const Note& note, Candidates& found) {
    for (Candidate& candidate : found) {
        if (candidate.type != Type::name && candidate.type != Type::location) continue;
        if (candidate.end > candidate.begin + 1 && note.text[candidate.end - 1] == '-') --candidate.end;
        std::size_t next = token_at(note, candidate.end);
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

// "Client A" is what a name became: no name, and no part of one; "IBAN" is none either.
void leave_codes(const Note& note, Candidates& found) {
    std::erase_if(found, [&note](Candidate& candidate) {
        if (candidate.type != Type::name && candidate.type != Type::location && candidate.type != Type::org)
            return false;
        if (candidate.reason == std::string_view("own_word")) return false;
        std::size_t i = token_at(note, candidate.begin);
        const Token& word = note.at(i);
        const bool label_of_number = word.all_capital && word.end == candidate.end &&
                                     word.entry->is(id_word | account_word | phone_word | plate_word);
        if (label_of_number) return true;  // IBAN
        const bool single = word.end == candidate.end;
        const bool measured = single && word.size() <= 3 && note.at(i + 1).number() && candidate.level == Level::review;
        const bool capitals = single && candidate.type == Type::name && candidate.level == Level::review &&
                              word.all_capital && word.size() <= 5 && word.entry->given < 4 && word.entry->family < 6 &&
                              !note.is(i - 1, kin | title | label | called);  // WDWN
        const bool scale =
            note.sign(i + 1, '-') && note.glued(i + 2) && note.is(i + 2, eponym_after);  // Edinburgh-Skala
        if (capitals || (single && scale)) return true;
        // "the Bovie", "0 Vicryl", "Diabetes Mellitus": a thing by the word before it.
        const Token& lead = note.at(i - 1);
        const bool thing = note.joined(i) && i > 0 &&
                           (lead.number() || lead.entry->has(Entry::clinical) || note.view(lead) == "the" ||
                            note.view(lead) == "The" || note.view(lead) == "a" || note.view(lead) == "an");
        if (single && thing && !word.german && candidate.level == Level::review && !word.entry->known() &&
            candidate.type == Type::name) {
            return true;
        }
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
        if (after == token_at(note, candidate.begin)) return false;
        while (after < i && !note.tokens[after].word()) ++after;
        if (after >= i || note.tokens[after].entry->given + note.tokens[after].entry->family == 0) return true;
        candidate.begin = note.tokens[after].begin;
        return false;
    });
}

}  // namespace

struct Detector::Rules {
    const Lexicon& lexicon;
    const Model& model;
    Patterns patterns;
};

Detector::Detector(const Resources& resources) : rules_(new Rules{resources.lexicon(), resources.model(), {}}) {}
Detector::~Detector() = default;

std::vector<Finding> Detector::scan(std::string_view utf8, const Policy& policy) const {
    const Prepared prepared(utf8);
    Note note;
    note.text = prepared.text();
    note.strictness = policy.strictness;
    note.lexicon = &rules_->lexicon;
    note.model = &rules_->model;
    note.tokens = tokenise(note.text, rules_->lexicon);
    note.nothing.entry = &rules_->lexicon.find(0);
    note.nothing.line_start = note.nothing.space_before = true;
    note.german = mark_language(note.tokens);
    mark_codes(note.text, note.tokens);
    note.lower_style = lower_style(note.tokens);

    Candidates found;
    rules_->patterns.find(note, found);
    find_dates(note, found);
    find_ages(note, found);
    find_numbers(note, found);
    find_addresses(note, found);
    find_names(note, found);
    find_tagged(note, found);
    find_repeated(note, found);
    find_places(note, found);
    find_organisations(note, found);
    find_rarities(note, found);
    find_quotes(note, found);
    find_combinations(note, found);
    if (policy.strictness == Strictness::strict_us) find_seasons(note, found);
    find_own_words(note, policy, found);
    pass_own_words(policy, note.text, found);
    leave_codes(note, found);
    take_hyphenated(note, found);
    raise_repeated(note, found);
    const std::size_t before = found.size();
    const Candidates first = settle(found);
    find_variants(note, first, found);
    spread_names(note, found.size() == before ? first : settle(found), found);
    if (found.size() != before) {
        pass_own_words(policy, note.text, found);
        leave_codes(note, found);
    }
    Candidates settled = settle(std::move(found));
    if (policy.strictness != Strictness::standard) {
        for (Candidate& candidate : settled) candidate.level = Level::must_replace;
    }

    std::vector<std::vector<std::string>> proposals = propose(note, settled);
    std::vector<Finding> findings;
    findings.reserve(settled.size());
    for (std::size_t i = 0; i < settled.size(); ++i) {
        const Candidate& one = settled[i];
        findings.push_back({prepared.origin_begin(one.begin), prepared.origin_end(one.end), one.type, one.level,
                            std::string(one.reason), std::move(proposals[i])});
    }
    return findings;
}

std::string apply(std::string_view utf8, const std::vector<Finding>& findings) {
    std::string result;
    result.reserve(utf8.size());
    std::size_t at = 0, point = 0;
    // Moves on to a code point, keeping what it passes or not.
    auto advance = [&](std::size_t to, bool keep) {
        const std::size_t from = at;
        while (at < utf8.size() && point < to) {
            ++at;
            while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xc0) == 0x80) ++at;
            ++point;
        }
        if (keep) result += utf8.substr(from, at - from);
    };
    for (const Finding& finding : findings) {
        if (finding.proposals.empty() || finding.start < point) continue;
        advance(finding.start, true);
        advance(finding.end, false);
        result += finding.proposals.front();
    }
    result += utf8.substr(at);
    return result;
}

}  // namespace covision::deid
