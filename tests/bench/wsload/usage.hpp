#pragma once
// What a server process and the kernel use, out of /proc.

namespace covision::bench {

struct Usage {
    double cpu_s = 0;  // user and system
    long rss_kib = 0, slab_kib = 0;
};

/// Zeros for pid 0. Ends the program where the process is gone.
Usage usage_of(int pid);

/// Says why on stderr and exits with 2.
[[noreturn]] void die(const char* why);

}  // namespace covision::bench
