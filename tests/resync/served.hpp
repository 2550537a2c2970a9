#pragma once
// The whole server without sockets: every feature, the real dispatcher, executor, vault and files. The test's thread is
// the network thread, and the clock stands still until it is moved. It can be stopped, kept aside and put back.

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "server/app/features.hpp"
#include "server/deid/deid.hpp"
#include "server/features/accounts/table.hpp"
#include "server/rpc/dispatcher.hpp"
#include "server/storage/migrate.hpp"
#include "tests/rpc/fake_peer.hpp"
#include "tests/storage/temp_folder.hpp"
#include "tests/support/manual_clock.hpp"
#include "tests/support/seeded_random.hpp"

namespace covision::resync {

using Json = nlohmann::json;
using toy::FakePeer;

/// Somebody with an account, a login, and a connection that never breaks for what they do.
struct Person {
    std::string account, token;
    call::Caller caller;
    FakePeer peer;
    rpc::ConnectionPtr desk;
};

class Served {
public:
    explicit Served(unsigned seed) : random(seed) {
        limits.calls_per_minute = limits.calls_burst = 1'000'000'000;
        limits.resume_events = 25;  // so few that some come back too late
        vault::Vault::create_master_key(folder.file("master.key"));
        storage::Database db(path);
        storage::migrate(db, storage::embedded_migrations(), clock.now());
    }
    ~Served() { stop(); }

    void start() {
        rows = std::make_unique<storage::Database>(path, storage::Mode::read_only);
        vault = std::make_unique<vault::Vault>(folder.file("master.key"), folder.file("keys.db"));
        executor = std::make_unique<storage::Executor>(path, 2, vault->hooks());
        pool = std::make_unique<rpc::WorkPool>(path, 1, limits.pool_queue);
        dispatcher = std::make_unique<rpc::Dispatcher>(
            rpc::Services{table, services(), *executor, *pool, clock, limits,
                          [this](std::function<void()> function) { posts.post(std::move(function)); }, "test"});
        for (auto& person : people) person->desk = dispatcher->connected(person->peer, person->caller, person->token);
    }
    void stop() {
        if (!dispatcher) return;
        settle();
        for (auto& person : people) dispatcher->disconnected(person->desk);
        pool->stop();
        executor->stop();
        dispatcher.reset();
        executor.reset();
        pool.reset();
        vault.reset();
        rows.reset();
    }

    /// What a backup holds. The server is stopped.
    void keep_aside() { copy_files("", "aside-"); }
    /// Puts it back, as a restore does: numbers go back, so each feed gets another epoch.
    void put_back() {
        static const storage::Sql new_epochs{"UPDATE feed_head SET epoch = substr(epoch, 1, 24) || $1",
                                             storage::Sql::Home::own_file};
        copy_files("aside-", "");
        storage::Database(path).run(new_epochs, uuid4(random).substr(24));
    }

    /// Before start().
    Person& somebody() {
        const auto number = std::to_string(10 + people.size());
        vault::Vault keys(folder.file("master.key"), folder.file("keys.db"));
        storage::Database db(path);
        const call::Caller nobody;
        const call::Services own{random, keys, detector()};
        call::Write write(db, own, nobody, clock.now(), "");
        auto made = std::make_unique<Person>();
        protocol::Account account;
        account.account = made->account = "00000000-0000-4000-8000-0000000001" + number;
        account.name = "Person " + number;
        account.email = "p" + number + "@example.org";
        account.zone = "Europe/Berlin";
        accounts::insert_account(write, account, "none");
        made->token = "token-" + number;
        const auto login = "00000000-0000-4000-8000-0000000002" + number;
        accounts::insert_login(write,
                               {login, made->account, "Test browser", clock.now(), clock.now(),
                                clock.now() + std::chrono::hours(24 * 180)},
                               keys.hash("login", made->token));
        made->caller = {made->account, login, "127.0.0.1", "Test browser"};
        people.push_back(std::move(made));
        return *people.back();
    }

    static void send(const rpc::ConnectionPtr& connection, rpc::Dispatcher& to, const std::string& id,
                     const std::string& method, const Json& params) {
        to.received(connection, Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump());
    }
    /// Sends a call from somebody's desk and waits for all that follows; nothing where it is refused (`why`).
    std::optional<Json> call(Person& person, const std::string& method, const Json& params) {
        const auto id = uuid4(random);
        send(person.desk, *dispatcher, id, method, params);
        settle();
        std::optional<Json> result;
        for (const auto& frame : std::exchange(person.peer.frames, {})) {
            auto heard = Json::parse(frame);
            if (heard.value("id", "") != id) continue;
            why = heard.contains("error") ? heard["error"]["data"].value("code", "?") : "";
            if (why.empty()) result = heard["result"];
        }
        return result;
    }
    void settle() {
        EXPECT_TRUE(posts.run_until([this] { return dispatcher->in_flight() == 0; }));
    }
    void advance(Micros by) {
        clock.advance(by);
        for (int i = 0; i < 20; ++i) {
            dispatcher->tick();
            settle();
            if (dispatcher->settled()) return;
        }
    }

    support::SeededRandom random;
    rpc::Limits limits;
    test::TempFolder folder;
    const std::string path = folder.file("covision.db");
    support::ManualClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}}};
    call::Table table = app::all_features();
    toy::Posts posts;
    std::vector<std::unique_ptr<Person>> people;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<storage::Executor> executor;
    std::unique_ptr<rpc::WorkPool> pool;
    std::unique_ptr<rpc::Dispatcher> dispatcher;
    std::unique_ptr<storage::Database> rows;     // for the test to look at what was written
    std::string why;                             // the last call was refused, or ""
    std::map<std::string, std::string> written;  // ideas and first steps, and for whom

private:
    static const deid::Detector& detector() {
        static const auto resources = deid::Resources::built_in();
        static const deid::Detector one(resources);
        return one;
    }
    call::Services services() { return {random, *vault, detector()}; }
    void copy_files(const std::string& from, const std::string& to) {
        for (const std::string name : {"covision.db", "covision.db-wal", "keys.db", "keys.db-wal"}) {
            const auto source = folder.file(from + name), target = folder.file(to + name);
            std::filesystem::remove(target);
            if (std::filesystem::exists(source)) std::filesystem::copy_file(source, target);
        }
        for (const std::string name : {"covision.db-shm", "keys.db-shm"}) std::filesystem::remove(folder.file(name));
    }
};

}  // namespace covision::resync
