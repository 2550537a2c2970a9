// How much a note that holds certain identifiers already speaks for the doubtful ones.
#pragma once

#include <cstddef>

#include "server/deid/note.hpp"

namespace covision::deid {

// What a note is full of, by its words, by those of them that are terms of the trade, and by its different certain
// identifiers, those among them known by their form or a title apart. A letterhead and a few names make it dense: what
// looks like a name there rather is one. Hardly any in a text of terms make it bare: an unknown word there rather is a
// brand, a score or an instrument. A further identifier of up to 50 words never leads away from dense, nor towards
// bare.
constexpr Prior prior(std::size_t certain, std::size_t by_form, std::size_t words, std::size_t terms) {
    constexpr std::size_t least = 3, words_each = 50, by_form_least = 2, words_each_short = 40,
                          words_each_by_form = 120, words_each_bare = 150, words_a_term = 8, words_a_term_alone = 14,
                          least_words = 30;
    const std::size_t reach = by_form >= by_form_least ? words_each_by_form : words_each;
    if (certain >= least && certain * reach >= words) return Prior::dense;
    // Two in a few lines are as telling.
    if (by_form >= by_form_least && certain * words_each_short >= words) return Prior::dense;
    const bool bare = words >= least_words && by_form * words_each_bare < words &&
                      terms * (certain == 0 ? words_a_term_alone : words_a_term) >= words;
    return bare ? Prior::bare : Prior::usual;
}

// The same of a note and what the rules of form and the names found in it.
Prior prior(const Note& note, const Candidates& found);

// Words of the grammar and of time: no name by themselves.
constexpr std::uint64_t of_grammar = stop | month | weekday | feast | season_word | says | is_verb | toward | at_for;

// Only in a dense note, and only for review: what stands as a name, a day or an employer would.
void find_likely(const Note& note, Candidates& found);
// The same of what begins at token i with a figure or is a feast.
void find_likely_numbers(const Note& note, std::size_t i, Candidates& found);
// … or stands with a capital inside of a sentence that nothing explains.
void find_likely_capitals(const Note& note, std::size_t i, Candidates& found);
// … or stands in lower case where somebody or a house would.
void find_likely_small(const Note& note, std::size_t i, Candidates& found);
// … or is who dictated or wrote the note, by letters.
void find_dictation(const Note& note, std::size_t i, Candidates& found);

}  // namespace covision::deid
