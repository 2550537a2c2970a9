// One's own account: settings, password, devices.

#include "server/features/accounts/methods.hpp"
#include "server/features/accounts/table.hpp"
#include "tests/accounts/house.hpp"

namespace covision::accounts {
namespace {

using call::Caller;
using protocol::Empty;

class AccountTest : public testing::Test {
protected:
    test::House house{[](call::Table& table) { methods(table); }};
    Caller ana = house.somebody("ana");

    Caller other_device() {
        house.call<protocol::SignedIn>({"", "", "192.0.2.9", "Phone"}, "sign_in",
                                       protocol::SignIn{"ana@example.org", "kettle under rain"});
        return house.authenticated(house.login_token.value()).value();
    }
    protocol::Me me(const Caller& caller) { return house.call<protocol::Me>(caller, "accounts.me", Empty{}); }
};

TEST_F(AccountTest, MeShowsTheAccountAndItsDevices) {
    const auto phone = other_device();
    const auto seen = me(phone);
    EXPECT_EQ(seen.account.account, ana.account);
    EXPECT_EQ(seen.account.email, "ana@example.org");
    ASSERT_EQ(seen.logins.size(), 2u);
    for (const auto& login : seen.logins) EXPECT_EQ(login.current, login.login == phone.login);
    EXPECT_GT(seen.seq, 0);
    EXPECT_EQ(house.refusal({"00000000-0000-4000-8000-000000000000", "", "", ""}, "accounts.me", Empty{}), "not_found");
}

TEST_F(AccountTest, UpdateChangesWhatIsNamed) {
    protocol::AccountUpdate update;
    update.theme = protocol::Theme::dark;
    house.call<Empty>(ana, "accounts.update", update);
    ASSERT_EQ(house.events.size(), 1u);
    EXPECT_EQ(house.events[0].kind, "accounts.changed");
    EXPECT_EQ(house.events[0].audience, feed::Audience{ana.account});
    update = {};
    update.name = "Ana Li";
    update.zone = "America/New_York";
    house.call<Empty>(ana, "accounts.update", update);
    ASSERT_EQ(house.events.size(), 2u);
    EXPECT_EQ(house.events[1].kind, "accounts.renamed");
    const auto account = me(ana).account;
    EXPECT_EQ(account.name, "Ana Li");
    EXPECT_EQ(account.zone, "America/New_York");
    EXPECT_EQ(account.theme, protocol::Theme::dark);
    update.zone = "nowhere at all";
    EXPECT_EQ(house.refusal(ana, "accounts.update", update), "zone_invalid");
    update = {};
    update.name = "two\nlines";
    EXPECT_EQ(house.refusal(ana, "accounts.update", update), "name_invalid");
}

TEST_F(AccountTest, ANewPasswordEndsOtherLogins) {
    const auto phone = other_device();
    house.call<Empty>(phone, "accounts.change_password",
                      protocol::PasswordChange{"kettle under rain", "another fine sentence", true});
    ASSERT_EQ(house.revocations.size(), 1u);
    EXPECT_EQ(house.revocations[0].login, ana.login);
    EXPECT_EQ(me(phone).logins.size(), 1u);
    house.call<Empty>(phone, "accounts.change_password",
                      protocol::PasswordChange{"another fine sentence", "kettle under rain", false});
    EXPECT_TRUE(house.revocations.empty());
}

TEST_F(AccountTest, ANewPasswordNeedsTheOldOne) {
    const auto change = [&](const std::string& old_one, const std::string& new_one) {
        return house.refusal(ana, "accounts.change_password", protocol::PasswordChange{old_one, new_one, false});
    };
    EXPECT_EQ(change("not the old one", "another fine sentence"), "password_wrong");
    EXPECT_EQ(change("kettle under rain", "short"), "password_short");
    EXPECT_EQ(change("kettle under rain", "ana@example.org"), "password_personal");
    for (int i = 0; i < 5; ++i) change("guess", "another fine sentence");
    EXPECT_EQ(change("guess", "another fine sentence"), "too_many_attempts");
}

TEST_F(AccountTest, OnesOwnLoginsCanBeEnded) {
    const auto phone = other_device();
    const auto bo = house.somebody("bo");
    EXPECT_EQ(house.refusal(bo, "accounts.end_login", protocol::LoginRef{phone.login}), "not_found");
    EXPECT_EQ(house.refusal(bo, "accounts.end_login", protocol::LoginRef{bo.account}), "not_found");
    house.call<Empty>(ana, "accounts.end_login", protocol::LoginRef{phone.login});
    ASSERT_EQ(house.revocations.size(), 1u);
    EXPECT_EQ(house.revocations[0].login, phone.login);
    EXPECT_EQ(house.revocations[0].account, ana.account);
    EXPECT_EQ(house.revocations[0].feed, "");
    EXPECT_EQ(me(ana).logins.size(), 1u);
}

TEST_F(AccountTest, WhatOthersMayKnow) {
    house.transact(ana, "", [&](Write& write) {
        const auto known = person(write, ana.account);
        EXPECT_EQ(known->name, "ana");
        EXPECT_EQ(known->zone, "Europe/Berlin");
        EXPECT_EQ(name_of(write, ana.account), "ana");
        EXPECT_FALSE(person(write, "somebody else"));
        EXPECT_EQ(name_of(write, "somebody else"), "");
        return 0;
    });
}

TEST(Accounts, TheInterfaceHoldsNothingItMayNot) {
    call::Table table;
    methods(table);
    EXPECT_NO_THROW(protocol::check(table.interface()));
}

}  // namespace
}  // namespace covision::accounts
