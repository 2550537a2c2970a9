// A connection's WebSocket side.
#include "server/base/counters.hpp"
#include "server/base/log.hpp"
#include "server/net/connection.hpp"

namespace covision::net {
namespace {

Counter slow_counter("covision_slow_readers_total", "connections that were cut because they did not read");
Counter faults_counter("covision_websocket_faults_total", "connections that broke the protocol");

constexpr std::uint16_t controls_per_second = 100;

}  // namespace

void Connection::consume_frames(char* data, std::size_t size) {
    heard_ = hub_.now;
    pinged_ = false;
    const auto fault = reader_.feed(data, size, *this);
    if (fault && stage_ != Stage::ending) {
        faults_counter.add();
        if (stage_ == Stage::socket)
            queue(std::make_shared<const std::string>(close_frame(fault->code, fault->reason)));
        end_stream();
        return leave_dispatcher();
    }
    if (stage_ != Stage::socket) return;
    if (!reader_.inside()) {
        inside_ = false;
    } else if (!std::exchange(inside_, true)) {
        deadline_ = Steady::now() + hub_.limits.message;
    }
}

bool Connection::on_message(std::string_view text) {
    inside_ = false;  // a next one that has begun already has its own time
    if (stage_ == Stage::socket) hub_.dispatcher.received(rpc_, text);
    return stage_ == Stage::socket || stage_ == Stage::closing;
}

bool Connection::on_ping(std::string_view payload) {
    if (!control_allowed()) return false;
    if (stage_ == Stage::socket) queue_control(Opcode::pong, payload);
    return true;
}

bool Connection::on_pong() { return control_allowed(); }

// The answer to a close frame is its echo; ours was answered by this one.
bool Connection::on_close(std::uint16_t code) {
    if (stage_ == Stage::socket) queue(std::make_shared<const std::string>(close_frame(code, {})));
    end_stream();
    leave_dispatcher();
    return false;
}

bool Connection::control_allowed() {
    if (++controls_ <= controls_per_second) return true;
    close(rpc::close_code::policy, "too many pings");
    end_stream();
    return false;
}

void Connection::queue_control(Opcode opcode, std::string_view payload) {
    out_.push_frame(opcode, std::make_shared<const std::string>(payload), 0);
    queued();
}

void Connection::send(rpc::Frame frame, std::uint64_t tag) {
    if (stage_ != Stage::socket) return;
    out_.push_frame(Opcode::text, std::move(frame), tag);
    queued();
    const auto over = [this] {
        return out_.bytes() > hub_.limits.queued_bytes || out_.count() > hub_.limits.queued_frames;
    };
    if (!over()) return;
    flush();  // perhaps it is only this turn that was so long
    if (stage_ == Stage::socket && over()) cut();
}

void Connection::cut() {
    slow_counter.add();
    log::info("net.slow_reader", {{"address", address_}});
    fail_soon();  // a close frame would wait behind the rest (P-41)
}

void Connection::close(std::uint16_t code, std::string_view reason) {
    if (stage_ != Stage::socket) return;
    queue(std::make_shared<const std::string>(close_frame(code, reason)));
    stage_ = Stage::closing;
    deadline_ = Steady::now() + hub_.limits.closing;
}

void Connection::sweep_socket() {
    const auto& limits = hub_.limits;
    const auto silent = hub_.now - heard_;
    if (silent > limits.silence) return gone();
    if (inside_ && hub_.now > deadline_) return close(rpc::close_code::policy, "message too slow");
    if (silent > limits.ping_after && !std::exchange(pinged_, true)) queue_control(Opcode::ping, {});
}

}  // namespace covision::net
