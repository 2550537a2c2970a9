#pragma once
// Rows of duties, swaps, turns given up, and the ledger of held sessions.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/rota.hpp"
#include "server/call/context.hpp"
#include "server/features/groups/permit.hpp"
#include "server/features/schedule/table.hpp"
#include "server/storage/database.hpp"

namespace covision::rota {

struct DutyRow {
    std::string id, session, account;
    protocol::DutyRole role = protocol::DutyRole::facilitator;
    protocol::DutyReason reason;
    bool pinned = false;
    std::int64_t slot = 1;
    bool proposed = false;  // stands in on the day and has not said yes

    static DutyRow from(const storage::Row& row);
};

struct SwapRow {
    std::string id, asker, asked, duty, wanted;
    Instant at;

    static SwapRow from(const storage::Row& row);
};

struct PassedRow {
    std::string session, account;
    protocol::DutyRole role = protocol::DutyRole::facilitator;
    bool counted = true;  // false: declined to stand in

    static PassedRow from(const storage::Row& row);
};

protocol::RotaRules rules(storage::Database& db, const groups::Member& member);
void set_rules(storage::Database& db, const groups::Member& member, const protocol::RotaRules& rules);

/// Duties of sessions that end after `from`.
std::vector<DutyRow> duties(storage::Database& db, const groups::Member& member, Instant from);
std::optional<DutyRow> find_duty(storage::Database& db, const groups::Member& member, const std::string& id);
void add_duty(storage::Database& db, const groups::Member& member, const DutyRow& duty);
/// Writes account, reason and pin.
void update_duty(storage::Database& db, const groups::Member& member, const DutyRow& duty);
void remove_duty(storage::Database& db, const groups::Member& member, const std::string& id);
void remove_duties_of_session(storage::Database& db, const groups::Member& member, const std::string& session);
/// Of sessions that have begun or should have, and are not held: what planning leaves alone.
void remove_begun_duties_of(storage::Database& db, const groups::Member& member, const std::string& account,
                            Instant now);

/// Open questions about two sessions that are both still to come.
std::vector<SwapRow> swaps(storage::Database& db, const groups::Member& member, Instant now);
std::optional<SwapRow> find_swap(storage::Database& db, const groups::Member& member, const std::string& id,
                                 Instant now);
void add_swap(storage::Database& db, const groups::Member& member, const SwapRow& swap);
void remove_swap(storage::Database& db, const groups::Member& member, const std::string& id);
/// Questions about a duty that has gone or changed hands have lost their sense.
void remove_swaps_about(storage::Database& db, const groups::Member& member, const std::string& duty);
void remove_stale_swaps(storage::Database& db, const groups::Member& member, Instant now);

/// `counted`: a turn given up; else a question to stand in that was answered with no.
void add_passed(storage::Database& db, const groups::Member& member, const DutyRow& duty, Instant at, bool counted);
/// The holder of `duty` has taken it after all.
void remove_passed(storage::Database& db, const groups::Member& member, const DutyRow& duty);
std::int64_t my_passes(storage::Database& db, const groups::Member& member);
/// Turns given up in sessions that end after `from`: planning must not hand them back.
std::vector<PassedRow> passed(storage::Database& db, const groups::Member& member, Instant from);

struct WishRow {
    std::string account;
    Instant since;
    std::int64_t held = 0;  // sessions the group had held by then
    bool urgent = false;

    static WishRow from(const storage::Row& row);
};

/// Who would like to present.
std::vector<WishRow> wishes(storage::Database& db, const groups::Member& member);
/// A wish that stands keeps its place; only `urgent` is said anew.
void put_wish(storage::Database& db, const groups::Member& member, const WishRow& wish);
void remove_wish(storage::Database& db, const groups::Member& member, const std::string& account);

std::vector<std::string> attendees(storage::Database& db, const groups::Member& member, const std::string& session);

// ---- for later features ----

std::vector<protocol::Duty> duties_of(storage::Database& db, const groups::Member& member, const std::string& session);
/// Who would facilitate an upcoming session if its facilitator could not, first choice first.
std::vector<std::string> stand_ins(call::Read& read, const groups::Member& member, const std::string& session);
/// Who has a role in a session, if anybody.
std::optional<std::string> holder(storage::Database& db, const groups::Member& member, const std::string& session,
                                  protocol::DutyRole role);
/// The session was held with these people in these roles: what the next plan counts. Who has presented has no wish to
/// any more.
void record_held(call::Write& write, const groups::Member& member, const schedule::SessionRow& session,
                 const std::vector<protocol::Id>& present,
                 const std::vector<std::pair<protocol::DutyRole, std::string>>& served);

/// Gives one of the member's turns up, however that was said. Refused not_yours, session_started.
void pass_for(call::Write& write, const groups::Member& member, const std::string& duty);

protocol::Duty to_message(const DutyRow& row);

}  // namespace covision::rota
