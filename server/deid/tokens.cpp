#include "server/deid/tokens.hpp"

#include <utf8proc.h>

#include <array>

#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

enum Sign : std::uint8_t { other, lower, upper, digit, space, newline, wide };

constexpr std::array<Sign, 256> sign_table() {
    std::array<Sign, 256> table{};
    for (int c = 0; c < 256; ++c) {
        Sign sign = other;
        if (c >= 'a' && c <= 'z') sign = lower;
        if (c >= 'A' && c <= 'Z') sign = upper;
        if (c >= '0' && c <= '9') sign = digit;
        if (c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r') sign = space;
        if (c == '\n') sign = newline;
        if (c >= 0x80) sign = wide;
        table[static_cast<std::size_t>(c)] = sign;
    }
    return table;
}
constexpr auto signs = sign_table();

struct Read {
    Sign sign = other;
    std::uint32_t size = 1;
};

// The text is valid UTF-8 here.
Read read_wide(std::string_view text, std::size_t at) {
    utf8proc_int32_t point = 0;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &point);
    if (used <= 0) return {other, 1};
    const auto size = static_cast<std::uint32_t>(used);
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT: return {upper, size};
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC: return {lower, size};
        case UTF8PROC_CATEGORY_ZS: return {space, size};
        default: return {other, size};
    }
}

inline Read read(std::string_view text, std::size_t at) {
    const Sign sign = signs[static_cast<unsigned char>(text[at])];
    return sign == wide ? read_wide(text, at) : Read{sign, 1};
}

bool letter(Sign sign) { return sign == lower || sign == upper; }

bool clitic(std::string_view rest) {
    return rest == "'s" || rest == "'S" || rest == "'ll" || rest == "'d" || rest == "'ve" || rest == "'re" ||
           rest == "'m";
}

// After which signs the next word begins a sentence.
bool ends_sentence(std::string_view text, const std::vector<Token>& tokens, char sign) {
    if (sign == '!' || sign == '?') return true;
    if (sign != '.') return false;
    if (tokens.empty()) return true;
    const Token& last = tokens.back();
    if (last.space_before && last.word() && last.size() == 1 && last.capital) return false;  // an initial
    const bool ordinary = last.entry->word > 0 || last.entry->has(Entry::german_word);
    if (last.size() <= 4 && (last.entry->is(title | birth) || (last.entry->is(phone_word) && last.capital) ||
                             (last.entry->is(phone_word | id_word) && !ordinary))) {
        return false;  // Dr. Tel. Az.
    }
    const std::string_view word = text.substr(last.begin, last.size());
    return !(word == "z" || word == "B" || word == "e" || word == "g" || word == "i" || word == "ca" || word == "St");
}

