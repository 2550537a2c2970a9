#pragma once
// Whom limits count.

#include <boost/asio/ip/address.hpp>
#include <string>

namespace covision::net {

/// An IPv4 address, or of an IPv6 one its first 64 bits ("2001:db8:1:2::/64"): whoever has one of these has all of
/// them.
[[nodiscard]] std::string sender_of(const boost::asio::ip::address& address);

}  // namespace covision::net
