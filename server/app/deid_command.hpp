#pragma once
// `covision deid`: the de-identifier on files and pipes.

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "server/deid/deid.hpp"

namespace covision::app {

struct DeidOptions {
    std::vector<std::string> files{};  // none: the text comes from `in`
    bool jsonl = false;    // lines of {"text": …} in, lines of {"spans": […]} out; other members are passed over
    bool replace = false;  // the text with every finding's first proposal
    deid::Strictness strictness = deid::Strictness::standard;
    std::size_t threads = 0;  // for lines; 0: as many as there are cores
    bool progress = false;    // says on `err` how many lines are done
};

/// Without --jsonl or --replace: a report, one line a finding. Spans and columns count code points.
/// Returns the exit code. 0: done; 1: the report holds something that must be replaced; 2: something could not be read
/// or written, and `err` says in one sentence what. A line that is no JSON is answered with {"spans":[],"error":…}, and
/// those after it all the same.
int deid_command(std::istream& in, std::ostream& out, std::ostream& err, const DeidOptions& options);

}  // namespace covision::app
