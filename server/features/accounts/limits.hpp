#pragma once
// Who tries to sign in how often: by network, by account and by wrong answers, each for itself. Kept in memory: a
// refused call leaves no rows, a restart forgives, and 20,000 entries of keyed hashes are the bound.

#include <mutex>
#include <string>
#include <unordered_map>

#include "server/call/context.hpp"
#include "server/features/accounts/throttle.hpp"

namespace covision::accounts {

/// One attempt. Keys are hashes under the server's key: neither addresses nor e-mails stay in memory.
struct Attempt {
    Attempt(call::Read& context, const std::string& email);

    std::string network, account, pair;  // pair: this account from this network
    /// The account has signed in from this network before: what strangers do to the account does not count here.
    bool at_home = false;
    Instant now;
};

class Limits {
public:
    /// Counts an attempt to prove who one is. Throws too_many_attempts with retry_after (seconds).
    void attempt(const Attempt& attempt);
    void failed(const Attempt& attempt);
    void succeeded(const Attempt& attempt);
    /// Counts a look at a one-time link. Throws as above.
    void look(const Attempt& attempt);

    static constexpr std::size_t most = 20000;
    [[nodiscard]] std::size_t size();

private:
    struct Entry {
        Bucket bucket;
        Backoff backoff;
        Instant used{};
    };
    Entry& entry(const std::string& key, Instant now);
    void make_room();

    std::mutex mutex_;
    std::unordered_map<std::string, Entry> entries_;
};

/// The process has one; keys under a server's own key keep servers of one process (tests) apart.
Limits& limits();

}  // namespace covision::accounts
