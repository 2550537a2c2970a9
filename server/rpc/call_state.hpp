#pragma once
// One piece of work on its way through writer, reader or pool and back to the network thread: a call of a connection, a
// POST /auth/…, due work, or the dispatcher's own reading.

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/call/table.hpp"
#include "server/rpc/peer.hpp"

namespace covision::rpc {

class Connection;

/// What may run beside what among the calls of one connection. Writes follow each other through the writer's queue;
/// reads see one state or a later one; `alone` waits for all before it and holds up all behind it.
enum class Lane { write, read, alone };

struct Call {
    std::shared_ptr<Connection> connection;  // none: not of a connection
    call::Caller caller;                     // where there is no connection
    std::string id, name;                    // the call's own id and the method's name
    std::string params;
    const call::Method* method = nullptr;  // none: built in
    std::unique_ptr<call::Job> job;
    Lane lane = Lane::alone;
    int tries = 0;

    // The outcome, written by the thread that ran it.
    bool ran = false;
    std::string result;
    std::exception_ptr error;
    std::optional<std::int64_t> seq;
    std::vector<feed::Event> events;
    std::vector<call::Revocation> revocations;
    std::optional<std::string> login_token;

    [[nodiscard]] const call::Caller& who() const;

    /// On the network thread, after the commit and before any event of it.
    std::function<void(Call&)> answer;
};
using CallPtr = std::shared_ptr<Call>;

}  // namespace covision::rpc
