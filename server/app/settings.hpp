#pragma once
// What an operator can choose; see README "Configuration".

#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace covision::app {

/// Something about the settings or the data folder keeps the server from starting: one sentence for the operator.
class SettingsError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// How mail leaves; no relay: it does not, which is a normal state.
struct MailSettings {
    std::string relay{};  ///< smtp://HOST:PORT, smtps://HOST:PORT
    std::string from{};
    std::string user{}, password_file{};
    std::string authorities{};             ///< certificates (PEM) that vouch for the relay; empty: the system's
    std::chrono::milliseconds patience{};  ///< with a relay that says nothing; 0: as long as RFC 5321 asks (tests)
};

struct Settings {
    std::string data = "data";
    /// Empty: DATA.key beside the data folder, so that a copy of the folder alone opens nothing.
    std::string master_key{};
    std::vector<std::string> listen{"127.0.0.1", "::1"};
    std::uint16_t port = 8080;
    std::vector<std::string> origins{};
    std::string certificate{}, certificate_key{};
    bool behind_proxy = false;
    std::string client{};
    /// 0: no metrics.
    std::uint16_t metrics_port = 0;
    MailSettings mail{};

    [[nodiscard]] std::string database_file() const { return data + "/covision.db"; }
    [[nodiscard]] std::string keys_file() const { return data + "/keys.db"; }
    [[nodiscard]] std::string master_key_file() const { return master_key.empty() ? data + ".key" : master_key; }
};

}  // namespace covision::app
