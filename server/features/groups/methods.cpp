#include "server/features/groups/methods.hpp"

#include "server/features/groups/calls.hpp"
#include "server/features/groups/topics.hpp"

namespace covision::groups {

void methods(call::Table& table) {
    table.read("groups.list", "The groups the caller is in.", &list);
    table.read("groups.template", "The agreement that a new group starts from.", &offer_template);
    table.write("groups.create", "Makes a group with the caller as its organiser, who has still to sign.", &create);
    table.read("groups.show", "A group and its members.", &show);
    table.write("groups.set_contacts", "Writes whom the group calls when somebody may be in danger.", &write_contacts);

    table.read("groups.agreement", "A version of the agreement, who has signed it, what is new in it.", &agreement);
    table.write("groups.propose_agreement", "Makes a new version of the agreement; everybody signs anew.",
                &propose_agreement);
    table.write("groups.sign", "Signs the current version of the agreement.", &sign);

    table.write("groups.invite", "Makes an invitation: one use, seven days.", &invite, &blank, &reveal);
    table.read("groups.invitations", "Invitations that nobody has used yet.", &invitations);
    table.write("groups.revoke_invitation", "Takes an invitation back.", &revoke_invitation);
    table.write("groups.join", "Joins a group with an invitation's token.", &join);
    table.write("groups.confirm", "Confirms a newcomer; when all have, cases open to the newcomer.", &confirm);

    table.write("groups.set_role", "Makes a member an organiser, or an organiser a member.", &set_role);
    table.write("groups.leave", "The caller leaves a group.", &leave);
    table.write("groups.remove_member", "Removes a member from a group.", &remove_member);

    table.event(member_joined);
    table.event(member_left);
    table.event(member_changed);
    table.event(agreement_changed);
    table.event(agreement_signed);
    table.event(contacts_changed);
    table.event(invitations_changed);
    table.on(accounts::entered, &join_on_entering);
    table.on(accounts::renamed, &tell_of_renaming);
    table.may_follow = &may_follow;
}

}  // namespace covision::groups
