#pragma once
// Rows of accounts and logins. Links have their own file.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/accounts.hpp"
#include "server/call/context.hpp"

namespace covision::accounts {

using call::Read;
using call::Write;

/// What other features may know of a person.
struct Person {
    std::string account, name, zone;
    protocol::Language language = protocol::Language::en;

    static Person from(const storage::Row& row);
};

/// nullopt: there is no such account.
std::optional<Person> person(Read& context, const std::string& account);
/// The name, or "" where there is no such account.
std::string name_of(Read& context, const std::string& account);

// ---- for accounts alone ----

struct Credentials {
    std::string account, password;
    static Credentials from(const storage::Row& row) { return {row.text(0), row.text(1)}; }
};

bool any_account(Read& context);
std::optional<protocol::Account> find_account(Read& context, const std::string& account);
std::optional<Credentials> find_credentials(Read& context, const std::string& account);
/// `email` is normal (rules.hpp).
std::optional<Credentials> find_credentials_by_email(Read& context, const std::string& email);
void insert_account(Write& context, const protocol::Account& account, const std::string& password);
void update_account(Write& context, const protocol::Account& account);
void set_password(Write& context, const std::string& account, const std::string& password);

/// Whether the account has signed in from this network (a keyed hash) before. An empty account never has.
bool knows_origin(Read& context, const std::string& account, const std::string& origin);
/// Also forgets those that were not seen for as long as a login may last.
void remember_origin(Write& context, const std::string& account, const std::string& origin);

struct LoginRow {
    std::string login, account, device;
    Instant created_at, seen_at, expires_at;
    static LoginRow from(const storage::Row& row) {
        return {row.text(0), row.text(1), row.text(2), row.time(3), row.time(4), row.time(5)};
    }
};

std::optional<LoginRow> find_login(Read& context, const std::string& login);
/// `token` is the keyed hash.
std::optional<LoginRow> find_login_by_token(Read& context, const std::string& token);
/// Last seen first.
std::vector<LoginRow> logins_of(Read& context, const std::string& account);
void insert_login(Write& context, const LoginRow& row, const std::string& token);
void set_seen(Write& context, const std::string& login);
void delete_login(Write& context, const std::string& login);

}  // namespace covision::accounts
