#pragma once
// How often somebody may try. Pure: the caller keeps the state and passes the time. Clocks may go back.

#include "server/base/time.hpp"

namespace covision::accounts {

struct Rate {
    double burst;       // tries at once
    double per_second;  // tries that come back
};

/// A token bucket. As new it is full.
struct Bucket {
    double spent = 0;
    Instant at{};
};

/// Takes one try: 0, or how long to wait for it (then nothing is taken).
Micros take(Bucket& bucket, const Rate& rate, Instant now);

/// Wrong answers in a row. The first few cost nothing, then each doubles the wait, up to `longest_wait`: it slows a
/// guesser down to some hundred tries a day and never locks anybody out for good.
struct Backoff {
    int failures = 0;
    Instant at{};
};

inline constexpr int free_failures = 5;
inline constexpr std::chrono::minutes longest_wait{5};
/// After so long without a failure all is forgotten.
inline constexpr std::chrono::hours forgotten_after{24};

Micros wait(const Backoff& backoff, Instant now);
void fail(Backoff& backoff, Instant now);

}  // namespace covision::accounts
