// Asking to present: the queue of who would like to.

#include <algorithm>

#include "server/features/rota/calls.hpp"
#include "server/features/rota/tally.hpp"
#include "server/features/rota/topics.hpp"

namespace covision::rota {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;

/// The queue itself is news, also where no duty moves.
void tell_of_queue(Write& write, const Member& member) {
    protocol::RotaChanged event;
    for (const auto& session : replan(write, member)) event.sessions.push_back(session);
    write.emit(rota_changed, member.group(), event);
}

std::optional<Instant> last_presented(const Group& group, const std::string& account) {
    for (const auto& person : group.people)
        if (person.id == account) return person.last[static_cast<std::size_t>(Role::presenter)];
    return std::nullopt;
}

}  // namespace

protocol::Empty wish(Write& write, const protocol::WishMade& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    put_wish(write.db, member, {member.account(), write.now, sessions_held(write.db, member), params.urgent});
    tell_of_queue(write, member);
    return {};
}

protocol::Empty withdraw_wish(Write& write, const protocol::GroupRef& params) {
    const auto member = permit(write, params.group, Need::member);
    remove_wish(write.db, member, member.account());
    tell_of_queue(write, member);
    return {};
}

std::vector<protocol::PresentWish> queue(Read& read, const Member& member, const Group& group) {
    std::vector<protocol::PresentWish> all;
    const auto rows = wishes(read.db, member);
    for (const auto& wish : queue_of(group)) {
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const WishRow& each) { return each.account == wish.account; });
        protocol::PresentWish message;
        message.account = wish.account;
        message.since = protocol::Time{wish.since};
        message.urgent = wish.urgent;
        message.waited = group.held - row->held;
        if (const auto last = last_presented(group, wish.account)) message.last_presented = protocol::Time{*last};
        all.push_back(std::move(message));
    }
    return all;
}

}  // namespace covision::rota
