#pragma once
// `covision deid`: the de-identifier on files and pipes.

#include <iosfwd>

namespace covision::app {

struct DeidOptions {
    bool jsonl = false;    // lines of {"text": …} in, lines of {"spans": […]} out; other members are passed over
    bool replace = false;  // the text with every finding's first proposal
};

/// Without an option: a report of what was found, one line a finding. Spans and columns count code points.
/// Returns the exit code. 0: done; with the report 1 when something must be replaced; 2: a text could not be read
/// (with --jsonl its line holds {"spans":[],"error":…} and the others are still answered).
int deid_command(std::istream& in, std::ostream& out, std::ostream& err, const DeidOptions& options);

}  // namespace covision::app
