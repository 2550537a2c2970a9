// Which words may stand together in one name.
#pragma once

#include "server/deid/note.hpp"

namespace covision::deid {

// Words that may stand in one name, from token i on.
struct Parts {
    std::size_t count = 0;
    std::size_t at[6] = {};
    std::size_t first() const { return at[0]; }
    std::size_t last() const { return at[count - 1]; }
};

// A single capital letter.
inline bool initial(const Note& note, std::size_t i) {
    return note.at(i).size() == 1 && note.at(i).capital && note.at(i).word();
}
// A capitalised word that may be part of a name.
bool name_word(const Note& note, std::size_t i);
// The words from token i on: given names, initials, von and van, parts joined by hyphens. Empty when it begins with
// none.
Parts read_parts(const Note& note, std::size_t i);

// A title at token i and the name after it. Returns the last token taken, or i when there is none.
std::size_t find_titled(const Note& note, std::size_t i, Candidates& found);

// Token i is the name after a German rank: "OÄ Finkbeiner".
bool ranked(const Note& note, std::size_t i);

// "Karl-Marx-Stadt", "Tante-Emma-Laden": a German compound names a thing unless all its parts are names.
bool in_compound(const Note& note, std::size_t i);
// "Intra-aortic": a word of no list that goes on in lower case after its hyphen.
bool half_word(const Note& note, std::size_t i);
// "Parteilichkeit", "Sitzungen": formed as German nouns are.
bool noun_form(std::string_view word);

// "Mr K.", "K. closed his eyes": part of find_names().
void find_initials(const Note& note, Candidates& found);

}  // namespace covision::deid
