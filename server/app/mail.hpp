#pragma once
// The mail relay that an operator has chosen.

#include <iosfwd>
#include <optional>
#include <string>

#include "server/app/settings.hpp"
#include "server/notify/address.hpp"
#include "server/notify/smtp.hpp"

namespace covision::app {

struct MailRelay {
    notify::SmtpOptions smtp;
    notify::Sender from;
};

/// nullopt: none is configured, which is a normal state. Reads the password's file. Throws SettingsError.
std::optional<MailRelay> mail_relay(const Settings& settings);

/// Sends one test mail and writes what the relay answered; 0: it has taken the mail, 1: not. Throws SettingsError.
int mail_test(const Settings& settings, const std::string& to, std::ostream& out, std::ostream& err);

}  // namespace covision::app
