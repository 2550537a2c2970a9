#pragma once
// Randomness and the identifiers made from it.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "server/base/time.hpp"

namespace covision {

/// A seam: tests hand in a repeatable source. Thread-safe.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;
};

/// The operating system's generator, fit for keys and tokens.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> bytes) override;
};

/// A UUIDv7 (RFC 9562 §5.7): its first 48 bits are the milliseconds of `now`. For rows whose time may show.
std::string uuid7(Instant now, Random& random);
/// A UUIDv4 (RFC 9562 §5.4): nothing but chance. For everything else.
std::string uuid4(Random& random);
/// Lower-case UUID text of any version.
bool is_uuid(std::string_view text);

/// URL-safe Base64 without padding (RFC 4648 §5).
std::string base64url(std::span<const std::byte> bytes);
/// 256 random bits as base64url: a login's token, a one-time secret.
std::string random_token(Random& random);
/// A number in [0, bound), without bias; bound > 0.
std::size_t random_below(std::size_t bound, Random& random);

}  // namespace covision
