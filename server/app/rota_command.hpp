#pragma once
// `covision rota plan`: a scenario as JSON in, its plan as JSON out (RotaScenario and RotaPlan of the OpenRPC
// document).

#include <iosfwd>

namespace covision::app {

/// Returns the exit code. 0: done; 2: the scenario cannot be read, and `err` says in one line where, with nothing on
/// `out`.
int rota_command(std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace covision::app
