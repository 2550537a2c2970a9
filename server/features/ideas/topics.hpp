#pragma once

#include "protocol/messages/ideas.hpp"
#include "server/call/topic.hpp"

namespace covision::ideas {

/// To the group. Nothing tells who noted something, or what.
inline const call::Topic<protocol::IdeasChanged> ideas_changed{"ideas.changed"};

}  // namespace covision::ideas
