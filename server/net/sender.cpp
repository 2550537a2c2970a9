#include "server/net/sender.hpp"

#include <algorithm>

namespace covision::net {

std::string sender_of(const boost::asio::ip::address& address) {
    if (address.is_v4() || address.is_loopback()) return address.to_string();
    const auto whole = address.to_v6();
    if (whole.is_v4_mapped()) return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, whole).to_string();
    auto bytes = whole.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t{0});
    return boost::asio::ip::address_v6(bytes).to_string() + "/64";
}

}  // namespace covision::net
