#include "server/app/command_line.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "protocol/openrpc.hpp"
#include "protocol/typescript.hpp"
#include "server/app/app.hpp"
#include "server/app/deid_command.hpp"
#include "server/app/features.hpp"
#include "server/app/mail.hpp"
#include "server/app/rota_command.hpp"
#include "server/app/schedule_command.hpp"
#include "server/app/serve.hpp"
#include "server/base/refused.hpp"

namespace covision::app {
namespace {

void mail_options(CLI::App& command, MailSettings& mail) {
    command.add_option("--mail-relay", mail.relay, "smtp://HOST:PORT (STARTTLS beyond loopback) or smtps://HOST:PORT")
        ->envname("COVISION_MAIL_RELAY");
    command.add_option("--mail-from", mail.from, "where mail comes from: \"Covision <covision@example.org>\"")
        ->envname("COVISION_MAIL_FROM");
    command.add_option("--mail-user", mail.user, "who we are to the relay")->envname("COVISION_MAIL_USER");
    command
        .add_option("--mail-password-file", mail.password_file, "file with the password for that, in its first line")
        ->envname("COVISION_MAIL_PASSWORD_FILE");
    command.add_option("--mail-ca", mail.authorities, "certificates (PEM) for the relay (default: the system's)")
        ->envname("COVISION_MAIL_CA");
}

void serve_options(CLI::App& command, Settings& settings) {
    command.add_option("--data", settings.data, "folder of the databases")->envname("COVISION_DATA");
    command.add_option("--master-key", settings.master_key, "file of the master key (default: DATA.key)")
        ->envname("COVISION_MASTER_KEY");
    command.add_option("--listen", settings.listen, "addresses to listen on (default: loopback)");
    command.add_option("--port", settings.port, "TCP port")->envname("COVISION_PORT");
    command.add_option("--origin", settings.origins, "where browsers come from: https://covision.example.org")
        ->envname("COVISION_ORIGIN");
    command.add_option("--certificate", settings.certificate, "TLS certificate chain (PEM)");
    command.add_option("--certificate-key", settings.certificate_key, "its key (PEM)");
    command.add_flag("--behind-proxy", settings.behind_proxy, "a reverse proxy speaks TLS");
    command.add_option("--client", settings.client, "folder of the built client")->envname("COVISION_CLIENT");
    command.add_option("--metrics-port", settings.metrics_port, "serve /metrics on this port of 127.0.0.1");
    mail_options(command, settings.mail);
}

int schema(bool typescript) {
    auto table = all_features();
    auto interface = whole_interface(table);
    std::cout << (typescript ? protocol::typescript(interface) : protocol::openrpc(interface));
    return std::cout.flush() ? EXIT_SUCCESS : 2;
}

struct LinkOptions {
    std::string email, name, origin = "http://localhost:8080";
};

void person_options(CLI::App& command, Settings& settings, LinkOptions& link) {
    command.add_option("--email", link.email, "the person's e-mail")->required();
    command.add_option("--data", settings.data, "folder of the databases")->required();
    command.add_option("--master-key", settings.master_key, "file of the master key (default: DATA.key)");
}

void link_options(CLI::App& command, Settings& settings, LinkOptions& link) {
    person_options(command, settings, link);
    command.add_option("--origin", link.origin, "what the link begins with");
}

/// A link for a new account has a name, one that only signs in has none.
int print_link(const Settings& settings, const LinkOptions& link) {
    SystemClock clock;
    SystemRandom random;
    std::cout << (link.name.empty() ? sign_in_link(settings, clock, random, link.origin, link.email)
                                    : account_link(settings, clock, random, link.origin, link.email, link.name))
              << "\n";
    return EXIT_SUCCESS;
}

void deid_options(CLI::App& command, DeidOptions& options) {
    auto* lines =
        command.add_flag("--jsonl", options.jsonl, "lines of {\"text\": …} in, lines of {\"spans\": […]} out");
    command.add_flag("--replace", options.replace, "write the text with the first proposals")->excludes(lines);
    const auto policy = [&options](const std::string& name) {
        options.strictness = name == "strict"      ? deid::Strictness::strict
                             : name == "strict-us" ? deid::Strictness::strict_us
                                                   : deid::Strictness::standard;
    };
    command.add_option_function<std::string>("--policy", policy, "how strict it is")
        ->check(CLI::IsMember({"standard", "strict", "strict-us"}))
        ->type_name("");
    command.add_option("--threads", options.threads, "for --jsonl (default: as many as there are cores)")
        ->check(CLI::Range(1, 256));
    command.add_option("FILE", options.files, "text files (default: standard input)");
}

int run_deid(DeidOptions& options) {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    options.progress = isatty(STDERR_FILENO) != 0;
    if (options.files.empty() && isatty(STDIN_FILENO) != 0)
        std::cerr << "covision deid: reading what you type; Ctrl+D ends it.\n";
    return deid_command(std::cin, std::cout, std::cerr, options);
}

int end_everywhere(const Settings& settings, const std::string& email) {
    SystemClock clock;
    SystemRandom random;
    end_logins(settings, clock, random, email);
    std::cout << "All devices of " << email << " are signed out: at once where the server runs, else when it starts.\n";
    return EXIT_SUCCESS;
}

void expand_options(CLI::App& command, ExpandOptions& options) {
    command.add_option("--rule", options.rule, "as RFC 5545 writes it: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")->required();
    command.add_option("--start", options.start, "local time of the first date: 2026-10-06T16:30")->required();
    command.add_option("--zone", options.zone, "Europe/Berlin")->required();
    command.add_option("--count", options.count, "at most so many dates; --exdate counts too");
    command.add_option("--until", options.until, "none after this local time");
    command.add_option("--exdate", options.exdates, "leave this local time out; as often as you like")
        ->allow_extra_args(false);
    command.footer(
        "The start counts only where the rule names it. A time that the clocks skip is read with the offset\n"
        "before the gap, one they show twice is the first. Supported are FREQ=DAILY, WEEKLY, MONTHLY, YEARLY\n"
        "with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, COUNT, UNTIL; 1,000 dates at most.");
}

int parse_and_run(int argc, char** argv) {
    CLI::App cli{"Covision: peer supervision groups, their schedule, their cases, their sessions."};
    cli.require_subcommand(1);
    // One line, whatever it is.
    cli.failure_message([](const CLI::App*, const CLI::Error& error) {
        return "covision: " + std::string(error.what()) + " (--help lists what there is)\n";
    });

    Settings settings;
    auto* serve_command = cli.add_subcommand("serve", "serve the groups of one data folder");
    serve_options(*serve_command, settings);

    auto* schema_command = cli.add_subcommand("schema", "write the interface down");
    bool typescript = false, openrpc = false;
    auto* kinds = schema_command->add_option_group("kind");
    kinds->add_flag("--typescript", typescript, "as TypeScript");
    kinds->add_flag("--openrpc", openrpc, "as an OpenRPC document");
    kinds->require_option(1);

    auto* deid = cli.add_subcommand("deid", "find what may identify somebody in a text");
    DeidOptions deid_settings;
    deid_options(*deid, deid_settings);

    auto* schedule = cli.add_subcommand("schedule", "what a series' dates are");
    schedule->require_subcommand(1);
    auto* expand = schedule->add_subcommand("expand", "print a rule's dates as UTC, one a line");
    ExpandOptions expand_settings;
    expand_options(*expand, expand_settings);

    auto* rota = cli.add_subcommand("rota", "who takes which role");
    rota->require_subcommand(1);
    auto* plan = rota->add_subcommand("plan", "read a scenario as JSON from standard input, write its plan as JSON");
    plan->footer("RotaScenario and RotaPlan in the interface say what stands in them: covision schema --openrpc");

    auto* admin = cli.add_subcommand("admin", "look after an installation");
    admin->require_subcommand(1);
    LinkOptions link;
    auto* create = admin->add_subcommand("create-account", "print a one-time link for a new account or a new password");
    link_options(*create, settings, link);
    create->add_option("--name", link.name, "the person's name")->required();
    auto* sign_in = admin->add_subcommand("sign-in-link", "print a link that signs somebody in once, within a day");
    link_options(*sign_in, settings, link);
    auto* end = admin->add_subcommand("end-logins", "sign somebody out on all devices");
    person_options(*end, settings, link);

    auto* mail = admin->add_subcommand("mail-test", "send one test mail and say what the relay answered");
    std::string to;
    mail_options(*mail, settings.mail);
    mail->add_option("--to", to, "an address of yours")->required();

    try {
        cli.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return cli.exit(error) == 0 ? 0 : 2;
    }
    if (*serve_command) return serve(settings);
    if (*schema_command) return schema(typescript);
    if (*plan) return rota_command(std::cin, std::cout, std::cerr);
    if (*expand) return expand_command(std::cout, std::cerr, expand_settings);
    if (*create || *sign_in) return print_link(settings, link);
    if (*mail) return mail_test(settings, to, std::cout, std::cerr);
    if (*end) return end_everywhere(settings, link.email);
    return run_deid(deid_settings);
}

}  // namespace

int command_line(int argc, char** argv) {
    try {
        return parse_and_run(argc, argv);
    } catch (const std::exception& error) {
        // Everything that can end a start says so in one sentence of its own.
        std::cerr << "covision: " << error.what() << "\n";
        return 2;
    }
}

}  // namespace covision::app