class Tokeniser {
public:
    Tokeniser(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {
        tokens_.reserve(text.size() / 4 + 8);
        nothing_ = &lexicon.find(0);
    }

    std::vector<Token> run() {
        std::size_t at = 0;
        while (at < text_.size()) {
            const Read first = read(text_, at);
            if (first.sign == space) {
                space_ = true;
                at += first.size;
            } else if (first.sign == newline) {
                ++lines_;
                space_ = sentence_ = true;
                ++at;
            } else if (letter(first.sign) || first.sign == digit) {
                at = word(at);
            } else {
                sign(at, first.size);
                at += first.size;
            }
        }
        look_up();
        return std::move(tokens_);
    }

private:
    // Words are looked up some at a time, as late as the next full stop: by then the lexicon's lines are near.
    void look_up() {
        for (; known_ < tokens_.size(); ++known_) {
            Token& token = tokens_[known_];
            if (token.hash != 0) token.entry = &lexicon_.find(token.hash);
        }
    }

    Token& add(std::size_t begin, std::size_t end, Token::Kind kind) {
        Token token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        token.kind = kind;
        token.entry = nothing_;
        token.space_before = space_;
        token.line_start = lines_ > 0;
        token.paragraph_start = lines_ > 1;
        space_ = false;
        lines_ = 0;
        tokens_.push_back(token);
        return tokens_.back();
    }

    void sign(std::size_t at, std::size_t size) {
        const char c = size == 1 ? text_[at] : '\0';
        if (c == '.') look_up();
        const bool spaced = at + size >= text_.size() || text_[at + size] == ' ' || text_[at + size] == '\n' ||
                            text_[at + size] == '\r' || text_[at + size] == '"';
        if (spaced && ends_sentence(text_, tokens_, c)) sentence_ = true;
        const std::size_t count = tokens_.size();
        code_stop_ = spaced && c == '.' && count > 1 && tokens_[count - 1].size() == 1 && tokens_[count - 1].capital &&
                     tokens_[count - 2].entry->is(kin | staff | title | label);
        add(at, at + size, Token::Kind::sign);
    }

    std::size_t word(std::size_t begin) {
        std::size_t at = begin, apostrophe = 0;
        std::size_t letters = 0, capitals = 0, digits = 0;
        bool capital = false;
        while (at < text_.size()) {
            while (at < text_.size() && signs[static_cast<unsigned char>(text_[at])] == lower) ++at, ++letters;
            if (at == text_.size()) break;
            const Read next = read(text_, at);
            if (next.sign == other && text_[at] == '\'' && at + 1 < text_.size() && letters > 0 &&
                letter(read(text_, at + 1).sign)) {
                apostrophe = at;
                ++at;
                continue;
            }
            if (!letter(next.sign) && next.sign != digit) break;
            if (next.sign == digit) ++digits;
            if (letter(next.sign)) ++letters;
            if (next.sign == upper) {
                ++capitals;
                if (at == begin) capital = true;
            }
            at += next.size;
        }
        std::size_t end = at;
        if (apostrophe != 0 && clitic(text_.substr(apostrophe, at - apostrophe))) {
            end = apostrophe;
            --letters;
        }
        const auto kind = digits == 0 ? Token::Kind::word : letters == 0 ? Token::Kind::number : Token::Kind::mixed;
        Token& token = add(begin, end, kind);
        token.capital = capital;
        token.all_capital = letters > 1 && capitals >= letters;
        if (kind != Token::Kind::number) {
            token.hash = folded_hash(text_.substr(begin, end - begin));
            lexicon_.prefetch(token.hash);
        }
        token.sentence_start = sentence_ || tokens_.size() == 1;
        if (code_stop_) {  // "Client A. She cried." but "Dr A. Miller"
            look_up();
            const Entry& e = *token.entry;
            const bool ordinary = e.word > 0 || e.has(Entry::german_word) || e.has(Entry::clinical) || e.classes != 0;
            token.sentence_start = ordinary || !capital;
        }
        sentence_ = code_stop_ = false;
        if (end < at) add(end, at, Token::Kind::clitic);
        return at;
    }

    std::string_view text_;
    const Lexicon& lexicon_;
    const Entry* nothing_ = nullptr;
    std::vector<Token> tokens_;
    std::size_t known_ = 0;  // so many of them are looked up
    bool space_ = true;
    bool sentence_ = true;
    bool code_stop_ = false;  // the full stop stands after what may be a code
    int lines_ = 2;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text, const Lexicon& lexicon) { return Tokeniser(text, lexicon).run(); }

namespace {

// How much a word speaks for German (above 0) or English (below 0). Function words tell most.
int german_weight(const Token& token) {
    const Entry& e = *token.entry;
    if (e.is(german)) return e.is(english) ? 0 : 4;
    if (e.is(english)) return -4;
    if (!token.word()) return 0;
    if (e.has(Entry::german_word)) return e.word == 0 ? 1 : 0;
    return e.word >= 3 ? -1 : 0;
}

}  // namespace

bool mark_language(std::vector<Token>& tokens) {
    int whole = 0;
    for (const Token& token : tokens) whole += german_weight(token);
    const bool note_german = whole > 0;
    for (std::size_t first = 0; first < tokens.size();) {
        int balance = german_weight(tokens[first]);
        std::size_t last = first + 1;
        for (; last < tokens.size() && !tokens[last].sentence_start; ++last) balance += german_weight(tokens[last]);
        // A few words, as a heading or a list, speak the language of their note.
        const bool is_german = balance > -3 && balance < 3 ? note_german : balance > 0;
        for (std::size_t i = first; i < last; ++i) tokens[i].german = is_german;
        first = last;
    }
    return note_german;
}

bool lower_style(const std::vector<Token>& tokens) {
    std::size_t sentences = 0, capitals = 0;
    for (const Token& token : tokens) {
        if (!token.word() || !token.sentence_start) continue;
        ++sentences;
        capitals += token.capital ? 1U : 0U;
    }
    return sentences >= 4 && capitals * 5 < sentences * 2;
}

}  // namespace covision::deid
