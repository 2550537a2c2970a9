#include "server/deid/code_chain.hpp"

#include <algorithm>
#include <array>

#include "server/deid/digits.hpp"
#include "server/deid/fold.hpp"

namespace covision::deid {

bool glue_sign(const Note& note, std::size_t i) {
    return note.glued(i) && (note.sign(i, '-') || note.sign(i, '/') || note.sign(i, '.') || note.sign(i, '_'));
}

namespace {

void take(const Note& note, std::size_t k, Chain& chain) {
    const Token& token = note.tokens[k];
    const std::string_view text = note.view(token);
    for (const char c : text) {
        if (ascii_digit(c)) {
            ++chain.digits;
        } else {
            ++chain.letters;
            chain.capitals = chain.capitals && ascii_capital(c);
        }
    }
    if (token.word()) chain.longest_word = std::max<std::size_t>(chain.longest_word, token.size());
    chain.compact += text;
    ++chain.groups;
    chain.last = k;
}

}  // namespace

Chain read_chain(const Note& note, std::size_t i) {
    Chain chain;
    chain.last = i;
    for (std::size_t k = i; k < note.size() && k < i + 14 && chain.compact.size() < 40; ++k) {
        if (k > i && !note.glued(k)) break;
        const Token& token = note.tokens[k];
        if (token.kind == Token::Kind::sign) {
            if (!glue_sign(note, k) || !note.glued(k + 1) || note.at(k + 1).kind == Token::Kind::sign) break;
            chain.slash = chain.slash || note.sign(k, '/');
            chain.dot = chain.dot || note.sign(k, '.');
            chain.hyphen = chain.hyphen || note.sign(k, '-');
            chain.underscore = chain.underscore || note.sign(k, '_');
            continue;
        }
        if (token.kind == Token::Kind::clitic) break;
        take(note, k, chain);
    }
    return chain;
}

bool dose(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && ascii_digit(text[at])) ++at;
    if (at == 0 || at == text.size() || at > 7) return false;
    if (at < 5 && text.size() - at <= 4) return true;
    const std::string unit = folded(text.substr(at));
    constexpr std::array<std::string_view, 22> units = {"mg",  "ml", "mcg", "ug", "g",   "kg",   "iu", "ie",
                                                        "me",  "x",  "km",  "m",  "cm",  "mm",   "h",  "min",
                                                        "sec", "hz", "ms",  "k",  "eur", "units"};
    return std::find(units.begin(), units.end(), unit) != units.end();
}

}  // namespace covision::deid
