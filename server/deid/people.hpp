// Who is who in a note: names that belong to one person get one code ("Client A"), the same all through the note.
#pragma once

#include <string>
#include <vector>

#include "server/deid/note.hpp"

namespace covision::deid {

// For each candidate of type name its code, best first; nothing for the others.
std::vector<std::vector<std::string>> name_people(const Note& note, const Candidates& settled);

// The last token that begins inside of the candidate; `first` is its first.
std::size_t last_token(const Note& note, const Candidate& candidate, std::size_t first);

}  // namespace covision::deid
