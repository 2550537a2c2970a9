#pragma once
// What one group has for the caller's home.

#include <optional>
#include <vector>

#include "protocol/messages/home.hpp"
#include "server/features/groups/table.hpp"

namespace covision::home {

struct Gathered {
    std::optional<protocol::NextSession> next;
    std::vector<protocol::Task> tasks;
    std::vector<protocol::MyDuty> duties;
};

Gathered gather(call::Read& read, const protocol::GroupSummary& summary);

}  // namespace covision::home
