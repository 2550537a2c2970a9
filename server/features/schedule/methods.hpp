#pragma once

#include "server/call/table.hpp"

namespace covision::schedule {

/// schedule.preview, .create_series, .list, .answer, .move, .cancel
void methods(call::Table& table);

}  // namespace covision::schedule
