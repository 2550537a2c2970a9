#include "server/features/accounts/rules.hpp"

#include <algorithm>

#include "protocol/text.hpp"

namespace covision::accounts {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_alnum(char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9'); }

std::string folded(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

}  // namespace

std::string normal_email(std::string_view email) {
    while (!email.empty() && is_space(email.front())) email.remove_prefix(1);
    while (!email.empty() && is_space(email.back())) email.remove_suffix(1);
    return folded(email);
}

void check_email(std::string_view email) {
    const auto at = email.find('@');
    const bool one_at = at != std::string_view::npos && at > 0 && email.find('@', at + 1) == std::string_view::npos;
    const auto host = one_at ? email.substr(at + 1) : std::string_view{};
    const bool good_host =
        !host.empty() && host.front() != '.' && host.back() != '.' && host.find("..") == std::string_view::npos;
    const bool clean = std::none_of(email.begin(), email.end(), [](char c) {
        return is_space(c) || c == ',' || c == ';' || c == '<' || c == '>' || c == '"';
    });
    if (!one_at || !good_host || !clean) throw Refused("email_invalid", "This is not an e-mail address.");
}

void check_name(std::string_view name) {
    if (protocol::is_blank(name) || name.find_first_of("\n\t") != std::string_view::npos)
        throw Refused("name_invalid", "A name is one line of text.");
}

void check_zone(std::string_view zone) {
    const bool clean = std::all_of(zone.begin(), zone.end(),
                                   [](char c) { return is_alnum(c) || c == '/' || c == '_' || c == '-' || c == '+'; });
    if (zone.empty() || !clean || zone.front() == '/' || zone.back() == '/')
        throw Refused("zone_invalid", "This is not the name of a time zone, such as Europe/Berlin.");
}

void check_password(std::string_view password, std::string_view email, std::string_view name) {
    if (protocol::code_points(password) < min_password)
        throw Refused("password_short", "A password has eight characters or more.",
                      {{"least", std::to_string(min_password)}});
    const auto plain = folded(password);
    const auto mail = folded(email);
    if (plain == mail || plain == mail.substr(0, mail.find('@')) || plain == folded(name))
        throw Refused("password_personal", "A password must not be the e-mail or the name.");
    if (is_common(password))
        throw Refused("password_common", "This password is among those that are guessed first. Take another one.");
}

std::string device_label(std::string_view device) {
    std::string label;
    for (const char c : device.substr(0, 200))
        if (c >= ' ' && c <= '~') label += c;
    return label;
}

Instant login_end(Instant seen_at, Instant expires_at) { return std::min(seen_at + login_idle, expires_at); }

}  // namespace covision::accounts
