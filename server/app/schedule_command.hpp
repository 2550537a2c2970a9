#pragma once
// `covision schedule expand`: a rule as UTC instants, one a line.

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace covision::app {

struct ExpandOptions {
    std::string rule{}, start{}, zone{};
    std::optional<std::string> count{}, until{};
    std::vector<std::string> exdates{};
};

/// Returns the exit code. 0: done, also where no date is left; 2: the rule or another option cannot be taken, and `err`
/// says why in one line, with nothing on `out`.
int expand_command(std::ostream& out, std::ostream& err, const ExpandOptions& options);

}  // namespace covision::app
