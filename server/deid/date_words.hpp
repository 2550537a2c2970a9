// Exact dates in words that keep their clinical sense: how much later, which season, which decade.
#pragma once

#include <string>
#include <vector>

#include "server/deid/note.hpp"

namespace covision::deid {

// Goes through a note's dates in order; the first becomes a season, the later ones stand relative to it.
class DateWords {
public:
    explicit DateWords(const Note& note) : note_(note) {}
    std::vector<std::string> propose(const Candidate& date);

private:
    std::vector<std::string> time_of_year(const Candidate& candidate, std::size_t token) const;

    const Note& note_;
    long first_ = 0;  // day number of the first date
    bool first_has_year_ = false;
    bool started_ = false;
};

}  // namespace covision::deid
