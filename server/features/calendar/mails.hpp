#pragma once
// What an ordered mail says, made when it leaves: a session that was moved or cancelled meanwhile is told as it is, and
// what is no longer true or wanted is dropped.

#include <optional>

#include "server/call/context.hpp"
#include "server/notify/outbox.hpp"

namespace covision::calendar {

/// nullopt: drop it.
std::optional<notify::Message> render(call::Read& read, const notify::Order& order);

}  // namespace covision::calendar
