// The nouns that stand for places, institutions, numbers and jobs, fitted to the words around.
#pragma once

#include <string>

#include "server/deid/note.hpp"

namespace covision::deid {

// A noun as it is needed: with an article, or bare after one that stands in the text already. German: `one` with its
// article, `dative` after in, bei, aus; `feminine` after der, die; `neuter` after das, dem, im. No adjectives, as they
// would have to be inflected.
struct Noun {
    std::string_view article, noun;                  // English
    std::string_view one, dative, feminine, neuter;  // German
};

// Fits the noun to the word before token `token`: "the", an article, a German preposition.
std::string fitted(const Note& note, const Noun& noun, std::size_t token);

}  // namespace covision::deid
