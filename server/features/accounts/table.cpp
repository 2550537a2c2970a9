#include "server/features/accounts/table.hpp"

#include "protocol/enums.hpp"
#include "server/features/accounts/rules.hpp"

namespace covision::accounts {
namespace {

using protocol::enum_name;
using protocol::enum_value;
using storage::Blob;
using storage::Sql;

const Sql read_person{"SELECT id, name, zone, language FROM account WHERE id = $1"};
const Sql read_any{"SELECT 1 FROM account LIMIT 1"};
const Sql read_account{"SELECT id, name, email, language, zone, theme FROM account WHERE id = $1"};
const Sql read_credentials{"SELECT id, password FROM account WHERE id = $1"};
const Sql read_credentials_by_email{"SELECT id, password FROM account WHERE email = $1"};
const Sql add_account{
    "INSERT INTO account (id, email, name, password, language, zone, theme, created_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
const Sql change_account{"UPDATE account SET name = $2, language = $3, zone = $4, theme = $5 WHERE id = $1"};
const Sql change_password{"UPDATE account SET password = $2 WHERE id = $1"};

const Sql read_origin{"SELECT 1 FROM login_origin WHERE account = $1 AND origin = $2"};
const Sql add_origin{
    "INSERT INTO login_origin (account, origin, seen_at) VALUES ($1, $2, $3) "
    "ON CONFLICT (account, origin) DO UPDATE SET seen_at = excluded.seen_at"};
const Sql forget_origins{"DELETE FROM login_origin WHERE account = $1 AND seen_at < $2"};

const Sql read_login{"SELECT id, account, device, created_at, seen_at, expires_at FROM login WHERE id = $1"};
const Sql read_login_by_token{
    "SELECT id, account, device, created_at, seen_at, expires_at FROM login WHERE token = $1"};
const Sql read_logins{
    "SELECT id, account, device, created_at, seen_at, expires_at FROM login WHERE account = $1 "
    "ORDER BY seen_at DESC, created_at DESC, id"};
const Sql add_login{
    "INSERT INTO login (id, account, token, device, created_at, seen_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};
const Sql touch_login{"UPDATE login SET seen_at = $2 WHERE id = $1"};
const Sql drop_login{"DELETE FROM login WHERE id = $1"};

struct AccountRow {
    protocol::Account account;
    static AccountRow from(const storage::Row& row) {
        return {{row.text(0), row.text(1), row.text(2), enum_value<protocol::Language>(row.text(3)), row.text(4),
                 enum_value<protocol::Theme>(row.text(5))}};
    }
};

}  // namespace

Person Person::from(const storage::Row& row) {
    return {row.text(0), row.text(1), row.text(2), enum_value<protocol::Language>(row.text(3))};
}

std::optional<Person> person(Read& context, const std::string& account) {
    return context.db.first<Person>(read_person, account);
}

std::string name_of(Read& context, const std::string& account) {
    auto found = person(context, account);
    return found ? std::move(found->name) : std::string{};
}

bool any_account(Read& context) { return context.db.first<std::int64_t>(read_any).has_value(); }

std::optional<protocol::Account> find_account(Read& context, const std::string& account) {
    auto row = context.db.first<AccountRow>(read_account, account);
    if (!row) return std::nullopt;
    return std::move(row->account);
}

std::optional<Credentials> find_credentials(Read& context, const std::string& account) {
    return context.db.first<Credentials>(read_credentials, account);
}

std::optional<Credentials> find_credentials_by_email(Read& context, const std::string& email) {
    return context.db.first<Credentials>(read_credentials_by_email, email);
}

void insert_account(Write& context, const protocol::Account& account, const std::string& password) {
    context.db.run(add_account, account.account, account.email, account.name, password, enum_name(account.language),
                   account.zone, enum_name(account.theme), context.now);
}

void update_account(Write& context, const protocol::Account& account) {
    context.db.run(change_account, account.account, account.name, enum_name(account.language), account.zone,
                   enum_name(account.theme));
}

void set_password(Write& context, const std::string& account, const std::string& password) {
    context.db.run(change_password, account, password);
}

bool knows_origin(Read& context, const std::string& account, const std::string& origin) {
    return context.db.first<std::int64_t>(read_origin, account, Blob{origin}).has_value();
}

void remember_origin(Write& context, const std::string& account, const std::string& origin) {
    context.db.run(add_origin, account, Blob{origin}, context.now);
    context.db.run(forget_origins, account, context.now - login_absolute);
}

std::optional<LoginRow> find_login(Read& context, const std::string& login) {
    return context.db.first<LoginRow>(read_login, login);
}

std::optional<LoginRow> find_login_by_token(Read& context, const std::string& token) {
    return context.db.first<LoginRow>(read_login_by_token, Blob{token});
}

std::vector<LoginRow> logins_of(Read& context, const std::string& account) {
    return context.db.all<LoginRow>(read_logins, account);
}

void insert_login(Write& context, const LoginRow& row, const std::string& token) {
    context.db.run(add_login, row.login, row.account, Blob{token}, row.device, row.created_at, row.seen_at,
                   row.expires_at);
}

void set_seen(Write& context, const std::string& login) { context.db.run(touch_login, login, context.now); }

void delete_login(Write& context, const std::string& login) { context.db.run(drop_login, login); }

}  // namespace covision::accounts
