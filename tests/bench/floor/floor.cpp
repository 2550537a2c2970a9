// The raw floor of the bench: epoll and one send for each delivery. It stores nothing, checks nothing and speaks just
// enough WebSocket for wsload, whose handshakes all carry the same key. GET /g/NUMBER puts a connection into a group.

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::string_view accepted =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

struct Connection {
    int fd = -1;
    std::size_t group = 0;
    bool open = false;
    std::string in;
};

class Floor {
public:
    Floor() : epoll_(epoll_create1(EPOLL_CLOEXEC)), listener_(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
        const int one = 1;
        setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(listener_, reinterpret_cast<sockaddr*>(&here), sizeof here) != 0 || listen(listener_, 1024) != 0)
            fail("cannot listen");
        watch(listener_);
        socklen_t size = sizeof here;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&here), &size);
        std::printf("{\"port\": %d}\n", ntohs(here.sin_port));
        std::fflush(stdout);
    }

    [[noreturn]] void run() {
        epoll_event events[256];
        while (true) {
            const int count = epoll_wait(epoll_, events, 256, -1);
            for (int i = 0; i < count; ++i) {
                if (events[i].data.fd == listener_)
                    accept_all();
                else if (events[i].data.fd == STDIN_FILENO)
                    end_with_input();
                else
                    readable(connections_[events[i].data.fd]);
            }
        }
    }

    void end_when_input_ends() { watch(STDIN_FILENO); }

private:
    [[noreturn]] static void fail(const char* what) {
        std::perror(what);
        std::exit(2);
    }

    static void end_with_input() {
        char byte = 0;
        if (read(STDIN_FILENO, &byte, 1) <= 0) std::exit(0);
    }

    void watch(int fd) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
    }

    void accept_all() {
        const int one = 1;
        for (int fd = 0; (fd = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK)) >= 0;) {
            setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            connections_[fd] = {fd, 0, false, {}};
            watch(fd);
        }
    }

    void readable(Connection& connection) {
        char piece[65536];
        const auto got = recv(connection.fd, piece, sizeof piece, 0);
        if (got < 0 && errno == EAGAIN) return;
        if (got <= 0) return gone(connection);
        connection.in.append(piece, static_cast<std::size_t>(got));
        if (!connection.open) return handshake(connection);
        std::size_t used = 0;
        while (const auto size = frame(connection, std::string_view(connection.in).substr(used))) used += size;
        connection.in.erase(0, used);
    }

    void handshake(Connection& connection) {
        if (connection.in.find("\r\n\r\n") == std::string::npos) return;
        connection.group = std::strtoul(connection.in.c_str() + std::string_view("GET /g/").size(), nullptr, 10);
        connection.open = true;
        connection.in.clear();
        groups_[connection.group].push_back(connection.fd);
        send_all(connection.fd, accepted);
    }

    /// The size of the frame that `data` begins with; 0: it is not there whole.
    std::size_t frame(const Connection& connection, std::string_view data) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(data[i]); };
        if (data.size() < 6) return 0;
        std::size_t length = byte(1) & 127U, head = 2;
        if (length == 127) fail("a message is too long for the floor");
        if (length == 126) {
            length = byte(2) * 256U + byte(3);
            head = 4;
        }
        if (data.size() < head + 4 + length) return 0;
        out_.assign(data.substr(0, head));
        out_[1] = static_cast<char>(byte(1) & 127U);
        for (std::size_t i = 0; i < length; ++i) out_ += static_cast<char>(byte(head + 4 + i) ^ byte(head + i % 4));
        for (const int fd : groups_[connection.group]) send_all(fd, out_);
        return head + 4 + length;
    }

    static void send_all(int fd, std::string_view data) {
        const auto went = send(fd, data.data(), data.size(), MSG_NOSIGNAL);
        if (went >= 0 && static_cast<std::size_t>(went) != data.size()) fail("a reader is too slow for the floor");
    }

    void gone(Connection& connection) {
        auto& group = groups_[connection.group];
        for (auto& fd : group)
            if (fd == connection.fd) {
                fd = group.back();
                group.pop_back();
                break;
            }
        close(connection.fd);
        connections_.erase(connection.fd);
    }

    int epoll_, listener_;
    std::unordered_map<int, Connection> connections_;
    std::unordered_map<std::size_t, std::vector<int>> groups_;
    std::string out_;
};

}  // namespace

int main() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    Floor floor;
    floor.end_when_input_ends();
    floor.run();
}
