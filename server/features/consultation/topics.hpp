#pragma once

#include "protocol/messages/consultation.hpp"
#include "server/call/topic.hpp"

namespace covision::consultation {

/// Carries the run whole: who follows needs to ask for nothing.
inline const call::Topic<protocol::Run> run_changed{"consultation.changed"};

}  // namespace covision::consultation
