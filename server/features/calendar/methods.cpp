#include "server/features/calendar/methods.hpp"

#include "server/features/calendar/calls.hpp"
#include "server/features/calendar/feed.hpp"
#include "server/features/calendar/orders.hpp"
#include "server/features/calendar/topics.hpp"

namespace covision::calendar {

void methods(call::Table& table) {
    table.event(changed);
    table.read("calendar.settings", "What the caller chose for calendar and mail, and whether mail leaves at all.",
               &settings);
    table.write("calendar.set", "Chooses what is in the caller's calendar and what is mailed.", &set);
    table.write("calendar.make_feed", "Makes the secret address of the caller's calendar; an earlier one ends.",
                &make_feed, &blank, &reveal);
    table.write("calendar.end_feed", "Ends the secret address of the caller's calendar.", &end_feed);
    table.open("peek_answer", "What a link from a mail is about; consumes nothing.", &check_peek, &peek_answer);
    table.open("answer", "Answers for the session that a mail's link is about.", &check_answer, &answer);
    table.open("give_up", "Gives the turn up that a mail's link is about.", &check_peek, &give_up);
    table.calendar = &feed;
    order_mails(table);
}

}  // namespace covision::calendar
