#include "server/deid/prior.hpp"

#include <algorithm>
#include <vector>

#include "server/deid/fold.hpp"

namespace covision::deid {

Prior prior(const Note& note, const Candidates& found) {
    std::vector<std::uint64_t> certain;  // each text once: a name that comes ten times is one
    std::size_t by_form = 0;             // the others may be whom an instrument is called after
    for (const Candidate& one : found) {
        if (one.level != Level::must_replace) continue;
        const bool untitled = one.type == Type::name && one.reason != std::string_view("title_and_name");
        by_form += untitled || one.type == Type::location ? 0U : 1U;
        certain.push_back(folded_hash(note.text.substr(one.begin, one.end - one.begin)));
    }
    std::sort(certain.begin(), certain.end());
    const auto different = std::unique(certain.begin(), certain.end()) - certain.begin();
    std::size_t words = 0, terms = 0;
    for (const Token& token : note.tokens) {
        if (token.kind == Token::Kind::sign || token.kind == Token::Kind::clitic) continue;
        ++words;
        terms += term_of_trade(token) ? 1U : 0U;
    }
    return prior(static_cast<std::size_t>(different), by_form, words, terms);
}

}  // namespace covision::deid
