#pragma once
// One method more than the product has: a member's text is kept in a row and told to the group, which is what every
// writing call of the product does, without a feature's own work.

#include "server/call/table.hpp"

namespace covision::bench {

/// Enters bench.publish {group, body}.
void methods(call::Table& table);

/// Where bench.publish keeps its rows: an append log, since the group's event already leads to each. Repeating it
/// changes nothing.
void create_table(storage::Database& db);

}  // namespace covision::bench
