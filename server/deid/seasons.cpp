// Months, seasons and feasts by themselves: only the strictest policy wants them replaced (Safe Harbor leaves no part
// of a date but the year).
#include "server/deid/calendar.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const std::string_view one : words) {
        if (word == one) return true;
    }
    return false;
}

}  // namespace

bool time_before(const Note& note, std::size_t i) {
    return note.joined(i) &&
           any_of(note.view(i - 1),
                  {"in",    "In",  "last",  "Last", "this", "next", "the", "early", "late", "by", "since", "during",
                   "every", "mid", "until", "from", "of",   "im",   "Im",  "seit",  "bis",  "ab", "Since", "and"});
}

namespace {

bool time_of_year(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (e.is(feast)) return token.capital && !note.is(i + 1, eponym_after) && note.view(i) != "Eid";
    if (e.is(month)) {
        if (token.size() <= 4 && !token.capital) return false;
        const bool ambiguous = e.is(ambiguous_month) || e.given >= 6;
        return token.capital ? !ambiguous || time_before(note, i) : !e.is(ambiguous_month) && e.given < 6;
    }
    const std::string_view word = note.view(i);
    if (e.is(season_word)) return word != "spring" || time_before(note, i);
    return word == "fall" && any_of(note.view(i - 1), {"last", "this", "next", "every"}) && note.joined(i);
}

// The words before that go with it: "in", "in the early", "last", "im letzten".
std::size_t with_lead(const Note& note, std::size_t i) {
    std::size_t first = i;
    while (first > 0 && i - first < 3 && note.joined(first) &&
           any_of(note.view(first - 1), {"the", "early", "late", "mid", "last", "this", "next", "letzten", "diesen",
                                         "frühen", "späten", "vergangenen", "letztes", "Anfang", "Ende", "Mitte"})) {
        --first;
    }
    if (first > 0 && note.joined(first) &&
        any_of(note.view(first - 1), {"in", "In", "at", "At", "on", "On", "over", "Over", "during", "During",
                                      "im", "Im", "an", "An", "zu", "Zu", "am",   "Am",   "um",     "über"})) {
        return first - 1;
    }
    return note.at(i - 1).word() && any_of(note.view(i - 1), {"last", "this", "letzten", "diesen", "letztes"}) ? i - 1
                                                                                                               : i;
}

}  // namespace

void find_seasons(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        if (!note.at(i).word() || !time_of_year(note, i)) continue;
        std::size_t last = i;
        while (note.joined(last + 1) && any_of(note.view(last + 1), {"Day", "Eve", "holidays", "holiday", "time"}))
            ++last;
        note.add(found, with_lead(note, i), last, Type::date, Level::must_replace, "month_or_season");
    }
}

}  // namespace covision::deid
