#include "server/app/mail.hpp"

#include <sys/stat.h>

#include <fstream>
#include <ostream>

#include "server/base/random.hpp"
#include "server/notify/compose.hpp"

namespace covision::app {
namespace {

/// The first line of a file that not everybody may read.
std::string password_from(const std::string& file) {
    struct stat about {};
    std::ifstream in(file);
    if (!in || stat(file.c_str(), &about) != 0)
        throw SettingsError("The file of the mail password, " + file + ", cannot be read.");
    if ((about.st_mode & 0007U) != 0)
        throw SettingsError("Everybody on this machine may read the mail password in " + file +
                            ". Take that right away (chmod o= " + file + ").");
    std::string password;
    std::getline(in, password);
    if (!password.empty() && password.back() == '\r') password.pop_back();
    if (password.empty())
        throw SettingsError("The file of the mail password, " + file + ", begins with an empty line.");
    return password;
}

/// What we call ourselves: the name under which browsers find us, where that is a name.
std::string hello_of(const Settings& settings) {
    if (settings.origins.empty()) return {};
    const auto& origin = settings.origins.front();
    const auto begin = origin.find("://");
    if (begin == std::string::npos) return {};
    const auto host = origin.substr(begin + 3, origin.find_first_of(":/", begin + 3) - begin - 3);
    const bool name = host.find('.') != std::string::npos && host.find_first_not_of("0123456789.") != std::string::npos;
    return name ? host : "";
}

notify::SmtpOptions options_of(const Settings& settings) {
    const auto& mail = settings.mail;
    notify::SmtpOptions options;
    try {
        options = notify::parse_relay(mail.relay);
    } catch (const std::invalid_argument& error) {
        throw SettingsError(std::string("The mail relay is written smtp://HOST:PORT or smtps://HOST:PORT: ") +
                            error.what() + ".");
    }
    options.hello = hello_of(settings);
    options.authorities = mail.authorities;
    if (!mail.authorities.empty() && !std::ifstream(mail.authorities))
        throw SettingsError("The certificates for the mail relay, " + mail.authorities + ", cannot be read.");
    options.user = mail.user;
    if (mail.user.empty() != mail.password_file.empty())
        throw SettingsError("A mail user needs a password and the other way round: --mail-user, --mail-password-file.");
    if (!mail.user.empty()) options.password = password_from(mail.password_file);
    if (mail.patience.count() > 0) options.patience = options.last_patience = mail.patience;
    return options;
}

}  // namespace

std::optional<MailRelay> mail_relay(const Settings& settings) {
    const auto& mail = settings.mail;
    if (mail.relay.empty()) {
        if (mail.from.empty() && mail.user.empty() && mail.password_file.empty() && mail.authorities.empty())
            return std::nullopt;
        throw SettingsError("There are options for mail, but no relay. Name one with --mail-relay.");
    }
    const auto from = notify::parse_sender(mail.from);
    if (!from)
        throw SettingsError(
            "Mail needs an address to come from: --mail-from covision@example.org or "
            "--mail-from \"Covision <covision@example.org>\".");
    return MailRelay{options_of(settings), *from};
}

int mail_test(const Settings& settings, const std::string& to, std::ostream& out, std::ostream& err) {
    const auto mail = mail_relay(settings);
    if (!mail) throw SettingsError("No mail relay is configured. Name one with --mail-relay.");
    const auto address = notify::relay_address(to);
    if (!address) throw SettingsError(to + " is not an address that mail can be sent to.");
    SystemClock clock;
    SystemRandom random;
    notify::Message message;
    message.to = *address;
    message.subject = "Covision: test mail";
    message.text =
        "This mail shows that Covision can send mail.\n\nDiese Mail zeigt, dass Covision Mails senden kann.\n";
    const notify::Stamp stamp{mail->from, uuid4(random), clock.now()};
    auto relay = notify::smtp_relay(mail->smtp);
    const auto answer =
        relay->deliver({mail->from.address, *address, notify::compose(message, stamp)}, [] { return true; });
    const auto name = mail->smtp.host + ":" + std::to_string(mail->smtp.port);
    const auto& said = answer.words.empty() ? answer.code : answer.words;
    if (answer.kind == notify::Answer::Kind::taken) {
        relay->rest();
        out << name << " has taken the mail: " << said << "\n";
        return 0;
    }
    err << name << " has not taken the mail (" << answer.code << "): " << said << "\n";
    return 1;
}

}  // namespace covision::app
