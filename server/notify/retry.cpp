#include "server/notify/retry.hpp"

#include <algorithm>

namespace covision::notify {
namespace {

using std::chrono::minutes;

Micros doubling(std::int64_t times, Micros most) {
    // Nine doublings of a minute are more than either limit.
    const Micros wait = minutes(1) * (1LL << std::clamp<std::int64_t>(times - 1, 0, 9));
    return std::min(wait, most);
}

Micros some_more(Micros wait, Random& random) {
    const auto quarter = static_cast<std::size_t>(wait.count() / 4);
    return wait + Micros(static_cast<std::int64_t>(random_below(quarter + 1, random)));
}

}  // namespace

Micros retry_after(std::int64_t tries, Random& random) { return some_more(doubling(tries, minutes(288)), random); }

Micros rest_after(std::int64_t failures, Random& random) { return some_more(doubling(failures, minutes(24)), random); }

}  // namespace covision::notify
