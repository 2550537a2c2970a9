#pragma once
// The ledger's sums, kept with every session that is held: what a plan counts costs the same however long a group goes
// on.

#include <string>
#include <vector>

#include "protocol/messages/rota.hpp"
#include "server/features/groups/permit.hpp"
#include "server/features/rota/rules.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::rota {

/// Who did what in a session that was held.
using Done = std::pair<protocol::DutyRole, std::string>;

/// Of one person, or of the whole group where account is empty. what: "held", "attended", "by_hand" or a role's name.
struct TallyRow {
    std::string account, what;
    std::int64_t count = 0, before = 0;
    Instant last;

    static TallyRow from(const storage::Row& row);
};

std::vector<TallyRow> tallies(storage::Database& db, const groups::Member& member);
std::int64_t sessions_held(storage::Database& db, const groups::Member& member);

/// Somebody has joined, maybe again: counts from nothing, beside what the group has by now.
void begin_tally(storage::Database& db, const groups::Member& member, const std::string& account);
void end_tally(storage::Database& db, const groups::Member& member, const std::string& account);
void count_held(storage::Database& db, const groups::Member& member, Instant starts,
                const std::vector<protocol::Id>& present, const std::vector<Done>& done);
/// Has passed, swapped or been chosen: this person's counts are no longer what turns alone would have made.
void count_by_hand(storage::Database& db, const groups::Member& member, const std::string& account);

/// Fills in held, last_held and what each of `people` did.
void fill_in(const std::vector<TallyRow>& rows, Group& group);

}  // namespace covision::rota
