#pragma once
// What an account must look like. Pure: no clock, no rows. Everything named check_… throws Refused.

#include <string>
#include <string_view>

#include "server/base/refused.hpp"
#include "server/base/time.hpp"

namespace covision::accounts {

/// A login not used for this long is over; one is over after `login_absolute` in any case.
inline constexpr std::chrono::days login_idle{30};
inline constexpr std::chrono::days login_absolute{180};
/// seen_at is kept to the day: enough for the idle bound and for the list of devices, and no diary.
inline constexpr std::chrono::days seen_every{1};
inline constexpr std::chrono::days invitation_lifetime{7};
/// A link that gives a known account a new password.
inline constexpr std::chrono::hours recovery_lifetime{24};
inline constexpr std::size_t max_logins = 40;
inline constexpr std::size_t min_password = 8;

/// The form in which e-mails are stored and compared: trimmed, ASCII letters in lower case.
std::string normal_email(std::string_view email);
/// `email` is normal. Throws email_invalid.
void check_email(std::string_view email);
/// A name of a person or a group: one line. Throws name_invalid.
void check_name(std::string_view name);
/// The shape of an IANA zone name; whether the server knows the zone shows where it is used. Throws zone_invalid.
void check_zone(std::string_view zone);
/// Throws password_short, password_common or password_personal.
void check_password(std::string_view password, std::string_view email, std::string_view name);
/// Among the passwords that are tried first: a very common word (also spelt p@ssw0rd, also with digits after it), a
/// row of keys, one piece repeated.
bool is_common(std::string_view password);

/// A browser's description of itself, fit to be stored and shown: printable ASCII, 200 at most.
std::string device_label(std::string_view device);

inline Refused email_unknown() { return {"email_unknown", "There is no account with this e-mail."}; }

/// When a login ends if it is not used again.
Instant login_end(Instant seen_at, Instant expires_at);

}  // namespace covision::accounts
