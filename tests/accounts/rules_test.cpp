#include "server/features/accounts/rules.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "server/features/accounts/passwords.hpp"
#include "server/features/accounts/throttle.hpp"

namespace covision::accounts {
namespace {

using namespace std::chrono_literals;

std::string code_of(const std::function<void()>& rule) {
    try {
        rule();
        return "";
    } catch (const Refused& refused) {
        return refused.code();
    }
}

TEST(Email, IsTrimmedAndLowered) {
    EXPECT_EQ(normal_email("  Ana.Li@Example.ORG \n"), "ana.li@example.org");
    EXPECT_EQ(normal_email("Änne@example.org"), "Änne@example.org");
}

TEST(Email, HasOneAtAndAHost) {
    for (const char* good : {"a@b", "ana@example.org", "a.b+c@mail.example.org", "änne@bücher.example"})
        EXPECT_EQ(code_of([&] { check_email(good); }), "") << good;
    for (const char* bad :
         {"", "ana", "@b", "a@", "a@@b", "a@b@c", "a b@c", "a@b.", "a@.b", "a@b..c", "<a@b>", "a@b,c@d", "a\n@b"})
        EXPECT_EQ(code_of([&] { check_email(bad); }), "email_invalid") << bad;
}

TEST(Name, IsOneLine) {
    EXPECT_EQ(code_of([] { check_name("Ana Li"); }), "");
    for (const char* bad : {"", "  ", "Ana\nLi", "\tAna"})
        EXPECT_EQ(code_of([&] { check_name(bad); }), "name_invalid") << bad;
}

TEST(Zone, HasTheShapeOfAName) {
    for (const char* good : {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+3"})
        EXPECT_EQ(code_of([&] { check_zone(good); }), "") << good;
    for (const char* bad : {"", "/etc/passwd", "../x", "Europe/", "Europe Berlin", "a\"b"})
        EXPECT_EQ(code_of([&] { check_zone(bad); }), "zone_invalid") << bad;
}

TEST(Password, IsLongEnoughAndNotGuessedFirst) {
    struct Case {
        const char *password, *code;
    };
    const Case cases[]{
        {"seven77", "password_short"},
        {"öäüßöäü", "password_short"},
        {"kettle under rain", ""},
        {"xkqvzmpw", ""},
        {"Qm7#tv9k", ""},
        {"öäüßzgbf", ""},
        {"password", "password_common"},
        {"Passwort1", "password_common"},
        {"p@ssw0rd!", "password_common"},
        {"12345678", "password_common"},
        {"87654321", "password_common"},
        {"qwertzuiop", "password_common"},
        {"1qaz2wsx", "password_common"},
        {"aaaaaaaa", "password_common"},
        {"abcabcabc", "password_common"},
        {"Sommer2026!", "password_common"},
        {"intervision", "password_common"},
        {"19840317", "password_common"},
        {"iloveyou123", "password_common"},
        {"ana@example.org", "password_personal"},
        {"ANA LIANG", "password_personal"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(code_of([&] { check_password(each.password, "ana@example.org", "Ana Liang"); }), each.code)
            << each.password;
    EXPECT_EQ(code_of([] { check_password("ana.liang", "ana.liang@example.org", "Ana"); }), "password_personal");
    EXPECT_EQ(code_of([] { check_password(std::string(256, 'x') + "y", "a@b", "A"); }), "");
}

TEST(Password, HashIsArgon2idWithTodaysParameters) {
    const auto stored = hash_password("kettle under rain");
    EXPECT_EQ(stored.rfind("$argon2id$v=19$m=19456,t=2,p=1$", 0), 0u);
    EXPECT_TRUE(is_password(stored, "kettle under rain"));
    EXPECT_FALSE(is_password(stored, "Kettle under rain"));
    EXPECT_FALSE(is_password(stored, std::string_view("kettle under rain\0x", 19)));
    EXPECT_FALSE(is_weaker(stored));
    EXPECT_NE(stored, hash_password("kettle under rain"));
    EXPECT_FALSE(is_weaker(nobodys_password()));
    EXPECT_FALSE(is_password(nobodys_password(), ""));
}

TEST(Device, IsPrintable) {
    EXPECT_EQ(device_label("Firefox\x1b[31m/9\r\nx"), "Firefox[31m/9x");
    EXPECT_EQ(device_label(std::string(900, 'a')).size(), 200u);
}

TEST(Login, EndsWhenIdleOrOld) {
    const Instant start{};
    EXPECT_EQ(login_end(start, start + login_absolute), start + 24h * 30);
    EXPECT_EQ(login_end(start + 24h * 170, start + login_absolute), start + 24h * 180);
}

TEST(Bucket, GivesBackWithTime) {
    const Rate rate{3, 0.5};
    Bucket bucket;
    Instant now = parse_rfc3339("2026-11-22T09:00:00Z").value();
    for (int i = 0; i < 3; ++i) EXPECT_EQ(take(bucket, rate, now), 0us);
    EXPECT_EQ(take(bucket, rate, now), 2s);
    EXPECT_EQ(take(bucket, rate, now + 1s), 1s);
    EXPECT_EQ(take(bucket, rate, now + 2s), 0us);
    EXPECT_GT(take(bucket, rate, now + 2s), 0us);
    // A clock that went back neither gives nor takes anything.
    EXPECT_EQ(take(bucket, rate, now - 1h), 2s);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(take(bucket, rate, now + 1h), 0us);
    EXPECT_GT(take(bucket, rate, now + 1h), 0us);
}

TEST(Backoff, GrowsAndIsForgottenAndNeverLocksOut) {
    Backoff backoff;
    Instant now = parse_rfc3339("2026-11-22T09:00:00Z").value();
    for (int i = 1; i < free_failures; ++i) {
        fail(backoff, now);
        EXPECT_EQ(wait(backoff, now), 0us);
    }
    fail(backoff, now);
    EXPECT_EQ(wait(backoff, now), 1s);
    EXPECT_EQ(wait(backoff, now + 1s), 0us);
    fail(backoff, now + 1s);
    EXPECT_EQ(wait(backoff, now + 1s), 2s);
    for (int i = 0; i < 5000; ++i) fail(backoff, now + 2s);
    EXPECT_EQ(wait(backoff, now + 2s), longest_wait);
    EXPECT_LE(wait(backoff, now - 24h), Micros(longest_wait));
    fail(backoff, now + 48h);
    EXPECT_EQ(wait(backoff, now + 48h), 0us);
}

}  // namespace
}  // namespace covision::accounts
