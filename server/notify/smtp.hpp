#pragma once
// A relay that is spoken to in SMTP (RFC 5321), through libcurl.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "server/notify/relay.hpp"

namespace covision::notify {

struct SmtpOptions {
    enum class Tls { none, starttls, implicit };

    std::string host;
    std::uint16_t port = 0;
    /// With either the certificate must be valid and for `host`.
    Tls tls = Tls::starttls;
    std::string user{}, password{};  ///< empty: nobody is asked to let us in
    std::string authorities{};       ///< a file of certificates (PEM) in place of the system's
    std::string hello{};             ///< what we call ourselves; empty: the machine's name

    /// Without a sign of life from the relay. RFC 5321 §4.5.3.2 gives it ten minutes for the last answer, since to hang
    /// up there makes mails arrive twice.
    std::chrono::milliseconds patience = std::chrono::minutes(2), last_patience = std::chrono::minutes(10);
    /// What the last answer may still take when the server stops.
    std::chrono::milliseconds stopping = std::chrono::seconds(5);
};

/// Reads "smtp://HOST:PORT" (587 without a port; STARTTLS is demanded unless HOST is a loopback address) or
/// "smtps://HOST:PORT" (465). Throws std::invalid_argument with a sentence for the operator.
SmtpOptions parse_relay(const std::string& address);

/// One thread delivers; any may call stop().
std::unique_ptr<Relay> smtp_relay(SmtpOptions options);

}  // namespace covision::notify
