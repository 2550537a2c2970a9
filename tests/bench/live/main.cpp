// A thousand live sessions with eight members each.
//
//   bench_live SESSIONS --port P --pid SERVER --conns N --group 8 --lines TOKENS --path /ws --protocol covision.v1
//              --header 'Authorization: Bearer {line}'
//
// SESSIONS has a line "ID VERSION" for each group. What it does, one JSON line each: come, steady, three
// times read and deaf, storm, after.

#include <sys/resource.h>

#include <fstream>

#include "tests/bench/live/members.hpp"
#include "tests/bench/wsload/usage.hpp"

int main(int argc, char** argv) {
    using namespace covision::bench;
    if (argc < 2) die("usage: bench_live SESSIONS OPTIONS...");
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    std::vector<Session> sessions;
    std::ifstream in(argv[1]);
    for (Session one; in >> one.id >> one.version;) sessions.push_back(one);
    auto options = parse_options(argc - 1, argv + 1);
    if (sessions.size() * options.group != options.conns) die("not as many sessions as groups");
    constexpr double rate = 200, seconds = 10;
    constexpr std::size_t busy = 10;
    constexpr int changes = 2500;  // more than a queue of 1 MiB and the kernel's buffers hold
    Members members(std::move(options), std::move(sessions));
    members.come();
    members.live("steady", rate, seconds, 0, 0, false);
    for (int i = 0; i < 3; ++i) {
        members.live("read", rate, 1, busy, changes, false);
        members.live("deaf", rate, 1, busy, changes, true);
    }
    members.storm();
    members.live("after", rate, 6, 0, 0, false);
    return members.failed() ? 1 : 0;
}
