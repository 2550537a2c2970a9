// Any bytes as a client's WebSocket frames: the same is heard however they arrive, nothing over the bound, valid UTF-8.
#include <cstdint>
#include <cstdlib>

#include "server/net/frames.hpp"

namespace covision::net {
namespace {

constexpr FrameReader::Limits limits{300, 4};

struct Heard final : FrameReader::Sink {
    bool on_message(std::string_view text) override {
        if (text.size() > limits.message || !is_utf8(text)) std::abort();
        return add('m', text);
    }
    bool on_ping(std::string_view text) override {
        if (text.size() > 125) std::abort();
        return add('p', text);
    }
    bool on_pong() override { return add('o', {}); }
    bool on_close(std::uint16_t code) override {
        closed = true;
        add('c', std::to_string(code));
        return false;
    }
    bool add(char kind, std::string_view text) {
        all.append(1, kind).append(text).append(1, '\n');
        return true;
    }
    std::string all;
    bool closed = false;
};

std::string outcome(std::string_view bytes, std::size_t piece) {
    FrameReader reader(limits);
    Heard heard;
    while (!bytes.empty()) {
        std::string part(bytes.substr(0, piece));
        bytes.remove_prefix(part.size());
        if (const auto fault = reader.feed(part.data(), part.size(), heard))
            return heard.all + std::to_string(fault->code);
        if (heard.closed) break;
    }
    return heard.all;
}

}  // namespace
}  // namespace covision::net

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = covision::net::outcome(bytes, size);
    if (covision::net::outcome(bytes, 1) != whole || covision::net::outcome(bytes, 7) != whole) std::abort();
    return 0;
}
