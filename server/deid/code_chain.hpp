// Letters and digits without a space between, joined by - / . _ : what a code is written as.
#pragma once

#include <cstddef>
#include <string>

#include "server/deid/note.hpp"

namespace covision::deid {

struct Chain {
    std::size_t last = 0;  // token
    std::string compact;   // letters and digits in the text's case
    std::size_t digits = 0, letters = 0, longest_word = 0, groups = 0;
    bool capitals = true;  // every letter
    bool slash = false, dot = false, hyphen = false, underscore = false;
};

// The chain that begins at token i; at most 14 tokens.
Chain read_chain(const Note& note, std::size_t i);
// Token i joins what stands before and after it.
bool glue_sign(const Note& note, std::size_t i);
// A measure: "1000mg", "5000IU", "100k".
bool dose(std::string_view text);

}  // namespace covision::deid
