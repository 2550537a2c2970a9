#pragma once
// What mails have said of sessions and of turns.

#include <optional>
#include <string>
#include <vector>

#include "server/features/groups/permit.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::calendar {

/// A session as the last mail told of it; enough to take it out of a calendar when its row has gone.
struct ToldRow {
    std::string session;
    std::int64_t revision = 0;
    Instant asked_at;  // of the last mail about this one session; a list of dates asks nobody whether they come
    Instant starts, ends;
    std::string zone;
    std::optional<std::string> dropped{};  // names the mail that says that it fell away with its series' old rule

    static ToldRow from(const storage::Row& row);
};

std::optional<ToldRow> told(call::Read& read, const groups::Member& member, const std::string& session);
/// From now on the session is known as it stands.
ToldRow as_it_stands(const schedule::SessionRow& session, Instant asked_at);
/// Also forgets what is long past.
void set_told(call::Write& write, const groups::Member& member, const ToldRow& row);
/// What one mail says of sessions that fell away, in order of time.
std::vector<ToldRow> dropped_by(call::Read& read, const groups::Member& member, const std::string& mail);

/// Who knows of a turn.
struct DutyToldRow {
    std::string duty, account;
    bool asked = false;  // … as a question

    static DutyToldRow from(const storage::Row& row);
};

std::vector<DutyToldRow> duties_told(call::Read& read, const groups::Member& member, const std::string& session);
/// Its holder knows of it. Also forgets what is long past.
void set_told(call::Write& write, const groups::Member& member, const rota::DutyRow& duty, Instant until);
/// It is somebody else's now, who knows nothing yet.
void forget_told(call::Write& write, const groups::Member& member, const std::string& duty);

}  // namespace covision::calendar
