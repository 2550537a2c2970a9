#pragma once
// Counters for /metrics: named once, counted from any thread, written as Prometheus text.

#include <atomic>
#include <cstdint>
#include <string>

namespace covision {

/// A number that is shown under `name` with `help`. Lives as long as the program (namespace scope), registers itself.
class Counter {
public:
    enum class Kind { counter, gauge };

    Counter(const char* name, const char* help, Kind kind = Kind::counter);
    Counter(const Counter&) = delete;
    Counter& operator=(const Counter&) = delete;

    void add(std::int64_t by = 1) { value_.fetch_add(by, std::memory_order_relaxed); }
    void set(std::int64_t to) { value_.store(to, std::memory_order_relaxed); }
    std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

    /// Every counter as Prometheus text exposition 0.0.4.
    static std::string exposition();

private:
    const char *name_, *help_;
    Kind kind_;
    std::atomic<std::int64_t> value_{0};
    Counter* next_;
};

}  // namespace covision
