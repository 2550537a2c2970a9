#pragma once
// Addresses of mails, as they are handed to a relay.

#include <optional>
#include <string>
#include <string_view>

namespace covision::notify {

/// An address that every relay takes: printable ASCII, its host in the form of DNS ("müller.example" becomes
/// "xn--mller-kva.example"). nullopt: it is none, or what is before the @ is not ASCII.
std::optional<std::string> relay_address(std::string_view address);

struct Sender {
    std::string name;  ///< may be empty
    std::string address;
};

/// "covision@example.org" or "Covision <covision@example.org>".
std::optional<Sender> parse_sender(std::string_view text);

}  // namespace covision::notify
