#pragma once
// The sockets: HTTP and the WebSocket at /ws, on one network thread. No Asio in here.

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "server/rpc/dispatcher.hpp"
#include "server/rpc/limits.hpp"

namespace covision::net {

/// The server cannot start; the message is one sentence for the operator (a port in use, a bad certificate …).
class StartError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Options {
    /// Addresses to listen on. Anything but loopback needs `certificate` or `behind_proxy`.
    std::vector<std::string> listen{"127.0.0.1", "::1"};
    std::uint16_t port = 8080;  ///< 0: any free one
    /// Where browsers come from, "https://covision.example.org". On plain loopback http://localhost:PORT is added.
    std::vector<std::string> origins{};
    std::string certificate{}, key{};  ///< PEM files; both or none
    bool behind_proxy = false;         ///< a proxy speaks TLS; the caller's address is X-Forwarded-For's last
    bool metrics = false;              ///< serve /metrics on 127.0.0.1:metrics_port
    std::uint16_t metrics_port = 0;    ///< 0: any free one
    std::string client_folder{};       ///< the built client, loaded at start; empty: none
    std::string openrpc{};             ///< what /openrpc.json answers
    std::function<bool()> ready{};     ///< asked by /readyz on the network thread; must not block
    rpc::Limits limits{};
};

class Server {
public:
    /// Binds and listens; throws StartError. Nothing is accepted before run().
    explicit Server(Options options);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Serves on the calling thread, the network thread, until stop() has drained. The dispatcher outlives the server.
    void run(rpc::Dispatcher& dispatcher);
    /// Accepts nothing more, lets calls in flight end, closes (1012); done within Limits::drain. Any thread.
    void stop();
    /// Runs a function on the network thread, soon and in order. Any thread; may be used before run().
    void post(std::function<void()> function);

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::uint16_t metrics_port() const;
    /// What to type into a browser: "http://localhost:8080" or the first configured origin.
    [[nodiscard]] std::string address() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace covision::net
