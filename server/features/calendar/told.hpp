#pragma once
// What mails have said of a session.

#include <optional>
#include <string>

#include "server/features/groups/permit.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::calendar {

struct ToldRow {
    std::int64_t revision = 0;
    Instant at;

    static ToldRow from(const storage::Row& row);
};

std::optional<ToldRow> told(call::Read& read, const groups::Member& member, const std::string& session);
/// From now on the session is known as it stands. Also forgets what is long past.
void set_told(call::Write& write, const groups::Member& member, const schedule::SessionRow& session);

}  // namespace covision::calendar
