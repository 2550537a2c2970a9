#pragma once
// A group with its people, for tests of groups.

#include "server/features/accounts/methods.hpp"
#include "server/features/groups/methods.hpp"
#include "server/features/groups/table.hpp"
#include "tests/accounts/house.hpp"

namespace covision::groups {

using call::Caller;
using protocol::Empty;

class Club : public testing::Test {
protected:
    test::House house{[](call::Table& table) {
        accounts::methods(table);
        methods(table);
    }};

    /// A group that `organiser` makes, with the template's agreement; nobody has signed it.
    std::string make_group(const Caller& organiser, const std::string& name = "Tuesday group") {
        protocol::GroupCreate params;
        params.name = name;
        params.clauses =
            house.call<protocol::AgreementTemplate>(organiser, "groups.template", protocol::TemplateRequest{}).clauses;
        return house.call<protocol::GroupCreated>(organiser, "groups.create", params).group;
    }
    protocol::InvitationCreated invite(const Caller& organiser, const std::string& group) {
        return house.call<protocol::InvitationCreated>(organiser, "groups.invite", protocol::GroupRef{group});
    }
    /// Somebody new, who comes in through an invitation.
    Caller newcomer(const Caller& organiser, const std::string& group, const std::string& name) {
        return house.enter(invite(organiser, group).token.value, name);
    }
    std::string join(const Caller& caller, const std::string& token) {
        return house.refusal(caller, "groups.join", protocol::Join{token});
    }
    std::string sign(const Caller& caller, const std::string& group, std::int64_t version = 1) {
        return house.refusal(caller, "groups.sign", protocol::AgreementSign{group, version});
    }
    std::string confirm(const Caller& caller, const std::string& group, const Caller& whom) {
        return house.refusal(caller, "groups.confirm", protocol::MemberRef{group, whom.account});
    }
    std::string set_role(const Caller& caller, const std::string& group, const Caller& whom, protocol::Role role) {
        return house.refusal(caller, "groups.set_role", protocol::RoleSet{group, whom.account, role});
    }
    std::string leave(const Caller& caller, const std::string& group) {
        return house.refusal(caller, "groups.leave", protocol::GroupRef{group});
    }
    std::string remove(const Caller& caller, const std::string& group, const Caller& whom) {
        return house.refusal(caller, "groups.remove_member", protocol::MemberRef{group, whom.account});
    }
    void hold_first_session(const std::string& group) {
        house.transact({}, "", [&](Write& write) {
            mark_first_session(write, for_the_group(write, group));
            return 0;
        });
    }
    protocol::GroupView show(const Caller& caller, const std::string& group) {
        return house.call<protocol::GroupView>(caller, "groups.show", protocol::GroupRef{group});
    }
    protocol::Member seen(const Caller& caller, const std::string& group, const Caller& whom) {
        for (const auto& member : show(caller, group).members)
            if (member.account == whom.account) return member;
        ADD_FAILURE() << "not a member";
        return {};
    }
    /// Kinds of the events of the last call on this feed.
    std::vector<std::string> told(const std::string& feed) {
        std::vector<std::string> kinds;
        for (const auto& event : house.events)
            if (event.feed == feed) kinds.push_back(event.kind);
        return kinds;
    }
};

}  // namespace covision::groups
