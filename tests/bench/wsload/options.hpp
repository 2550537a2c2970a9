#pragma once
// The command line of bench_wsload; see main.cpp.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/bench/wsload/wording.hpp"

namespace covision::bench {

struct Step {
    bool waits;
    std::string awaited;            // a part of the message that is waited for
    std::unique_ptr<Wording> sent;  // or what is sent
};

struct Phase {
    bool closed;   // so many messages of each group are always outstanding; else so many a second over all groups
    double value;  // how many
    double seconds;
    std::string name;
};

struct Options {
    std::uint16_t port = 0;
    int pid = 0;
    std::size_t conns = 8, group = 8, size = 256, window = 64;
    int receive_buffer = 0;   // of the kernel, bytes; 0: as it likes
    bool comes_back = false;  // a lost line is no fault
    double hold = 0, warmup = 1;
    bool binary = false;  // message frames
    bool stream = false;  // frames cut messages anywhere
    std::string protocol;
    std::vector<std::string> lines;
    std::unique_ptr<Wording> path, send;
    std::vector<Wording> headers;
    std::vector<Step> steps;
    std::vector<Phase> phases;
};

/// Ends the program where it makes no sense.
Options parse_options(int argc, char** argv);

}  // namespace covision::bench
