// Over the whole table: who may call what, and that another group's ids lead nowhere.

#include "tests/groups/club.hpp"
#include "tests/groups/sample.hpp"

namespace covision::groups {
namespace {

class PermitTest : public Club {
protected:
    Caller ana = house.somebody("ana"), bo = house.somebody("bo");
    std::string group = make_group(ana), other = make_group(bo);

    static bool names_group(const protocol::MethodType& method) {
        for (const auto& field : method.params->fields)
            if (field.name == "group") return true;
        return false;
    }
    /// Every method about one group.
    std::vector<protocol::MethodType> group_methods() {
        std::vector<protocol::MethodType> all;
        for (const auto& method : house.table.interface().methods)
            if (names_group(method)) all.push_back(method);
        return all;
    }
};

TEST_F(PermitTest, AnotherGroupIsNotThere) {
    const auto invitation = invite(bo, other).invitation.value;
    const auto methods = group_methods();
    EXPECT_GE(methods.size(), 11u);
    for (const auto& method : methods) {
        test::Sample foreign{{{"group", other}, {"account", bo.account}, {"invitation", invitation}}};
        EXPECT_EQ(house.refusal(ana, method.name, foreign.of(*method.params)), "not_found") << method.name;
        test::Sample nowhere;
        EXPECT_EQ(house.refusal(ana, method.name, nowhere.of(*method.params)), "not_found") << method.name;
        foreign.ids["group"] = ana.account;
        EXPECT_EQ(house.refusal(ana, method.name, foreign.of(*method.params)), "not_found") << method.name;
    }
    EXPECT_EQ(show(bo, other).members.size(), 1u);
}

TEST_F(PermitTest, AnotherGroupsRowsAreNotReachedThroughOnesOwn) {
    sign(ana, group);
    const auto invitation = invite(bo, other).invitation.value;
    const test::Sample mixed{{{"group", group}, {"account", bo.account}, {"invitation", invitation}}};
    for (const char* name : {"groups.revoke_invitation", "groups.confirm", "groups.set_role", "groups.remove_member"})
        EXPECT_EQ(house.refusal(ana, name, mixed.of(*house.table.find(name)->params)), "not_found") << name;
    EXPECT_EQ(
        house.call<protocol::InvitationList>(bo, "groups.invitations", protocol::GroupRef{other}).invitations.size(),
        1u);
}

TEST_F(PermitTest, WhoMayDoWhat) {
    // The first refusal of each, called by a member who has not signed, and by one who has.
    struct Right {
        const char *unsigned_member, *signed_member;
    };
    const std::map<std::string, Right> rights{
        {"groups.show", {"", ""}},
        {"groups.agreement", {"", ""}},
        {"groups.sign", {"", ""}},
        {"groups.confirm", {"must_sign", ""}},
        {"groups.leave", {"", ""}},
        {"groups.propose_agreement", {"organiser_only", "organiser_only"}},
        {"groups.invite", {"organiser_only", "organiser_only"}},
        {"groups.invitations", {"organiser_only", "organiser_only"}},
        {"groups.revoke_invitation", {"organiser_only", "organiser_only"}},
        {"groups.set_contacts", {"organiser_only", "organiser_only"}},
        {"groups.set_role", {"organiser_only", "organiser_only"}},
        {"groups.remove_member", {"organiser_only", "organiser_only"}},
    };
    const auto cy = newcomer(ana, group, "cy"), di = newcomer(ana, group, "di");
    sign(di, group);
    for (const auto& method : group_methods()) {
        const auto right = rights.find(method.name);
        ASSERT_NE(right, rights.end()) << method.name << " has no line in this table";
        const auto params = test::Sample{{{"group", group}, {"account", ana.account}}}.of(*method.params);
        if (method.name == "groups.leave") continue;
        EXPECT_EQ(house.refusal(di, method.name, params), right->second.signed_member) << method.name;
        if (method.name == "groups.sign") continue;
        EXPECT_EQ(house.refusal(cy, method.name, params), right->second.unsigned_member) << method.name;
    }
    EXPECT_EQ(sign(cy, group), "");
    EXPECT_EQ(leave(cy, group), "");
    EXPECT_EQ(house.refusal(cy, "groups.show", protocol::GroupRef{group}), "not_found");
}

TEST_F(PermitTest, OnlyMembersFollow) {
    const auto may = [&](const Caller& caller, const std::string& feed) {
        try {
            house.transact(caller, "", [&](Write& write) {
                house.table.may_follow(write, feed);
                return 0;
            });
            return std::string();
        } catch (const Refused& refused) {
            return refused.code();
        }
    };
    EXPECT_EQ(may(ana, group), "");
    EXPECT_EQ(may(ana, other), "not_found");
    EXPECT_EQ(may(ana, bo.account), "not_found");
    EXPECT_EQ(may(ana, ""), "not_found");
    EXPECT_EQ(may({}, group), "not_found");
    const auto cy = newcomer(ana, group, "cy");
    EXPECT_EQ(may(cy, group), "") << "a joiner sees dates and answers at once";
    remove(ana, group, cy);
    EXPECT_EQ(may(cy, group), "not_found");
}

TEST_F(PermitTest, TheInterfaceHoldsNothingItMayNot) { EXPECT_NO_THROW(protocol::check(house.table.interface())); }

}  // namespace
}  // namespace covision::groups
