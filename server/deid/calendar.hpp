// Reading exact dates: shared by the rule that finds them and by the proposals that blur them.
#pragma once

#include <cstddef>

#include "server/deid/note.hpp"

namespace covision::deid {

struct Day {
    int year = 0;  // 0 when the text has none
    int month = 0;
    int day = 0;           // 0 when the text has none ("March 2025")
    std::size_t last = 0;  // the last token
};

// A date that begins at token i, or month 0.
Day read_date(const Note& note, std::size_t i);

// A word that may be a day before its month: "first of May", "dreizehnten März".
bool spelt_day(const Note& note, std::size_t i);
// 1–12, or 0 when the token is not a month's name.
int month_of(const Note& note, std::size_t i);
// Whether a word before token i makes "may", "spring" or "fall" a time of the year: "since", "late", "seit".
bool time_before(const Note& note, std::size_t i);
// The value of a number token of at most six digits, or -1.
int value_of(const Note& note, std::size_t i);

}  // namespace covision::deid
