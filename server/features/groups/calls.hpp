#pragma once
// The functions behind the methods, for methods.cpp alone.

#include "server/features/accounts/topics.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::groups {

// groups.cpp
protocol::GroupList list(Read& context, const protocol::Empty& params);
protocol::GroupCreated create(Write& context, const protocol::GroupCreate& params);
protocol::GroupView show(Read& context, const protocol::GroupRef& params);
protocol::Empty write_contacts(Write& context, const protocol::ContactsSet& params);

// agreement.cpp
protocol::AgreementTemplate offer_template(Read& context, const protocol::TemplateRequest& params);
protocol::AgreementView agreement(Read& context, const protocol::AgreementRequest& params);
protocol::AgreementVersion propose_agreement(Write& context, const protocol::AgreementPropose& params);
protocol::AgreementVersion sign(Write& context, const protocol::AgreementSign& params);

// invitations.cpp
protocol::InvitationCreated invite(Write& context, const protocol::GroupRef& params);
void blank(protocol::InvitationCreated& created);
void reveal(Write& context, protocol::InvitationCreated& created);
protocol::InvitationList invitations(Read& context, const protocol::GroupRef& params);
protocol::Empty revoke_invitation(Write& context, const protocol::InvitationRef& params);

// joining.cpp
protocol::Joined join(Write& context, const protocol::Join& params);
void join_on_entering(Write& context, const std::string& feed, const accounts::Entered& entered);
protocol::Empty confirm(Write& context, const protocol::MemberRef& params);

// membership.cpp
protocol::Empty set_role(Write& context, const protocol::RoleSet& params);
protocol::Empty leave(Write& context, const protocol::GroupRef& params);
protocol::Empty remove_member(Write& context, const protocol::MemberRef& params);
void tell_of_renaming(Write& context, const std::string& feed, const protocol::AccountChanged& data);

}  // namespace covision::groups
