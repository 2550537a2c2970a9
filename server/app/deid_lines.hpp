#pragma once
// Lines of {"text": …} through the de-identifier, on all cores, in constant memory.

#include <cstddef>
#include <iosfwd>
#include <string>

#include "server/deid/deid.hpp"

namespace covision::app {

struct LineOptions {
    deid::Policy policy{};
    std::string name{};       // of the input, for sentences about it
    std::size_t threads = 0;  // 0: as many as there are cores
    bool progress = false;    // says on `err` how many lines are done
};

/// Answers every line with {"spans": […]}, in order. What is ready is written at once, so that a program may ask line
/// by line. False where a line could not be understood: it is answered with an error, and `err` says why for the first
/// ten. Never more than a few batches of lines are in memory; of a line over 16 MiB no more than that is kept.
bool answer_lines(std::istream& in, std::ostream& out, std::ostream& err, const deid::Detector& detector,
                  const LineOptions& options);

}  // namespace covision::app
