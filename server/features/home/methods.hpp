#pragma once

#include "server/call/table.hpp"

namespace covision::home {

/// home.show
void methods(call::Table& table);

}  // namespace covision::home
