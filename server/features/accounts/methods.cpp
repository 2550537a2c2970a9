#include "server/features/accounts/methods.hpp"

#include "server/features/accounts/calls.hpp"
#include "server/features/accounts/logins.hpp"
#include "server/features/accounts/rules.hpp"
#include "server/features/accounts/topics.hpp"

namespace covision::accounts {
namespace {

protocol::Me me(Read& context, const protocol::Empty&) {
    const auto account = find_account(context, context.caller.account);
    if (!account) throw not_found();
    protocol::Me answer;
    answer.seq = context.seq(context.caller.account);
    answer.account = *account;
    for (const auto& login : logins_of(context, context.caller.account)) {
        if (context.now >= login_end(login.seen_at, login.expires_at)) continue;
        answer.logins.push_back(
            {login.login, login.device, login.created_at, login.seen_at, login.login == context.caller.login});
    }
    return answer;
}

protocol::Empty update(Write& context, const protocol::AccountUpdate& params) {
    auto account = find_account(context, context.caller.account);
    if (!account) throw not_found();
    const auto before = *account;
    if (params.name) {
        check_name(*params.name);
        account->name = *params.name;
    }
    if (params.zone) {
        check_zone(*params.zone);
        account->zone = *params.zone;
    }
    account->language = params.language.value_or(account->language);
    account->theme = params.theme.value_or(account->theme);
    update_account(context, *account);
    const auto& id = account->account.value;
    context.emit(changed, id, {id}, {id});
    if (account->name != before.name || account->zone != before.zone) context.emit(renamed, id, {id}, {id});
    return {};
}

protocol::Empty end_one(Write& context, const protocol::LoginRef& params) {
    const auto login = find_login(context, params.login);
    if (!login || login->account != context.caller.account) throw not_found();
    end_login(context, *login);
    return {};
}

protocol::Empty seen(Write& context, const protocol::Empty&) {
    mark_seen(context);
    return {};
}

}  // namespace

void methods(call::Table& table) {
    table.open("sign_in", "Signs this browser in with e-mail and password.", &check_sign_in, &sign_in);
    table.open("sign_out", "Ends this browser's login.", &check_sign_out, &sign_out);
    table.open("peek", "What a one-time link is for; consumes nothing.", &check_peek, &peek);
    table.open("enter", "Uses a one-time link: makes an account or gives it a new password, and signs in.",
               &check_enter, &enter);

    table.open("use_link", "Uses a sign-in link: signs its account in.", &check_use_link, &use_link);

    table.read("accounts.me", "The caller's account and the devices it is signed in on.", &me);
    table.write("accounts.update", "Changes name, language, zone or theme.", &update);
    table.write("accounts.change_password", "Changes the password; the old one is asked for.", &check_change_password,
                &change_password);
    table.write("accounts.end_login", "Ends one of the caller's logins, on whatever device.", &end_one);
    table.write("accounts.seen", "This login is in use; without it a login ends after 30 days.", &seen);

    table.event(changed);
    table.event(renamed);
    table.event(entered);
    table.due(login_due, &end_if_idle);
    table.due(logins_due, &end_all_logins);
    table.authenticate = &authenticate;
}

}  // namespace covision::accounts
