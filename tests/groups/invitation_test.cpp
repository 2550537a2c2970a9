// Invitations: secrets, one use, taking back, who may join.

#include "tests/groups/club.hpp"

namespace covision::groups {
namespace {

using namespace std::chrono_literals;

class InvitationTest : public Club {
protected:
    Caller ana = house.somebody("ana");
    std::string group = make_group(ana);

    std::size_t open() {
        return house.call<protocol::InvitationList>(ana, "groups.invitations", protocol::GroupRef{group})
            .invitations.size();
    }
    std::string revoke(const std::string& invitation) {
        return house.refusal(ana, "groups.revoke_invitation", protocol::InvitationRef{group, invitation});
    }
};

TEST_F(InvitationTest, ShowsWhereItLeadsAndIsUsedOnce) {
    const auto made = invite(ana, group);
    EXPECT_EQ(told(group), std::vector<std::string>{"groups.invitations_changed"});
    EXPECT_EQ(house.events[0].audience, feed::Audience{ana.account});
    EXPECT_EQ(made.expires_at.value, house.now + 24h * 7);
    EXPECT_EQ(open(), 1u);
    const auto peeked = house.call<protocol::Peeked>({"", "", "192.0.2.1", ""}, "peek", protocol::Peek{made.token});
    EXPECT_EQ(peeked.purpose, protocol::LinkPurpose::invitation);
    EXPECT_EQ(peeked.group_name, "Tuesday group");
    EXPECT_EQ(peeked.invited_by, "ana");
    EXPECT_EQ(open(), 1u) << "looking consumes nothing";

    const auto bo = house.enter(made.token.value, "bo");
    EXPECT_EQ(house.call<protocol::GroupList>(bo, "groups.list", Empty{}).groups[0].group, group);
    EXPECT_EQ(open(), 0u);
    EXPECT_EQ(join(house.somebody("cy"), made.token.value), "link_used");
    EXPECT_EQ(revoke(made.invitation), "link_used");
}

TEST_F(InvitationTest, LetsInWhoIsSignedInAlready) {
    const auto bo = house.somebody("bo");
    const auto made = invite(ana, group);
    const auto joined = house.call<protocol::Joined>(bo, "groups.join", protocol::Join{made.token});
    EXPECT_EQ(joined.group, group);
    EXPECT_EQ(told(bo.account), std::vector<std::string>{"accounts.changed"});
    const auto second = invite(ana, group);
    EXPECT_EQ(join(bo, second.token.value), "") << "a member is in already";
    EXPECT_EQ(open(), 1u) << "and leaves the invitation to somebody else";
    EXPECT_EQ(join(bo, "no such token"), "link_unknown");
}

TEST_F(InvitationTest, TheSameCallMakesTheSameSecret) {
    const auto id = uuid4(house.random);
    const auto params = protocol::encode(protocol::GroupRef{group});
    const auto result = house.call(ana, "groups.invite", params, id);
    const auto made = protocol::decode<protocol::InvitationCreated>(result);

    const auto* method = house.table.find("groups.invite");
    const auto stored = method->decode(params)->stored(result);
    EXPECT_EQ(stored.find(made.token.value), std::string::npos) << "what is kept does not hold it";
    const auto recalled =
        house.transact(ana, id, [&](Write& write) { return method->decode(params)->recalled(write, stored); });
    EXPECT_EQ(recalled, result);
    const auto foreign = house.transact(house.somebody("bo"), id,
                                        [&](Write& write) { return method->decode(params)->recalled(write, stored); });
    EXPECT_EQ(foreign.find(made.token.value), std::string::npos);
    house.db->checkpoint(false);
    EXPECT_EQ(house.folder.all_bytes().find(made.token.value), std::string::npos);
    EXPECT_NE(invite(ana, group).token.value, made.token.value);

    try {
        house.call(ana, "groups.invite", params, id);
        ADD_FAILURE() << "a second link under the same secret";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.code(), "id_reused") << "when the call itself is long forgotten";
    }
}

TEST_F(InvitationTest, CanBeTakenBack) {
    const auto made = invite(ana, group);
    EXPECT_EQ(revoke(made.invitation), "");
    EXPECT_EQ(revoke(made.invitation), "");
    EXPECT_EQ(open(), 0u);
    EXPECT_EQ(house.refusal({"", "", "192.0.2.1", ""}, "peek", protocol::Peek{made.token}), "link_unknown");
    EXPECT_EQ(join(house.somebody("bo"), made.token.value), "link_unknown");
}

TEST_F(InvitationTest, EndsAfterAWeekAndWithItsInviter) {
    const auto made = invite(ana, group);
    const auto bo = newcomer(ana, group, "bo");
    set_role(ana, group, bo, protocol::Role::organiser);
    const auto by_bo = invite(bo, group);
    EXPECT_EQ(remove(ana, group, bo), "");
    const auto cy = house.somebody("cy");
    EXPECT_EQ(join(cy, by_bo.token.value), "link_unknown");
    house.advance(24h * 7);
    EXPECT_EQ(open(), 0u);
    EXPECT_EQ(join(cy, made.token.value), "link_expired");
}

TEST_F(InvitationTest, AGroupHasTwelveMembersAtMost) {
    const auto spare = invite(ana, group);
    std::vector<Caller> people;
    // From networks of their own: one alone is limited.
    for (int i = 1; i < 12; ++i)
        people.push_back(
            house.enter(invite(ana, group).token.value, "p" + std::to_string(i), "192.0.2." + std::to_string(i)));
    EXPECT_EQ(house.refusal(ana, "groups.invite", protocol::GroupRef{group}), "group_full");
    protocol::Enter late;
    late.token = spare.token;
    late.email = "late@example.org";
    late.name = "late";
    late.password = "kettle under rain";
    late.zone = "UTC";
    EXPECT_EQ(house.refusal({"", "", "192.0.2.99", ""}, "enter", late), "group_full");
    EXPECT_EQ(
        house.refusal({"", "", "192.0.2.99", ""}, "sign_in", protocol::SignIn{"late@example.org", "kettle under rain"}),
        "sign_in_failed")
        << "no account was made";
    EXPECT_EQ(leave(people[3], group), "");
    EXPECT_EQ(house.refusal({"", "", "192.0.2.99", ""}, "enter", late), "") << "the link was not consumed";
}

TEST_F(InvitationTest, OnlySoManyAreOpen) {
    for (int i = 0; i < 20; ++i) invite(ana, group);
    EXPECT_EQ(house.refusal(ana, "groups.invite", protocol::GroupRef{group}), "too_many_invitations");
}

}  // namespace
}  // namespace covision::groups
