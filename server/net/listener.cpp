#include "server/net/listener.hpp"

#include <boost/asio/ip/v6_only.hpp>

#include "server/base/counters.hpp"
#include "server/base/log.hpp"

namespace covision::net {
namespace {

using namespace std::chrono_literals;

// No descriptor or no memory is left: some will come back, asking at once again would only burn time.
constexpr auto out_of_descriptors = 100ms;

Counter failed_counter("covision_accept_failed_total", "times that no descriptor was left for a new connection");

constexpr const char* ciphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

std::string shown(const std::string& address, std::uint16_t port) {
    const bool v6 = address.find(':') != std::string::npos;
    return (v6 ? "[" + address + "]" : address) + ":" + std::to_string(port);
}

bool is_missing(const boost::system::error_code& error) {
    return error == asio::error::address_family_not_supported || error == std::errc::address_not_available;
}

}  // namespace

Listener::Listener(asio::io_context& io, const std::string& address, std::uint16_t port)
    : state_(std::make_shared<State>(io)) {
    try {
        const Tcp::endpoint where(asio::ip::make_address(address), port);
        auto& acceptor = state_->acceptor;
        acceptor.open(where.protocol());
        acceptor.set_option(Tcp::acceptor::reuse_address(true));
        if (where.address().is_v6()) acceptor.set_option(asio::ip::v6_only(true));
        acceptor.bind(where);
        acceptor.listen();
        state_->port = acceptor.local_endpoint().port();
    } catch (const boost::system::system_error& e) {
        if (is_missing(e.code())) throw;
        throw StartError("Cannot listen on " + shown(address, port) + ": " + e.code().message() + ".");
    }
}

void Listener::accept(std::function<void(Socket)> use) {
    state_->use = std::move(use);
    next(state_);
}

void Listener::next(const std::shared_ptr<State>& state) {
    state->acceptor.async_accept([state](const boost::system::error_code& error, Socket socket) {
        if (!state->acceptor.is_open() || error == asio::error::operation_aborted) return;
        const bool exhausted = error == std::errc::too_many_files_open ||
                               error == std::errc::too_many_files_open_in_system ||
                               error == std::errc::no_buffer_space || error == std::errc::not_enough_memory;
        if (!error) state->use(std::move(socket));
        if (!exhausted) return next(state);
        failed_counter.add();
        log::warn("net.cannot_accept", {{"why", error.message()}});
        state->pause.expires_after(out_of_descriptors);
        state->pause.async_wait([state](const boost::system::error_code& stopped) {
            if (!stopped && state->acceptor.is_open()) next(state);
        });
    });
}

void Listener::close() {
    boost::system::error_code ignored;
    state_->acceptor.close(ignored);
    state_->pause.cancel();
}

std::vector<Listener> listen_on(asio::io_context& io, const Options& options) {
    const bool safe_outside = options.behind_proxy || !options.certificate.empty();
    if (safe_outside && options.origins.empty())
        throw StartError("Say under which address browsers reach this server (its origin, https://…).");
    std::vector<Listener> all;
    for (const auto& address : options.listen) {
        boost::system::error_code wrong;
        const auto parsed = asio::ip::make_address(address, wrong);
        if (wrong) throw StartError("This is no address to listen on: " + address + ".");
        if (!parsed.is_loopback() && !safe_outside)
            throw StartError("Beyond this machine (" + address +
                             ") a certificate or a proxy that speaks TLS is needed.");
        try {
            all.emplace_back(io, address, all.empty() ? options.port : all.front().port());
        } catch (const boost::system::system_error& e) {
            // A machine without IPv6 still has the other one.
            if (!parsed.is_v6() || options.listen.size() == 1)
                throw StartError("Cannot listen on " + address + ": " + e.code().message() + ".");
            log::warn("net.no_ipv6", {{"address", address}});
        }
    }
    if (all.empty()) throw StartError("There is no address to listen on.");
    return all;
}

std::unique_ptr<Listener> metrics_listener(asio::io_context& io, const Options& options) {
    if (!options.metrics) return nullptr;
    return std::make_unique<Listener>(io, "127.0.0.1", options.metrics_port);
}

std::unique_ptr<asio::ssl::context> tls_context(const Options& options) {
    if (options.certificate.empty() && options.key.empty()) return nullptr;
    if (options.certificate.empty() || options.key.empty()) throw StartError("A certificate and its key go together.");
    auto context = std::make_unique<asio::ssl::context>(asio::ssl::context::tls_server);
    boost::system::error_code error;
    context->use_certificate_chain_file(options.certificate, error);
    if (error) throw StartError("The certificate " + options.certificate + " cannot be used: " + error.message() + ".");
    context->use_private_key_file(options.key, asio::ssl::context::pem, error);
    if (error) throw StartError("The key " + options.key + " cannot be used: " + error.message() + ".");
    auto* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(native, ciphers);
    SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    if (SSL_CTX_check_private_key(native) != 1)
        throw StartError("The key " + options.key + " does not belong to the certificate " + options.certificate + ".");
    return context;
}

}  // namespace covision::net
