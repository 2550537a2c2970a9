#pragma once

#include "protocol/messages/rota.hpp"
#include "server/call/topic.hpp"

namespace covision::rota {

inline const call::Topic<protocol::RotaChanged> rota_changed{"rota.changed"};
/// These two only for the two who swap.
inline const call::Topic<protocol::SwapEvent> swap_asked{"rota.swap_asked"};
inline const call::Topic<protocol::SwapEvent> swap_answered{"rota.swap_answered"};

}  // namespace covision::rota
