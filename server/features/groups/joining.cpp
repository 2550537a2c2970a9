// Joining through an invitation, and being confirmed.

#include "server/features/accounts/links.hpp"
#include "server/features/groups/calls.hpp"
#include "server/features/groups/rules.hpp"
#include "server/features/groups/steps.hpp"
#include "server/features/groups/topics.hpp"

namespace covision::groups {
namespace {

Refused unknown_link() { return {"link_unknown", "This link does not exist or was taken back. Ask for a new one."}; }

/// The link is used up; the invitation behind it lets `account` in.
void admit(Write& context, const Member& house, const std::string& invitation, const std::string& account) {
    const auto found = find_invitation(context, house, invitation);
    if (!found || found->is_used || found->is_revoked) throw unknown_link();
    if (members(context, house).size() >= max_members)
        throw Refused("group_full", "The group has as many members as a group can have. Talk to whoever invited you.",
                      {{"most", std::to_string(max_members)}});
    check_groups_of(context, account);
    const bool had_first = group_of(context, house).first_session_at.has_value();
    insert_member(context, house, account, protocol::Role::member, joins_confirmed(had_first));
    set_used(context, house, invitation);
    context.audit("groups.joined", house.group(), account);
    context.emit(member_joined, house.group(), {account});
    tell_organisers(context, house, invitation);
    tell_account(context, account);
}

}  // namespace

protocol::Joined join(Write& context, const protocol::Join& params) {
    const auto link = accounts::usable_link(context, params.token.value);
    if (link.purpose != protocol::LinkPurpose::invitation || !link.subject || !link.group) throw unknown_link();
    const auto house = for_the_group(context, *link.group);
    // Whoever is in already leaves the invitation to the person it was meant for.
    if (is_member(context, house, context.caller.account)) return {*link.group};
    accounts::consume_link(context, params.token.value);
    admit(context, house, *link.subject, context.caller.account);
    return {*link.group};
}

void join_on_entering(Write& context, const std::string&, const accounts::Entered& entered) {
    if (entered.purpose != protocol::LinkPurpose::invitation) return;
    if (!entered.subject || !entered.group) throw unknown_link();
    admit(context, for_the_group(context, *entered.group), *entered.subject, entered.account);
}

protocol::Empty confirm(Write& context, const protocol::MemberRef& params) {
    const auto member = permit(context, params.group, Need::signed_member);
    for (const auto& row : members(context, member)) {
        if (row.account != params.account.value) continue;
        if (row.confirmed) return {};
        if (!member.confirmed()) throw Refused("not_confirmed", "The others have to confirm you first.");
        insert_confirmation(context, member, row.account);
        context.audit("groups.confirmed_by", params.group, row.account);
        // Who still has to is nobody else's business: only the caller's own devices hear of it.
        context.emit(member_changed, params.group, {row.account}, {member.account()});
        settle_newcomers(context, member);
        return {};
    }
    throw not_found();
}

}  // namespace covision::groups
