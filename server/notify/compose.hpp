#pragma once
// A message as the bytes that a relay is given: RFC 5322 with MIME.

#include <stdexcept>
#include <string>

#include "server/notify/address.hpp"
#include "server/notify/outbox.hpp"

namespace covision::notify {

/// This message can never be sent. `what()` is a code for rows and logs: "address", "header", "calendar".
class BadMessage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What does not come from the message.
struct Stamp {
    Sender from;
    std::string token;  ///< the Message-ID is <token@host of the sender>: the same at each try
    Instant date{};
};

std::string message_id(const Stamp& stamp);

/// The whole mail, lines in CRLF: multipart/alternative of text/plain, text/html and text/calendar, within
/// multipart/mixed where a file is attached; only what is there. A CR, LF or other control character in anything that
/// becomes a header field throws BadMessage: it is never repaired. All but header names is UTF-8.
std::string compose(const Message& message, const Stamp& stamp);

}  // namespace covision::notify
