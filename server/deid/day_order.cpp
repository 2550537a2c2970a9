// In which order a note writes the day and the month of its dates.
#include "server/deid/calendar.hpp"
#include "server/deid/figures.hpp"

namespace covision::deid {
namespace {

bool year(const Note& note, std::size_t i) {
    const std::size_t size = note.at(i).number() ? note.at(i).size() : 0;
    return size == 2 || (size == 4 && year_value(value_of(note, i)));
}

// "6/17", "10/23": out of as many nothing is scored; but where "2/52" is two weeks such pairs are counts.
DayOrder order_of_pairs(const Note& note) {
    DayOrder order = DayOrder::none;
    std::size_t certain = 0;
    int days[13] = {};  // by month, the first that may be one
    for (std::size_t i = 1; i + 2 < note.size(); ++i) {
        if (!note.sign(i + 1, '/') || !slashed_pair(note, i)) continue;
        const int a = value_of(note, i), b = value_of(note, i + 2);
        if (b == 52) return DayOrder::none;
        const bool unscored =
            b == 13 || b == 16 || b == 17 || b == 19 || b == 22 || b == 23 || b == 26 || b == 29 || b == 31;
        if (!plausible(b, a) || (b <= 10 || b == 12 || b == 15 || b % 10 == 0 || b == 24 || b == 28)) continue;
        const bool another = days[a] != 0 && days[a] != b;  // "6/14" and "6/11"
        days[a] = b;
        if (unscored && !scored_figures(note, i)) ++certain;
        if (certain > 1 || another) order = DayOrder::month_first;
    }
    return order;
}

}  // namespace

DayOrder day_order(const Note& note) {
    DayOrder order = DayOrder::none;
    for (std::size_t i = 0; i + 4 < note.size(); ++i) {
        if (!note.tokens[i].number() || !note.sign(i + 1, '/') || !note.sign(i + 3, '/')) continue;
        const int a = value_of(note, i), b = value_of(note, i + 2);
        if (note.at(i).size() > 2 || !year(note, i + 4)) continue;
        if (b > 12 && plausible(b, a)) return DayOrder::month_first;
        if (a > 12 && plausible(a, b)) return DayOrder::day_first;
        if (plausible(a, b)) order = DayOrder::either;
    }
    return order == DayOrder::none ? order_of_pairs(note) : order;
}

}  // namespace covision::deid
