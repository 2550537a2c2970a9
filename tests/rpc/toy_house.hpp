#pragma once
// A small house with toy features: real executor, files, vault and pool; the network thread is the test's own.

#include <gtest/gtest.h>

#include "server/deid/deid.hpp"
#include "server/rpc/dispatcher.hpp"
#include "server/storage/migrate.hpp"
#include "tests/storage/temp_folder.hpp"
#include "tests/support/manual_clock.hpp"

namespace covision::toy {

using protocol::Id;
using protocol::Text;

struct Add {
    Id group;
    Text<40> word;
    std::optional<Id> only;  // who may see it
};
COVISION_MESSAGE(Add, group, word, only)
struct Count {
    std::int64_t seq = 0, count = 0;
};
COVISION_MESSAGE(Count, seq, count)
struct Of {
    Id group;
};
COVISION_MESSAGE(Of, group)
struct Fail {
    Text<40> how;
};
COVISION_MESSAGE(Fail, how)
struct Withdraw {
    std::optional<Id> account, login, group;
};
COVISION_MESSAGE(Withdraw, account, login, group)
struct Later {
    Id group;
    Text<40> subject;
    protocol::Time at;
};
COVISION_MESSAGE(Later, group, subject, at)
struct Hidden {
    protocol::Secret secret;
};
COVISION_MESSAGE(Hidden, secret)
struct Added {
    std::int64_t number = 0;
};
COVISION_MESSAGE(Added, number)
struct Knock {
    Text<40> word;
};
COVISION_MESSAGE(Knock, word)
struct Nothing {};
COVISION_MESSAGE(Nothing)

inline constexpr const char* group = "00000000-0000-7000-8000-0000000000aa";
inline constexpr const char* other_group = "00000000-0000-7000-8000-0000000000bb";
inline constexpr const char* session = "00000000-0000-7000-8000-0000000000cc";

/// "00000000-0000-7000-8000-00000000000N": an account, a login or a call.
inline std::string id(int number) {
    auto text = std::to_string(number);
    return "00000000-0000-7000-8000-" + std::string(12 - text.size(), '0') + text;
}

namespace topics {
inline const call::Topic<Added> added{"toy.added"};
inline const call::Topic<Added> reacted{"toy.reacted"};
inline const call::Topic<Added> done_later{"toy.done_later"};
}  // namespace topics

namespace sql {
using storage::Sql;
inline const Sql add{"INSERT INTO toy_word (grp, word) VALUES ($1, $2)", Sql::Home::own_file};
inline const Sql count{"SELECT COUNT(*) FROM toy_word WHERE grp = $1", Sql::Home::own_file};
inline const Sql member{"SELECT COUNT(*) FROM toy_member WHERE grp = $1 AND account = $2", Sql::Home::own_file};
inline const Sql leave{"DELETE FROM toy_member WHERE grp = $1 AND account = $2", Sql::Home::own_file};
inline const Sql join{"INSERT INTO toy_member (grp, account) VALUES ($1, $2)", Sql::Home::own_file};
inline const Sql login{"SELECT account, login FROM toy_login WHERE token = $1", Sql::Home::own_file};
inline const Sql sign_in{"INSERT INTO toy_login (token, account, login) VALUES ($1, $2, $3)", Sql::Home::own_file};
inline const Sql sign_out{"DELETE FROM toy_login WHERE login = $1", Sql::Home::own_file};
}  // namespace sql

inline constexpr const char* tables =
    "CREATE TABLE toy_word (grp TEXT, word TEXT); CREATE TABLE toy_member (grp TEXT, account TEXT);"
    "CREATE TABLE toy_login (token TEXT, account TEXT, login TEXT)";

inline void permit(call::Read& context, const std::string& grp) {
    if (context.db.one<std::int64_t>(sql::member, grp, context.caller.account) == 0) throw not_found();
}

inline Added add(call::Write& w, const Add& p) {
    permit(w, p.group);
    w.db.run(sql::add, p.group, p.word);
    const Added made{w.db.one<std::int64_t>(sql::count, p.group)};
    w.emit(topics::added, p.group.value, made, p.only ? feed::Audience{p.only->value} : feed::Audience{});
    return made;
}
inline void react(call::Write& w, const std::string& feed, const Added& added) { w.emit(topics::reacted, feed, added); }

inline Count count(call::Read& r, const Of& p) {
    permit(r, p.group);
    return {r.seq(p.group.value), r.db.one<std::int64_t>(sql::count, p.group)};
}
inline Count look(call::Write& w, const Of& p) {
    permit(w, p.group);
    w.audit("toy.looked", p.group.value, "");
    return {w.seq(p.group.value), w.db.one<std::int64_t>(sql::count, p.group)};
}
inline Nothing fail(call::Write& w, const Fail& p) {
    w.db.run(sql::add, std::string(id(0)), p.how);
    if (p.how.value == "refused") throw Refused("toy_refused", "The toy says no.", {{"why", "because"}});
    if (p.how.value == "broken") throw std::logic_error("a text of " + p.how.value);
    if (p.how.value == "full") throw storage::Full("no room");
    return {};
}
inline Nothing withdraw(call::Write& w, const Withdraw& p) {
    if (p.group) w.db.run(sql::leave, *p.group, p.account->value);
    if (p.login) w.db.run(sql::sign_out, *p.login);
    const auto text = [](const auto& maybe) { return maybe ? maybe->value : std::string(); };
    w.revoke({text(p.account), text(p.login), text(p.group)});
    if (p.group) w.emit(topics::added, p.group->value, Added{-1});
    return {};
}
inline Nothing later(call::Write& w, const Later& p) {
    w.due(p.at, "toy.later", p.group.value, p.subject.value);
    return {};
}
inline void do_later(call::Write& w, const std::string& grp, const std::string& subject) {
    if (subject == "broken") throw std::logic_error("broken");
    if (subject == "refused") throw Refused("no", "no");
    w.emit(topics::done_later, grp, Added{1});
}
inline Hidden hidden(call::Write& w, const Of&) { return {w.vault.derive("toy", w.caller.account, w.call_id)}; }
inline void blank(Hidden& h) { h.secret.value = "-"; }
inline void reveal(call::Write& w, Hidden& h) { h.secret.value = w.vault.derive("toy", w.caller.account, w.call_id); }

struct Slow {
    std::int64_t seen = 0;
};
inline Slow prepare(call::Read& r, const Add& p) {
    permit(r, p.group);
    return {r.db.one<std::int64_t>(sql::count, p.group)};
}
// As if a policy had changed between: only what was prepared at the present count is taken.
inline Added add_slowly(call::Write& w, const Add& p, Slow& prepared) {
    if (prepared.seen != w.db.one<std::int64_t>(sql::count, p.group)) throw Refused("prepare_again", "again");
    return add(w, p);
}
inline Slow no_preparing(call::Read&, const Knock&) { return {}; }
inline Added knock(call::Write& w, const Knock& p, Slow&) {
    if (p.word.value == "out") {
        w.set_login_token("");
        return {0};
    }
    if (p.word.value != "friend") throw Refused("wrong_word", "That is not the word.");
    const auto token = random_token(w.random);
    w.db.run(sql::sign_in, token, id(1), w.new_id());
    w.set_login_token(token);
    return {w.caller.account.empty() ? 1 : 2};
}

/// Enters the toy features.
inline void methods(call::Table& table) {
    table.write("toy.add", "Adds a word.", &add);
    table.read("toy.count", "Counts words.", &count);
    table.compute("toy.compute", "Counts words on the pool.", &count);
    table.witness("toy.look", "Counts words and is recorded.", &look);
    table.write("toy.fail", "Fails.", &fail);
    table.write("toy.withdraw", "Ends a right.", &withdraw);
    table.write("toy.later", "Puts something off.", &later);
    table.write("toy.hidden", "Makes a secret.", &hidden, &blank, &reveal);
    table.write("toy.slow", "Adds a word after heavy work.", &prepare, &add_slowly);
    table.open("toy_knock", "Signs in.", &no_preparing, &knock);
    table.event(topics::added);
    table.event(topics::reacted);
    table.event(topics::done_later);
    table.on(topics::added, &react);
    table.due("toy.later", &do_later);
    table.may_follow = &permit;
    table.authenticate = [](call::Read& r, const std::string& token) -> std::optional<call::Caller> {
        struct Row {
            std::string account, login;
            static Row from(const storage::Row& row) { return {row.text(0), row.text(1)}; }
        };
        auto row = r.db.first<Row>(sql::login, token);
        if (!row) return std::nullopt;
        return call::Caller{row->account, row->login, "", ""};
    };
}

/// Everything below the dispatcher: accounts 1 to 9, members of `group`, each with the token "token-N".
struct House {
    explicit House(rpc::Limits limits_ = {}, storage::ExecutorOptions options = {}) : limits(limits_) {
        methods(table);
        storage::Database database(path);
        storage::migrate(database, storage::embedded_migrations(), clock.now());
        database.script(tables);
        for (int n = 1; n < 10; ++n) {
            database.run(sql::join, std::string(group), id(n));
            database.run(sql::sign_in, "token-" + std::to_string(n), id(n), id(100 + n));
        }
        vault::Vault::create_master_key(folder.file("master.key"));
        vault = std::make_unique<vault::Vault>(folder.file("master.key"), folder.file("keys.db"));
        executor = std::make_unique<storage::Executor>(path, 2, vault->hooks(), std::move(options));
        pool = std::make_unique<rpc::WorkPool>(path, 2, limits.pool_queue);
    }

    rpc::Services services(std::function<void(std::function<void()>)> post) {
        static const auto resources = deid::Resources::built_in();
        static const deid::Detector detector(resources);
        return {table, {random, *vault, detector}, *executor, *pool, clock, limits, std::move(post)};
    }

    void stop() {
        pool->stop();
        executor->stop();
    }

    rpc::Limits limits;
    test::TempFolder folder;
    std::string path = folder.file("covision.db");
    support::ManualClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}}};
    SystemRandom random;
    call::Table table;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<storage::Executor> executor;
    std::unique_ptr<rpc::WorkPool> pool;
};

}  // namespace covision::toy
