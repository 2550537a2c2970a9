#pragma once
// The numbered stream of a group's changes. A feed's key is a group's id, or an account's id for what concerns that
// person alone. Numbers have no gaps; `epoch` changes only when a backup is restored. Events hold ids, versions and
// public state, never a member's text.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/base/random.hpp"
#include "server/storage/database.hpp"

namespace covision::feed {

/// Accounts that may see an event; nobody named: everyone who follows the feed.
using Audience = std::vector<std::string>;

struct Event {
    std::string feed;
    std::int64_t seq = 0;
    Instant at;
    std::string kind;
    std::string data;  // JSON
    Audience audience;

    [[nodiscard]] bool visible_to(const std::string& account) const;
    /// Without the feed's key.
    static Event from(const storage::Row& row);
};

struct Head {
    std::string epoch;
    std::int64_t seq = 0;

    static Head from(const storage::Row& row);
};

/// Gives `event` its number and stores it, in the caller's transaction.
void append(storage::Database& db, Event& event, Random& random);

/// Lets go of some of the oldest events of all feeds that came before that time; called often, of all of them. Whoever
/// is behind them starts anew. A feed goes on from its number.
void forget(storage::Database& db, Instant before);

/// A feed nobody has written to has an empty epoch and seq 0.
Head head(storage::Database& db, const std::string& feed);

/// Events with a number above `seq` in order; nullopt where some of them are no longer kept.
std::optional<std::vector<Event>> since(storage::Database& db, const std::string& feed, std::int64_t seq);

}  // namespace covision::feed
