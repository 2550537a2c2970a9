// Large employers and insurers that everybody knows: facts written down for this project from general knowledge.
#pragma once

#include <cstddef>

#include "server/deid/note.hpp"

namespace covision::deid {

// The last token of such a name that begins at the capital word i; size() when none does. Words that mean something
// else as well ("Target", "Chase") are not among them.
std::size_t known_employer(const Note& note, std::size_t i);

}  // namespace covision::deid
