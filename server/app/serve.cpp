#include "server/app/serve.hpp"

#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "server/app/app.hpp"
#include "server/base/log.hpp"

namespace covision::app {
namespace {

/// No memory image with members' texts is ever written.
void forbid_core_files() {
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

}  // namespace

int serve(const Settings& settings) {
    forbid_core_files();
    std::signal(SIGPIPE, SIG_IGN);
    // A file over its allowed size is an error like a full disk, not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    // Blocked before any thread starts, so that just the waiting one below ever gets them.
    auto signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    SystemClock clock;
    SystemRandom random;
    App app(settings, clock, random);
    std::thread waiter([&] {
        int number = 0;
        sigwait(&signals, &number);
        log::info("server.stopping", {{"signal", std::to_string(number)}});
        app.stop();
    });
    log::info("server.started", {{"port", std::to_string(app.port())}});
    std::cout << "Covision is at " << app.address() << "\n";
    if (app.first_link())
        std::cout << "Nobody has an account yet. Open this link to begin (it works once, for seven days):\n"
                  << *app.first_link() << "\n";
    std::cout.flush();
    app.run();
    // run() also ends without a signal when stop() came from elsewhere; wake the waiter then.
    pthread_kill(waiter.native_handle(), SIGTERM);
    waiter.join();
    return EXIT_SUCCESS;
}

}  // namespace covision::app
