#pragma once
// A small blocking client for tests: a TCP connection, HTTP requests on it, and a WebSocket that speaks the protocol.
// Nothing here is shared with the server, so that both cannot be wrong together. Every read gives up after ten seconds.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <deque>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace covision::support {

class Tcp {
public:
    explicit Tcp(std::uint16_t port, int receive_buffer = 0) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval limit{10, 0};
        ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        if (receive_buffer > 0) ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(port);
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(fd_, reinterpret_cast<const sockaddr*>(&where), sizeof where) != 0) {
            ::close(fd_);
            throw std::runtime_error("cannot connect");
        }
    }
    ~Tcp() { end(); }
    Tcp(const Tcp&) = delete;
    Tcp& operator=(const Tcp&) = delete;

    void end() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }
    void end_sending() { ::shutdown(fd_, SHUT_WR); }

    /// False: the other side does not take it any more.
    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    /// One more piece into buffer(); false at the end of the stream (or after ten seconds, see timed_out).
    bool read_more() {
        char piece[16384];
        const auto got = ::recv(fd_, piece, sizeof piece, 0);
        timed_out = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
        if (got <= 0) return false;
        buffer.append(piece, static_cast<std::size_t>(got));
        return true;
    }
    /// Exactly so many bytes, or fewer at the end of the stream.
    std::string take(std::size_t size) {
        while (buffer.size() < size && read_more()) {}
        auto front = buffer.substr(0, size);
        buffer.erase(0, size);
        return front;
    }
    /// All up to and with `mark`, or "" at the end of the stream.
    std::string take_until(std::string_view mark) {
        for (;;) {
            const auto place = buffer.find(mark);
            if (place != std::string::npos) return take(place + mark.size());
            if (!read_more()) return {};
        }
    }
    /// Everything up to the end of the stream.
    std::string take_all() {
        while (read_more()) {}
        return std::exchange(buffer, {});
    }

    std::string buffer;
    bool timed_out = false;

private:
    int fd_;
};

struct HttpReply {
    int status = 0;  // 0: the connection ended without an answer
    std::string head, body;
    /// "" where there is none; names as they were sent.
    [[nodiscard]] std::string header(const std::string& name) const {
        const auto place = head.find("\r\n" + name + ": ");
        if (place == std::string::npos) return {};
        const auto from = place + name.size() + 4;
        return head.substr(from, head.find("\r\n", from) - from);
    }
};

inline HttpReply read_reply(Tcp& tcp, bool has_body = true) {
    HttpReply reply;
    reply.head = tcp.take_until("\r\n\r\n");
    if (reply.head.size() < 12) return reply;
    reply.status = std::stoi(reply.head.substr(9, 3));
    const auto length = reply.header("Content-Length");
    if (has_body && !length.empty()) reply.body = tcp.take(std::stoul(length));
    return reply;
}

using Headers = std::map<std::string, std::string>;

inline std::string request_text(const std::string& method, const std::string& target, Headers headers,
                                const std::string& body = {}) {
    if (!body.empty()) headers.emplace("Content-Length", std::to_string(body.size()));
    std::string text = method + " " + target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : headers) text.append(name).append(": ").append(value).append("\r\n");
    return text + "\r\n" + body;
}

/// One request on a connection of its own.
inline HttpReply http(std::uint16_t port, const std::string& method, const std::string& target, Headers headers = {},
                      const std::string& body = {}) {
    headers.emplace("Host", "localhost:" + std::to_string(port));
    Tcp tcp(port);
    tcp.write(request_text(method, target, std::move(headers), body));
    return read_reply(tcp, method != "HEAD");
}

/// POST /auth/NAME as the server's own page would. The login's token is in token_of().
inline HttpReply post_auth(std::uint16_t port, const std::string& name, const std::string& body, Headers headers = {}) {
    headers.emplace("Content-Type", "application/json");
    headers.emplace("X-Covision", "1");
    headers.emplace("Origin", "http://localhost:" + std::to_string(port));
    return http(port, "POST", "/auth/" + name, std::move(headers), body);
}
inline std::string token_of(const HttpReply& reply) {
    const auto cookie = reply.header("Set-Cookie");
    const auto from = cookie.find('=') + 1;
    return cookie.empty() ? "" : cookie.substr(from, cookie.find(';') - from);
}

struct WsFrame {
    int opcode = -1;  // -1: the connection ended
    bool fin = true;
    std::string payload;
    /// Of a close frame; 0: none was given.
    [[nodiscard]] int close_code() const {
        if (payload.size() < 2) return 0;
        return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
    }
};

