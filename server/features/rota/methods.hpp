#pragma once

#include "server/call/table.hpp"

namespace covision::rota {

/// rota.show, .set_rules, .pass, .take, .decline, .wish, .withdraw_wish, .ask_swap, .reply_swap, .withdraw_swap,
/// .choose; plans anew when the schedule, an
/// answer or the membership changes.
void methods(call::Table& table);

}  // namespace covision::rota
