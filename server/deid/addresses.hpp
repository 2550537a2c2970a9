// Parts of an address that several rules read. Internal to the de-identifier.
#pragma once

#include "server/deid/note.hpp"

namespace covision::deid {

// "12", "12a", not "14th" or "20mg".
bool house_number(const Note& note, std::size_t i);
// Flat 3, a town, a state with its ZIP, a postcode: the last token of whatever goes on with the address after `last`.
std::size_t with_town(const Note& note, std::size_t last);
// "12 rue de la Paix", "ul. Długa 44/50", "Karl Johans gate 12", "Storgatan 5": where a street of another language than
// English or German has its word or its ending at token i.
void find_foreign_street(const Note& note, std::size_t i, Candidates& found);

}  // namespace covision::deid
