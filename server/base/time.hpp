#pragma once
// Time: UTC instants in microseconds, and the clock that hands them out.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace covision {

using Micros = std::chrono::microseconds;
using Instant = std::chrono::sys_time<Micros>;

/// Microseconds since 1970-01-01T00:00:00Z: what storage keeps.
inline std::int64_t micros(Instant at) { return at.time_since_epoch().count(); }
inline Instant from_micros(std::int64_t count) { return Instant{Micros{count}}; }

/// RFC 3339 in UTC, with a fraction of up to six digits only where it is not zero: "2026-11-24T15:30:00.25Z".
std::string rfc3339(Instant at);
/// Accepts just what rfc3339 writes (years 1970 to 9999, 'Z'); anything else is nullopt.
std::optional<Instant> parse_rfc3339(std::string_view text);

/// The one source of "now". Rules never ask it: they take `now` as an argument.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

}  // namespace covision
