#pragma once
// The sentences of mails, English and German. {when} is a span of time, {name} a person, {zone} a time zone …

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "protocol/messages/common.hpp"

namespace covision::calendar {

struct MailWords {
    // subjects: what stands behind "Covision: "
    const char *on, *moved_to, *cancelled_on, *reminder_of, *role_on, *new_dates, *runs_out, *several_cancelled;
    // bodies
    const char *hello, *meets, *is_moved, *was_planned, *has_changed, *is_cancelled, *no_answer_needed, *reminder;
    const char *will_you_come, *so_far_yes, *so_far_late, *so_far_online;
    const char *stand_in, *say_so, *if_you_cannot, *dates, *dates_attached, *last_date, *agree_anew;
    const char *are_cancelled, *open_to_remove;
    const char *group, *place, *call;
    // links
    const char *yes, *late, *no, *cannot, *open;
    // below
    const char *zone, *links, *duty_link, *choice;
};

const MailWords& mail_words(protocol::Language language);

using Fills = std::vector<std::pair<std::string_view, std::string_view>>;
/// Puts what is given into a sentence's braces.
std::string fill(std::string_view sentence, const Fills& fills);

}  // namespace covision::calendar
