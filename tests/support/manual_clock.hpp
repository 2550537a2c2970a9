#pragma once
// A clock that moves only when it is told to.

#include <atomic>

#include "server/base/time.hpp"

namespace covision::support {

class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : now_(micros(start)) {}

    Instant now() const override { return from_micros(now_.load()); }
    void set(Instant to) { now_.store(micros(to)); }
    void advance(Micros by) { now_.fetch_add(by.count()); }

private:
    std::atomic<std::int64_t> now_;
};

}  // namespace covision::support
