#pragma once

#include "server/call/table.hpp"

namespace covision::calendar {

/// calendar.settings, .set, .make_feed, .end_feed; the feed itself; answers by a link (POST /auth/peek_answer, answer,
/// give_up); orders mails when the schedule, the rota or the membership changes.
void methods(call::Table& table);

}  // namespace covision::calendar
