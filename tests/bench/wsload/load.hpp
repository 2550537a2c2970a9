#pragma once
// What is sent and counted: member 0 of each group publishes, each "ts=" with 19 digits in a message is one delivery.

#include "tests/bench/wsload/histogram.hpp"
#include "tests/bench/wsload/sockets.hpp"

namespace covision::bench {

class Load : Sockets {
public:
    explicit Load(Options options);

    /// Connects, holds, runs the phases; prints one JSON line for each. 0: all was delivered; 1: something was lost.
    int run();

private:
    struct Group {
        std::uint64_t sent = 0, got = 0;
    };

    void connect_and_hold();
    void run_phase(const Phase& phase);
    void fill_windows();
    /// Until when nothing is due; sends what is.
    std::int64_t send_due(std::int64_t start, double gap);
    void wait_for_the_rest();
    void publish(std::size_t group, std::int64_t due);
    void on_message(Conn& conn, std::string_view text) override;
    std::size_t count(Conn& conn, std::string_view text);

    std::vector<Group> groups_;
    std::int64_t phase_start_ = 0, measure_from_ = 0, lost_ = 0;
    std::uint64_t sent_ = 0, got_ = 0, number_ = 0, window_ = 0, due_ = 0;
    bool sending_ = false;
    Histogram latency_, lag_;
};

}  // namespace covision::bench
