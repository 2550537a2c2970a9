#pragma once
// What each request gets, decided without sockets: routes, who may ask from where, and the headers of every answer.

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/net/files.hpp"
#include "server/net/request.hpp"
#include "server/net/server.hpp"

namespace covision::net {

inline constexpr std::string_view cookie_name = "__Host-covision";

struct Response {
    int status = 200;
    std::string type = "application/json";
    std::shared_ptr<const std::string> body = std::make_shared<const std::string>();
    std::vector<std::pair<std::string, std::string>> headers{};
};

/// As every failed request gets it.
Response problem(int status, std::string_view code, std::string_view message);
/// The answer to what could not be parsed.
Response unreadable(int status);

/// What is to be done with a request.
struct Route {
    enum class Kind { respond, open, upgrade, metrics, calendar } kind = Kind::respond;
    Response response{};  // respond
    std::string name{};   // open: the method
    std::string token{};  // open, upgrade: the caller's, or ""; calendar: its secret
};

class Site {
public:
    /// `port`: where it really listens.
    Site(const Options& options, std::uint16_t port);

    [[nodiscard]] Route route(const Request& request) const;
    /// The metrics port knows one path.
    [[nodiscard]] Route metrics_route(const Request& request, std::uint16_t port) const;

    /// Status line and headers. `length`: the body's, though HEAD leaves it out.
    [[nodiscard]] std::string head(const Response& response, bool keep_alive) const;
    /// The answer to an upgrade that may be.
    [[nodiscard]] std::string switching(const Request& request) const;
    /// Set-Cookie for a login; an empty token signs out.
    [[nodiscard]] std::string cookie(const std::string& token) const;
    /// What the server is called in a browser.
    [[nodiscard]] const std::string& address() const { return address_; }

private:
    [[nodiscard]] Route get(const Request& request) const;
    [[nodiscard]] Route post(const Request& request) const;
    [[nodiscard]] Route upgrade(const Request& request) const;
    [[nodiscard]] Route file(const Request& request, const File& file) const;
    [[nodiscard]] std::optional<Route> misdirected(const Request& request) const;

    Files files_;
    std::set<std::string, std::less<>> origins_, hosts_;
    std::string address_, port_;
    std::shared_ptr<const std::string> openrpc_;
    std::function<bool()> ready_;
    bool tls_outside_;
    std::int64_t cookie_seconds_;
};

/// Tokens are base64url, 128 characters at most; anything else was not made by us.
bool is_token_text(std::string_view text);

/// A login's token: from Authorization, else from the cookie; "" where neither has one.
struct Credentials {
    std::string token;
    bool cookie_sent = false;
};
Credentials credentials(const Request& request);

/// Whom a proxy before us serves: the last of X-Forwarded-For, or "".
std::string forwarded_for(const Request& request);

/// Sec-WebSocket-Key: the base64 of 16 bytes.
bool is_websocket_key(std::string_view key);

}  // namespace covision::net
