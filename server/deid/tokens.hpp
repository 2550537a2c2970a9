// A note cut into words, numbers and signs, each looked up once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/deid/lexicon.hpp"

namespace covision::deid {

struct Token {
    enum class Kind : std::uint8_t { word, number, mixed /* letters and digits */, sign, clitic /* 's, 'll */ };

    std::uint32_t begin = 0, end = 0;  // bytes of the prepared text
    std::uint64_t hash = 0;            // of the folded word
    const Entry* entry = nullptr;      // never null
    Kind kind = Kind::sign;
    bool capital = false;          // first letter
    bool all_capital = false;      // two letters or more
    bool space_before = false;     // or at the beginning of a line
    bool line_start = false;       //
    bool paragraph_start = false;  // an empty line or nothing before it
    bool sentence_start = false;   // the first word after . ! ? or at the beginning of a line
    bool german = false;           // stands in a German sentence
    bool code = false;             // of "Client A", "her sister B": a person's code, or the word before it

    bool word() const { return kind == Kind::word; }
    bool number() const { return kind == Kind::number; }
    std::uint32_t size() const { return end - begin; }
};

std::vector<Token> tokenise(std::string_view text, const Lexicon& lexicon);

// Sets Token::german by sentence, undecided sentences by the whole note; tells whether the note is rather German.
bool mark_language(std::vector<Token>& tokens);

// Do sentences mostly begin in lower case?
bool lower_style(const std::vector<Token>& tokens);
// Says who somebody is to another, beside the closed classes, from which the tagger has learnt: "Gattin", "keyworker".
bool relation_word(const Token& token);
// Sets Token::code.
void mark_codes(std::string_view text, std::vector<Token>& tokens);

}  // namespace covision::deid
