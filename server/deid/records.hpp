// Numbers that mix letters and digits, or that a word before them explains. Each looks at token i.
#pragma once

#include "server/deid/note.hpp"

namespace covision::deid {

// "MRN: 48-2213", "Patient ID is A7731", "Fallnr. 2024-118834": token i is the word for a record.
void find_record(const Note& note, std::size_t i, Candidates& found);
// Is token i a word after which a number of somebody follows, by class or by form ("…nummer", "Gesch.-Nr.")?
bool record_word(const Note& note, std::size_t i);
// A code of letters and digits that begins at token i: "A1234567", "1EG4-TE5-MK73", a plate after "reg".
// Returns the last token taken, or i when nothing was.
std::size_t find_code(const Note& note, std::size_t i, Candidates& found);
// The same after "no.", "Nr.", "code" alone; after a label in capitals; and the end of a card's number.
void find_numbered(const Note& note, std::size_t i, Candidates& found);
void find_labelled(const Note& note, std::size_t i, Candidates& found);
void find_card_end(const Note& note, std::size_t i, Candidates& found);
// "SSN last four 4412", "last 4 of her card: 4412": token i is the four.
void find_last_four(const Note& note, std::size_t i, Candidates& found);
// "insta: quiet_river88": a user name after the word for its network.
void find_handle(const Note& note, std::size_t i, Candidates& found);

// "gate code 4471", "PIN is 0912", "Kennwort: Hase33". Where token i is none of these words, nothing.
void find_key(const Note& note, std::size_t i, Candidates& found);
// "CPT code", "area code": token i is "code", and what it says is no secret.
bool public_code(const Note& note, std::size_t i);
// "ext. 4417", "pager 51668"; "x51668" where token i is that word.
void find_extension(const Note& note, std::size_t i, Candidates& found);
// "interpreter #902102": token i is the "#".
void find_hash_number(const Note& note, std::size_t i, Candidates& found);
// "Coded T04020 M85003", "cat. no. 130-093-547": what all use for the same thing is nobody's number.
void leave_classified(const Note& note, Candidates& found);
// "lot W00275".
void find_batch(const Note& note, std::size_t i, Candidates& found);

}  // namespace covision::deid
