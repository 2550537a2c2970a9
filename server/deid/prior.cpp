#include "server/deid/prior.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

// A term, or what stands between terms: a figure, "L4", "RVEF", yet not the label of an identifier.
bool technical(const Token& token) {
    constexpr std::uint64_t labels = id_word | phone_word | account_word | plate_word | title | label | birth;
    if (token.entry->is(labels)) return false;
    const bool letters = token.all_capital && token.size() <= 5 && token.entry->given == 0 && token.entry->family == 0;
    return letters || token.number() || token.kind == Token::Kind::mixed || term_of_trade(token);
}

// "Bed 1 Fiona", "Tomasz, day 2": a first name where a list has one; instruments are called after family names.
bool in_list(const Note& note, const Candidate& one) {
    const std::size_t i = note.from(one.begin);
    const Entry& e = *note.at(i).entry;
    if (!note.at(i).sentence_start && !note.at(i - 1).number()) return false;
    return e.given >= 6 && e.given > e.family + 2;
}

std::size_t different(std::vector<std::uint64_t>& texts) {
    std::sort(texts.begin(), texts.end());
    return static_cast<std::size_t>(std::unique(texts.begin(), texts.end()) - texts.begin());
}

}  // namespace

Prior prior(const Note& note, const Candidates& found) {
    std::vector<std::uint64_t> texts, speaking, listed;  // each once: a name that comes ten times is one
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
    Counts counts;
    for (const Candidate& one : found) {
        if (one.level != Level::must_replace) continue;
        spans.emplace_back(one.begin, one.end);
        const std::uint64_t text = folded_hash(note.text.substr(one.begin, one.end - one.begin));
        texts.push_back(text);
        const bool untitled = one.type == Type::name && one.reason != std::string_view("title_and_name");
        counts.by_form += untitled || one.type == Type::location ? 0U : 1U;
        if (!untitled || speaks_for_itself(note, one)) {
            speaking.push_back(text);
        } else if (in_list(note, one)) {
            listed.push_back(text);
        }
    }
    counts.certain = different(texts);
    counts.speaking = different(speaking);
    counts.listed = different(listed);
    std::sort(spans.begin(), spans.end());
    std::size_t next = 0;
    for (const Token& token : note.tokens) {
        if (token.kind == Token::Kind::sign || token.kind == Token::Kind::clitic) continue;
        ++counts.words;
        counts.terms += term_of_trade(token) ? 1U : 0U;
        while (next < spans.size() && spans[next].second <= token.begin) ++next;
        const bool identifier = next < spans.size() && spans[next].first < token.end;
        counts.technical += !identifier && technical(token) ? 1U : 0U;
    }
    return prior(counts);
}

}  // namespace covision::deid
