#pragma once
// What an operator can choose; see README "Configuration".

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

    [[nodiscard]] std::string database_file() const { return data + "/covision.db"; }
    [[nodiscard]] std::string keys_file() const { return data + "/keys.db"; }
    [[nodiscard]] std::string master_key_file() const { return master_key.empty() ? data + ".key" : master_key; }
};

}  // namespace covision::app
