#pragma once
// The composition root: everything is made here in the order of its dependencies and ended in the opposite one.

#include <memory>
#include <optional>
#include <string>

#include "server/app/settings.hpp"
#include "server/base/random.hpp"
#include "server/call/table.hpp"
#include "server/notify/outbox.hpp"
#include "server/rpc/limits.hpp"

namespace covision::app {

class App {
public:
    /// Opens the data folder, migrates, binds its ports. Throws SettingsError, storage::StorageError, vault::KeyError
    /// or net::StartError, each with one sentence for the operator. `more` enters further methods, `letters` knows
    /// further mails (tests, bench).
    App(const Settings& settings, const Clock& clock, Random& random, void (*more)(call::Table&) = nullptr,
        const rpc::Limits& limits = {}, const notify::Render& letters = {});
    ~App();

    /// Serves until stop().
    void run();
    /// Drains and ends within ten seconds. Any thread.
    void stop();
    /// A manual clock was moved: presence is looked at and due work is done. Any thread; returns then. For tests.
    void clock_moved();
    /// Returns when every mail that is due has been tried. Any thread; for tests.
    void settle_mail();

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::uint16_t metrics_port() const;
    /// "http://localhost:8080"
    [[nodiscard]] std::string address() const;
    /// While there is no account: the one-time link of the first person.
    [[nodiscard]] const std::optional<std::string>& first_link() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// A one-time link that signs an existing account in, within a day. For `covision admin` and demos.
std::string sign_in_link(const Settings& settings, const Clock& clock, Random& random, const std::string& origin,
                         const std::string& email);

/// A one-time link for an account that is made when the link is used (or, for a known e-mail, a new password). For
/// `covision admin`; may run beside a serving server. Returns "ORIGIN/enter#TOKEN" with the given origin.
std::string account_link(const Settings& settings, const Clock& clock, Random& random, const std::string& origin,
                         const std::string& email, const std::string& name);

/// Signs the account of this e-mail out everywhere: within two seconds where a server serves the folder, else at its
/// next start. For `covision admin`.
void end_logins(const Settings& settings, const Clock& clock, Random& random, const std::string& email);

}  // namespace covision::app
