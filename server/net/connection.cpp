#include "server/net/connection.hpp"

#include <sys/socket.h>

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>

namespace covision::net {
namespace {

constexpr int reads_at_once = 4;  // then it is somebody else's turn
constexpr std::size_t tls_write = 32 * 1024;

}  // namespace

void Hub::flush_soon(std::shared_ptr<Connection> connection) {
    dirty.push_back(std::move(connection));
    if (std::exchange(flushing, true)) return;
    asio::post(io, [this] {
        flushing = false;
        for (const auto& one : std::exchange(dirty, {})) one->flush();
    });
}

Connection::Connection(Hub& hub, Socket socket, std::string address, bool metrics)
    : hub_(hub),
      socket_(std::move(socket)),
      address_(std::move(address)),
      http_(std::make_unique<Http>(RequestLimits{hub.limits.header_bytes, hub.limits.headers, hub.limits.body_bytes})),
      reader_({hub.limits.frame_bytes, hub.limits.fragments}),
      metrics_(metrics) {
    if (hub.tls && !metrics) tls_ = std::make_unique<Tls>(socket_, *hub.tls);
}

void Connection::start() {
    deadline_ = Steady::now() + hub_.limits.handshake;
    if (!tls_) return read();
    stage_ = Stage::tls;
    tls_->stream.async_handshake(asio::ssl::stream_base::server, [self = shared_from_this()](const auto& error) {
        if (error || self->stage_ != Stage::tls) return self->gone();
        self->stage_ = Stage::request;
        self->read();
    });
}

void Connection::read() {
    if (reading_ || !wants_bytes()) return;
    reading_ = true;
    if (!tls_) {
        socket_.async_wait(Socket::wait_read, [self = shared_from_this()](const auto& error) {
            self->reading_ = false;
            error ? self->gone() : self->readable();
        });
        return;
    }
    tls_->stream.async_read_some(asio::buffer(tls_->in),
                                 [self = shared_from_this()](const auto& error, std::size_t size) {
                                     self->reading_ = false;
                                     if (error) return self->ended_by_peer();
                                     self->consume(self->tls_->in.data(), size);
                                     self->read();
                                 });
}

// Into one buffer for all connections: an idle one needs none.
void Connection::readable() {
    for (int i = 0; i < reads_at_once && wants_bytes(); ++i) {
        const auto got = ::recv(socket_.native_handle(), hub_.in.data(), hub_.in.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) break;
        if (got < 0) return gone();
        if (got == 0) return ended_by_peer();
        consume(hub_.in.data(), static_cast<std::size_t>(got));
        if (static_cast<std::size_t>(got) < hub_.in.size()) break;
    }
    read();
}

void Connection::ended_by_peer() {
    flush();  // who closes one direction only may still be waiting for an answer
    gone();
}

void Connection::consume(char* data, std::size_t size) {
    if (stage_ == Stage::socket || stage_ == Stage::closing) return consume_frames(data, size);
    if (stage_ != Stage::request) return;  // what comes after the end is read and forgotten
    http_->input.append(data, size);
    next_request();
}

void Connection::queue(rpc::Frame text) {
    out_.push(std::move(text));
    queued();
}

void Connection::queued() {
    if (out_.count() == 1) moved_ = hub_.now;
    if (!std::exchange(dirty_, true)) hub_.flush_soon(shared_from_this());
}

void Connection::flush() {
    dirty_ = false;
    if (stage_ == Stage::gone || stage_ == Stage::tls || writing_) return;
    tls_ ? flush_tls() : flush_plain();
}

void Connection::flush_plain() {
    while (!out_.empty()) {
        const auto size = out_.gather(hub_.out.data(), hub_.out.size());
        const auto went = ::send(socket_.native_handle(), hub_.out.data(), size, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (went < 0 && errno == EINTR) continue;
        if (went < 0 && errno != EAGAIN) return fail_soon();
        if (went > 0) {
            out_.sent(static_cast<std::size_t>(went));
            moved_ = hub_.now;
        }
        if (went == static_cast<ssize_t>(size)) continue;
        writing_ = true;
        socket_.async_wait(Socket::wait_write, [self = shared_from_this()](const auto& error) {
            self->writing_ = false;
            if (!error) self->flush();
        });
        return;
    }
    flushed();
}

void Connection::flush_tls() {
    if (out_.empty()) return flushed();
    tls_->out.resize(tls_write);
    tls_->out.resize(out_.gather(tls_->out.data(), tls_->out.size()));
    out_.sent(tls_->out.size());
    writing_ = true;
    asio::async_write(tls_->stream, asio::buffer(tls_->out),
                      [self = shared_from_this()](const auto& error, std::size_t) {
                          self->writing_ = false;
                          self->tls_->out = {};
                          self->moved_ = self->hub_.now;
                          error ? self->gone() : self->flush();
                      });
}

void Connection::flushed() {
    if (stage_ != Stage::ending || std::exchange(sent_all_, true)) return;
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
}

// Not at once: the dispatcher may be in the middle of sending to others.
void Connection::fail_soon() {
    stage_ = Stage::ending;
    out_.drop_all();
    asio::post(hub_.io, [self = shared_from_this()] { self->gone(); });
}

// What is queued leaves; then our direction is closed, and the other side has a moment to close its own. To close both
// at once could take back what it has not read yet.
void Connection::end_stream() {
    stage_ = Stage::ending;
    deadline_ = Steady::now() + hub_.limits.closing;
    queued();
}

void Connection::leave_dispatcher() {
    if (const auto mine = std::exchange(rpc_, nullptr)) hub_.dispatcher.disconnected(mine);
}

void Connection::gone() {
    if (stage_ == Stage::gone) return;
    stage_ = Stage::gone;
    boost::system::error_code ignored;
    socket_.close(ignored);
    out_.drop_all();
    leave_dispatcher();
    hub_.gone(*this);
}

void Connection::sweep() {
    controls_ = 0;
    const auto now = hub_.now;
    if (!out_.empty() && now > moved_ + hub_.limits.stuck) return gone();
    switch (stage_) {
        case Stage::request: return sweep_request();
        case Stage::socket: return sweep_socket();
        case Stage::busy:
        case Stage::gone: return;
        default:
            if (now > deadline_) gone();
    }
}

void Connection::shut_down() {
    if (stage_ == Stage::socket) return close(rpc::close_code::restart, "restart");
    if (stage_ == Stage::tls || (stage_ == Stage::request && http_->input.empty() && out_.empty())) gone();
}

}  // namespace covision::net
