#pragma once
// When a mail is tried again.

#include "server/base/random.hpp"
#include "server/base/time.hpp"

namespace covision::notify {

/// How long to wait after the `tries`-th try (from 1): 1, 2, 4 … minutes, at most 288, and up to a quarter more by
/// chance, so that many do not come back together: between one minute and six hours.
Micros retry_after(std::int64_t tries, Random& random);

/// How long nothing is tried at a relay that could not be reached `failures` times in a row (from 1): the same, at most
/// half an hour. So mails are on their way soon after it is back, however long that took.
Micros rest_after(std::int64_t failures, Random& random);

}  // namespace covision::notify
