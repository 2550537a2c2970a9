#pragma once
// What the dispatcher knows of one connection. Network thread only, but for `caller`, which never changes.

#include <list>
#include <string>
#include <utility>
#include <vector>

#include "server/rpc/call_state.hpp"

namespace covision::rpc {

class Connection {
public:
    Connection(Peer& peer_, call::Caller caller_, std::string token_, Instant now)
        : peer(&peer_), caller(std::move(caller_)), token(std::move(token_)), checked_at(now) {}

    Peer* peer;  // none: it is gone
    const call::Caller caller;
    const std::string token;
    Instant checked_at;
    bool ending = false;  // its login has ended: it gets nothing more but the answer to what ended it

    // Calls in order of arrival; those that run are all of one lane.
    std::list<CallPtr> waiting;
    Lane lane = Lane::write;
    std::size_t running = 0;
    std::size_t refused_in_row = 0;
    std::size_t withdrawn = 0;  // rights of this caller that ended since it came

    std::vector<std::string> feeds;                          // followed
    std::vector<std::pair<std::string, std::string>> rooms;  // (group, session)

    [[nodiscard]] bool may_start(Lane wanted) const {
        return running == 0 || (wanted == lane && wanted != Lane::alone);
    }
    void send(Frame frame, std::uint64_t tag = 0) {
        if (peer && !ending) peer->send(std::move(frame), tag);
    }
    void send(std::string text) { send(std::make_shared<const std::string>(std::move(text))); }
};

inline const call::Caller& Call::who() const { return connection ? connection->caller : caller; }

/// What frames of a feed carry, so that they can be taken back. Two feeds with one tag would do no harm but a reload.
inline std::uint64_t tag_of(const std::string& feed) { return std::hash<std::string>{}(feed) | 1; }

}  // namespace covision::rpc
