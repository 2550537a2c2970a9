// A group from its making to somebody's leaving.

#include "tests/groups/club.hpp"

namespace covision::groups {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::Role;

class RoundTest : public Club {
protected:
    Caller ana = house.somebody("ana");
    std::string group = make_group(ana);
};

TEST_F(RoundTest, ANewGroupHasAnOrganiserWhoHasNotSigned) {
    EXPECT_EQ(told(group), Kinds{"groups.member_joined"});
    EXPECT_EQ(told(ana.account), Kinds{"accounts.changed"});
    const auto view = show(ana, group);
    EXPECT_EQ(view.name, "Tuesday group");
    EXPECT_EQ(view.role, Role::organiser);
    EXPECT_FALSE(view.has_signed);
    EXPECT_EQ(view.agreement_version, 1);
    EXPECT_EQ(view.seq, 1);
    ASSERT_EQ(view.members.size(), 1u);
    EXPECT_TRUE(view.members[0].confirmed);
    const auto list = house.call<protocol::GroupList>(ana, "groups.list", Empty{});
    ASSERT_EQ(list.groups.size(), 1u);
    EXPECT_EQ(list.groups[0].members, 1);
    EXPECT_FALSE(list.groups[0].has_signed);
    EXPECT_GT(list.seq, 0);
}

TEST_F(RoundTest, CreateSignInviteJoinConfirmRemove) {
    EXPECT_EQ(sign(ana, group), "");
    EXPECT_EQ(told(group), Kinds{"groups.signed"});
    EXPECT_TRUE(show(ana, group).has_signed);

    const auto bo = newcomer(ana, group, "bo");
    EXPECT_EQ(house.table.find("groups.list")->kind, call::Kind::read);
    EXPECT_TRUE(seen(ana, group, bo).confirmed) << "before the first session";
    EXPECT_EQ(sign(bo, group), "");
    hold_first_session(group);

    house.advance(1h);
    const auto cy = newcomer(ana, group, "cy");
    EXPECT_EQ(told(group), (Kinds{"groups.member_joined", "groups.invitations_changed"}));
    EXPECT_FALSE(seen(ana, group, cy).confirmed);
    EXPECT_FALSE(seen(ana, group, cy).confirmed_by_me);
    EXPECT_EQ(seen(ana, group, cy).joined_at.value, house.now);
    EXPECT_EQ(confirm(cy, group, cy), "must_sign");
    EXPECT_EQ(sign(cy, group), "");
    EXPECT_EQ(confirm(cy, group, cy), "not_confirmed");

    EXPECT_EQ(confirm(ana, group, cy), "");
    EXPECT_EQ(told(group), Kinds{"groups.member_changed"});
    EXPECT_EQ(house.events[0].audience, feed::Audience{ana.account}) << "who still has to is nobody's business";
    EXPECT_TRUE(seen(ana, group, cy).confirmed_by_me);
    EXPECT_FALSE(seen(bo, group, cy).confirmed_by_me);
    EXPECT_FALSE(seen(cy, group, cy).confirmed);
    EXPECT_EQ(confirm(ana, group, cy), "");
    EXPECT_EQ(confirm(bo, group, cy), "");
    EXPECT_EQ(told(group), (Kinds{"groups.member_changed", "groups.member_changed"}));
    EXPECT_TRUE(house.events[1].audience.empty());
    EXPECT_TRUE(seen(cy, group, cy).confirmed);

    EXPECT_EQ(remove(bo, group, cy), "organiser_only");
    EXPECT_EQ(remove(ana, group, ana), "yourself");
    EXPECT_EQ(remove(ana, group, cy), "");
    EXPECT_EQ(told(group), Kinds{"groups.member_left"});
    EXPECT_EQ(told(cy.account), Kinds{"accounts.changed"});
    ASSERT_EQ(house.revocations.size(), 1u);
    EXPECT_EQ(house.revocations[0].account, cy.account);
    EXPECT_EQ(house.revocations[0].login, "");
    EXPECT_EQ(house.revocations[0].feed, group);
    EXPECT_EQ(house.refusal(cy, "groups.show", protocol::GroupRef{group}), "not_found");
    EXPECT_EQ(show(ana, group).members.size(), 2u);
    EXPECT_EQ(remove(ana, group, cy), "not_found");
}

TEST_F(RoundTest, WhoDoesNotConfirmAndLeavesStandsInNobodysWay) {
    sign(ana, group);
    const auto bo = newcomer(ana, group, "bo");
    sign(bo, group);
    hold_first_session(group);
    const auto cy = newcomer(ana, group, "cy");
    EXPECT_EQ(confirm(ana, group, cy), "");
    EXPECT_FALSE(seen(ana, group, cy).confirmed);
    EXPECT_EQ(leave(bo, group), "");
    EXPECT_EQ(told(group), (Kinds{"groups.member_left", "groups.member_changed"}));
    EXPECT_TRUE(seen(ana, group, cy).confirmed);
}

TEST_F(RoundTest, ANewVersionConfirmsNobody) {
    sign(ana, group);
    hold_first_session(group);
    const auto bo = newcomer(ana, group, "bo");
    auto clauses =
        house.call<protocol::AgreementView>(ana, "groups.agreement", protocol::AgreementRequest{group, {}}).clauses;
    clauses[0].text = "Another purpose.";
    house.call<protocol::AgreementVersion>(ana, "groups.propose_agreement",
                                           protocol::AgreementPropose{group, 1, clauses});
    EXPECT_FALSE(seen(ana, group, bo).confirmed);
    EXPECT_EQ(confirm(ana, group, bo), "must_sign");
    EXPECT_EQ(sign(ana, group, 2), "");
    EXPECT_EQ(confirm(ana, group, bo), "");
    EXPECT_TRUE(seen(ana, group, bo).confirmed);
}

TEST_F(RoundTest, AnOrganiserRemains) {
    const auto bo = newcomer(ana, group, "bo");
    EXPECT_EQ(leave(ana, group), "last_organiser");
    EXPECT_EQ(set_role(ana, group, ana, Role::member), "last_organiser");
    EXPECT_EQ(set_role(bo, group, bo, Role::organiser), "organiser_only");
    EXPECT_EQ(set_role(ana, group, bo, Role::organiser), "");
    EXPECT_EQ(told(group), Kinds{"groups.member_changed"});
    EXPECT_EQ(told(bo.account), Kinds{"accounts.changed"});
    EXPECT_EQ(set_role(ana, group, ana, Role::member), "");
    EXPECT_EQ(leave(ana, group), "");
    EXPECT_EQ(set_role(bo, group, bo, Role::member), "last_organiser");
    const auto token = invite(bo, group).token.value;
    EXPECT_EQ(leave(bo, group), "") << "alone there is nobody to hand over to";
    EXPECT_EQ(join(house.somebody("cy"), token), "link_unknown") << "an empty group lets nobody in";
}

TEST_F(RoundTest, ANewcomerIsNoOrganiserYet) {
    sign(ana, group);
    hold_first_session(group);
    const auto bo = newcomer(ana, group, "bo");
    EXPECT_EQ(set_role(ana, group, bo, Role::organiser), "not_confirmed");
}

TEST_F(RoundTest, ComingBackBeginsAnew) {
    const auto bo = newcomer(ana, group, "bo");
    sign(bo, group);
    EXPECT_EQ(leave(bo, group), "");
    hold_first_session(group);
    house.advance(24h);
    EXPECT_EQ(join(bo, invite(ana, group).token.value), "");
    const auto again = seen(ana, group, bo);
    EXPECT_EQ(again.joined_at.value, house.now);
    EXPECT_EQ(again.signed_version, 0);
    EXPECT_FALSE(again.confirmed);
    const auto agreement =
        house.call<protocol::AgreementView>(ana, "groups.agreement", protocol::AgreementRequest{group, {}});
    EXPECT_TRUE(agreement.signatures.empty());
    EXPECT_EQ(sign(bo, group), "");
    EXPECT_EQ(seen(ana, group, bo).signed_version, 1);
}

TEST_F(RoundTest, ANewNameReachesEveryGroup) {
    const auto other = make_group(ana, "Thursday group");
    protocol::AccountUpdate update;
    update.name = "Ana Li";
    house.call<Empty>(ana, "accounts.update", update);
    EXPECT_EQ(told(group), Kinds{"groups.member_changed"});
    EXPECT_EQ(told(other), Kinds{"groups.member_changed"});
    EXPECT_EQ(show(ana, group).members[0].name, "Ana Li");
}

TEST_F(RoundTest, WhoIsInAGroup) {
    house.advance(1min);
    const auto bo = newcomer(ana, group, "bo");
    house.transact(bo, "", [&](Write& write) {
        const auto member = permit(write, group, Need::member);
        EXPECT_FALSE(member.is_signed());
        EXPECT_TRUE(member.confirmed());
        EXPECT_EQ(member.account(), bo.account);
        const auto all = members(write, member);
        EXPECT_EQ(all.size(), 2u);
        EXPECT_EQ(all[1].name, "bo");
        EXPECT_EQ(all[1].zone, "Europe/Berlin");
        EXPECT_TRUE(is_member(write, member, ana.account));
        EXPECT_FALSE(is_member(write, member, group));
        EXPECT_EQ(groups_of(write, bo.account), std::vector<std::string>{group});
        EXPECT_FALSE(group_of(write, member).first_session_at);
        EXPECT_THROW(for_the_group(write, bo.account), Refused);
        return 0;
    });
    hold_first_session(group);
    const auto first = house.now;
    house.advance(1h);
    hold_first_session(group);
    house.transact(bo, "", [&](Write& write) {
        EXPECT_EQ(group_of(write, permit(write, group, Need::member)).first_session_at, first);
        return 0;
    });
}

TEST_F(RoundTest, OneAccountIsInFiftyGroupsAtMost) {
    for (int i = 1; i < 50; ++i) make_group(ana);
    protocol::GroupCreate params;
    params.name = "One more";
    params.clauses = {{"own", "Tea", ""}};
    EXPECT_EQ(house.refusal(ana, "groups.create", params), "too_many_groups");
    params.name = "Two\nlines";
    EXPECT_EQ(house.refusal(ana, "groups.create", params), "name_invalid");
}

}  // namespace
}  // namespace covision::groups
