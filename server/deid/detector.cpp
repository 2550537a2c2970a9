#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "server/deid/deid.hpp"
#include "server/deid/figures.hpp"
#include "server/deid/fold.hpp"
#include "server/deid/note.hpp"
#include "server/deid/patterns.hpp"
#include "server/deid/prepare.hpp"
#include "server/deid/prior.hpp"

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
    note.cut();
    note.german = mark_language(note.tokens);
    mark_codes(note.text, note.tokens);
    note.lower_style = lower_style(note.tokens);
    note.day_order = day_order(note);

    Candidates found;
    rules_->patterns.find(note, found);
    find_dates(note, found);
    find_ages(note, found);
    find_numbers(note, found);
    find_addresses(note, found);
    find_names(note, found);
    note.prior = prior(note, found);
    find_tagged(note, found);
    find_repeated(note, found);
    find_acting(note, found);
    find_places(note, found);
    find_organisations(note, found);
    find_rarities(note, found);
    find_quotes(note, found);
    find_combinations(note, found);
    if (policy.strictness == Strictness::strict_us) find_seasons(note, found);
    if (note.prior == Prior::dense) find_likely(note, found);
    find_own_words(note, policy, found);
    pass_own_words(policy, note.text, found);
    leave_codes(note, found);
    take_towns(note, found);
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
    Candidates quotes;
    std::copy_if(found.begin(), found.end(), std::back_inserter(quotes),
                 [](const Candidate& one) { return one.reason == std::string_view("direct_speech"); });
    Candidates settled = settle(std::move(found));
    join_names(note, settled);
    part_quotes(note, quotes, settled);
    if (policy.strictness != Strictness::standard) {
        for (Candidate& candidate : settled) candidate.level = Level::must_replace;
    }

    std::vector<std::vector<std::string>> proposals = propose(note, settled);
    std::vector<Finding> findings;
    findings.reserve(settled.size());
    for (std::size_t i = 0; i < settled.size(); ++i) {
        const Candidate& one = settled[i];
        // What was one sign with its accents is so again: two findings that meet in it would both take it.
        const auto begin = std::max(prepared.origin_begin(one.begin), findings.empty() ? 0 : findings.back().end);
        const auto end = prepared.origin_end(one.end);
        if (begin >= end) continue;
        findings.push_back({begin, end, one.type, one.level, std::string(one.reason), std::move(proposals[i])});
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
