// Direct speech of more than twelve words: people are known by how they say things.
#include <algorithm>

#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

constexpr std::size_t most_words = 12, reach = 400;

// What closes a quotation that a sign opens; a sign of the language, several where countries differ.
bool closes(std::string_view open, std::string_view sign) {
    if (open == "\"") return sign == "\"";
    if (open == "“") return sign == "”" || sign == "“" || sign == "\"";
    if (open == "„") return sign == "“" || sign == "”" || sign == "\"";
    if (open == "«") return sign == "»";
    if (open == "»") return sign == "«";
    if (open == "‚") return sign == "'" || sign == "‘";
    if (open == "‹") return sign == "›";
    if (open == "›") return sign == "‹";
    return open == "'" && sign == "'";
}

bool opening(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (token.kind != Token::Kind::sign || !note.glued(i + 1)) return false;
    const std::string_view sign = note.view(i);
    const bool apart = token.space_before || token.line_start || note.at(i - 1).kind == Token::Kind::sign;
    if (sign == "\"" || sign == "“" || sign == "'") return apart;
    // » and « open in German and French turned the other way.
    if (sign == "»" || sign == "«" || sign == "›" || sign == "‹") return apart;
    return sign == "„" || sign == "‚";
}

// "a phone number", "eine Kennung": what is proposed instead of one.
bool stands_for_number(const Note& note, std::size_t k) {
    const std::string_view article = note.view(k - 1), word = note.view(k);
    if (article == "a") return word == "phone" || word == "reference" || word == "bank" || word == "licence";
    return (article == "eine" && (word == "Telefonnummer" || word == "Kennung" || word == "Bankverbindung")) ||
           (article == "ein" && word == "Kennzeichen");
}

// The closing sign, or the number of tokens when the paragraph ends before.
std::size_t closing(const Note& note, std::size_t i, std::size_t& words) {
    const std::string_view open = note.view(i);
    words = 0;
    for (std::size_t k = i + 1; k < note.size() && k < i + reach; ++k) {
        const Token& token = note.tokens[k];
        if (token.paragraph_start) break;
        if (token.code) return note.size();  // who said it is hidden already, and what was hidden belongs to the words
        if (stands_for_number(note, k)) return note.size();  // and so was a number
        if (token.kind == Token::Kind::sign) {
            const bool ends_word = note.glued(k);
            const bool single = open == "'" && note.glued(k + 1) && note.at(k + 1).kind != Token::Kind::sign;
            if (ends_word && !single && closes(open, note.view(k))) return k;
        } else if (token.kind != Token::Kind::clitic) {
            ++words;
        }
    }
    return note.size();
}

}  // namespace

void find_quotes(const Note& note, Candidates& found) {
    std::vector<std::uint32_t> hidden;  // where a place or an employer will be two words longer
    for (const Candidate& one : found) {
        if (one.type == Type::location || one.type == Type::org) hidden.push_back(one.begin);
    }
    std::sort(hidden.begin(), hidden.end());
    hidden.erase(std::unique(hidden.begin(), hidden.end()), hidden.end());
    auto before = [&hidden](std::uint32_t at) { return std::lower_bound(hidden.begin(), hidden.end(), at); };
    for (std::size_t i = 0; i + 2 < note.size(); ++i) {
        if (!opening(note, i)) continue;
        std::size_t words = 0;
        const std::size_t end = closing(note, i, words);
        if (end >= note.size()) continue;
        words += 2 * static_cast<std::size_t>(before(note.tokens[end].begin) - before(note.tokens[i].begin));
        if (words > most_words) note.add(found, i, end, Type::rare, Level::review, "direct_speech");
        i = end;
    }
}

}  // namespace covision::deid
