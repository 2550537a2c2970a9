#pragma once

#include "server/app/settings.hpp"

namespace covision::app {

/// `covision serve`: until SIGTERM or SIGINT. Prints the address and, while there is no account, the first link.
int serve(const Settings& settings);

}  // namespace covision::app
