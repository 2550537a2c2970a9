// Roles, leaving, removing.

#include "server/features/groups/calls.hpp"
#include "server/features/groups/rules.hpp"
#include "server/features/groups/steps.hpp"
#include "server/features/groups/topics.hpp"

namespace covision::groups {
namespace {

void check_organiser_remains(const std::vector<MemberRow>& all, const std::string& account) {
    std::vector<Seat> seats;
    seats.reserve(all.size());
    for (const auto& row : all) seats.push_back({row.account, row.role});
    if (leaves_without_organiser(seats, account))
        throw Refused("last_organiser", "Make somebody else an organiser first.");
}

void depart(Write& context, const Member& member, const std::string& account) {
    // What they had sent out must not let anybody in after them.
    for (const auto& row : open_invitations(context, member))
        if (row.inviter == account) withdraw(context, member, row.invitation);
    end_membership(context, member, account);
    drop_confirmations(context, member, account);
    context.revoke({account, "", member.group()});
    context.emit(member_left, member.group(), {account});
    tell_account(context, account);
    settle_newcomers(context, member);
}

}  // namespace

protocol::Empty set_role(Write& context, const protocol::RoleSet& params) {
    const auto member = permit(context, params.group, Need::organiser);
    const auto all = members(context, member);
    for (const auto& row : all) {
        if (row.account != params.account.value) continue;
        if (row.role == params.role) return {};
        if (params.role == protocol::Role::organiser) {
            if (!row.confirmed) throw Refused("not_confirmed", "A newcomer has to be confirmed by all first.");
        } else {
            check_organiser_remains(all, row.account);
            // Alone in the group there is nobody to hand over to.
            if (all.size() == 1) throw Refused("last_organiser", "A group needs an organiser.");
        }
        set_member_role(context, member, row.account, params.role);
        context.audit("groups.role_changed", params.group, row.account);
        context.emit(member_changed, params.group, {row.account});
        tell_account(context, row.account);
        return {};
    }
    throw not_found();
}

protocol::Empty leave(Write& context, const protocol::GroupRef& params) {
    const auto member = permit(context, params.group, Need::member);
    check_organiser_remains(members(context, member), member.account());
    context.audit("groups.left", params.group, member.account());
    depart(context, member, member.account());
    return {};
}

protocol::Empty remove_member(Write& context, const protocol::MemberRef& params) {
    const auto member = permit(context, params.group, Need::organiser);
    if (!is_member(context, member, params.account)) throw not_found();
    if (params.account.value == member.account()) throw Refused("yourself", "To go yourself, leave the group.");
    context.audit("groups.removed", params.group, params.account.value);
    depart(context, member, params.account.value);
    return {};
}

void tell_of_renaming(Write& context, const std::string&, const protocol::AccountChanged& data) {
    for (const auto& group : groups_of(context, data.account)) context.emit(member_changed, group, {data.account});
}

}  // namespace covision::groups
