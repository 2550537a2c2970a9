#pragma once

#include "protocol/messages/consultation.hpp"
#include "server/call/topic.hpp"

namespace covision::consultation {

/// Carries the run whole: who follows needs to ask for nothing.
inline const call::Topic<protocol::Run> run_changed{"consultation.changed"};

/// The group has its own version of a format, or another one.
inline const call::Topic<protocol::FormatVersion> format_changed{"consultation.format_changed"};

}  // namespace covision::consultation
