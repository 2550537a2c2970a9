#pragma once
// What was found in a text, for people.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "server/deid/deid.hpp"

namespace covision::app {

/// One line a finding: `label`, line:column (code points, from 1), type, level, the words and a proposal, the reason;
/// then one line that counts them. Returns 1 where something must be replaced, else 0.
int report(std::ostream& out, const std::string& label, std::string_view text,
           const std::vector<deid::Finding>& findings);

}  // namespace covision::app
