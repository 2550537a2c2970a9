#pragma once
// Mails that tell of several things at once: the dates of a series, those that fell away, the turns of a session.

#include "server/features/calendar/desk.hpp"
#include "server/features/calendar/rules.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::calendar {

/// So many dates stand in a mail.
constexpr std::size_t most_dates = 60;

/// Due work: the dates of a series, when nothing has changed about them for five minutes.
inline const std::string dates_due = "calendar.dates";
void dates_have_changed(Write& write, const std::string& group, const std::string& series);
void tell_dates(Write& write, const std::string& group, const std::string& series);

/// Sessions that fell away since their series changed: whoever may have them in a calendar gets one mail that takes
/// them all out. `gone`: ids; those that no mail has told of are passed over.
void tell_of_gone(Desk& desk, const std::string& series, const protocol::List<protocol::Id, 1000>& gone);
/// The same for one that is cancelled instead.
void tell_of_dropped(Desk& desk, const schedule::SessionRow& session);

/// Who has a turn hears of it a week before; who gets one back, again. On the day itself roles are given by word of
/// mouth, but whoever is asked to stand in has still to hear of it. One mail has all turns of a person in a session.
void tell_of_duties(Desk& desk, const schedule::SessionRow& session, const Moments& at,
                    const std::vector<rota::DutyRow>& duties);

}  // namespace covision::calendar
