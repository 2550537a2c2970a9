#pragma once
// The dispatcher's inside. Network thread only.

#include <string>
#include <unordered_map>
#include <vector>

#include "server/rpc/bucket.hpp"
#include "server/rpc/connection.hpp"
#include "server/rpc/dispatcher.hpp"
#include "server/rpc/due.hpp"
#include "server/rpc/feeds.hpp"
#include "server/rpc/rooms.hpp"
#include "server/rpc/runner.hpp"

namespace covision::rpc {

struct Dispatcher::Parts {
    explicit Parts(Services given)
        : services(with(rooms, std::move(given))),
          runner(services, [this](Runner::Finished finished) { deliver(std::move(finished)); }),
          feeds(services.limits),
          rooms(services.limits),
          due(services, runner) {}

    // dispatcher.cpp: from a frame to a call in its place, and its answer
    void received(const ConnectionPtr& connection, std::string_view frame);
    [[nodiscard]] bool within_quota(Connection& connection, const std::string& id);
    void enqueue(const ConnectionPtr& connection, protocol::Request request);
    void pump(const ConnectionPtr& connection);
    void start(const CallPtr& call);
    void reply(Call& call);
    void refuse(Connection& connection, const std::string& id, const Refused& refusal);

    // deliver.cpp: what finished goes out, and whose right ended goes first
    void deliver(Runner::Finished finished);
    void withdraw(const call::Revocation& revocation);
    void end(const ConnectionPtr& connection);
    void close_ended();
    void check_logins(Instant now);
    void clean(Instant now);

    // calendars.cpp
    [[nodiscard]] bool may_ask_for_calendar(const std::string& token, const std::string& address);

    // builtins.cpp
    [[nodiscard]] bool start_builtin(const CallPtr& call);
    void follow(const CallPtr& call);
    void unfollow(const CallPtr& call);
    void enter(const CallPtr& call);
    void leave(const CallPtr& call);
    void time_now(const CallPtr& call);
    void may_follow(call::Read& context, const std::string& feed) const;

    struct Account {
        Bucket calls;
        std::vector<ConnectionPtr> connections;
    };
    struct Address {
        Bucket opens, calendars;
        std::size_t connections = 0;
    };

    /// Methods ask the rooms who is there.
    static Services with(const Rooms& rooms, Services given) {
        given.features.presence = &rooms;
        return given;
    }

    const Services services;
    Runner runner;
    Feeds feeds;
    Rooms rooms;
    Due due;
    std::unordered_map<std::string, Account> accounts;
    std::unordered_map<std::string, Address> addresses;
    std::unordered_map<std::size_t, Bucket> calendars;  // by a hash of the secret, of those that are somebody's
    std::size_t connections = 0;
    bool draining = false;
    std::vector<ConnectionPtr> ended;  // to be closed when their answers are out
    Instant looked_at{}, cleaned_at{};
};

[[nodiscard]] bool is_builtin(std::string_view name);

}  // namespace covision::rpc
