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

struct RunRow {
    std::string session, format;
    Run run;
    Turns turns;
    std::vector<protocol::RunRole> roles;
    std::optional<protocol::Id> deputy, led_before;
    std::vector<protocol::Id> present;
    std::optional<std::string> case_id;
    Instant begun_at;

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
/// The deputy's place and the way back too. False where there was nothing.
bool give_up_roles(RunRow& row, const std::string& account);
/// The run as everybody may see it.
protocol::Run to_message(const RunRow& row);

}  // namespace covision::consultation