/// A frame as a client sends it. `first`: overrides the first byte (FIN, reserved bits, opcode).
inline std::string client_frame(int first, std::string_view payload, bool masked = true) {
    std::string frame(1, static_cast<char>(first));
    const auto bit = masked ? 0x80U : 0U;
    const auto size = payload.size();
    if (size < 126) {
        frame += static_cast<char>(bit | size);
    } else {
        const int bytes = size < 65536 ? 2 : 8;
        frame += static_cast<char>(bit | (bytes == 2 ? 126U : 127U));
        for (int i = bytes; i-- > 0;) frame += static_cast<char>((size >> (8 * i)) & 0xffU);
    }
    if (!masked) return frame.append(payload);
    const char mask[4] = {0x12, 0x34, 0x56, 0x78};
    frame.append(mask, 4);
    for (std::size_t i = 0; i < size; ++i) frame += static_cast<char>(payload[i] ^ mask[i % 4]);
    return frame;
}

class WsClient {
public:
    /// Opens /ws as a program does, with a Bearer token; `more` adds to or replaces the headers, an empty value leaves
    /// one out. `reply` has the handshake's answer; nothing else may be called where it is not 101.
    WsClient(std::uint16_t port, const std::string& token, const Headers& more = {}, int receive_buffer = 0)
        : tcp(port, receive_buffer) {
        Headers headers{{"Host", "localhost:" + std::to_string(port)},
                        {"Connection", "Upgrade"},
                        {"Upgrade", "websocket"},
                        {"Sec-WebSocket-Version", "13"},
                        {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                        {"Sec-WebSocket-Protocol", "covision.v1"}};
        if (!token.empty()) headers["Authorization"] = "Bearer " + token;
        for (const auto& [name, value] : more) headers[name] = value;
        for (auto one = headers.begin(); one != headers.end();)
            one = one->second.empty() ? headers.erase(one) : std::next(one);
        tcp.write(request_text("GET", "/ws", std::move(headers)));
        reply = read_reply(tcp);
    }

    void send_text(std::string_view text) { tcp.write(client_frame(0x81, text)); }

    WsFrame next_frame() {
        WsFrame frame;
        const auto head = tcp.take(2);
        if (head.size() < 2) return frame;
        frame.fin = (head[0] & 0x80) != 0;
        std::size_t size = static_cast<unsigned char>(head[1]);
        if (size > 127) throw std::runtime_error("a server's frame is masked");
        if (size > 125) {
            const auto length = tcp.take(size == 126 ? 2 : 8);
            size = 0;
            for (const char c : length) size = size * 256 + static_cast<unsigned char>(c);
        }
        frame.opcode = head[0] & 0x0f;
        frame.payload = tcp.take(size);
        return frame;
    }

    /// The next text message; pings are answered. Throws where the connection ended instead.
    std::string next_text() {
        for (;;) {
            auto frame = next_frame();
            if (frame.opcode == 1) return frame.payload;
            if (frame.opcode == 9) tcp.write(client_frame(0x8a, frame.payload));
            if (frame.opcode == 8) throw std::runtime_error("closed with " + std::to_string(frame.close_code()));
            if (frame.opcode < 0) throw std::runtime_error(tcp.timed_out ? "nothing came" : "the connection ended");
        }
    }

    /// Sends a call and returns its reply's text. What else arrives waits for next_event().
    std::string call(const std::string& method, const std::string& params, std::string id = {}) {
        if (id.empty()) id = new_id();
        begin(method, params, id);
        return reply_to(id);
    }
    void begin(const std::string& method, const std::string& params, const std::string& id) {
        send_text(R"({"jsonrpc":"2.0","id":")" + id + R"(","method":")" + method + R"(","params":)" + params + "}");
    }
    std::string reply_to(const std::string& id) {
        const auto mark = R"("id":")" + id + '"';
        for (;;) {
            auto text = next_text();
            if (text.find(mark) != std::string::npos) return text;
            events_.push_back(std::move(text));
        }
    }
    /// The oldest notification (or reply nobody asked for) that was not handed out yet.
    std::string next_event() {
        if (events_.empty()) return next_text();
        auto event = std::move(events_.front());
        events_.pop_front();
        return event;
    }
    /// A UUID that this process has not used for a call yet.
    static std::string new_id() {
        static std::uint64_t last = (static_cast<std::uint64_t>(::getpid()) << 24) & 0xffffffffffff;
        static constexpr char digits[] = "0123456789abcdef";
        std::string tail;
        const auto number = ++last;
        for (int i = 11; i >= 0; --i) tail += digits[(number >> (4 * i)) & 15U];
        return "00000000-0000-4000-9000-" + tail;
    }

    Tcp tcp;
    HttpReply reply;

private:
    std::deque<std::string> events_;
};

}  // namespace covision::support
