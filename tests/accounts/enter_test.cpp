// One-time links: the first person, an account made or recovered by whoever runs the server, invitations.

#include "server/features/accounts/links.hpp"
#include "server/features/accounts/methods.hpp"
#include "server/features/accounts/rules.hpp"
#include "server/features/accounts/table.hpp"
#include "server/features/accounts/topics.hpp"
#include "tests/accounts/house.hpp"

namespace covision::accounts {
namespace {

using namespace std::chrono_literals;
using call::Caller;
using protocol::Empty;
using protocol::LinkPurpose;

class EnterTest : public testing::Test {
protected:
    test::House house{[](call::Table& table) { methods(table); }};
    const Caller nobody{"", "", "192.0.2.1", "Firefox"};

    std::optional<std::string> first() {
        return house.transact(nobody, "", [](Write& write) { return first_link(write); });
    }
    std::string for_account(const std::string& email, const std::string& name) {
        return house.transact(nobody, "", [&](Write& write) { return account_link(write, email, name); });
    }
    protocol::Enter with(const std::string& token, const std::string& email = "ana@example.org") {
        protocol::Enter params;
        params.token = token;
        params.email = email;
        params.name = "Ana";
        params.password = "kettle under rain";
        params.zone = "Europe/Berlin";
        params.language = protocol::Language::de;
        return params;
    }
    std::string enter(const protocol::Enter& params) { return house.refusal(nobody, "enter", params); }
    std::string peek(const std::string& token) { return house.refusal(nobody, "peek", protocol::Peek{token}); }
    Caller signed_in() { return house.authenticated(house.login_token.value()).value(); }
};

TEST_F(EnterTest, TheFirstPersonMakesAnAccount) {
    const auto old = first().value();
    const auto token = first().value();
    EXPECT_EQ(peek(old), "link_unknown") << "a new one replaces it";
    const auto peeked = house.call<protocol::Peeked>(nobody, "peek", protocol::Peek{token});
    EXPECT_EQ(peeked.purpose, LinkPurpose::first);
    EXPECT_EQ(peeked.expires_at.value, house.now + 24h * 7);
    EXPECT_FALSE(peeked.email || peeked.name || peeked.group_name || peeked.invited_by);
    EXPECT_EQ(peek(token), "") << "looking consumes nothing";

    const auto entered = house.call<protocol::SignedIn>(nobody, "enter", with(token, "  ANA@example.org"));
    EXPECT_EQ(entered.account.email, "ana@example.org");
    EXPECT_EQ(entered.account.language, protocol::Language::de);
    EXPECT_EQ(entered.account.zone, "Europe/Berlin");
    EXPECT_FALSE(entered.group);
    EXPECT_EQ(signed_in().account, entered.account.account.value);
    EXPECT_EQ(house.events.back().kind, "accounts.entered");

    EXPECT_EQ(first(), std::nullopt) << "there is somebody now";
    EXPECT_EQ(peek(token), "link_used");
    EXPECT_EQ(enter(with(token, "bo@example.org")), "link_used");
    EXPECT_EQ(enter(with("no such token")), "link_unknown");
}

TEST_F(EnterTest, OfTwoPeopleAtTheFirstLinkOneEnters) {
    const auto token = first().value();
    for_account("bo@example.org", "Bo");
    house.somebody("bo");
    EXPECT_EQ(enter(with(token)), "link_used");
}

TEST_F(EnterTest, LinksExpire) {
    const auto token = first().value();
    house.advance(24h * 7);
    EXPECT_EQ(peek(token), "link_expired");
    EXPECT_EQ(enter(with(token)), "link_expired");
}

TEST_F(EnterTest, WhatIsWrongConsumesNothing) {
    const auto token = first().value();
    auto params = with(token);
    params.password = "short";
    EXPECT_EQ(enter(params), "password_short");
    params = with(token, "no address");
    EXPECT_EQ(enter(params), "email_invalid");
    params = with(token);
    params.zone = "Europe Berlin";
    EXPECT_EQ(enter(params), "zone_invalid");
    params = with(token);
    params.name = "two\nlines";
    EXPECT_EQ(enter(params), "name_invalid");
    EXPECT_EQ(enter(with(token)), "");
}

TEST_F(EnterTest, ALinkForAnAccountMakesItOrGivesItANewPassword) {
    const auto token = for_account("Bo@example.org", "Bo");
    const auto peeked = house.call<protocol::Peeked>(nobody, "peek", protocol::Peek{token});
    EXPECT_EQ(peeked.purpose, LinkPurpose::account);
    EXPECT_EQ(peeked.email, "bo@example.org");
    EXPECT_EQ(peeked.name, "Bo");
    EXPECT_EQ(enter(with(token, "somebody@example.org")), "email_differs");
    EXPECT_EQ(enter(with(token, "bo@example.org")), "");
    const auto bo = signed_in();

    const auto again = for_account("bo@example.org", "Other name");
    EXPECT_EQ(house.call<protocol::Peeked>(nobody, "peek", protocol::Peek{again}).name, "Ana")
        << "the name that Bo has given on entering";
    house.advance(23h);
    auto recovery = with(again, "bo@example.org");
    recovery.password = "another fine sentence";
    EXPECT_EQ(enter(recovery), "");
    EXPECT_EQ(signed_in().account, bo.account);
    ASSERT_EQ(house.revocations.size(), 1u) << "other devices are signed out";
    EXPECT_EQ(house.revocations[0].login, bo.login);
    EXPECT_EQ(house.refusal(nobody, "sign_in", protocol::SignIn{"bo@example.org", "kettle under rain"}),
              "sign_in_failed");
    EXPECT_EQ(house.refusal(nobody, "sign_in", protocol::SignIn{"bo@example.org", "another fine sentence"}), "");

    const auto late = for_account("bo@example.org", "Bo");
    house.advance(24h);
    EXPECT_EQ(peek(late), "link_expired");
}

TEST_F(EnterTest, AnInvitationIsForPeopleWithoutAnAccount) {
    house.somebody("ana");
    Link link;
    link.purpose = LinkPurpose::invitation;
    link.subject = "11111111-1111-4111-8111-111111111111";
    link.group = "22222222-2222-4222-8222-222222222222";
    link.about = "Tuesday group";
    link.person = "Ana";
    link.expires_at = house.now + 24h;
    house.transact(nobody, "", [&](Write& write) {
        make_link(write, link, "secret");
        return 0;
    });
    const auto peeked = house.call<protocol::Peeked>(nobody, "peek", protocol::Peek{"secret"});
    EXPECT_EQ(peeked.group_name, "Tuesday group");
    EXPECT_EQ(peeked.invited_by, "Ana");
    EXPECT_EQ(enter(with("secret")), "email_known");
    const auto entered = house.call<protocol::SignedIn>(nobody, "enter", with("secret", "bo@example.org"));
    EXPECT_EQ(entered.group, link.group);
    const auto told = protocol::decode<Entered>(house.events.back().data);
    EXPECT_EQ(told.subject, link.subject);
    EXPECT_EQ(told.group, link.group);
    EXPECT_EQ(house.events.back().audience, feed::Audience{entered.account.account});
}

TEST_F(EnterTest, AReactionCanRefuse) {
    static bool refuses = true;
    house.table.on(
        entered, +[](Write&, const std::string&, const Entered&) {
            if (refuses) throw Refused("group_full", "No room.");
        });
    const auto token = first().value();
    EXPECT_EQ(enter(with(token)), "group_full");
    EXPECT_EQ(peek(token), "") << "nothing was consumed";
    EXPECT_TRUE(first().has_value()) << "nobody was made";
    refuses = false;
    EXPECT_EQ(enter(with(first().value())), "");
}

TEST_F(EnterTest, LooksAreLimitedByNetwork) {
    std::string last;
    for (int i = 0; i < 61; ++i) last = peek("guess " + std::to_string(i));
    EXPECT_EQ(last, "too_many_attempts");
}

TEST_F(EnterTest, OldLinksAreForgotten) {
    const auto token = first().value();
    house.advance(24h * 38);
    for_account("bo@example.org", "Bo");
    EXPECT_EQ(peek(token), "link_unknown");
}

}  // namespace
}  // namespace covision::accounts
