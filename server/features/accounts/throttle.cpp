#include "server/features/accounts/throttle.hpp"

#include <algorithm>
#include <cmath>

namespace covision::accounts {

Micros take(Bucket& bucket, const Rate& rate, Instant now) {
    const auto passed = std::chrono::duration<double>(now - bucket.at).count();
    if (passed > 0) bucket.spent = std::max(0.0, bucket.spent - passed * rate.per_second);
    bucket.at = now;
    const double missing = bucket.spent + 1 - rate.burst;
    if (missing > 1e-9) return Micros{static_cast<std::int64_t>(std::ceil(missing / rate.per_second * 1e6))};
    bucket.spent += 1;
    return Micros{0};
}

Micros wait(const Backoff& backoff, Instant now) {
    if (backoff.failures < free_failures) return Micros{0};
    const int doublings = std::min(backoff.failures - free_failures, 16);
    const Micros whole = std::min<Micros>(std::chrono::seconds(1) * (std::int64_t{1} << doublings), longest_wait);
    // A clock that went back must not make the wait longer than it was.
    return std::clamp(backoff.at + whole - now, Micros{0}, whole);
}

void fail(Backoff& backoff, Instant now) {
    if (now - backoff.at > forgotten_after) backoff.failures = 0;
    backoff.failures = std::min(backoff.failures + 1, 1000);
    backoff.at = now;
}

}  // namespace covision::accounts
