// Changing one's password.

#include "server/base/log.hpp"
#include "server/features/accounts/calls.hpp"
#include "server/features/accounts/limits.hpp"
#include "server/features/accounts/logins.hpp"
#include "server/features/accounts/passwords.hpp"
#include "server/features/accounts/rules.hpp"
#include "server/features/accounts/topics.hpp"

namespace covision::accounts {

NewPassword check_change_password(Read& context, const protocol::PasswordChange& params) {
    const auto account = find_account(context, context.caller.account);
    const auto credentials = find_credentials(context, context.caller.account);
    if (!account || !credentials) throw not_found();
    // A stranger at an open screen guesses no faster than one at the sign-in page.
    Attempt attempt(context, account->email);
    attempt.at_home = knows_origin(context, account->account, attempt.network);
    limits().attempt(attempt);
    if (!is_password(credentials->password, params.old_password.value)) {
        limits().failed(attempt);
        log::warn("accounts.password_refused",
                  {{"account", account->account.value}, {"address", context.caller.address}});
        return {true, "", ""};
    }
    limits().succeeded(attempt);
    check_password(params.new_password.value, account->email.value, account->name.value);
    return {false, credentials->password, hash_password(params.new_password.value)};
}

protocol::Empty change_password(Write& context, const protocol::PasswordChange& params, NewPassword& passwords) {
    const auto& account = context.caller.account;
    if (passwords.refused) {
        context.audit("accounts.password_refused", "", account);
        throw RefusedOnRecord({"password_wrong", "The old password is not right."});
    }
    const auto credentials = find_credentials(context, account);
    if (!credentials || credentials->password != passwords.stored)
        throw Refused("password_wrong", "The password was just changed elsewhere.");
    set_password(context, account, passwords.hashed);
    if (params.end_other_logins) end_other_logins(context, account, context.caller.login);
    context.audit("accounts.password_changed", "", account);
    context.emit(changed, account, {account}, {account});
    return {};
}

}  // namespace covision::accounts
