#pragma once

#include "server/call/table.hpp"

namespace covision::cases {

/// cases.policy, .set_policy, .check, .submit, .withdraw, .list, .show, .answer_conflict; shreds when a case is due.
void methods(call::Table& table);

}  // namespace covision::cases
