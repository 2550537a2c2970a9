// Words of German notes that somebody's name follows: short forms of ranks and roles, kin in their cases, animals.
#pragma once

#include "server/deid/note.hpp"

namespace covision::deid {

// Before token i, over a full stop, a colon or an opening bracket, stands who is named: "Nachb. Ilse", "Prot.: Gesa",
// "des Bruders (Zbyszek)". German sentences only.
bool person_before(const Note& note, std::size_t i);

// "OÄ Finkbeiner", "Ri Sauerwein", "Fam. Pietsch": a rank or a family, and then nothing but a name. The token before
// the name, or i.
std::size_t rank_before(const Note& note, std::size_t i);

}  // namespace covision::deid
