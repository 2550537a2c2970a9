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

// "words to that effect", "sinngemäße Worte": the rest of the quotation is told already.
bool retold(const Note& note, std::size_t k) {
    const std::string_view word = note.view(k);
    if (word == "effect") return note.view(k - 1) == "that" && note.view(k - 2) == "to" && note.view(k - 3) == "words";
    return word == "Worte" && note.view(k - 1).substr(1) == "inngemäße";
}

// The closing sign, or the number of tokens when the paragraph ends before.
std::size_t closing(const Note& note, std::size_t i, std::size_t& words) {
    const std::string_view open = note.view(i);
    words = 0;
    for (std::size_t k = i + 1; k < note.size() && k < i + reach; ++k) {
        const Token& token = note.tokens[k];
        if (token.paragraph_start) break;
        if (token.code) return note.size();  // who said it is hidden already, and what was hidden belongs to the words
        if (stands_for_number(note, k) || retold(note, k)) return note.size();  // and so was a number
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

// How many words a proposal may have: a name's code and what stands for a number end the quotation when it is read
// again.
std::size_t proposed_words(const Candidate& one) {
    const bool ends = one.type == Type::name || one.type == Type::phone || one.type == Type::id ||
                      one.type == Type::account || one.type == Type::plate;
    return ends ? 0 : 6;
}

// What is certain in a quotation wins over it; the longest part beside it is still for review.
void part_quotes(const Note& note, const Candidates& quotes, Candidates& settled) {
    const auto earlier = [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; };
    Candidates parts;
    for (const Candidate& quote : quotes) {
        const auto inside = [&quote](const Candidate& one) { return one.begin < quote.end && one.end > quote.begin; };
        auto first = std::lower_bound(settled.begin(), settled.end(), quote, earlier);
        if (first != settled.begin() && inside(*(first - 1))) --first;
        if (first == settled.end() || !inside(*first) || (first->begin <= quote.begin && first->end >= quote.end))
            continue;
        const auto after = std::find_if_not(first, settled.end(), inside);
        Candidate longest;
        std::size_t most = 0, all = 0, first_token = note.from(quote.begin) + 1;
        for (auto next = first;; ++next) {
            std::size_t last = note.from(next == after ? quote.end : next->begin), words = 0;
            if (next == after && last > 0) --last;  // the sign that closes
            while (last > first_token && note.at(last - 1).kind == Token::Kind::sign) --last;
            while (first_token < last && note.at(first_token).kind != Token::Kind::word) ++first_token;
            for (std::size_t k = first_token; k < last; ++k) words += note.at(k).word() ? 1U : 0U;
            if (words > most) {
                most = words;
                longest = {note.at(first_token).begin, note.at(last - 1).end, Type::rare, Level::review,
                           "direct_speech"};
            }
            all += words;
            if (next == after) break;
            all += proposed_words(*next);
            first_token = note.from(next->end);
        }
        if (all <= most_words) continue;
        parts.push_back(longest);
    }
    const auto middle = static_cast<std::ptrdiff_t>(settled.size());
    settled.insert(settled.end(), parts.begin(), parts.end());
    std::inplace_merge(settled.begin(), settled.begin() + middle, settled.end(), earlier);
}

}  // namespace covision::deid
