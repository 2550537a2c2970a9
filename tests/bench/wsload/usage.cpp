#include "tests/bench/wsload/usage.hpp"

#include <ctime>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace covision::bench {
namespace {

long field(const std::string& file, std::string_view key) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(key)) return std::strtol(line.c_str() + key.size(), nullptr, 10);
    return 0;
}

}  // namespace

void die(const char* why) {
    std::fprintf(stderr, "bench_wsload: %s\n", why);
    std::exit(2);
}

Usage usage_of(int pid) {
    Usage usage;
    usage.slab_kib = field("/proc/meminfo", "Slab:");
    if (pid == 0) return usage;
    // utime and stime of /proc/PID/stat count in steps of 10 ms; this clock has nanoseconds.
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) die("the server process is gone");
    usage.cpu_s = static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    usage.rss_kib = field("/proc/" + std::to_string(pid) + "/smaps_rollup", "Rss:");
    return usage;
}

}  // namespace covision::bench
