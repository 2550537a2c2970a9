#pragma once
// Rows of live runs.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/consultation.hpp"
#include "server/features/consultation/floor.hpp"
#include "server/features/consultation/rules.hpp"
#include "server/features/groups/permit.hpp"
#include "server/storage/database.hpp"

namespace covision::consultation {

/// Who does what at this moment.
struct Cast {
    std::vector<protocol::RunRole> roles;
    std::optional<protocol::Id> deputy, led_before;
    /// Presents this item or is away for its case, and leads again after it.
    std::optional<protocol::Id> lender;
    /// Was named deputy by somebody, and is it again after an item in which they cannot be.
    std::optional<protocol::Id> named;
    /// Took over from `led_before`.
    std::optional<protocol::Id> taken_by;
};

struct RunRow : Cast {
    std::string session;
    Agenda agenda;
    Run run;
    Turns turns;
    /// What undo brings back with the timer, where the last step went to another item.
    std::optional<Cast> previous;
    std::vector<protocol::Id> present;
    Instant begun_at;

    /// Where the group is.
    const Item& item() const { return agenda[static_cast<std::size_t>(run.timer.item)]; }
    const std::optional<std::string>& case_id() const { return item().case_id; }

    static RunRow from(const storage::Row& row);
};

void add_run(storage::Database& db, const groups::Member& member, const RunRow& row);
std::optional<RunRow> find_run(storage::Database& db, const groups::Member& member, const std::string& session);
void update_run(storage::Database& db, const groups::Member& member, const RunRow& row);
/// Sessions of the group whose run has begun and not ended.
std::vector<std::string> live_sessions(storage::Database& db, const groups::Member& member);

std::optional<std::string> who_is(const RunRow& row, protocol::DutyRole role);
/// Neither leads nor presents; a deputy is such a one.
bool consults(const RunRow& row, const std::string& account);
/// The deputy's place and the ways back too. False where there was nothing.
bool give_up_roles(RunRow& row, const std::string& account);
/// The run as everybody may see it.
protocol::Run to_message(const RunRow& row);

}  // namespace covision::consultation
