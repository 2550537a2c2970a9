#include "server/rpc/dispatcher.hpp"

#include <algorithm>

#include "server/base/counters.hpp"
#include "server/rpc/failure.hpp"
#include "server/rpc/parts.hpp"

namespace covision::rpc {
namespace {

Counter calls_counter("covision_calls_total", "calls that came in over a WebSocket");
Counter failed_counter("covision_calls_failed_total", "of these, answered by an error");
Counter connections_gauge("covision_connections", "open WebSockets", Counter::Kind::gauge);

Lane lane_of(const call::Method& method) {
    if (method.kind == call::Kind::read) return Lane::read;
    return method.prepares ? Lane::alone : Lane::write;
}

}  // namespace

Dispatcher::Dispatcher(Services services) : parts_(std::make_unique<Parts>(std::move(services))) {}
Dispatcher::~Dispatcher() = default;

Admission Dispatcher::admits(const call::Caller& caller) const {
    const auto& limits = parts_->services.limits;
    if (parts_->connections >= limits.connections) return Admission::too_many;
    const auto address = parts_->addresses.find(caller.address);
    if (address != parts_->addresses.end() && address->second.connections >= limits.connections_per_address)
        return Admission::too_many_of_address;
    const auto account = parts_->accounts.find(caller.account);
    if (account != parts_->accounts.end() && account->second.connections.size() >= limits.connections_per_account)
        return Admission::too_many_of_account;
    return Admission::yes;
}

ConnectionPtr Dispatcher::connected(Peer& peer, call::Caller caller, std::string token) {
    auto& account = parts_->accounts[caller.account];
    ++parts_->addresses[caller.address].connections;
    connections_gauge.set(static_cast<std::int64_t>(++parts_->connections));
    auto made = std::make_shared<Connection>(peer, std::move(caller), std::move(token), parts_->services.clock.now());
    account.connections.push_back(made);
    return made;
}

void Dispatcher::received(const ConnectionPtr& connection, std::string_view frame) {
    if (connection->peer && !connection->ending) parts_->received(connection, frame);
}

void Dispatcher::disconnected(const ConnectionPtr& connection) {
    if (!connection->peer) return;
    connection->peer = nullptr;
    connection->waiting.clear();
    parts_->feeds.unsubscribe_all(*connection);
    parts_->rooms.lose(*connection, parts_->services.clock.now());
    auto& others = parts_->accounts[connection->caller.account].connections;
    others.erase(std::remove(others.begin(), others.end(), connection), others.end());
    --parts_->addresses[connection->caller.address].connections;
    connections_gauge.set(static_cast<std::int64_t>(--parts_->connections));
}

void Dispatcher::open(std::string name, std::string body, std::string token, call::Caller caller,
                      std::function<void(HttpAnswer)> done) {
    auto& parts = *parts_;
    auto call = std::make_shared<Call>();
    call->name = std::move(name);
    call->params = std::move(body);
    call->caller = std::move(caller);
    call->id = uuid4(parts.services.features.random);
    call->method = parts.services.table.find(call->name);
    call->answer = [&parts, done = std::move(done)](Call& finished) {
        HttpAnswer answer;
        if (finished.error) {
            const auto failure = failure_of(finished.error, finished.name, parts.services.features.random);
            answer.status = failure.status();
            answer.body = failure.body();
        } else {
            answer.body = std::move(finished.result);
            answer.login_token = std::move(finished.login_token);
        }
        done(std::move(answer));
    };
    const auto& limits = parts.services.limits;
    auto& opens = parts.addresses[call->caller.address].opens;
    const auto refuse = [&](const Refused& why) {
        call->error = std::make_exception_ptr(why);
        parts.services.post([call] { call->answer(*call); });
    };
    if (!call->method || !call->method->open)
        refuse({"unknown_method", "There is nothing under this address."});
    else if (parts.draining)
        refuse({"restarting", "The server is restarting. Try again in a moment."});
    else if (!opens.take(parts.services.clock.now(), limits.open_per_minute, limits.open_burst))
        refuse({"slow_down", "Too many tries from your network. Wait a minute."});
    else
        parts.runner.run_open(call, std::move(token));
}

void Dispatcher::authenticate(std::string token, std::string address, std::string device,
                              std::function<void(std::optional<call::Caller>)> done) {
    auto& parts = *parts_;
    auto call = std::make_shared<Call>();
    call->name = "authenticate";
    call->caller.address = std::move(address);
    call->caller.device = std::move(device);
    auto found = std::make_shared<std::optional<call::Caller>>();
    call->answer = [found, done = std::move(done)](Call& finished) {
        if (finished.error) found->reset();
        done(std::move(*found));
    };
    parts.runner.look(call, [&parts, call, found, token = std::move(token)](call::Read& context) {
        if (!parts.services.table.authenticate) return;
        *found = parts.services.table.authenticate(context, token);
        if (!*found) return;
        (*found)->address = call->caller.address;
        (*found)->device = call->caller.device;
    });
}

void Dispatcher::tick() {
    const auto now = parts_->services.clock.now();
    parts_->rooms.tick(now);
    parts_->due.tick(now, parts_->runner.wrote());
    parts_->check_logins(now);
    parts_->clean(now);
}

bool Dispatcher::settled() const { return parts_->due.settled(parts_->services.clock.now()); }

void Dispatcher::drain() { parts_->draining = true; }

std::size_t Dispatcher::in_flight() const { return parts_->runner.in_flight(); }

void Dispatcher::Parts::received(const ConnectionPtr& connection, std::string_view frame) {
    calls_counter.add();
    std::string id;
    try {
        // Whether within its quota or not: the id is wanted for the answer.
        auto request = protocol::decode_request(frame);
        id = request.id;
        if (within_quota(*connection, id)) enqueue(connection, std::move(request));
    } catch (protocol::DecodeError& e) {
        failed_counter.add();
        if (e.id.empty()) e.id = id;
        // What is no call at all counts as one, or it would be free.
        if (id.empty() && !within_quota(*connection, e.id)) return;
        connection->send(protocol::encode_error(e));
    } catch (const Refused& e) {
        refuse(*connection, id, e);
    }
    pump(connection);
}

bool Dispatcher::Parts::within_quota(Connection& connection, const std::string& id) {
    const auto& limits = services.limits;
    auto& bucket = accounts[connection.caller.account].calls;
    const bool free = connection.waiting.size() + connection.running < limits.calls_in_flight;
    if (free && bucket.take(services.clock.now(), limits.calls_per_minute, limits.calls_burst)) {
        connection.refused_in_row = 0;
        return true;
    }
    if (++connection.refused_in_row > limits.refused_in_row) {
        if (connection.peer) connection.peer->close(close_code::policy, "too many calls");
        return false;
    }
    refuse(connection, id, {"slow_down", "Too many calls at once. Wait a moment, then send this one again."});
    return false;
}

void Dispatcher::Parts::enqueue(const ConnectionPtr& connection, protocol::Request request) {
    if (draining) throw Refused("restarting", "The server is restarting. Send this again in a moment.");
    auto call = std::make_shared<Call>();
    call->connection = connection;
    call->id = std::move(request.id);
    call->name = std::move(request.method);
    call->params = std::move(request.params);
    call->method = services.table.find(call->name);
    if (call->method && call->method->open) call->method = nullptr;
    if (!call->method && !is_builtin(call->name))
        throw Refused("unknown_method", "There is no method of this name. /openrpc.json lists all of them.");
    call->answer = [this](Call& finished) { reply(finished); };
    if (call->method) {
        if (call->method->kind == call::Kind::write && !is_uuid(call->id))
            throw protocol::DecodeError(protocol::rpc_error::invalid_request, "id",
                                        "The id of a call that changes something must be a UUID.");
        if (!call->method->prepares) call->job = decode_params(*call);
        call->lane = lane_of(*call->method);
    }
    connection->waiting.push_back(std::move(call));
}

// Starts what may start. What ends at once leaves room for the next.
void Dispatcher::Parts::pump(const ConnectionPtr& connection) {
    auto& c = *connection;
    while (c.peer && !c.ending && !c.waiting.empty() && c.may_start(c.waiting.front()->lane)) {
        const auto call = std::move(c.waiting.front());
        c.waiting.pop_front();
        c.lane = call->lane;
        ++c.running;
        start(call);
    }
}

void Dispatcher::Parts::start(const CallPtr& call) {
    if (call->method) return runner.run(call);
    try {
        if (start_builtin(call)) return;
    } catch (...) {
        call->error = std::current_exception();
    }
    reply(*call);
}

void Dispatcher::Parts::reply(Call& call) {
    auto& c = *call.connection;
    --c.running;
    // A connection whose login has ended gets one answer more: to the call that ended it.
    if (!c.peer || (c.ending && call.revocations.empty())) return;
    std::string text;
    if (call.error) {
        failed_counter.add();
        auto failure = failure_of(call.error, call.name, services.features.random);
        text = failure.frame(call.id);
    } else {
        text = protocol::encode_reply(call.id, call.result, call.seq);
    }
    c.peer->send(std::make_shared<const std::string>(std::move(text)));
}

void Dispatcher::Parts::refuse(Connection& connection, const std::string& id, const Refused& refusal) {
    failed_counter.add();
    connection.send(protocol::encode_error(id.empty() ? std::nullopt : std::optional<std::string_view>(id),
                                           refusal.code(), refusal.message(), refusal.details()));
}

}  // namespace covision::rpc
