#pragma once
// A connection as the dispatcher sees it. net's WebSocket is one, tests have another.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace covision::rpc {

/// One message's text, shared by all who get it.
using Frame = std::shared_ptr<const std::string>;

/// Why a connection is closed; the numbers are WebSocket close codes.
namespace close_code {
inline constexpr std::uint16_t policy = 1008;
inline constexpr std::uint16_t restart = 1012;
inline constexpr std::uint16_t login_ended = 4401;
}  // namespace close_code

/// Everything here is called on the network thread and returns at once.
class Peer {
public:
    virtual ~Peer() = default;
    /// Queues a message. `tag` not 0: what it belongs to (a feed), so that `drop` finds it.
    virtual void send(Frame frame, std::uint64_t tag = 0) = 0;
    /// Takes back messages with this tag that have not begun to leave.
    virtual void drop(std::uint64_t tag) = 0;
    /// Ends the connection after what is queued. Dispatcher::disconnected is called later, not from inside.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;
};

}  // namespace covision::rpc
