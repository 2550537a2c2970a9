#include "tests/bench/wsload/sockets.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <utility>

#include "tests/bench/wsload/usage.hpp"

namespace covision::bench {
namespace {

// The key and answer of RFC 6455 §1.3: a bench needs no secret ones.
constexpr std::string_view key = "dGhlIHNhbXBsZSBub25jZQ==", accepted = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";
constexpr std::int64_t patience = 30'000'000'000, short_wait = 50'000'000;

}  // namespace

std::int64_t now_ns() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

Sockets::Sockets(Options options)
    : options_(std::move(options)), epoll_(epoll_create1(EPOLL_CLOEXEC)), buffer_(std::size_t{256} * 1024) {
    conns_.resize(options_.conns);
}

// Reset, not closed: thousands of ports would wait for a minute otherwise.
Sockets::~Sockets() {
    const linger hard{1, 0};
    for (auto& conn : conns_) {
        if (conn.fd < 0) continue;
        setsockopt(conn.fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        close(conn.fd);
    }
    close(epoll_);
}

void Sockets::connect_all() {
    std::size_t next = 0;
    last_progress_ = now_ns();
    while (ready_ + dead_ < options_.conns) {
        while (next < options_.conns && next - ready_ - dead_ < options_.window) open(next++);
        poll(short_wait);
        if (now_ns() - last_progress_ > patience) die("no progress for 30 s while connecting");
    }
}

void Sockets::open(std::size_t i) {
    Conn& conn = conns_[i];
    if (conn.stage == Stage::dead) --dead_;
    conn = {};
    conn.i = static_cast<std::uint32_t>(i);
    conn.g = static_cast<std::uint32_t>(i / options_.group);
    conn.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (conn.fd < 0) die("no more sockets: raise ulimit -n");
    const int one = 1;
    setsockopt(conn.fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (options_.receive_buffer > 0)
        setsockopt(conn.fd, SOL_SOCKET, SO_RCVBUF, &options_.receive_buffer, sizeof options_.receive_buffer);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(options_.port);
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(conn.fd, reinterpret_cast<sockaddr*>(&there), sizeof there) < 0 && errno != EINPROGRESS)
        return options_.comes_back ? kill(conn, "refused") : die(std::strerror(errno));
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u32 = conn.i;
    conn.wants_write = true;
    epoll_ctl(epoll_, EPOLL_CTL_ADD, conn.fd, &event);
}

void Sockets::on_connected(Conn& conn) {
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(conn.fd, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0) return kill(conn, std::strerror(error));
    std::string request = "GET ";
    options_.path->render(request, vars(conn), options_.size, options_.lines);
    request += " HTTP/1.1\r\nHost: localhost:" + std::to_string(options_.port) +
               "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ";
    request += key;
    request += "\r\n";
    if (!options_.protocol.empty()) request += "Sec-WebSocket-Protocol: " + options_.protocol + "\r\n";
    for (const auto& header : options_.headers) {
        header.render(request, vars(conn), options_.size, options_.lines);
        request += "\r\n";
    }
    request += "\r\n";
    conn.stage = Stage::upgrading;
    write(conn, request);
}

/// Sends what stands before the next waiting step.
void Sockets::advance(Conn& conn) {
    while (conn.step < options_.steps.size() && !options_.steps[conn.step].waits) {
        text_.clear();
        options_.steps[conn.step++].sent->render(text_, vars(conn), options_.size, options_.lines);
        send_message(conn, text_);
        if (conn.stage == Stage::dead) return;
    }
    if (conn.step < options_.steps.size() || conn.stage == Stage::ready) return;
    conn.stage = Stage::ready;
    ++ready_;
    last_progress_ = now_ns();
    on_ready(conn);
}

void Sockets::on_step_message(Conn& conn, std::string_view text) {
    if (text.find(options_.steps[conn.step].awaited) == std::string_view::npos) return;
    ++conn.step;
    advance(conn);
}

void Sockets::readable(Conn& conn) {
    const auto got = recv(conn.fd, buffer_.data(), buffer_.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return kill(conn, got == 0 ? "end of stream" : std::strerror(errno));
    received_at_ = now_ns();
    const unsigned char* data = buffer_.data();
    auto size = static_cast<std::size_t>(got);
    std::string joined;
    if (!conn.in.empty()) {
        joined = std::exchange(conn.in, {});
        joined.append(reinterpret_cast<const char*>(data), size);
        data = reinterpret_cast<const unsigned char*>(joined.data());
        size = joined.size();
    }
    std::size_t used = 0;
    if (conn.stage == Stage::upgrading) used = upgraded(conn, {reinterpret_cast<const char*>(data), size});
    if (conn.stage == Stage::steps || conn.stage == Stage::ready) used += frames(conn, data + used, size - used);
    if (conn.stage != Stage::dead && used < size)
        conn.in.assign(reinterpret_cast<const char*>(data + used), size - used);
}

/// The size of the answer to the handshake, 0 while it is not there whole.
std::size_t Sockets::upgraded(Conn& conn, std::string_view data) {
    const auto end = data.find("\r\n\r\n");
    if (end == std::string_view::npos) return 0;
    if (!data.starts_with("HTTP/1.1 101") || data.find(accepted) == std::string_view::npos) {
        kill(conn, std::string(data.substr(0, data.find('\r'))).c_str());
        return 0;
    }
    conn.stage = Stage::steps;
    advance(conn);
    return end + 4;
}

std::size_t Sockets::frames(Conn& conn, const unsigned char* data, std::size_t size) {
    std::size_t done = 0;
    while (conn.stage != Stage::dead && size - done >= 2) {
        const unsigned char* frame = data + done;
        std::uint64_t length = frame[1] & 127U;
        const std::size_t more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (size - done < 2 + more) break;
        if (more > 0) length = 0;
        for (std::size_t i = 0; i < more; ++i) length = length << 8 | frame[2 + i];
        if (size - done - 2 - more < length) break;
        done += 2 + more + length;
        on_frame(conn, frame[0] & 15, {reinterpret_cast<const char*>(frame + 2 + more), length});
    }
    return done;
}

void Sockets::on_frame(Conn& conn, int opcode, std::string_view payload) {
    if (opcode == 8) return kill(conn, "closed by the server");
    if (opcode == 9) return send_frame(conn, 10, payload);
    if (opcode == 10) return;
    conn.stage == Stage::steps ? on_step_message(conn, payload) : on_message(conn, payload);
}

void Sockets::send_frame(Conn& conn, int opcode, std::string_view payload) {
    frame_.clear();
    frame_ += static_cast<char>(0x80 | opcode);
    if (payload.size() >= 65536) die("messages of 64 KiB and more are not sent");
    if (payload.size() < 126) {
        frame_ += static_cast<char>(0x80 | payload.size());
    } else {
        frame_ += static_cast<char>(0x80 | 126);
        frame_ += static_cast<char>(payload.size() >> 8);
        frame_ += static_cast<char>(payload.size() & 255);
    }
    mask_ = mask_ * 6364136223846793005ULL + 1442695040888963407ULL;
    const auto four = static_cast<std::uint32_t>(mask_ >> 32);
    char mask[4];
    std::memcpy(mask, &four, 4);
    frame_.append(mask, 4);
    const auto at = frame_.size();
    frame_.append(payload);
    for (std::size_t i = 0; i < payload.size(); ++i) frame_[at + i] = static_cast<char>(frame_[at + i] ^ mask[i & 3]);
    write(conn, frame_);
}

void Sockets::write(Conn& conn, std::string_view data) {
    if (conn.out.empty()) {
        const auto went = ::send(conn.fd, data.data(), data.size(), MSG_NOSIGNAL);
        if (went < 0 && errno != EAGAIN) return kill(conn, std::strerror(errno));
        if (went > 0) data.remove_prefix(static_cast<std::size_t>(went));
    }
    if (data.empty()) return want_write(conn, false);
    conn.out.append(data);
    want_write(conn, true);
}

void Sockets::want_write(Conn& conn, bool on) {
    if (std::exchange(conn.wants_write, on) == on) return;
    epoll_event event{};
    event.events = on ? EPOLLIN | EPOLLOUT : EPOLLIN;
    event.data.u32 = conn.i;
    epoll_ctl(epoll_, EPOLL_CTL_MOD, conn.fd, &event);
}

void Sockets::listen(Conn& conn, bool reads) {
    epoll_event event{};
    if (reads) event.events = EPOLLIN;
    event.data.u32 = conn.i;
    epoll_ctl(epoll_, EPOLL_CTL_MOD, conn.fd, &event);
}

void Sockets::kill(Conn& conn, const char* why) {
    if (conn.stage == Stage::dead) return;
    if (dead_ < 5 && !options_.comes_back) std::fprintf(stderr, "bench_wsload: connection %u: %s\n", conn.i, why);
    if (conn.stage == Stage::ready) --ready_;
    conn.stage = Stage::dead;
    ++dead_;
    close(std::exchange(conn.fd, -1));
    on_dead(conn);
}

void Sockets::poll(std::int64_t wait_ns) {
    const timespec wait{wait_ns / 1'000'000'000, wait_ns % 1'000'000'000};
    epoll_event events[512];
    const int count = epoll_pwait2(epoll_, events, 512, &wait, nullptr);
    for (int k = 0; k < count; ++k) {
        Conn& conn = conns_[events[k].data.u32];
        if (conn.stage == Stage::dead) continue;
        if (conn.stage == Stage::connecting) {
            on_connected(conn);
            continue;
        }
        if ((events[k].events & EPOLLOUT) != 0 && conn.wants_write) write(conn, std::exchange(conn.out, {}));
        if (conn.stage != Stage::dead && (events[k].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) readable(conn);
    }
}

}  // namespace covision::bench
