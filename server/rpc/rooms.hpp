#pragma once
// Who is here: presence in a session's room. In memory only; `presence.changed` carries no number. Several connections
// of an account are one presence; whoever loses the last one without leaving is `reconnecting` for a while.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "protocol/messages/feed.hpp"
#include "server/rpc/connection.hpp"
#include "server/rpc/dispatcher.hpp"
#include "server/rpc/limits.hpp"

namespace covision::rpc {

class Rooms {
public:
    explicit Rooms(const Limits& limits) : limits_(limits) {}

    /// Throws Refused: room_full, too_many_rooms.
    protocol::Room enter(const ConnectionPtr& connection, const std::string& group, const std::string& session);
    /// Also where the connection never was.
    protocol::Room leave(Connection& connection, const std::string& group, const std::string& session);
    /// The connection went without leaving: its account may come back.
    void lose(Connection& connection, Instant now);
    /// The connection, or the account's right to see the group, ended: nobody waits for it.
    void remove(Connection& connection);
    void remove(const std::string& account, const std::string& group);
    /// Those who did not come back in time are gone.
    void tick(Instant now);

private:
    using Key = std::pair<std::string, std::string>;
    struct Person {
        std::vector<ConnectionPtr> connections;
        Instant until{};  // where there is no connection
    };
    using People = std::map<std::string, Person>;

    void take_out(People& people, Connection& connection);
    void forget(Connection& connection, const Key& key);
    void announce(const Key& key);
    static protocol::Room described(const Key& key, const People& people);

    const Limits& limits_;
    std::map<Key, People> rooms_;
};

}  // namespace covision::rpc
