// Addresses as relays take them.
#include "server/notify/address.hpp"

#include <gtest/gtest.h>

namespace covision::notify {
namespace {

TEST(RelayAddress, IsWrittenInAscii) {
    EXPECT_EQ(relay_address("ann@example.org"), "ann@example.org");
    EXPECT_EQ(relay_address("a+b.c_d@mail.example.org"), "a+b.c_d@mail.example.org");
    // The forms that registries give for these names (RFC 3492 §7 and the usual examples).
    EXPECT_EQ(relay_address("ann@bücher.example"), "ann@xn--bcher-kva.example");
    EXPECT_EQ(relay_address("ann@münchen-ost.de"), "ann@xn--mnchen-ost-9db.de");
    EXPECT_EQ(relay_address("ann@例え.テスト"), "ann@xn--r8jz45g.xn--zckzah");
    EXPECT_EQ(relay_address("ann@почта.рф"), "ann@xn--80a1acny.xn--p1ai");
    EXPECT_EQ(relay_address("ann@mail.straße.example"), "ann@mail.xn--strae-oqa.example");
}

TEST(RelayAddress, MayHaveLettersOfAnyScriptBeforeTheAt) {
    EXPECT_EQ(relay_address("zoë@example.org"), "zoë@example.org");
    EXPECT_EQ(relay_address("用户@例え.テスト"), "用户@xn--r8jz45g.xn--zckzah");
    EXPECT_FALSE(relay_address("zo\xc3@example.org")) << "broken";
    EXPECT_FALSE(relay_address("zo\xc2\x85@example.org")) << "a line end of C1";
    EXPECT_FALSE(relay_address("zo\xe2\x80\xa8@example.org")) << "a line end of Unicode";
    EXPECT_FALSE(parse_sender("Covision <zoë@example.org>")) << "what every mail is from, every relay must take";
}

TEST(RelayAddress, IsNothingElse) {
    for (const char* bad : {"", "ann", "@example.org", "ann@", "ann@.org", "ann@example.", "a b@example.org",
                            "ann@example.org\r\nBcc: x@example.org", "ann\n@example.org", "ann@exam ple.org",
                            "<ann@example.org>", "a,b@example.org", "a:b@example.org", "\"a\"@example.org",
                            "ann@[127.0.0.1]", "ann@ex>ample.org", "ann@b\xff\xff.example", "ann@b\xc3", "a@b@c.org"})
        EXPECT_FALSE(relay_address(bad)) << bad;
    EXPECT_FALSE(relay_address(std::string(65, 'a') + "@example.org"));
}

TEST(ParseSender, ReadsNameAndAddress) {
    const auto named = parse_sender("Covision der Gruppe Süd <covision@example.org>");
    ASSERT_TRUE(named);
    EXPECT_EQ(named->name, "Covision der Gruppe Süd");
    EXPECT_EQ(named->address, "covision@example.org");
    EXPECT_EQ(parse_sender("covision@example.org")->name, "");
    for (const char* bad : {"", "Covision", "Covision covision@example.org>", "A\n <a@example.org>", "<a>"})
        EXPECT_FALSE(parse_sender(bad)) << bad;
}

}  // namespace
}  // namespace covision::notify
