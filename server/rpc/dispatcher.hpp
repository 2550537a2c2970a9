#pragma once
// From a frame to its answer: decode once and strictly, find the method, who is calling, quota, order, run, deliver
// (SPEC.md). Knows no sockets. Everything here is called on the one network thread, which `Services::post` reaches from
// the others.
//
// Life: Table and Vault -> Executor -> WorkPool -> Dispatcher; stop in the opposite order, but stop pool and executor
// before the Dispatcher goes: what they still finish comes back to it. The sockets end before it too.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/interface.hpp"
#include "server/call/table.hpp"
#include "server/rpc/limits.hpp"
#include "server/rpc/peer.hpp"
#include "server/rpc/work_pool.hpp"
#include "server/storage/executor.hpp"

namespace covision::rpc {

struct Services {
    const call::Table& table;
    call::Services features;
    storage::Executor& executor;
    WorkPool& pool;
    const Clock& clock;  ///< asked on every thread
    Limits limits;
    /// Runs a function on the network thread, soon and in order. Any thread. First used after the constructor.
    std::function<void(std::function<void()>)> post;
    /// protocol::protocol_version of the whole interface; told by time.now.
    std::string interface_version{};
};

/// The answer to POST /auth/NAME or GET /calendar/….
struct HttpAnswer {
    int status = 200;
    std::string body;  ///< JSON: the result, or {code, message, details}; or of `type`
    std::string type{"application/json"}, etag{};
    /// The browser is signed in with this token from now on; empty: signed out.
    std::optional<std::string> login_token;
};

enum class Admission { yes, too_many_of_account, too_many_of_address, too_many };

class Connection;
using ConnectionPtr = std::shared_ptr<Connection>;

class Dispatcher {
public:
    explicit Dispatcher(Services services);
    ~Dispatcher();
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;

    /// Whether one more connection of this caller may be.
    [[nodiscard]] Admission admits(const call::Caller& caller) const;
    /// `peer` lives until `disconnected`. `token` is what the caller was authenticated by: it is looked at again now
    /// and then.
    [[nodiscard]] ConnectionPtr connected(Peer& peer, call::Caller caller, std::string token);
    /// One whole text message. May close the peer.
    void received(const ConnectionPtr& connection, std::string_view frame);
    void disconnected(const ConnectionPtr& connection);

    /// POST /auth/NAME. `caller` has address and device; whom `token` (or "") belongs to is found out here. `done` is
    /// called once, later, on the network thread.
    void open(std::string name, std::string body, std::string token, call::Caller caller,
              std::function<void(HttpAnswer)> done);
    /// Whom a login's token belongs to; nullopt: nobody, or it could not be found out. `done` is called later.
    void authenticate(std::string token, std::string address, std::string device,
                      std::function<void(std::optional<call::Caller>)> done);

    /// GET /calendar/TOKEN.ics, from `address`; `known`: If-None-Match as it came. `done` is called once, later.
    void calendar(std::string token, std::string known, const std::string& address,
                  std::function<void(HttpAnswer)> done);

    /// Looks at the clock: due work, presence, logins. To be called a few times a second, and when a manual clock was
    /// moved.
    void tick();
    /// All work that was due at the last tick() is done. On the network thread, as tick().
    bool settled() const;

    /// From now on every new call is refused with `restarting`.
    void drain();
    /// Calls that are not answered yet, over HTTP too.
    [[nodiscard]] std::size_t in_flight() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// feed.*, presence.*, time.*: methods that are not in the table, for the generated documents.
std::vector<protocol::MethodType> builtin_methods();
/// Notifications without a number.
std::vector<protocol::EventType> builtin_notifications();

}  // namespace covision::rpc
