#pragma once
// Who follows which feed, and how far each has come. An event goes out as two frames built once: whole for whoever may
// see it, bare (group and number) for the others.

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/feed/feed.hpp"
#include "server/rpc/connection.hpp"
#include "server/rpc/dispatcher.hpp"
#include "server/rpc/limits.hpp"

namespace covision::rpc {

/// One event and its frames, each made when first wanted.
class SharedEvent {
public:
    explicit SharedEvent(feed::Event event) : event_(std::move(event)) {}
    [[nodiscard]] const feed::Event& event() const { return event_; }
    [[nodiscard]] const Frame& frame_for(const std::string& account);

private:
    feed::Event event_;
    Frame whole_, bare_;
};

class Feeds {
public:
    explicit Feeds(const Limits& limits) : limits_(limits) {}

    /// Begins to hold what comes on `feed`; false: the connection follows too many. Following again starts anew.
    [[nodiscard]] bool subscribe(const ConnectionPtr& connection, const std::string& feed);
    /// The follower stands at `seq` now: gets `tail` (numbers up to seq), then what was held above it.
    void begin(Connection& connection, const std::string& feed, std::int64_t seq, std::vector<feed::Event> tail);
    /// False: it has ended meanwhile (a right was withdrawn), or more came than can be held.
    [[nodiscard]] bool holding(const Connection& connection, const std::string& feed) const;
    void unsubscribe(Connection& connection, const std::string& feed);
    void unsubscribe_all(Connection& connection);
    void deliver(feed::Event event);

private:
    struct Follower {
        ConnectionPtr connection;
        std::int64_t last = 0;
        bool pending = true, overrun = false;
        std::vector<std::shared_ptr<SharedEvent>> held{};
    };
    using Followers = std::vector<Follower>;

    [[nodiscard]] const Follower* find(const Connection& connection, const std::string& feed) const;
    void send(Follower& follower, SharedEvent& event);

    const Limits& limits_;
    std::unordered_map<std::string, Followers> feeds_;
};

}  // namespace covision::rpc
