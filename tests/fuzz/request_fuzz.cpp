// Any bytes as HTTP requests: they mean the same however they arrive, and keep to the bounds.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "server/net/request.hpp"
#include "server/net/site.hpp"

namespace covision::net {
namespace {

constexpr RequestLimits limits{400, 8, 100};

std::string outcome(std::string_view bytes, std::size_t piece) {
    RequestParser parser(limits);
    std::string input, all;
    while (!bytes.empty()) {
        input += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (;;) {
            const auto state = parser.parse(input);
            if (state == RequestParser::State::failed) return all + "!";
            if (state == RequestParser::State::more) break;
            const auto request = parser.take();
            if (request.headers.size() > limits.headers || request.body.size() > limits.body_bytes) std::abort();
            if (!request.header("host") || request.header("transfer-encoding")) std::abort();
            if (request.target.find_first_of(" \r\n") != std::string::npos) std::abort();
            all += request.method + " " + request.target + " " + credentials(request).token + " " + request.body + "\n";
            for (const auto& [name, value] : request.headers) all += name + "=" + value + "\n";
        }
    }
    return all;
}

}  // namespace
}  // namespace covision::net

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = covision::net::outcome(bytes, size);
    // A head that is too large is noticed sooner when it comes in pieces; which fault it was is all the same.
    if (covision::net::outcome(bytes, 1) != whole || covision::net::outcome(bytes, 11) != whole) std::abort();
    return 0;
}
