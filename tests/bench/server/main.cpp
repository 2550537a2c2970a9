// The product with one method more and with bounds that a bench does not meet. Never part of what is shipped.
//
//   bench_server seed --data DIR --tokens FILE --singles FILE [--groups N]
//   bench_server serve --data DIR [--port N]      prints {"port": N}; ends with SIGTERM or the end of its input

#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <thread>

#include "server/app/app.hpp"
#include "tests/bench/server/publish.hpp"
#include "tests/bench/server/seed.hpp"

namespace {

using covision::app::App;
using covision::app::Settings;

covision::rpc::Limits bench_limits() {
    covision::rpc::Limits limits;
    limits.connections = limits.connections_per_address = 16000;
    limits.calls_per_minute = limits.calls_burst = 1'000'000'000;
    limits.calendars_per_minute = limits.calendars_burst = 1'000'000'000;
    limits.calendar_per_minute = limits.calendar_burst = 1'000'000'000;
    limits.requests_per_connection = 1'000'000'000;
    return limits;
}

void allow_many_files() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
}

void serve(const Settings& settings) {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ending, nullptr);
    covision::SystemClock clock;
    covision::SystemRandom random;
    App app(settings, clock, random, &covision::bench::methods, bench_limits());
    // Whoever started it may be gone without having said so.
    std::thread([] {
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) > 0) {}
        ::kill(::getpid(), SIGTERM);
    }).detach();
    std::thread waiter([&] {
        int number = 0;
        sigwait(&ending, &number);
        app.stop();
    });
    std::cout << "{\"port\": " << app.port() << "}" << std::endl;
    app.run();
    waiter.join();
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli{"the server with bench.publish, for the bench"};
    Settings settings;
    settings.port = 0;
    settings.listen = {"127.0.0.1"};
    covision::bench::Seed wanted;
    auto* seeding = cli.add_subcommand("seed");
    auto* serving = cli.add_subcommand("serve");
    for (auto* command : {seeding, serving}) command->add_option("--data", settings.data)->required();
    seeding->add_option("--groups", wanted.groups);
    seeding->add_option("--singles-count", wanted.singles);
    serving->add_option("--port", settings.port);
    seeding->add_option("--tokens", wanted.tokens_file)->required();
    seeding->add_option("--singles", wanted.singles_file)->required();
    cli.require_subcommand(1);
    CLI11_PARSE(cli, argc, argv);
    std::signal(SIGPIPE, SIG_IGN);
    allow_many_files();
    try {
        if (*seeding)
            covision::bench::seed(settings, wanted);
        else
            serve(settings);
    } catch (const std::exception& error) {
        std::cerr << "bench_server: " << error.what() << "\n";
        return 2;
    }
}
