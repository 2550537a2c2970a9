#pragma once
// A session as one account's calendar shows it: what is in it was chosen by that person; nothing of a case ever.

#include <vector>

#include "server/features/calendar/ical.hpp"
#include "server/features/calendar/table.hpp"
#include "server/features/groups/permit.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::calendar {

/// Whose calendar, and what of the group may be in it.
struct Reader {
    Reader(Read& read, const groups::Member& member, const ChoiceRow& row);

    protocol::CalendarChoice choice;
    protocol::Language language = protocol::Language::en;
    std::string title;  // the group's name, where that was chosen
};

/// `duties` of the session or of others; the reader's own are told.
Entry entry_of(const Reader& reader, const groups::Member& member, const schedule::SessionRow& session,
               const std::vector<rota::DutyRow>& duties);

}  // namespace covision::calendar
