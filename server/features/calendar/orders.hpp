#pragma once
// Which mails are ordered when. Each group has one piece of due work, at its next moment; it and every change of dates,
// duties or members look at what stands near and order what is due. Orders have keys, so looking twice orders nothing
// twice. What a mail says is made when it leaves (mails.hpp).

#include "server/call/table.hpp"

namespace covision::calendar {

/// The kinds of mail, as the outbox has them.
namespace kind {
/// cancelled: one session; dropped: those that fell away when their series changed.
inline const std::string invitation = "invitation", dates = "dates", moved = "moved", cancelled = "cancelled",
                         dropped = "dropped", day_before = "day_before", two_hours_before = "two_hours_before",
                         duty = "duty", runs_out = "runs_out";
}  // namespace kind

/// Enters reactions and due work.
void order_mails(call::Table& table);

/// Orders what is due in a group now, and comes back at its next moment.
void look_again(call::Write& write, const std::string& group);

}  // namespace covision::calendar
