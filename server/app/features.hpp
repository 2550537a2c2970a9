#pragma once
// Every feature in its order: what comes later reacts to what comes before.

#include "server/call/table.hpp"

namespace covision::app {

call::Table all_features();

/// The whole interface, built-in methods included; checked.
protocol::Interface whole_interface(const call::Table& table);

}  // namespace covision::app
