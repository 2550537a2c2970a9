#pragma once
// How far a long run has come, on one line of a terminal.

#include <chrono>
#include <cstddef>
#include <iosfwd>

namespace covision::app {

class Progress {
public:
    /// Says nothing where `shown` is false.
    Progress(std::ostream& to, bool shown) : to_(to), shown_(shown) {}

    /// That many notes and bytes more are done; written five times a second at most.
    void add(std::size_t notes, std::size_t bytes);
    /// Takes the line away, for other words.
    void clear();
    /// Leaves the line as the last of a run, where there was one.
    void end();

private:
    void write();

    using Clock = std::chrono::steady_clock;
    std::ostream& to_;
    const bool shown_;
    const Clock::time_point began_ = Clock::now();
    Clock::time_point said_{};
    std::size_t notes_ = 0, bytes_ = 0;
    bool stands_ = false;
};

}  // namespace covision::app
