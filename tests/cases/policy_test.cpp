// What a group wants of the check: who changes it, that it holds at once and everywhere, that its words stay sealed.

#include "server/features/cases/policy.hpp"

#include "tests/cases/brought.hpp"

namespace covision::cases {
namespace {

using Kinds = std::vector<std::string>;
using protocol::Strictness;

class PolicyTest : public test::Brought {
protected:
    protocol::PolicySet change(std::int64_t based_on, Strictness strictness, protocol::OwnWords flag = {},
                               protocol::OwnWords pass = {}) {
        return {group, based_on, {strictness, std::move(flag), std::move(pass)}};
    }
    std::string set(const call::Caller& caller, const protocol::PolicySet& params) {
        return house.refusal(caller, "cases.set_policy", params);
    }
    protocol::PolicyView policy_for(const call::Caller& caller) {
        return house.call<protocol::PolicyView>(caller, "cases.policy", protocol::GroupRef{group});
    }
    /// How each place in a case's text would be taken: "must 4-9".
    std::vector<std::string> found(const std::string& text) {
        const protocol::Check params{group, {protocol::FieldText{protocol::WrittenField::text, {text}}}};
        std::vector<std::string> all;
        for (const auto& field : house.call<protocol::Findings>(people[0], "cases.check", params).fields)
            for (const auto& one : field.findings)
                all.push_back((one.level == protocol::FindingLevel::review ? "review " : "must ") +
                              std::to_string(one.start) + "-" + std::to_string(one.end));
        return all;
    }
};

TEST_F(PolicyTest, AnOrganiserChangesItAndEverySignedMemberReadsIt) {
    EXPECT_EQ(policy_for(people[3]).version, 0);
    EXPECT_EQ(policy_for(people[3]).policy.strictness, Strictness::standard);
    EXPECT_EQ(set(people[1], change(0, Strictness::strict)), "organiser_only");
    EXPECT_EQ(set(people[0], change(0, Strictness::strict, {{"Haus am See"}}, {{"Rose"}})), "");
    EXPECT_EQ(told(group), Kinds{"cases.policy_changed"});
    for (const auto& event : house.events) EXPECT_EQ(event.data, "{\"version\":1}");
    const auto seen = policy_for(people[3]);
    EXPECT_EQ(seen.version, 1);
    EXPECT_EQ(seen.author->value, people[0].account);
    EXPECT_EQ(seen.policy.strictness, Strictness::strict);
    ASSERT_EQ(seen.policy.flag.size(), 1u);
    EXPECT_EQ(seen.policy.flag[0].value, "Haus am See");
    EXPECT_EQ(seen.policy.pass[0].value, "Rose");
    EXPECT_EQ(set(people[0], change(0, Strictness::standard)), "stale");
    reword_agreement();
    EXPECT_EQ(set(people[0], change(1, Strictness::standard)), "must_sign");
    EXPECT_EQ(house.refusal(people[3], "cases.policy", protocol::GroupRef{group}), "must_sign");
}

TEST_F(PolicyTest, AWordHasLettersAndStandsInOneListAtMost) {
    EXPECT_EQ(set(people[0], change(0, Strictness::standard, {{" - "}})), "word_empty");
    EXPECT_EQ(set(people[0], change(0, Strictness::standard, {}, {{"!"}})), "word_empty");
    EXPECT_EQ(set(people[0], change(0, Strictness::standard, {{"Rose"}}, {{"Lily"}, {"Rose"}})), "word_in_both");
    EXPECT_EQ(set(people[0], change(0, Strictness::standard, {{"Äö"}, {"7"}})), "");
}

TEST_F(PolicyTest, OwnWordsHoldWhileTypingAndAtTheEnd) {
    const std::string text = "We met at the blue door, and Anna was calm.";
    EXPECT_EQ(found(text), Kinds{"must 29-33"});
    EXPECT_EQ(set(people[0], change(0, Strictness::standard, {{"Blue door"}}, {{"Anna"}})), "");
    EXPECT_EQ(found(text), Kinds{"must 14-23"});
    const auto refused = house.refusal(presenter(0), "cases.submit", draft(0, text));
    EXPECT_EQ(refused, "identifiers_left");
    EXPECT_EQ(house.refusal(presenter(0), "cases.submit", draft(0, "Anna was calm.")), "");
}

TEST_F(PolicyTest, AKeptPlaceCannotBeKeptWhereTheGroupIsStrict) {
    const std::string text = "She has moved to Leeds.";
    EXPECT_EQ(found(text), Kinds{"review 17-22"});
    auto params = draft(0, text);
    EXPECT_EQ(house.refusal(presenter(0), "cases.submit", params), "identifiers_left");
    params.kept.push_back({protocol::WrittenField::text, 17, 22});
    EXPECT_EQ(set(people[0], change(0, Strictness::strict)), "");
    EXPECT_EQ(found(text), Kinds{"must 17-22"});
    EXPECT_EQ(house.refusal(presenter(0), "cases.submit", params), "identifiers_left");
    EXPECT_EQ(set(people[0], change(1, Strictness::standard)), "");
    EXPECT_EQ(house.refusal(presenter(0), "cases.submit", params), "");
}

TEST_F(PolicyTest, MonthsAndFeastsOnlyWhereTheGroupAsksForIt) {
    const std::string text = "It began in March, and at Christmas it was worse.";
    EXPECT_EQ(found(text), Kinds{});
    EXPECT_EQ(set(people[0], change(0, Strictness::strict)), "");
    EXPECT_EQ(found(text), Kinds{});
    EXPECT_EQ(set(people[0], change(1, Strictness::strict_us)), "");
    EXPECT_EQ(found(text), (Kinds{"must 9-17", "must 23-35"})) << "with their prepositions";
    EXPECT_EQ(house.refusal(presenter(0), "cases.submit", draft(0, text)), "identifiers_left");
}

TEST_F(PolicyTest, ACheckFromBeforeAChangeIsMadeAgain) {
    const auto by = presenter(0);
    const auto job = house.table.find("cases.submit")->decode(protocol::encode(draft(0, "We met at the blue door.")));
    const call::Services services{house.random, *house.keys, test::detector()};
    call::Read read(*house.db, services, by, house.now);
    job->prepare(read);
    EXPECT_EQ(set(people[0], change(0, Strictness::standard, {{"Blue door"}})), "");
    const auto run = [&]() -> std::string {
        try {
            return house.transact(by, uuid4(house.random), [&](call::Write& write) { return job->run(write); });
        } catch (const Refused& refused) {
            return refused.code();
        }
    };
    EXPECT_EQ(run(), "prepare_again");
    call::Read again(*house.db, services, by, house.now);
    job->prepare(again);
    EXPECT_EQ(run(), "identifiers_left");
}

TEST_F(PolicyTest, ItsWordsAreSealedAndItsKeyIsNoOrphan) {
    EXPECT_EQ(set(people[0], change(0, Strictness::strict, {{"Quillfeather Clinic"}})), "");
    EXPECT_EQ(set(people[0], change(1, Strictness::strict, {{"Quillfeather Clinic"}}, {{"Violetta"}})), "");
    const auto everything = house.folder.all_bytes();
    for (const char* word : {"Quillfeather", "Violetta"}) EXPECT_EQ(everything.find(word), std::string::npos) << word;
    EXPECT_TRUE(has_sealed_row(*house.db, group, policy_item));
    EXPECT_FALSE(has_sealed_row(*house.db, "another", policy_item));
    house.keys->sweep([&](auto of, auto row) { return has_sealed_row(*house.db, of, row); });
    EXPECT_EQ(policy_for(people[2]).policy.flag.size(), 1u);
}

}  // namespace
}  // namespace covision::cases
