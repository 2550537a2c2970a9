#pragma once

#include "server/call/table.hpp"

namespace covision::ideas {

/// ideas.*
void methods(call::Table& table);
/// The part of it that is about first steps.
void step_methods(call::Table& table);

}  // namespace covision::ideas
