// Signing in and out, limits, lifetimes, devices.

#include "server/features/accounts/limits.hpp"
#include "server/features/accounts/logins.hpp"
#include "server/features/accounts/methods.hpp"
#include "server/features/accounts/passwords.hpp"
#include "server/features/accounts/table.hpp"
#include "tests/accounts/house.hpp"

namespace covision::accounts {
namespace {

using namespace std::chrono_literals;
using call::Caller;
using protocol::Empty;

const std::string good = "kettle under rain";
const storage::Sql count_origins{"SELECT count(*) FROM login_origin", storage::Sql::Home::own_file};

class SignInTest : public testing::Test {
protected:
    test::House house{[](call::Table& table) { methods(table); }};

    protocol::SignIn with(const std::string& password, const std::string& email = "ana@example.org") {
        return {email, password};
    }
    Caller from(const std::string& address) { return {"", "", address, "Firefox"}; }
    std::string sign_in(const std::string& password, const std::string& address = "192.0.2.1",
                        const std::string& email = "ana@example.org") {
        return house.refusal(from(address), "sign_in", with(password, email));
    }
    Caller signed_in() { return house.authenticated(house.login_token.value()).value(); }
};

TEST_F(SignInTest, GivesANewTokenOfWhichOnlyAHashIsKept) {
    house.somebody("ana");
    const auto first = house.login_token.value();
    const auto result = house.call<protocol::SignedIn>(from("192.0.2.1"), "sign_in", with(good, " ANA@Example.org "));
    EXPECT_EQ(result.account.email, "ana@example.org");
    EXPECT_FALSE(result.group.has_value());
    const auto token = house.login_token.value();
    EXPECT_NE(token, first);
    EXPECT_GE(token.size(), 43u);
    EXPECT_EQ(signed_in().account, result.account.account.value);
    EXPECT_EQ(signed_in().device, "Firefox");
    house.db->checkpoint(false);
    const auto bytes = house.folder.all_bytes();
    for (const auto& secret : {token, first, good, std::string("192.0.2.1")})
        EXPECT_EQ(bytes.find(secret), std::string::npos);
    EXPECT_FALSE(house.authenticated("x" + token).has_value());
    EXPECT_FALSE(house.authenticated("").has_value());
}

TEST_F(SignInTest, UnknownUserAndWrongPasswordAreTheSame) {
    house.somebody("ana");
    const auto refused = [&](const std::string& email) {
        try {
            house.call(from("192.0.2.1"), "sign_in", protocol::encode(with("not the right one", email)));
        } catch (const Refused& refusal) {
            return refusal.code() + refusal.message() + std::to_string(refusal.details().size());
        }
        return std::string("no refusal");
    };
    EXPECT_EQ(refused("ana@example.org"), refused("nobody@example.org"));
    EXPECT_EQ(refused("ana@example.org"), refused("no address at all"));
}

TEST_F(SignInTest, ALoginBeforeEndsWithANewOne) {
    auto ana = house.somebody("ana");
    house.call<protocol::SignedIn>(ana, "sign_in", with(good));
    ASSERT_EQ(house.revocations.size(), 1u);
    EXPECT_EQ(house.revocations[0].login, ana.login);
    EXPECT_NE(signed_in().login, ana.login);
}

TEST_F(SignInTest, SignOutEndsTheLogin) {
    const auto ana = house.somebody("ana");
    const auto token = house.login_token.value();
    house.call<Empty>(ana, "sign_out", Empty{});
    EXPECT_EQ(house.login_token, "");
    ASSERT_EQ(house.revocations.size(), 1u);
    EXPECT_EQ(house.revocations[0].login, ana.login);
    EXPECT_FALSE(house.authenticated(token).has_value());
    house.call<Empty>(from("192.0.2.1"), "sign_out", Empty{});
    EXPECT_EQ(house.login_token, "");
}

TEST_F(SignInTest, AWeakerHashIsMadeAnew) {
    const auto ana = house.somebody("ana");
    // "a quiet river bend" with one pass over 8 MiB.
    const std::string weak =
        "$argon2id$v=19$m=8192,t=1,p=1$/zF0HRwCiUtQHPRvxhd1jw$m6WSNeL0cbcQQC5blhoez71WifrWbuUYW33mxTtghvQ";
    ASSERT_TRUE(is_weaker(weak));
    house.transact(ana, "", [&](Write& write) {
        set_password(write, ana.account, weak);
        return 0;
    });
    EXPECT_EQ(sign_in("a quiet river bend"), "");
    house.transact(ana, "", [&](Write& write) {
        EXPECT_FALSE(is_weaker(find_credentials(write, ana.account)->password));
        return 0;
    });
    EXPECT_EQ(sign_in("a quiet river bend"), "");
}

TEST_F(SignInTest, GuessingIsSlowedDownAndForgiven) {
    house.somebody("ana");
    for (int i = 0; i < free_failures; ++i) EXPECT_EQ(sign_in("guess number " + std::to_string(i)), "sign_in_failed");
    EXPECT_EQ(sign_in(good), "too_many_attempts");
    house.advance(1s);
    EXPECT_EQ(sign_in(good), "");
    EXPECT_EQ(sign_in("guess again"), "sign_in_failed");
    EXPECT_EQ(sign_in(good), "");
}

TEST_F(SignInTest, StrangersCannotKeepAPersonOut) {
    house.somebody("ana");
    EXPECT_EQ(sign_in(good, "192.0.2.1"), "");
    std::string last;
    for (int i = 0; i < 30; ++i) last = sign_in("guess", "198.51.100." + std::to_string(i));
    EXPECT_EQ(last, "too_many_attempts");
    EXPECT_EQ(sign_in(good, "198.51.100.200"), "too_many_attempts") << "from elsewhere it is the strangers' turn too";
    EXPECT_EQ(sign_in(good, "192.0.2.1"), "") << "where the person has been before";
}

TEST_F(SignInTest, OneNetworkHasItsOwnLimit) {
    std::string last;
    for (int i = 0; i < 61; ++i) last = sign_in("guess", "2001:db8::/64", "u" + std::to_string(i) + "@b");
    EXPECT_EQ(last, "too_many_attempts");
    EXPECT_EQ(sign_in("guess", "2001:db8:0:1::/64", "u1@b"), "sign_in_failed");
}

TEST(Limits, KeepABound) {
    Limits limits;
    test::House house{[](call::Table& table) { methods(table); }};
    const Caller nobody;
    house.transact(nobody, "", [&](Write& write) {
        Attempt attempt(write, "");
        for (std::size_t i = 0; i < Limits::most + 50; ++i) {
            attempt.network = std::to_string(i);
            attempt.now += 1us;
            limits.look(attempt);
        }
        return 0;
    });
    EXPECT_LE(limits.size(), Limits::most);
    EXPECT_GT(limits.size(), Limits::most / 4);
}

TEST_F(SignInTest, IdleLoginsEnd) {
    const auto ana = house.somebody("ana");
    const auto token = house.login_token.value();
    house.advance(29 * 24h);
    EXPECT_TRUE(house.authenticated(token));
    house.call<Empty>(ana, "accounts.seen", Empty{});
    house.advance(29 * 24h);
    EXPECT_TRUE(house.authenticated(token));
    house.advance(24h);
    EXPECT_FALSE(house.authenticated(token));
    ASSERT_EQ(house.revocations.size(), 1u) << "an open connection is closed by due work";
    EXPECT_EQ(house.revocations[0].login, ana.login);
    EXPECT_EQ(house.events.size(), 1u);
}

TEST_F(SignInTest, NoLoginIsOlderThanHalfAYear) {
    const auto ana = house.somebody("ana");
    const auto token = house.login_token.value();
    for (int week = 0; week < 25; ++week) {
        house.advance(7 * 24h);
        house.call<Empty>(ana, "accounts.seen", Empty{});
    }
    EXPECT_TRUE(house.authenticated(token));
    house.advance(5 * 24h);
    EXPECT_FALSE(house.authenticated(token));
}

TEST_F(SignInTest, SeenIsWrittenOnceADay) {
    const auto ana = house.somebody("ana");
    house.advance(2h);
    house.call<Empty>(ana, "accounts.seen", Empty{});
    EXPECT_LT(house.call<protocol::Me>(ana, "accounts.me", Empty{}).logins[0].seen_at.value, house.now);
    house.advance(24h);
    house.call<Empty>(ana, "accounts.seen", Empty{});
    EXPECT_EQ(house.call<protocol::Me>(ana, "accounts.me", Empty{}).logins[0].seen_at.value, house.now);
}

TEST_F(SignInTest, TheLoginUsedLeastGivesWay) {
    const auto first = house.somebody("ana");
    for (int i = 0; i < 45; ++i) {
        house.advance(1min);
        ASSERT_EQ(sign_in(good, "192.0.2." + std::to_string(i)), "");
    }
    const auto me = house.call<protocol::Me>(signed_in(), "accounts.me", Empty{});
    EXPECT_EQ(me.logins.size(), 40u);
    for (const auto& login : me.logins) EXPECT_NE(login.login, first.login);
}

TEST_F(SignInTest, WhereOneWasIsForgotten) {
    const auto ana = house.somebody("ana");
    const auto remember = [&](const std::string& origin) {
        house.transact(ana, "", [&](Write& write) {
            remember_origin(write, ana.account, origin);
            return 0;
        });
    };
    remember("one");
    EXPECT_EQ(house.db->one<std::int64_t>(count_origins), 2);
    house.now += 24h * 181;
    remember("two");
    EXPECT_EQ(house.db->one<std::int64_t>(count_origins), 1);
}

}  // namespace
}  // namespace covision::accounts
