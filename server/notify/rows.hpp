#pragma once
// Rows of the outbox, as its thread reads and writes them. Their states:
//
//   waiting ── the last step begins ──> sending ── the relay has it ──> sent
//      ^                                   │
//      └── not taken, cut, crashed ────────┘        waiting or sending ──> failed (never), dropped (no longer true,
//      late)
//
// A row in `sending` that nobody is sending was handed over when the server ended: the relay may have the mail or not.
// It is sent again, with the Message-ID it had.

#include "server/notify/outbox.hpp"

namespace covision::notify {

struct OutboxRow {
    std::int64_t id = 0, tries = 0;
    std::string token;
    bool handed_over = false;
    Order order;  ///< without its key

    static OutboxRow from(const storage::Row& row);
};

/// The one that has been due for longest.
std::optional<OutboxRow> first_due(storage::Database& db, Instant now);

struct Backlog {
    std::int64_t count = 0;
    std::optional<std::int64_t> oldest;  ///< microseconds: since when the first of them is due
    static Backlog from(const storage::Row& row) { return {row.integer(0), row.get<std::optional<std::int64_t>>(1)}; }
};
/// What should have left by now.
Backlog backlog(storage::Database& db, Instant now);

/// False: it was withdrawn, or its time is over.
bool begin_last_step(storage::Database& db, std::int64_t id, Instant now);
void set_sent(storage::Database& db, std::int64_t id);
/// `failed` or `dropped`; `error` is a code.
void close(storage::Database& db, std::int64_t id, const std::string& state, const std::string& error);
struct Retry {
    std::int64_t tries = 0;
    Instant next{};  ///< where that is too late, it is looked at when its time is over
    std::string error;
    bool may_have_come = false;  ///< keeps the mark
};
void put_off(storage::Database& db, std::int64_t id, const Retry& retry);
/// Rows of which nothing is to come, when their orders cannot come again. How many.
std::int64_t forget(storage::Database& db, Instant now);

}  // namespace covision::notify
