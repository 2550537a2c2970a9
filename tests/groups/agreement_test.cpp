#include "tests/groups/club.hpp"

namespace covision::groups {
namespace {

class AgreementTest : public Club {
protected:
    Caller ana = house.somebody("ana");
    std::string group = make_group(ana);

    protocol::AgreementView agreement(std::optional<std::int64_t> version = {}) {
        return house.call<protocol::AgreementView>(ana, "groups.agreement", protocol::AgreementRequest{group, version});
    }
    std::string propose(const Caller& caller, std::int64_t based_on, const protocol::Clauses& clauses) {
        return house.refusal(caller, "groups.propose_agreement", protocol::AgreementPropose{group, based_on, clauses});
    }
};

TEST_F(AgreementTest, BeginsWithTheTemplate) {
    const auto german = house.call<protocol::AgreementTemplate>(ana, "groups.template",
                                                                protocol::TemplateRequest{protocol::Language::de});
    EXPECT_EQ(german.clauses[0].title, "Wozu wir uns treffen");
    const auto view = agreement();
    EXPECT_EQ(view.version, 1);
    EXPECT_EQ(view.current_version, 1);
    EXPECT_EQ(view.author, ana.account);
    EXPECT_EQ(view.clauses.size(), 14u);
    EXPECT_TRUE(view.changed.empty());
    EXPECT_TRUE(view.signatures.empty());
    EXPECT_EQ(house.refusal(ana, "groups.agreement", protocol::AgreementRequest{group, 2}), "not_found");
    EXPECT_EQ(house.refusal(ana, "groups.agreement", protocol::AgreementRequest{group, 0}), "not_found");
}

TEST_F(AgreementTest, EverybodySignsEachVersion) {
    const auto bo = newcomer(ana, group, "bo");
    EXPECT_EQ(sign(ana, group), "");
    EXPECT_EQ(sign(ana, group), "") << "signing twice is signing once";
    EXPECT_TRUE(house.events.empty());
    EXPECT_EQ(sign(bo, group), "");
    EXPECT_EQ(agreement().signatures.size(), 2u);
    EXPECT_EQ(sign(bo, group, 2), "stale");

    auto clauses = agreement().clauses;
    clauses[6].text = "Every second Tuesday.";
    clauses.push_back({"own", "Tea", "Whoever presents brings none."});
    EXPECT_EQ(propose(bo, 1, clauses), "organiser_only");
    EXPECT_EQ(propose(ana, 1, clauses), "");
    EXPECT_EQ(told(group), std::vector<std::string>{"groups.agreement_changed"});
    const auto view = agreement();
    EXPECT_EQ(view.version, 2);
    EXPECT_TRUE(view.signatures.empty());
    EXPECT_EQ(view.changed, (protocol::List<protocol::Text<40>, 80>{"meetings", "own"}));
    EXPECT_FALSE(show(bo, group).has_signed);
    EXPECT_EQ(seen(bo, group, bo).signed_version, 1);
    EXPECT_EQ(agreement(1).signatures.size(), 2u) << "the old version keeps its signatures";
    EXPECT_EQ(agreement(1).current_version, 2);

    EXPECT_EQ(sign(bo, group, 1), "stale");
    EXPECT_EQ(sign(bo, group, 2), "");
    EXPECT_TRUE(show(bo, group).has_signed);
}

TEST_F(AgreementTest, OfTwoProposalsOneWins) {
    auto clauses = agreement().clauses;
    EXPECT_EQ(propose(ana, 1, clauses), "unchanged");
    clauses[0].title = "Why";
    EXPECT_EQ(propose(ana, 1, clauses), "");
    clauses[0].title = "Why else";
    EXPECT_EQ(propose(ana, 1, clauses), "stale");
    EXPECT_EQ(propose(ana, 3, clauses), "stale");
    EXPECT_EQ(propose(ana, 2, {{"purpose", "a", ""}, {"purpose", "b", ""}}), "clause_twice");
    EXPECT_EQ(agreement().version, 2);
}

}  // namespace
}  // namespace covision::groups
