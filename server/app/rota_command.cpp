#include "server/app/rota_command.hpp"

#include <istream>
#include <iterator>
#include <ostream>
#include <string>

#include "protocol/json.hpp"
#include "server/features/rota/scenario.hpp"

namespace covision::app {

int rota_command(std::istream& in, std::ostream& out, std::ostream& err) {
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    try {
        out << protocol::encode(rota::plan_of(protocol::decode<protocol::RotaScenario>(text, "scenario"))) << "\n";
    } catch (const protocol::DecodeError& error) {
        err << "covision: " << (error.path.empty() ? "scenario" : error.path) << ": " << error.what() << "\n";
        return 2;
    }
    if (out.flush()) return 0;
    err << "covision: the plan could not be written.\n";
    return 2;
}

}  // namespace covision::app
