#include "server/net/server.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <optional>
#include <typeinfo>
#include <unordered_map>

#include "server/base/log.hpp"
#include "server/net/connection.hpp"
#include "server/net/listener.hpp"
#include "server/net/sender.hpp"

namespace covision::net {
namespace {

using namespace std::chrono_literals;

constexpr auto tick_every = 200ms;
constexpr int ticks_a_sweep = 5;
constexpr auto drain_look = 50ms;
constexpr std::size_t scratch = 64 * 1024;
// Sockets beside the WebSockets: requests, and handshakes that come to nothing.
constexpr std::size_t more_sockets = 512, more_of_address = 64;

}  // namespace

struct Server::Parts {
    explicit Parts(Options given)
        : options(std::move(given)),
          tls(tls_context(options)),
          listeners(listen_on(io, options)),
          metrics(metrics_listener(io, options)),
          site(options, listeners.front().port()),
          timer(io),
          drain_timer(io) {}

    void begin(rpc::Dispatcher& dispatcher) {
        hub.emplace(Hub{io,
                        dispatcher,
                        options.limits,
                        site,
                        tls.get(),
                        options.behind_proxy,
                        metrics_port(),
                        std::vector<char>(scratch),
                        std::vector<char>(scratch),
                        {},
                        false,
                        false,
                        Steady::now(),
                        [this](Connection& connection) { forget(connection); }});
        for (auto& listener : listeners) listener.accept([this](Socket socket) { take(std::move(socket), false); });
        if (metrics) metrics->accept([this](Socket socket) { take(std::move(socket), true); });
        tick();
    }

    [[nodiscard]] std::uint16_t metrics_port() const { return metrics ? metrics->port() : std::uint16_t{0}; }

    void take(Socket socket, bool for_metrics) {
        boost::system::error_code error;
        const auto peer = socket.remote_endpoint(error);
        if (error) return;
        auto address = sender_of(peer.address());
        const auto& limits = options.limits;
        if (connections.size() >= limits.connections + more_sockets) return;
        auto& count = of_address[address];
        if (!options.behind_proxy && count >= limits.connections_per_address + more_of_address) return;
        ++count;
        socket.set_option(Tcp::no_delay(true), error);
        if (limits.kernel_buffer > 0)
            socket.set_option(asio::socket_base::send_buffer_size(limits.kernel_buffer), error);
        auto made = std::make_shared<Connection>(*hub, std::move(socket), std::move(address), for_metrics);
        connections.emplace(made.get(), made);
        made->start();
    }

    void forget(Connection& connection) {
        const auto found = of_address.find(connection.address());
        if (found != of_address.end() && --found->second == 0) of_address.erase(found);
        connections.erase(&connection);
    }

    [[nodiscard]] std::vector<std::shared_ptr<Connection>> all() const {
        std::vector<std::shared_ptr<Connection>> copy;
        copy.reserve(connections.size());
        for (const auto& [raw, connection] : connections) copy.push_back(connection);
        return copy;
    }

    void tick() {
        timer.expires_after(tick_every);
        timer.async_wait([this](const auto& error) {
            if (error) return;
            tick();  // first: whatever happens below, there is a next time
            hub->now = Steady::now();
            hub->dispatcher.tick();
            if (++ticks % ticks_a_sweep == 0)
                for (const auto& connection : all()) connection->sweep();
        });
    }

    void stop() {
        if (hub->stopping) return;
        hub->stopping = true;
        for (auto& listener : listeners) listener.close();
        if (metrics) metrics->close();
        hub->dispatcher.drain();
        stop_at = Steady::now() + options.limits.drain;
        close_at = stop_at - options.limits.closing - 1s;
        drain();
    }

    // Calls in flight are answered first; who does not answer the close frame in time is left behind.
    void drain() {
        const auto now = Steady::now();
        if (!closing && (hub->dispatcher.in_flight() == 0 || now >= close_at)) {
            closing = true;
            // Answers that have just come leave first.
            asio::post(io, [this] {
                for (const auto& connection : all()) connection->shut_down();
            });
        } else if ((closing && connections.empty()) || now >= stop_at) {
            return io.stop();
        }
        drain_timer.expires_after(drain_look);
        drain_timer.async_wait([this](const auto& error) {
            if (!error) drain();
        });
    }

    const Options options;
    asio::io_context io{1};
    std::unique_ptr<asio::ssl::context> tls;
    std::vector<Listener> listeners;
    std::unique_ptr<Listener> metrics;
    Site site;
    std::optional<Hub> hub;  // from begin() on
    asio::steady_timer timer, drain_timer;
    std::unordered_map<Connection*, std::shared_ptr<Connection>> connections;
    std::unordered_map<std::string, std::size_t> of_address;
    std::size_t ticks = 0;
    bool closing = false;
    Steady::time_point stop_at{}, close_at{};
};

Server::Server(Options options) : parts_(std::make_unique<Parts>(std::move(options))) {}

Server::~Server() {
    for (const auto& connection : parts_->all()) connection->gone();
}

void Server::run(rpc::Dispatcher& dispatcher) {
    parts_->begin(dispatcher);
    for (;;) {
        try {
            parts_->io.run();
            return;
        } catch (const std::exception& error) {
            // A fault of ours in the handling of one thing; the others go on. Its text might quote somebody.
            log::error("net.handler_threw", {{"what", typeid(error).name()}});
        }
    }
}

void Server::stop() {
    asio::post(parts_->io, [this] { parts_->stop(); });
}

void Server::post(std::function<void()> function) { asio::post(parts_->io, std::move(function)); }

std::uint16_t Server::port() const { return parts_->listeners.front().port(); }

std::uint16_t Server::metrics_port() const { return parts_->metrics_port(); }

std::string Server::address() const { return parts_->site.address(); }

}  // namespace covision::net
