// One-time links: what a link is about, and entering through it.

#include "server/features/accounts/calls.hpp"
#include "server/features/accounts/limits.hpp"
#include "server/features/accounts/links.hpp"
#include "server/features/accounts/logins.hpp"
#include "server/features/accounts/passwords.hpp"
#include "server/features/accounts/rules.hpp"
#include "server/features/accounts/topics.hpp"

namespace covision::accounts {
namespace {

using protocol::LinkPurpose;

/// The account that this link gives a new password to; nullopt where it makes one. Throws what stands in the way.
std::optional<std::string> account_behind(Read& context, const Link& link, const std::string& email) {
    const auto known = find_credentials_by_email(context, email);
    if (link.purpose == LinkPurpose::sign_in) throw Refused("link_unknown", "This link only signs in.");
    if (link.purpose == LinkPurpose::account) {
        if (link.about != email) throw Refused("email_differs", "This link is for another e-mail address.");
        if (known) return known->account;
        return std::nullopt;
    }
    if (link.purpose == LinkPurpose::first && any_account(context))
        throw Refused("link_used", "The first person has entered already. Sign in, or ask for an invitation.");
    if (known) throw Refused("email_known", "This e-mail has an account: sign in and open the link again.");
    return std::nullopt;
}

protocol::Account new_account(Write& context, const protocol::Enter& params, const std::string& email) {
    protocol::Account account;
    account.account = context.random_id();
    account.name = params.name;
    account.email = email;
    account.language = params.language;
    account.zone = params.zone;
    return account;
}

}  // namespace

Nothing check_peek(Read& context, const protocol::Peek&) {
    limits().look(Attempt(context, ""));
    return {};
}

protocol::Peeked peek(Write& context, const protocol::Peek& params, Nothing&) {
    const auto link = usable_link(context, params.token.value);
    protocol::Peeked peeked;
    peeked.purpose = link.purpose;
    peeked.expires_at = link.expires_at;
    if (link.purpose == LinkPurpose::account || link.purpose == LinkPurpose::sign_in) {
        if (link.about) peeked.email = *link.about;
        if (link.person) peeked.name = *link.person;
    } else {
        if (link.about) peeked.group_name = *link.about;
        if (link.person) peeked.invited_by = *link.person;
    }
    return peeked;
}

Hashed check_enter(Read& context, const protocol::Enter& params) {
    const auto email = normal_email(params.email);
    const Attempt attempt(context, email);
    limits().look(attempt);
    const auto link = usable_link(context, params.token.value);
    check_email(email);
    check_name(params.name);
    check_zone(params.zone);
    account_behind(context, link, email);
    check_password(params.password.value, email, params.name);
    return {hash_password(params.password.value), attempt.network};
}

protocol::SignedIn enter(Write& context, const protocol::Enter& params, Hashed& hashed) {
    const auto email = normal_email(params.email);
    const auto link = consume_link(context, params.token.value);
    auto account = account_behind(context, link, email);
    if (account) {
        set_password(context, *account, hashed.password);
        end_other_logins(context, *account, "");
        context.audit("accounts.password_recovered", "", *account);
    } else {
        const auto made = new_account(context, params, email);
        insert_account(context, made, hashed.password);
        account = made.account.value;
        context.audit("accounts.made", "", *account);
    }
    start_login(context, *account, hashed.origin);

    Entered told;
    told.account = *account;
    told.purpose = link.purpose;
    if (link.subject) told.subject = *link.subject;
    if (link.group) told.group = *link.group;
    context.emit(entered, *account, told, {*account});

    protocol::SignedIn signed_in;
    signed_in.account = find_account(context, *account).value();
    if (link.group) signed_in.group = *link.group;
    return signed_in;
}

Origin check_use_link(Read& context, const protocol::Peek&) {
    const Attempt attempt(context, "");
    limits().look(attempt);
    return {attempt.network};
}

protocol::SignedIn use_link(Write& context, const protocol::Peek& params, Origin& origin) {
    const auto link = consume_link(context, params.token.value);
    if (link.purpose != LinkPurpose::sign_in || !link.subject)
        throw Refused("link_unknown", "This link is for something else. Open it in a browser.");
    const auto account = find_account(context, *link.subject);
    if (!account) throw not_found();
    start_login(context, *link.subject, origin.origin);
    context.audit("accounts.signed_in_by_link", "", *link.subject);
    protocol::SignedIn signed_in;
    signed_in.account = *account;
    return signed_in;
}

}  // namespace covision::accounts
