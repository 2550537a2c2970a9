#pragma once
// One accepted socket: first HTTP requests, then, after an upgrade, a WebSocket. Network thread only.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/net/frames.hpp"
#include "server/net/out_queue.hpp"
#include "server/net/site.hpp"
#include "server/rpc/dispatcher.hpp"

namespace covision::net {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using Socket = asio::basic_stream_socket<Tcp, asio::io_context::executor_type>;
using Steady = std::chrono::steady_clock;

class Connection;

/// What all connections share; it outlives them.
struct Hub {
    asio::io_context& io;
    rpc::Dispatcher& dispatcher;
    const rpc::Limits& limits;
    const Site& site;
    asio::ssl::context* tls;  // none: plain
    bool behind_proxy;
    std::uint16_t metrics_port;

    std::vector<char> in, out;                       // scratch, for one read or one send
    std::vector<std::shared_ptr<Connection>> dirty;  // have something to send at the end of this turn
    bool flushing = false, stopping = false;
    Steady::time_point now = Steady::now();  // of the last sweep
    std::function<void(Connection&)> gone;

    /// At the end of this turn everything that was queued in it leaves, in one send a connection.
    void flush_soon(std::shared_ptr<Connection> connection);
};

class Connection final : public std::enable_shared_from_this<Connection>, public rpc::Peer, FrameReader::Sink {
public:
    Connection(Hub& hub, Socket socket, std::string address, bool metrics);

    void start();
    /// Once a second: deadlines, pings.
    void sweep();
    /// The server stops: idle ones go, WebSockets are closed with 1012 once calls have been answered.
    void shut_down();
    /// What is queued leaves, as far as the socket takes it.
    void flush();
    /// Closes the socket, at once.
    void gone();

    [[nodiscard]] const std::string& address() const { return address_; }

    // rpc::Peer
    void send(rpc::Frame frame, std::uint64_t tag) override;
    void drop(std::uint64_t tag) override { out_.drop(tag); }
    void close(std::uint16_t code, std::string_view reason) override;

private:
    enum class Stage {
        tls,      // handshake
        request,  // an HTTP request is awaited or coming in
        busy,     // one is being answered; nothing is read
        socket,   // WebSocket
        closing,  // a close frame was sent; the other one's is awaited
        ending,   // what is queued leaves, then the socket is closed
        gone,
    };

    // FrameReader::Sink
    bool on_message(std::string_view text) override;
    bool on_ping(std::string_view payload) override;
    bool on_pong() override;
    bool on_close(std::uint16_t code) override;

    // connection.cpp: bytes in and out
    [[nodiscard]] bool wants_bytes() const { return stage_ != Stage::busy && stage_ != Stage::gone; }
    void read();
    void readable();
    void ended_by_peer();
    void consume(char* data, std::size_t size);
    void queue(rpc::Frame text);
    void queued();
    void flush_plain();
    void flush_tls();
    void flushed();
    void fail_soon();
    void end_stream();
    void leave_dispatcher();

    // requests.cpp: HTTP
    void next_request();
    void handle();
    void respond(const Response& response, bool keep);
    void resume();
    void open(Route route);
    void calendar(Route route);
    void upgrade(Route route);
    void become_socket(call::Caller caller, std::string token);
    void sweep_request();
    [[nodiscard]] call::Caller caller() const;

    // websocket.cpp: frames
    void consume_frames(char* data, std::size_t size);
    void queue_control(Opcode opcode, std::string_view payload);
    [[nodiscard]] bool control_allowed();
    void sweep_socket();
    void cut();

    struct Http {
        explicit Http(RequestLimits limits) : parser(limits) {}
        RequestParser parser;
        Request request;
        std::string input;
        std::size_t served = 0;
        bool begun = true;  // its time runs: at first from the connection's begin, then from a request's first byte
    };
    struct Tls {
        Tls(Socket& socket, asio::ssl::context& context) : stream(socket, context) {}
        asio::ssl::stream<Socket&> stream;
        std::vector<char> in = std::vector<char>(4096);
        std::string out;
    };

    Hub& hub_;
    Socket socket_;
    const std::string address_;
    std::unique_ptr<Http> http_;  // none after the upgrade
    std::unique_ptr<Tls> tls_;
    rpc::ConnectionPtr rpc_;  // after the upgrade
    FrameReader reader_;
    OutQueue out_;
    Steady::time_point deadline_{}, heard_{}, moved_{};  // moved_: something was sent, or the queue was empty
    Stage stage_ = Stage::request;
    const bool metrics_;
    bool dirty_ = false, reading_ = false, writing_ = false, pinged_ = false, inside_ = false, sent_all_ = false;
    std::uint16_t controls_ = 0;  // pings and pongs since the last sweep
};

}  // namespace covision::net
