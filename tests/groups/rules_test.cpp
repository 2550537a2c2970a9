#include "server/features/groups/rules.hpp"

#include <gtest/gtest.h>

#include "protocol/json.hpp"
#include "server/features/groups/template.hpp"

namespace covision::groups {
namespace {

using protocol::Clauses;
using protocol::Role;

std::string code_of(const Clauses& clauses) {
    try {
        check_clauses(clauses);
        return "";
    } catch (const Refused& refused) {
        return refused.code() + refused.details().at(0).second;
    }
}

TEST(Clauses, AreKnownOnceOrOnesOwn) {
    EXPECT_EQ(code_of(template_en()), "");
    EXPECT_EQ(code_of({{"own", "Tea", "First"}, {"own", "Tea", "First"}, {"purpose", "Why", ""}}), "");
    EXPECT_EQ(code_of({{"purpose", "Why", ""}, {"invented", "?", ""}}), "clause_unknown1");
    EXPECT_EQ(code_of({{"purpose", "Why", ""}, {"own", "Tea", ""}, {"purpose", "Why", ""}}), "clause_twice2");
    EXPECT_EQ(code_of({{"own", "Two\nlines", ""}}), "clause_title0");
}

TEST(Clauses, WhatIsNewIsNamedOnce) {
    const Clauses before{{"purpose", "Why", "a"}, {"status", "What", "b"}, {"own", "Tea", "c"}, {"own", "Cake", "d"}};
    using Keys = std::vector<std::string>;
    EXPECT_EQ(changed_keys(before, before), Keys{});
    EXPECT_EQ(
        changed_keys(before,
                     {{"own", "Cake", "d"}, {"own", "Tea", "c"}, {"status", "What", "b"}, {"purpose", "Why", "a"}}),
        Keys{})
        << "the order alone changes no point";
    EXPECT_EQ(changed_keys(
                  before, {{"purpose", "Why", "A"}, {"status", "Was", "b"}, {"own", "Tea", "C"}, {"own", "Cake", "D"}}),
              (Keys{"purpose", "status", "own"}));
    EXPECT_EQ(changed_keys(before, {{"purpose", "Why", "a"}, {"review", "When", "e"}, {"own", "Tea", "c"}}),
              (Keys{"review", "status", "own"}));
}

TEST(Newcomer, IsConfirmedByAllWhoEverSigned) {
    const std::vector<Standing> members{{"ana", true, true},
                                        {"bo", true, true},
                                        {"unsigned", false, true},
                                        {"other newcomer", true, false},
                                        {"new", true, false}};
    struct Case {
        std::set<std::string> by;
        bool confirmed;
    };
    const Case cases[]{{{}, false},
                       {{"ana"}, false},
                       {{"ana", "bo"}, true},
                       {{"ana", "bo", "unsigned"}, true},
                       {{"ana", "other newcomer"}, false},
                       {{"ana", "somebody who left"}, false}};
    for (const auto& each : cases) EXPECT_EQ(is_confirmed_by_all("new", members, each.by), each.confirmed);
    EXPECT_FALSE(is_confirmed_by_all("new", {{"new", true, false}}, {})) << "with nobody to ask it is no";
    EXPECT_TRUE(joins_confirmed(false));
    EXPECT_FALSE(joins_confirmed(true));
}

TEST(Organisers, OneRemains) {
    struct Case {
        std::vector<Seat> members;
        bool without;
    };
    const Case cases[]{{{{"ana", Role::organiser}}, false},
                       {{{"ana", Role::organiser}, {"bo", Role::member}}, true},
                       {{{"ana", Role::organiser}, {"bo", Role::organiser}}, false},
                       {{{"ana", Role::member}, {"bo", Role::organiser}}, false}};
    for (const auto& each : cases) EXPECT_EQ(leaves_without_organiser(each.members, "ana"), each.without);
}

TEST(Template, HasTheSamePointsInBothLanguages) {
    const auto en = template_en(), de = template_de();
    ASSERT_EQ(en.size(), 14u);
    ASSERT_EQ(de.size(), en.size());
    for (std::size_t i = 0; i < en.size(); ++i) {
        EXPECT_EQ(en[i].key, de[i].key);
        EXPECT_TRUE(is_template_key(en[i].key));
        EXPECT_NE(en[i].title, de[i].title);
        EXPECT_GT(en[i].text.value.size(), 100u) << en[i].key;
        EXPECT_GT(de[i].text.value.size(), 100u) << de[i].key;
    }
    EXPECT_FALSE(is_template_key(own_key));
    for (const auto& clauses : {en, de}) {
        const auto json = protocol::encode(protocol::AgreementTemplate{clauses});
        EXPECT_EQ(protocol::encode(protocol::decode<protocol::AgreementTemplate>(json)), json) << "within the limits";
    }
}

}  // namespace
}  // namespace covision::groups
