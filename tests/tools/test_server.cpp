// The whole server with a clock that is moved over standard input. Never part of what is shipped.
//
//   covision_test_server --data DIR [--client DIR] [--port N] [--now 2026-10-01T08:00:00Z] [--mail-relay …]
//
// Writes one JSON line when it serves: {"address","port","first_link"|null}. Then each line of standard input is a
// command, answered by one line: "advance SECONDS" and "set RFC3339" move the clock and look at due work; "now" tells
// it; "mail" returns when all mail that is due has been tried; "order KEY ADDRESS BYTES SECONDS" orders a test mail
// with a text of that length, worthless after that time; "withdraw KEY/BYTES" takes it back; "stop" (or the end of the
// input) drains and ends.

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>

#include "server/app/app.hpp"
#include "server/base/log.hpp"
#include "tests/support/manual_clock.hpp"
#include "tests/support/test_mail.hpp"

namespace {

using covision::Instant;
using covision::support::ManualClock;

/// True: go on with the next command.
bool obey(const std::string& command, ManualClock& clock, covision::app::App& app, const std::string& database) {
    auto space = command.find(' ');
    auto verb = command.substr(0, space);
    auto argument = space == std::string::npos ? "" : command.substr(space + 1);
    if (verb == "stop") return false;
    if (verb == "mail") {
        app.settle_mail();
    } else if (verb == "order") {
        covision::support::order_mail(database, argument, clock.now());
    } else if (verb == "withdraw") {
        covision::support::withdraw_mail(database, argument);
    } else if (verb == "advance") {
        clock.advance(covision::Micros{static_cast<std::int64_t>(std::stod(argument) * 1e6)});
    } else if (verb == "set") {
        auto to = covision::parse_rfc3339(argument);
        if (to) clock.set(*to);
    } else if (verb != "now") {
        std::cout << "unknown command" << std::endl;
        return true;
    }
    if (verb == "advance" || verb == "set") app.clock_moved();
    std::cout << covision::rfc3339(clock.now()) << std::endl;
    return true;
}

void announce(const covision::app::App& app) {
    const auto& first = app.first_link();
    std::cout << R"({"address":)" << covision::log::quoted(app.address()) << R"(,"port":)" << app.port()
              << R"(,"first_link":)" << (first ? covision::log::quoted(*first) : "null") << "}" << std::endl;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App cli{"the server with a manual clock, for tests"};
    covision::app::Settings settings;
    std::string start = "2026-10-01T08:00:00Z";
    cli.add_option("--data", settings.data)->required();
    cli.add_option("--client", settings.client);
    cli.add_option("--port", settings.port);
    cli.add_option("--now", start);
    cli.add_option("--mail-relay", settings.mail.relay);
    cli.add_option("--mail-from", settings.mail.from);
    cli.add_option("--mail-user", settings.mail.user);
    cli.add_option("--mail-password-file", settings.mail.password_file);
    cli.add_option("--mail-ca", settings.mail.authorities);
    std::int64_t patience_ms = 0;
    cli.add_option("--mail-patience-ms", patience_ms);
    settings.port = 0;
    CLI11_PARSE(cli, argc, argv);
    settings.mail.patience = std::chrono::milliseconds(patience_ms);
    std::signal(SIGPIPE, SIG_IGN);
    try {
        auto now = covision::parse_rfc3339(start);
        if (!now) throw std::invalid_argument("--now is not a UTC time such as 2026-10-01T08:00:00Z");
        ManualClock clock(*now);
        covision::SystemRandom random;
        covision::app::App app(settings, clock, random, nullptr, {}, &covision::support::test_letter);
        std::thread server([&] { app.run(); });
        announce(app);
        for (std::string line; std::getline(std::cin, line) && obey(line, clock, app, settings.database_file());) {}
        app.stop();
        server.join();
    } catch (const std::exception& error) {
        std::cerr << "covision_test_server: " << error.what() << "\n";
        return 2;
    }
}
