#pragma once
// What methods may ask about who is in a session's room: server/rpc/rooms.hpp knows it.

#include <optional>
#include <string>

#include "server/base/time.hpp"

namespace covision::call {

class Presence {
public:
    /// Since when this account is not in that session's room; for one that has not been there, since the room was
    /// opened. nullopt: it is there, or there is no room. Any thread.
    [[nodiscard]] virtual std::optional<Instant> gone_since(const std::string& group, const std::string& session,
                                                            const std::string& account) const = 0;

protected:
    ~Presence() = default;
};

}  // namespace covision::call
