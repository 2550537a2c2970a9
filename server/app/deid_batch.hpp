#pragma once
// Lines that are read, answered and written together.

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "server/deid/deid.hpp"

namespace covision::app {

struct Batch {
    struct Complaint {
        std::size_t line = 0;
        std::string_view problem{};
    };

    std::size_t first_line = 1;  // its number in the input
    std::vector<std::string> lines{};
    std::size_t count = 0, bytes = 0;  // of lines
    std::string answers{};
    std::vector<Complaint> complaints{};
    bool done = false;
};

/// Reads on until the batch is full, the input ends, or nothing more has arrived yet. False: there was no further line.
bool read_batch(std::istream& in, std::size_t first_line, Batch& batch);

/// Fills in answers and complaints; the lines are gone afterwards.
void answer(Batch& batch, const deid::Detector& detector, const deid::Policy& policy);

}  // namespace covision::app
