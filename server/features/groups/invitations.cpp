// Invitations: one use, seven days, to be taken back. The secret is derived from the call and never stored.

#include "server/features/accounts/links.hpp"
#include "server/features/accounts/rules.hpp"
#include "server/features/accounts/table.hpp"
#include "server/features/groups/calls.hpp"
#include "server/features/groups/rules.hpp"
#include "server/features/groups/steps.hpp"

namespace covision::groups {
namespace {

std::string token_of(Write& context) { return context.vault.derive("link", context.caller.account, context.call_id); }

}  // namespace

protocol::InvitationCreated invite(Write& context, const protocol::GroupRef& params) {
    const auto member = permit(context, params.group, Need::organiser);
    if (members(context, member).size() >= max_members)
        throw Refused("group_full", "The group has as many members as a group can have.",
                      {{"most", std::to_string(max_members)}});
    if (open_invitations(context, member).size() >= max_open_invitations)
        throw Refused("too_many_invitations", "Take back an invitation that nobody has used yet.",
                      {{"most", std::to_string(max_open_invitations)}});
    InvitationRow row;
    row.invitation = context.random_id();
    row.inviter = member.account();
    row.created_at = context.now;
    row.expires_at = context.now + accounts::invitation_lifetime;
    insert_invitation(context, member, row);

    accounts::Link link;
    link.purpose = protocol::LinkPurpose::invitation;
    link.subject = row.invitation;
    link.group = params.group.value;
    link.about = group_of(context, member).name;
    link.person = accounts::name_of(context, member.account());
    link.expires_at = row.expires_at;
    const auto token = token_of(context);
    accounts::make_link(context, link, token);
    context.audit("groups.invited", params.group, row.invitation);
    tell_organisers(context, member, row.invitation);
    return {row.invitation, row.expires_at, token};
}

// Not empty: what is kept must still be a secret's shape when it is read again.
void blank(protocol::InvitationCreated& created) { created.token = "-"; }

void reveal(Write& context, protocol::InvitationCreated& created) { created.token = token_of(context); }

protocol::InvitationList invitations(Read& context, const protocol::GroupRef& params) {
    const auto member = permit(context, params.group, Need::organiser);
    protocol::InvitationList answer;
    answer.seq = context.seq(params.group);
    for (const auto& row : open_invitations(context, member))
        answer.invitations.push_back(
            {row.invitation, accounts::name_of(context, row.inviter), row.created_at, row.expires_at});
    return answer;
}

protocol::Empty revoke_invitation(Write& context, const protocol::InvitationRef& params) {
    const auto member = permit(context, params.group, Need::organiser);
    const auto found = find_invitation(context, member, params.invitation);
    if (!found) throw not_found();
    if (found->is_used) throw Refused("link_used", "Somebody has joined with this invitation already.");
    if (found->is_revoked) return {};
    withdraw(context, member, params.invitation);
    context.audit("groups.invitation_revoked", params.group, params.invitation);
    return {};
}

}  // namespace covision::groups
