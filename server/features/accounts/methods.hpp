#pragma once

#include "server/call/table.hpp"

namespace covision::accounts {

/// Enters sign-in (open: sign_in, sign_out, peek, enter), the methods accounts.*, events, due work and `authenticate`.
void methods(call::Table& table);

}  // namespace covision::accounts
