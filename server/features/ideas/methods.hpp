#pragma once

#include "server/call/table.hpp"

namespace covision::ideas {

/// ideas.*
void methods(call::Table& table);

}  // namespace covision::ideas
