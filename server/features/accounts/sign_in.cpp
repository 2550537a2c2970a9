// E-mail and password. A stranger cannot learn whether an e-mail is known: both failures end in the same place after
// the same work.

#include "server/base/log.hpp"
#include "server/features/accounts/calls.hpp"
#include "server/features/accounts/limits.hpp"
#include "server/features/accounts/logins.hpp"
#include "server/features/accounts/passwords.hpp"
#include "server/features/accounts/rules.hpp"

namespace covision::accounts {
namespace {

Refused wrong() { return {"sign_in_failed", "This e-mail and password do not belong together."}; }

}  // namespace

Verified check_sign_in(Read& context, const protocol::SignIn& params) {
    const auto email = normal_email(params.email);
    const auto found = find_credentials_by_email(context, email);
    Verified verified;
    verified.account = found ? found->account : "";
    verified.stored = found ? found->password : nobodys_password();
    Attempt attempt(context, email);
    attempt.at_home = knows_origin(context, verified.account, attempt.network);
    verified.origin = attempt.network;
    limits().attempt(attempt);
    if (!is_password(verified.stored, params.password.value) || !found) {
        limits().failed(attempt);
        log::warn("accounts.sign_in_refused", {{"account", verified.account}, {"address", context.caller.address}});
        verified.refused = true;
        return verified;
    }
    limits().succeeded(attempt);
    if (is_weaker(verified.stored)) verified.better = hash_password(params.password.value);
    return verified;
}

protocol::SignedIn sign_in(Write& context, const protocol::SignIn&, Verified& verified) {
    if (verified.refused) {
        // With the same work for an e-mail that nobody has.
        context.audit("accounts.sign_in_refused", "", verified.account);
        throw RefusedOnRecord(wrong());
    }
    const auto now_stored = find_credentials(context, verified.account);
    if (!now_stored || now_stored->password != verified.stored) throw wrong();
    if (!verified.better.empty()) set_password(context, verified.account, verified.better);
    start_login(context, verified.account, verified.origin);
    return {find_account(context, verified.account).value(), std::nullopt};
}

Nothing check_sign_out(Read&, const protocol::Empty&) { return {}; }

protocol::Empty sign_out(Write& context, const protocol::Empty&, Nothing&) {
    if (const auto login = find_login(context, context.caller.login)) end_login(context, *login);
    context.set_login_token("");
    return {};
}

}  // namespace covision::accounts
