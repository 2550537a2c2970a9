// Days in figures: "14.03.2025", "on 3/14", "14.3. bis 16.3.".
#pragma once

#include <cstddef>

#include "server/deid/calendar.hpp"

namespace covision::deid {

// A certain day in figures that begins at the number token i, or month 0. `last` is set.
Day read_figures(const Note& note, std::size_t i);
// "3/14" that may as well be something else: for review.
bool may_be_day(const Note& note, std::size_t i);
// The same where the note holds identifiers for certain: no more than that nothing speaks for a score or a duration.
bool likely_day(const Note& note, std::size_t i);
// "14 de marzo de 2025", "3 mars": a day with its month in another language than English or German.
void find_foreign_day(const Note& note, std::size_t i, Candidates& found);
// Token i comes right after the hyphen of a range of days: "8/24-9/1", "14.8.-16.8.".
bool ends_range(const Note& note, std::size_t i);
// Two numbers from token i on with nothing but a "/" between, and nothing that goes on with them.
bool slashed_pair(const Note& note, std::size_t i);
// What stands around token i says that parts of a whole are meant: "pain 3/10", "4/5 strength".
bool scored_figures(const Note& note, std::size_t i);
// How this note writes its full dates: a "3/14" in a note with "03/02/2019" is hardly a score.
DayOrder day_order(const Note& note);

inline bool plausible(int day, int month) { return day >= 1 && day <= 31 && month >= 1 && month <= 12; }
inline bool year_value(int value) { return value >= 1900 && value <= 2099; }

}  // namespace covision::deid
