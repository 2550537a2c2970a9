#include "server/base/random.hpp"

#include <sys/random.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace covision {
namespace {

using Bytes = std::array<std::byte, 16>;

std::string as_uuid(Bytes bytes, unsigned version) {
    bytes[6] = (bytes[6] & std::byte{0x0f}) | static_cast<std::byte>(version << 4U);
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    static constexpr char hex[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        auto value = std::to_integer<unsigned>(bytes[i]);
        text += hex[value >> 4U];
        text += hex[value & 15U];
    }
    return text;
}

}  // namespace

void SystemRandom::fill(std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        ssize_t got = getrandom(bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw std::runtime_error("the system gives no random numbers");
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
}

std::string uuid7(Instant now, Random& random) {
    Bytes bytes;
    random.fill(bytes);
    auto ms = static_cast<std::uint64_t>(micros(now) / 1000);
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::byte>(ms >> (40U - 8U * i));
    return as_uuid(bytes, 7);
}

std::string uuid4(Random& random) {
    Bytes bytes;
    random.fill(bytes);
    return as_uuid(bytes, 4);
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        char c = text[i];
        bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !hex) return false;
    }
    return true;
}

std::string base64url(std::span<const std::byte> bytes) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    unsigned held = 0, bits = 0;
    for (std::byte byte : bytes) {
        held = (held << 8U) | std::to_integer<unsigned>(byte);
        for (bits += 8; bits >= 6; bits -= 6) text += alphabet[(held >> (bits - 6)) & 63U];
        held &= (1U << bits) - 1U;
    }
    if (bits > 0) text += alphabet[(held << (6 - bits)) & 63U];
    return text;
}

std::string random_token(Random& random) {
    std::array<std::byte, 32> bytes;
    random.fill(bytes);
    return base64url(bytes);
}

std::size_t random_below(std::size_t bound, Random& random) {
    constexpr auto top = std::numeric_limits<std::uint64_t>::max();
    const std::uint64_t fair = top - top % bound;
    std::uint64_t value = top;
    while (value >= fair) random.fill(std::as_writable_bytes(std::span{&value, 1}));
    return static_cast<std::size_t>(value % bound);
}

}  // namespace covision
