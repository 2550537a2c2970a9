#include "server/features/accounts/limits.hpp"

#include <algorithm>
#include <vector>

namespace covision::accounts {
namespace {

// A practice signs in from one network; a person types a password wrong a few times.
constexpr Rate by_network{60, 0.5};
constexpr Rate by_account{10, 0.05};
constexpr Rate links_by_network{60, 0.5};

void refuse(Micros wait) {
    if (wait <= Micros{0}) return;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    throw Refused("too_many_attempts", "Too many attempts. Wait a little and try again.",
                  {{"retry_after", std::to_string(seconds)}});
}

}  // namespace

Attempt::Attempt(call::Read& context, const std::string& email) : now(context.now) {
    const auto& from = context.caller.address;
    const auto key = [&context](std::string_view label, std::string_view text) {
        return context.vault.hash(label, text);
    };
    network = key("limit.network", from);
    account = key("limit.account", email);
    pair = key("limit.pair", email + "\n" + from);
}

void Limits::attempt(const Attempt& attempt) {
    const std::lock_guard lock(mutex_);
    refuse(take(entry(attempt.network, attempt.now).bucket, by_network, attempt.now));
    auto& pair = entry(attempt.pair, attempt.now);
    refuse(wait(pair.backoff, attempt.now));
    auto& bucket = attempt.at_home ? pair.bucket : entry(attempt.account, attempt.now).bucket;
    refuse(take(bucket, by_account, attempt.now));
}

void Limits::failed(const Attempt& attempt) {
    const std::lock_guard lock(mutex_);
    fail(entry(attempt.pair, attempt.now).backoff, attempt.now);
}

void Limits::succeeded(const Attempt& attempt) {
    const std::lock_guard lock(mutex_);
    entries_.erase(attempt.pair);
}

void Limits::look(const Attempt& attempt) {
    const std::lock_guard lock(mutex_);
    // Its own bucket, so that a page which is opened often does not keep anybody from signing in.
    refuse(take(entry("link" + attempt.network, attempt.now).bucket, links_by_network, attempt.now));
}

std::size_t Limits::size() {
    const std::lock_guard lock(mutex_);
    return entries_.size();
}

Limits::Entry& Limits::entry(const std::string& key, Instant now) {
    auto found = entries_.find(key);
    if (found == entries_.end()) {
        // unordered_map keeps references valid when it grows; make_room would not, so one key is looked up at a time.
        if (entries_.size() >= most) make_room();
        found = entries_.emplace(key, Entry{}).first;
    }
    found->second.used = now;
    return found->second;
}

// Drops the older half: whoever fills the table to be forgotten pays with as many attempts.
void Limits::make_room() {
    std::vector<Instant> times;
    times.reserve(entries_.size());
    for (const auto& each : entries_) times.push_back(each.second.used);
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    std::erase_if(entries_, [&](const auto& each) { return each.second.used <= *middle; });
}

Limits& limits() {
    static Limits one;
    return one;
}

}  // namespace covision::accounts
