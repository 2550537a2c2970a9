#include "tests/bench/server/seed.hpp"

#include <cstdio>
#include <fstream>

#include "protocol/json.hpp"
#include "server/base/random.hpp"
#include "server/features/accounts/logins.hpp"
#include "server/features/groups/template.hpp"
#include "server/vault/vault.hpp"
#include "tests/bench/server/publish.hpp"

namespace covision::bench {
namespace {

using storage::Blob;
using storage::Sql;

constexpr std::size_t members = 8;
constexpr auto own = Sql::Home::own_file;

const Sql add_account{
    "INSERT INTO account (id, email, name, password, language, zone, theme, created_at) "
    "VALUES ($1, $2, $3, '', 'en', 'Europe/Berlin', 'system', $4)",
    own};
const Sql add_login{
    "INSERT INTO login (id, account, token, device, created_at, seen_at, expires_at) "
    "VALUES ($1, $2, $3, 'bench', $4, $4, $5)",
    own};
const Sql add_due{"INSERT INTO due (at, kind, grp, subject) VALUES ($1, $2, $3, $4)", own};
const Sql add_group{"INSERT INTO grp (id, name, language, created_at, agreement_version) VALUES ($1, $2, 'en', $3, 1)",
                    own};
const Sql add_agreement{"INSERT INTO agreement (grp, version, author, at, clauses) VALUES ($1, 1, $2, $3, $4)", own};
const Sql add_member{
    "INSERT INTO member (grp, account, role, joined_at, signed_version, confirmed_at) VALUES ($1, $2, $3, $4, 1, $4)",
    own};
const Sql add_signature{"INSERT INTO signature (grp, version, account, at) VALUES ($1, 1, $2, $3)", own};
const Sql add_head{"INSERT INTO feed_head (grp, epoch) VALUES ($1, $2)", own};

/// A UUID of the fourth version that says what it stands for.
std::string numbered(unsigned kind, std::size_t number) {
    char text[37];
    std::snprintf(text, sizeof text, "00000000-0000-4%03u-8000-%012zu", kind, number);
    return text;
}

class Seeder {
public:
    Seeder(storage::Database& db, const vault::Vault& vault) : db_(db), vault_(vault) {}

    void groups(unsigned kind, std::size_t count, std::size_t size, std::ostream& tokens, std::size_t most_tokens) {
        std::size_t told = 0;
        for (std::size_t g = 0; g < count; ++g) {
            const auto group = numbered(kind, g);
            const auto first = accounts_;
            db_.run(add_group, group, "Bench " + std::to_string(g), now_);
            db_.run(add_agreement, group, numbered(2, first), now_, clauses_);
            db_.run(add_head, group, uuid4(random_));
            for (std::size_t m = 0; m < size; ++m) {
                const auto token = account();
                if (told++ < most_tokens) tokens << token << '\n';
                const auto id = numbered(2, first + m);
                db_.run(add_member, group, id, m == 0 ? "organiser" : "member", now_);
                db_.run(add_signature, group, id, now_);
            }
        }
    }

private:
    /// Makes one more account that is signed in; returns the login's token.
    std::string account() {
        const auto number = accounts_++;
        const auto id = numbered(2, number), login = numbered(3, number);
        const auto name = "bench" + std::to_string(number);
        const auto ends = now_ + std::chrono::hours(24 * 30);
        auto token = "bench-" + std::to_string(number) + "-";
        token.resize(43, 'x');
        db_.run(add_account, id, name + "@bench.example", name, now_);
        db_.run(add_login, login, id, Blob{vault_.hash("login", token)}, now_, ends);
        db_.run(add_due, ends, accounts::login_due, id, login);
        return token;
    }

    storage::Database& db_;
    const vault::Vault& vault_;
    SystemRandom random_;
    const Instant now_ = SystemClock().now();
    const std::string clauses_ = protocol::encode(protocol::AgreementTemplate{groups::template_en()});
    std::size_t accounts_ = 0;
};

}  // namespace

void seed(const app::Settings& settings, const Seed& wanted) {
    vault::VaultOptions options;
    options.must_exist = true;
    const vault::Vault vault(settings.master_key_file(), settings.keys_file(), options);
    storage::Database db(settings.database_file());
    create_table(db);
    std::ofstream tokens(wanted.tokens_file), singles(wanted.singles_file);
    Seeder seeder(db, vault);
    db.script("BEGIN IMMEDIATE");
    seeder.groups(0, wanted.groups, members, tokens, wanted.tokens);
    seeder.groups(1, wanted.singles, 1, singles, wanted.singles);
    db.script("COMMIT;");
    db.checkpoint(true);
}

}  // namespace covision::bench
