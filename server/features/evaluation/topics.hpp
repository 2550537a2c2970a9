#pragma once

#include "protocol/messages/evaluation.hpp"
#include "server/call/topic.hpp"

namespace covision::evaluation {

/// Nothing tells that somebody has rated.
inline const call::Topic<protocol::EvaluationEvent> evaluation_opened{"evaluation.opened"};
inline const call::Topic<protocol::EvaluationEvent> evaluation_closed{"evaluation.closed"};

}  // namespace covision::evaluation
