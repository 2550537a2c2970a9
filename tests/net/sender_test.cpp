#include "server/net/sender.hpp"

#include <gtest/gtest.h>

namespace covision::net {
namespace {

TEST(Sender, IsAnIpv4AddressOrHalfAnIpv6One) {
    const auto sender = [](const char* address) { return sender_of(boost::asio::ip::make_address(address)); };
    EXPECT_EQ(sender("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(sender("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(sender("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    EXPECT_EQ(sender("2001:DB8:0001:2::9"), "2001:db8:1:2::/64");
    EXPECT_NE(sender("2001:db8:1:3::1"), "2001:db8:1:2::/64");
    EXPECT_EQ(sender("fe80::1%lo"), "fe80::/64");
    EXPECT_EQ(sender("::1"), "::1");
}

}  // namespace
}  // namespace covision::net
