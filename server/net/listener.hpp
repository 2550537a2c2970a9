#pragma once
// Sockets that listen, and what they need before the first connection.

#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <vector>

#include "server/net/connection.hpp"

namespace covision::net {

class Listener {
public:
    /// Binds and listens; throws StartError.
    Listener(asio::io_context& io, const std::string& address, std::uint16_t port);

    /// Hands out every connection from now on.
    void accept(std::function<void(Socket)> use);
    void close();
    [[nodiscard]] std::uint16_t port() const { return state_->port; }

private:
    struct State {
        explicit State(asio::io_context& io) : acceptor(io), pause(io) {}
        asio::basic_socket_acceptor<Tcp, asio::io_context::executor_type> acceptor;
        asio::steady_timer pause;
        std::function<void(Socket)> use;
        std::uint16_t port = 0;
    };
    static void next(const std::shared_ptr<State>& state);

    std::shared_ptr<State> state_;
};

/// All of Options::listen, on one port. Throws StartError: also where an address beyond loopback would be plain.
std::vector<Listener> listen_on(asio::io_context& io, const Options& options);
std::unique_ptr<Listener> metrics_listener(asio::io_context& io, const Options& options);
/// None where no certificate was given. Throws StartError.
std::unique_ptr<asio::ssl::context> tls_context(const Options& options);

}  // namespace covision::net
