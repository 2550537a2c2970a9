#pragma once

#include "protocol/messages/ideas.hpp"
#include "server/call/topic.hpp"

namespace covision::ideas {

/// To the group. Nothing tells who noted something, or what.
inline const call::Topic<protocol::IdeasChanged> ideas_changed{"ideas.changed"};

/// On the presenter's own account feed alone.
inline const call::Topic<protocol::StepChanged> step_changed{"ideas.step_changed"};
/// To the group: somebody would like five minutes.
inline const call::Topic<protocol::EchoAsked> echo_asked{"ideas.echo_asked"};

}  // namespace covision::ideas
