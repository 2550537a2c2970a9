#pragma once

#include "server/call/table.hpp"

namespace covision::schedule {

/// schedule.…: series, sessions, answers, the quorum, polls.
void methods(call::Table& table);

}  // namespace covision::schedule
