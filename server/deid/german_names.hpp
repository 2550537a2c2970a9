// Names of the German-speaking countries that the gazetteer, made from lists of elsewhere, lacks or thinks rare.
#pragma once

#include "server/deid/note.hpp"

namespace covision::deid {

// How usual the word is as a given or a family name, in the measure of Entry: what the gazetteer says, or 8 where it
// stands in a German sentence and in the list here.
int given_of(const Note& note, const Token& token);
int family_of(const Note& note, const Token& token);

}  // namespace covision::deid
