#include "server/deid/prior.hpp"

#include <algorithm>
#include <vector>

#include "server/deid/fold.hpp"

namespace covision::deid {

bool holds_identifiers(const Note& note, const Candidates& found) {
    std::vector<std::uint64_t> certain;  // each text once: a name that comes ten times is one
    for (const Candidate& one : found) {
        if (one.level != Level::must_replace) continue;
        certain.push_back(folded_hash(note.text.substr(one.begin, one.end - one.begin)));
    }
    std::sort(certain.begin(), certain.end());
    const auto different = std::unique(certain.begin(), certain.end()) - certain.begin();
    const auto words = std::count_if(note.tokens.begin(), note.tokens.end(), [](const Token& token) {
        return token.word() || token.number() || token.kind == Token::Kind::mixed;
    });
    return holds_identifiers(static_cast<std::size_t>(different), static_cast<std::size_t>(words));
}

}  // namespace covision::deid
