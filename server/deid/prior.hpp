// How much a note that holds certain identifiers already speaks for the doubtful ones.
#pragma once

#include <cstddef>

#include "server/deid/note.hpp"

namespace covision::deid {

// Does a note of so many words with so many different certain identifiers hold more of them than what was found for
// sure? Grows with `certain`, and a further identifier of up to 50 words never makes it false: a letterhead and a few
// names do, two names in a long reflection do not.
constexpr bool holds_identifiers(std::size_t certain, std::size_t words) {
    constexpr std::size_t least = 3, words_each = 50;
    return certain >= least && certain * words_each >= words;
}

// The same of a note and what the rules of form and the names found in it.
bool holds_identifiers(const Note& note, const Candidates& found);

// Only in such a note, and only for review: what stands as a name, a day or an employer would.
void find_likely(const Note& note, Candidates& found);

}  // namespace covision::deid
