#pragma once
// Accounts: people who can sign in, their logins, one-time links.

#include "protocol/messages/common.hpp"

namespace covision::protocol {

using Email = Text<254, 3>;
/// Any characters; the rules ask for eight or more and refuse the most common ones.
using Password = Confidential<256, 1>;

enum class Theme { system, light, dark };
COVISION_ENUM(Theme, system, light, dark)

struct Account {
    Id account;
    PersonName name;
    Email email;
    Language language = Language::en;
    Zone zone;
    Theme theme = Theme::system;
};
COVISION_MESSAGE(Account, account, name, email, language, zone, theme)

/// An authenticated device.
struct Login {
    Id login;
    Text<200> device;
    Time created_at, seen_at;
    bool current = false;
};
COVISION_MESSAGE(Login, login, device, created_at, seen_at, current)

struct Me {
    std::int64_t seq = 0;
    Account account;
    List<Login, 64> logins;
};
COVISION_MESSAGE(Me, seq, account, logins)

struct AccountUpdate {
    std::optional<PersonName> name;
    std::optional<Language> language;
    std::optional<Zone> zone;
    std::optional<Theme> theme;
};
COVISION_MESSAGE(AccountUpdate, name, language, zone, theme)

struct PasswordChange {
    Password old_password, new_password;
    bool end_other_logins = true;
};
COVISION_MESSAGE(PasswordChange, old_password, new_password, end_other_logins)

struct LoginRef {
    Id login;
};
COVISION_MESSAGE(LoginRef, login)

/// Event accounts.changed on the account's own feed: ask accounts.me again.
struct AccountChanged {
    Id account;
};
COVISION_MESSAGE(AccountChanged, account)

// ---- over HTTP: POST /auth/… ----

struct SignIn {
    Email email;
    Password password;
};
COVISION_MESSAGE(SignIn, email, password)

struct SignedIn {
    Account account;
    /// The group an invitation led to.
    std::optional<Id> group;
};
COVISION_MESSAGE(SignedIn, account, group)

/// A one-time link's secret; looking at it consumes nothing.
struct Peek {
    Secret token;
};
COVISION_MESSAGE(Peek, token)

/// sign_in: made by an operator for somebody who has an account; POST /auth/use_link is all it takes.
enum class LinkPurpose { first, account, invitation, sign_in };
COVISION_ENUM(LinkPurpose, first, account, invitation, sign_in)

struct Peeked {
    LinkPurpose purpose = LinkPurpose::first;
    /// account, sign_in: whose link it is.
    std::optional<Email> email;
    std::optional<PersonName> name;
    /// invitation: to what, by whom.
    std::optional<Text<80>> group_name;
    std::optional<PersonName> invited_by;
    Time expires_at;
};
COVISION_MESSAGE(Peeked, purpose, email, name, group_name, invited_by, expires_at)

/// Consumes the link: makes the account (or, for purpose account with a known e-mail, gives it a new password),
/// signs in, and for an invitation joins its group.
struct Enter {
    Secret token;
    Email email;
    PersonName name;
    Password password;
    Zone zone;
    Language language = Language::en;
};
COVISION_MESSAGE(Enter, token, email, name, password, zone, language)

}  // namespace covision::protocol
