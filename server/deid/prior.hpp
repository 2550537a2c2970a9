// How much a note that holds certain identifiers already speaks for the doubtful ones.
#pragma once

#include <cstddef>

#include "server/deid/note.hpp"

namespace covision::deid {

// What a note is full of.
struct Counts {
    std::size_t certain = 0;    // different certain identifiers
    std::size_t by_form = 0;    // those that are known by their form or by a title
    std::size_t speaking = 0;   // all but the names among them that nothing speaks for
    std::size_t listed = 0;     // the first names among these where a list has them
    std::size_t words = 0;      //
    std::size_t terms = 0;      // words of the trade
    std::size_t technical = 0;  // these, figures and abbreviations, but for what belongs to an identifier
};

// A letterhead and a few names make a note dense: what looks like a name there rather is one. Hardly any in a text of
// terms make it bare: an unknown word there rather is a brand, a score or an instrument. A further identifier by
// its form of up to 50 words never leads away from dense, nor towards bare.
constexpr Prior prior(const Counts& note) {
    constexpr std::size_t least = 3, words_each = 50, by_form_least = 2, words_each_short = 40,
                          words_each_by_form = 120, words_each_bare = 150, words_a_term = 8, words_a_term_alone = 14,
                          words_a_term_least = 25, words_a_technical = 4, words_a_technical_alone = 5,
                          words_each_listed = 60, least_words = 30;
    const bool alone = note.by_form == 0;
    // "Bed 1 Fiona, day 2. Bed 2 Tomasz, …"
    const bool list = note.listed >= least && (note.listed + note.by_form) * words_each_listed >= note.words;
    const bool figured = !list && note.speaking < least + note.by_form &&
                         note.technical * (alone ? words_a_technical_alone : words_a_technical) >= note.words &&
                         note.terms * words_a_term_least >= note.words;
    // Where nothing else is certain, such names among figures are those of things.
    const std::size_t certain = alone && figured ? note.speaking : note.certain;
    const std::size_t reach = note.by_form >= by_form_least ? words_each_by_form : words_each;
    if (certain >= least && certain * reach >= note.words) return Prior::dense;
    // Two in a few lines are as telling.
    if (note.by_form >= by_form_least && certain * words_each_short >= note.words) return Prior::dense;
    if (note.words < least_words || note.by_form * words_each_bare >= note.words) return Prior::usual;
    const bool worded = note.terms * (certain == 0 ? words_a_term_alone : words_a_term) >= note.words;
    return worded || figured ? Prior::bare : Prior::usual;
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
// … the same in a German sentence, where any noun has a capital; also in lower case in a note that writes so.
void find_likely_german(const Note& note, std::size_t i, Candidates& found);
bool likely_german_place(const Note& note, std::size_t i);
void find_likely_german_small(const Note& note, std::size_t i, Candidates& found);
// … or stands in lower case where somebody or a house would.
void find_likely_small(const Note& note, std::size_t i, Candidates& found);
// … or is who dictated or wrote the note, by letters.
void find_dictation(const Note& note, std::size_t i, Candidates& found);

}  // namespace covision::deid
