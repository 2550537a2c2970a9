// Tags words as parts of names, places and organisations by what stands around them: names that are in no list, too.
// From left to right, each word once; the label before counts among the features.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "server/deid/model.hpp"
#include "server/deid/note.hpp"
#include "server/deid/tagger_features.hpp"

namespace covision::deid {

struct Tagged {
    std::size_t first = 0, last = 0;  // tokens, both included
    Type type = Type::name;           // NAME, LOCATION or ORG
    // How much more the model says for it than for no name, on the mean of its words; a unit is 1/32 of a log-odd, so
    // 96 is about 20 to 1.
    int margin = 0;
    bool likely = false;  // the model says rather none: only in a note that holds identifiers for certain, margin <= 0
};

inline constexpr int score_unit = 32;

// Inside of a name one goes on with the same kind only.
inline bool may_follow(Label before, Label label) {
    const auto b = static_cast<unsigned>(before), l = static_cast<unsigned>(label);
    return l == 0 || (l & 1U) != 0 || b == l || b + 1 == l;
}

std::vector<Tagged> tag(const Note& note, const Model& model);

}  // namespace covision::deid
