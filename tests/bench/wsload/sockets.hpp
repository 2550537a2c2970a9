#pragma once
// Many WebSocket clients in one thread: connecting, framing, reading and writing. What the messages mean is Load's.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/wsload/options.hpp"

namespace covision::bench {

std::int64_t now_ns();

class Sockets {
public:
    explicit Sockets(Options options);
    virtual ~Sockets();
    Sockets(const Sockets&) = delete;
    Sockets& operator=(const Sockets&) = delete;

protected:
    enum class Stage : std::uint8_t { connecting, upgrading, steps, ready, dead };
    struct Conn {
        int fd = -1;
        Stage stage = Stage::connecting;
        bool wants_write = false;
        std::uint32_t i = 0, g = 0;
        std::size_t step = 0;
        std::string in, out, tail;
    };

    /// A message of a connection that has done its steps.
    virtual void on_message(Conn& conn, std::string_view text) = 0;

    /// It has done its steps; its line is gone. open() may be called from there, or later.
    virtual void on_ready(Conn&) {}
    virtual void on_dead(Conn&) {}

    void open(std::size_t i);
    /// Whether what comes is read; if not, the kernel's buffers fill.
    void listen(Conn& conn, bool reads);
    void kill(Conn& conn, const char* why);
    /// Returns when every connection is ready or dead.
    void connect_all();
    void poll(std::int64_t wait_ns);
    void send_message(Conn& conn, std::string_view payload) { send_frame(conn, options_.binary ? 2 : 1, payload); }
    [[nodiscard]] Vars vars(const Conn& conn) const { return {conn.i, conn.g, conn.i % options_.group, 0, 0}; }

    Options options_;
    std::vector<Conn> conns_;
    std::size_t ready_ = 0, dead_ = 0;
    std::int64_t received_at_ = 0;
    std::string text_;

private:
    void on_connected(Conn& conn);
    void advance(Conn& conn);
    void on_step_message(Conn& conn, std::string_view text);
    void readable(Conn& conn);
    std::size_t upgraded(Conn& conn, std::string_view data);
    std::size_t frames(Conn& conn, const unsigned char* data, std::size_t size);
    void on_frame(Conn& conn, int opcode, std::string_view payload);
    void send_frame(Conn& conn, int opcode, std::string_view payload);
    void write(Conn& conn, std::string_view data);
    void want_write(Conn& conn, bool on);

    int epoll_;
    std::vector<unsigned char> buffer_;
    std::int64_t last_progress_ = now_ns();
    std::uint64_t mask_ = 88172645463325252ULL;
    std::string frame_;
};

}  // namespace covision::bench
