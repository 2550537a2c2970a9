#pragma once
// Who is here: presence in a session's room. In memory only; `presence.changed` carries no number. Several connections
// of an account are one presence; whoever loses the last one without leaving is `reconnecting` for a while, then
// `left`. A room in which nobody is or may come back is forgotten. On the network thread, but for gone_since().

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "protocol/messages/feed.hpp"
#include "server/call/presence.hpp"
#include "server/rpc/connection.hpp"
#include "server/rpc/dispatcher.hpp"
#include "server/rpc/limits.hpp"

namespace covision::rpc {

class Rooms final : public call::Presence {
public:
    explicit Rooms(const Limits& limits) : limits_(limits) {}

    /// Throws Refused: room_full, too_many_rooms.
    protocol::Room enter(const ConnectionPtr& connection, const std::string& group, const std::string& session,
                         Instant now);
    /// Also where the connection never was.
    protocol::Room leave(Connection& connection, const std::string& group, const std::string& session, Instant now);
    /// The connection went without leaving: its account may come back.
    void lose(Connection& connection, Instant now);
    /// The connection ended: nobody waits for it.
    void remove(Connection& connection, Instant now);
    /// The account's right to see the group ended: it is in no room of it and was not.
    void remove(const std::string& account, const std::string& group);
    /// Those who did not come back in time have left.
    void tick(Instant now);

    [[nodiscard]] std::optional<Instant> gone_since(const std::string& group, const std::string& session,
                                                    const std::string& account) const override;

private:
    using Key = std::pair<std::string, std::string>;
    struct Person {
        std::vector<ConnectionPtr> connections;
        Instant gone_at{};  // where there is no connection
        bool left = false;
        [[nodiscard]] protocol::Nearness nearness() const;
    };
    struct Place {
        Instant opened{};
        std::map<std::string, Person> people;
    };

    static void make_space(Place& place, std::size_t most);
    static void take_out(Person& person, const Connection& connection);
    void forget(Connection& connection, const Key& key, Instant now);
    void announce(const Key& key);
    static protocol::Room described(const Key& key, const Place& place);

    const Limits& limits_;
    mutable std::mutex mutex_;  // held while rooms_ changes, and by other threads while they look
    std::map<Key, Place> rooms_;
};

}  // namespace covision::rpc
