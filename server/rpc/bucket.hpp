#pragma once
// A token bucket on the injected clock: so many at once, so many a minute.

#include <algorithm>
#include <cstddef>

#include "server/base/time.hpp"

namespace covision::rpc {

class Bucket {
public:
    /// Takes one; false when there is none.
    bool take(Instant now, std::size_t per_minute, std::size_t burst) {
        refill(now, per_minute, burst);
        if (tokens_ < 1) return false;
        tokens_ -= 1;
        return true;
    }

    /// Whether it holds nothing worth remembering.
    bool full(Instant now, std::size_t per_minute, std::size_t burst) {
        refill(now, per_minute, burst);
        return tokens_ >= static_cast<double>(burst);
    }

private:
    void refill(Instant now, std::size_t per_minute, std::size_t burst) {
        if (!begun_) tokens_ = static_cast<double>(burst);
        // A clock that was set back gives nothing and takes nothing.
        const auto passed = begun_ ? std::max(Micros{0}, now - at_) : Micros{0};
        const double minutes = static_cast<double>(passed.count()) / 60e6;
        tokens_ = std::min(static_cast<double>(burst), tokens_ + minutes * static_cast<double>(per_minute));
        at_ = now;
        begun_ = true;
    }

    double tokens_ = 0;
    Instant at_{};
    bool begun_ = false;
};

}  // namespace covision::rpc
