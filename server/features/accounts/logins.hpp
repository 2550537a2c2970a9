#pragma once
// Authenticated devices: how they begin, are recognised and end.

#include <optional>
#include <string>

#include "server/call/context.hpp"
#include "server/features/accounts/limits.hpp"
#include "server/features/accounts/table.hpp"

namespace covision::accounts {

/// Due work that ends a login nobody uses any more.
inline const std::string login_due = "accounts.login_ends";

/// Due work that ends all logins of an account.
inline const std::string logins_due = "accounts.logins_end";

/// Signs the calling browser in: a new token; a login it had before ends, and the one used least where there are too
/// many.
void start_login(Write& context, const std::string& account, const std::string& origin);
/// Ends it: row, live connections, due work. The account's other devices are told.
void end_login(Write& context, const LoginRow& login);
/// Ends all logins of `account` but `kept`.
void end_other_logins(Write& context, const std::string& account, const std::string& kept);

/// Who belongs to a login's token, where the login lives. The caller's address is left empty.
std::optional<call::Caller> authenticate(Read& context, const std::string& token);
/// The calling login is in use: writes that at most once a day.
void mark_seen(Write& context);
/// Handler of login_due.
void end_if_idle(Write& context, const std::string& account, const std::string& login);

/// For the operator: all logins of the account of this e-mail end, by due work of the server that serves it. Throws
/// email_unknown.
void order_end_of_logins(Write& context, const std::string& email);
/// Handler of logins_due.
void end_all_logins(Write& context, const std::string& account, const std::string&);

}  // namespace covision::accounts
