// A load generator for WebSocket servers that fan out to small groups. One thread, epoll, 127.0.0.1 only.
//
//   bench_wsload --port P --conns N --group G [--path T] [--size BYTES] [--pid SERVER] [--phase P]...
//
//   --header 'K: T', --protocol SUB, --binary, --window W (handshakes under way at once), --lines FILE (tokens)
//   --step send:T, --step wait:PART   in order, on each connection, before it counts as ready
//   --hold SECONDS                    sit idle, then say how much memory a connection takes
//   --send T                          what member 0 of each group publishes; all G members get it ({body} in it)
//   --phase rate:R:SECONDS            R messages a second over all groups, timed from when each was due
//   --phase closed:W:SECONDS          W messages of each group outstanding
//   --warmup SECONDS (1)              of each phase, left out
//   --stream                          frames cut messages anywhere
//
// T is a template, see wording.hpp. One JSON line a phase; deliveries_per_cpu_s (deliveries for a second of the
// server's CPU) is the steadiest number on a busy machine. Exit code: 0 all delivered, 1 something was lost, 2 it did
// not work.

#include <sys/resource.h>

#include "tests/bench/wsload/load.hpp"

int main(int argc, char** argv) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    return covision::bench::Load(covision::bench::parse_options(argc, argv)).run();
}
