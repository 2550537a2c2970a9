// What speaks for a word being somebody's name: the word itself and what stands around it.
#pragma once

#include "server/deid/note.hpp"

namespace covision::deid {

// What stands around, added up: 0 nothing, 1 a hint, 2 likely, 3 and more strong ("her sister …", "… said").
int evidence(const Note& note, std::size_t first, std::size_t last);
// The same of what stands before it only.
int evidence_before(const Note& note, std::size_t first);

// "24 Fr Robinson": how wide a drain is, no title.
bool french_size(const Note& note, std::size_t i);

// "Kessler MD", "Kessler x51668": what only people have stands after it.
bool with_degree(const Note& note, std::size_t last);

// Token i is what follows "Regards," or "Mit freundlichen Grüßen" on the next line.
bool signed_line(const Note& note, std::size_t i);

// The word has no other meaning in the language of its sentence.
bool clean(const Token& token);
// Never part of a name.
bool blocked(const Note& note, std::size_t i);
// "Parkinson's disease", "Beck Depression Inventory": the words i..last name a thing.
bool names_a_thing(const Note& note, std::size_t last);

}  // namespace covision::deid
