#pragma once
// Rows of first steps and echoes. Texts go in and come out sealed.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/base/time.hpp"
#include "server/features/groups/permit.hpp"
#include "server/storage/database.hpp"

namespace covision::ideas {

struct StepRow {
    std::string id, session, account;
    Instant ask_at, until;
    storage::Blob body;

    static StepRow from(const storage::Row& row);
};

void add_step(storage::Database& db, const groups::Member& member, const StepRow& row);
std::optional<StepRow> step_of(storage::Database& db, const groups::Member& member, const std::string& session,
                               const std::string& account);
/// All of one account, the oldest question first.
std::vector<StepRow> steps_of(storage::Database& db, const groups::Member& member, const std::string& account);
std::optional<StepRow> find_step(storage::Database& db, const groups::Member& member, const std::string& id);
void ask_later(storage::Database& db, const groups::Member& member, const std::string& id, Instant ask_at);
void drop_step(storage::Database& db, const groups::Member& member, const std::string& id);

void add_echo(storage::Database& db, const groups::Member& member, const std::string& account);
std::vector<std::string> echoes(storage::Database& db, const groups::Member& member);
void drop_echo(storage::Database& db, const groups::Member& member, const std::string& account);

/// For the sweep of keys at start.
bool has_sealed_step(storage::Database& db, std::string_view group, std::string_view row);

}  // namespace covision::ideas
