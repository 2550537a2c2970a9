#pragma once
// Addresses of mails, as they are handed to a relay.

#include <optional>
#include <string>
#include <string_view>

namespace covision::notify {

/// An address as relays take it: its host in the form of DNS ("müller.example" becomes "xn--mller-kva.example"). What
/// is before the @ may be UTF-8: then only a relay that offers SMTPUTF8 (RFC 6531) takes it, and others refuse the
/// mail. nullopt: it is none.
std::optional<std::string> relay_address(std::string_view address);

struct Sender {
    std::string name;  ///< may be empty
    std::string address;
};

/// "covision@example.org" or "Covision <covision@example.org>"; in ASCII, so that every relay takes it.
std::optional<Sender> parse_sender(std::string_view text);

}  // namespace covision::notify
