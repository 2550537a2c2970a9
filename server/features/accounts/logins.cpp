#include "server/features/accounts/logins.hpp"

#include "server/base/log.hpp"
#include "server/features/accounts/rules.hpp"
#include "server/features/accounts/topics.hpp"

namespace covision::accounts {

void end_login(Write& context, const LoginRow& login) {
    delete_login(context, login.login);
    context.not_due(login_due, login.account, login.login);
    context.revoke({login.account, login.login, ""});
    context.audit("accounts.login_ended", "", login.login);
    context.emit(changed, login.account, {login.account}, {login.account});
}

void end_other_logins(Write& context, const std::string& account, const std::string& kept) {
    for (const auto& login : logins_of(context, account))
        if (login.login != kept) end_login(context, login);
}

void start_login(Write& context, const std::string& account, const std::string& origin) {
    if (const auto before = find_login(context, context.caller.login)) end_login(context, *before);
    const auto others = logins_of(context, account);
    for (std::size_t i = max_logins - 1; i < others.size(); ++i) end_login(context, others[i]);

    const auto token = random_token(context.random);
    const LoginRow login{context.random_id(), account,     device_label(context.caller.device),
                         context.now,         context.now, context.now + login_absolute};
    insert_login(context, login, context.vault.hash("login", token));
    remember_origin(context, account, origin);
    context.due(login_end(login.seen_at, login.expires_at), login_due, account, login.login);
    context.audit("accounts.signed_in", "", account);
    log::info("accounts.signed_in", {{"account", account}, {"address", context.caller.address}});
    context.emit(changed, account, {account}, {account});
    context.set_login_token(token);
}

std::optional<call::Caller> authenticate(Read& context, const std::string& token) {
    auto login = find_login_by_token(context, context.vault.hash("login", token));
    if (!login || context.now >= login_end(login->seen_at, login->expires_at)) return std::nullopt;
    return call::Caller{std::move(login->account), std::move(login->login), "", std::move(login->device)};
}

void mark_seen(Write& context) {
    const auto login = find_login(context, context.caller.login);
    if (!login || context.now - login->seen_at < seen_every) return;
    set_seen(context, login->login);
    context.due(login_end(context.now, login->expires_at), login_due, login->account, login->login);
}

void end_if_idle(Write& context, const std::string&, const std::string& id) {
    const auto login = find_login(context, id);
    if (!login) return;
    const auto end = login_end(login->seen_at, login->expires_at);
    if (context.now >= end) {
        end_login(context, *login);
    } else {
        context.due(end, login_due, login->account, login->login);
    }
}

void order_end_of_logins(Write& context, const std::string& email) {
    const auto known = find_credentials_by_email(context, normal_email(email));
    if (!known) throw email_unknown();
    context.due(context.now, logins_due, known->account, "");
}

void end_all_logins(Write& context, const std::string& account, const std::string&) {
    context.audit("accounts.logins_ended_by_operator", "", account);
    end_other_logins(context, account, "");
}

}  // namespace covision::accounts
