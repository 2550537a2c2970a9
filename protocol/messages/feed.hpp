#pragma once
// Following a feed, and who is here. Events themselves go out as notifications `feed.event`.

#include "protocol/messages/common.hpp"

namespace covision::protocol {

/// `since` with its `epoch`: resume behind that event; without them: from now on.
struct Follow {
    Id group;
    std::optional<Id> epoch;
    std::optional<std::int64_t> since;
};
COVISION_MESSAGE(Follow, group, epoch, since)

/// Events with a number above `since` follow this reply. `reset`: they are no longer kept or the epoch is another
/// one; load everything anew, then apply what comes.
struct Following {
    Id epoch;
    std::int64_t seq = 0;
    bool reset = false;
};
COVISION_MESSAGE(Following, epoch, seq, reset)

/// reconnecting: the line was lost a moment ago. left: went, or has not come back.
enum class Nearness { here, reconnecting, left };
COVISION_ENUM(Nearness, here, reconnecting, left)

struct Presence {
    Id account;
    Nearness nearness = Nearness::here;
    /// Absent: here.
    std::optional<Time> gone_at;
};
COVISION_MESSAGE(Presence, account, nearness, gone_at)

/// In presence.enter: this connection is in the room of that session. Several connections are one presence.
/// Also sent as notification `presence.changed`, without a number: nothing of it is kept.
struct Room {
    Id group, session;
    List<Presence, 64> people;
};
COVISION_MESSAGE(Room, group, session, people)

/// Also the first thing that a browser asks on a connection: built for another interface, it fetches itself anew.
struct TimeNow {
    Time at;
    Text<64> interface_version;
};
COVISION_MESSAGE(TimeNow, at, interface_version)

}  // namespace covision::protocol
