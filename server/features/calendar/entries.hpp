#pragma once
// A session as one account's calendar shows it: what is in it was chosen by that person; nothing of a case ever.

#include <string>
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

/// When it is, and by which name calendars know it: of a session, or of what was told of one that is gone.
template <class Row>
Entry entry_at(const Reader& reader, const std::string& session, const Row& row) {
    Entry entry;
    entry.uid = session + "@covision";
    entry.sequence = row.revision;
    entry.starts = row.starts;
    entry.ends = row.ends;
    entry.zone = row.zone;
    entry.title = reader.title;
    return entry;
}

/// `duties` of the session or of others; the reader's own are told.
Entry entry_of(const Reader& reader, const groups::Member& member, const schedule::SessionRow& session,
               const std::vector<rota::DutyRow>& duties);

}  // namespace covision::calendar
