#include "server/features/calendar/entries.hpp"

#include "server/features/accounts/table.hpp"
#include "server/features/calendar/words.hpp"
#include "server/features/groups/table.hpp"

namespace covision::calendar {

Reader::Reader(Read& read, const groups::Member& member, const ChoiceRow& row) : choice(row.choice) {
    if (const auto person = accounts::person(read, row.account)) language = person->language;
    title = choice.show_group ? groups::group_of(read, member).name : "Covision";
}

Entry entry_of(const Reader& reader, const groups::Member& member, const schedule::SessionRow& session,
               const std::vector<rota::DutyRow>& duties) {
    auto entry = entry_at(reader, session.id, session);
    entry.cancelled = session.state == protocol::SessionState::cancelled;
    entry.changed = session.changed_at;
    for (const auto& duty : duties)
        if (!entry.cancelled && duty.session == session.id && duty.account == member.account())
            entry.description += (entry.description.empty() ? "" : "\n") + duty_sentence(reader.language, duty.role);
    if (reader.choice.show_link) {
        entry.location = session.place.empty() ? session.call_link : session.place;
        entry.url = session.call_link;
    }
    return entry;
}

}  // namespace covision::calendar
