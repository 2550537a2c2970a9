#pragma once

#include "server/call/table.hpp"

namespace covision::groups {

/// Enters the methods groups.*, their events, the reactions to accounts and `may_follow`.
void methods(call::Table& table);

}  // namespace covision::groups
