#pragma once

#include "server/call/table.hpp"

namespace covision::evaluation {

/// evaluation.rate, .decline, .show, .trend; opens when a session was held, closes when all have rated or declined, or
/// 72 hours after it was closed.
void methods(call::Table& table);

}  // namespace covision::evaluation
