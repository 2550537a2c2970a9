// On the day of a session a stand-in is proposed, and says yes or no.

#include "server/features/rota/calls.hpp"

namespace covision::rota {
namespace {

using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;

/// All that is asked of the caller for the session of this duty: with a turn come those that are merged into it, and
/// they are taken or declined together.
std::vector<DutyRow> asked_of_me(Write& write, const Member& member, const std::string& id) {
    const auto row = my_duty(write, member, id);
    const auto session = schedule::session(write.db, member, row.session);
    if (session.state != protocol::SessionState::planned || session.ends <= write.now)
        throw Refused("session_over", "This session is over or cancelled.");
    if (!row.proposed) throw Refused("not_proposed", "This turn is yours already. Give it up if you cannot.");
    return asked_with(write, member, row);
}

}  // namespace

std::vector<DutyRow> asked_with(call::Read& read, const Member& member, const DutyRow& duty) {
    auto asked = duties(read.db, member, read.now);
    std::erase_if(asked, [&](const DutyRow& each) {
        return each.session != duty.session || each.account != duty.account || !each.proposed;
    });
    return asked;
}

protocol::Empty take(Write& write, const protocol::DutyRef& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    auto asked = asked_of_me(write, member, params.duty.value);
    for (auto& row : asked) {
        row.proposed = false;
        update_duty(write.db, member, row);
    }
    tell(write, member, {asked.front().session});
    return {};
}

protocol::Empty decline(Write& write, const protocol::DutyRef& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    const auto asked = asked_of_me(write, member, params.duty.value);
    if (schedule::session(write.db, member, asked.front().session).opened_at)
        throw Refused("session_started", "This session has begun. Ask somebody to stand in.");
    for (const auto& row : asked) add_passed(write.db, member, row, write.now, false);
    replan_and_tell(write, member);
    return {};
}

}  // namespace covision::rota
