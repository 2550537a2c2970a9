#include "server/app/app.hpp"

#include <future>
#include <thread>

#include "protocol/openrpc.hpp"
#include "server/app/data_folder.hpp"
#include "server/app/features.hpp"
#include "server/app/mail.hpp"
#include "server/app/memory.hpp"
#include "server/base/log.hpp"
#include "server/deid/deid.hpp"
#include "server/features/accounts/links.hpp"
#include "server/features/accounts/logins.hpp"
#include "server/features/calendar/mails.hpp"
#include "server/features/cases/table.hpp"
#include "server/features/evaluation/table.hpp"
#include "server/features/ideas/table.hpp"
#include "server/features/schedule/notes.hpp"
#include "server/net/server.hpp"
#include "server/notify/outbox_thread.hpp"
#include "server/storage/migrate.hpp"
#include "server/vault/vault.hpp"

namespace covision::app {
namespace {

constexpr std::size_t readers = 2;

/// The vault tries what it could not shred again after each of the writer's commits: on a quiet server there is one
/// every hour.
const std::string heartbeat = "app.heartbeat";

void beat(call::Write& write, const std::string&, const std::string&) {
    write.due(write.now + std::chrono::hours(1), heartbeat, "", "");
}

call::Table table_with(void (*more)(call::Table&)) {
    auto table = all_features();
    table.due(heartbeat, &beat);
    if (more != nullptr) more(table);
    return table;
}

vault::VaultOptions vault_options(const DataFolder& folder) {
    vault::VaultOptions options;
    options.must_exist = !folder.is_new();
    return options;
}

net::Options net_options(const Settings& settings, const call::Table& table, const rpc::Limits& limits) {
    net::Options options;
    options.listen = settings.listen;
    options.port = settings.port;
    options.origins = settings.origins;
    options.certificate = settings.certificate;
    options.key = settings.certificate_key;
    options.behind_proxy = settings.behind_proxy;
    options.metrics = settings.metrics_port != 0;
    options.metrics_port = settings.metrics_port;
    options.client_folder = settings.client;
    options.openrpc = protocol::openrpc(whole_interface(table));
    options.limits = limits;
    return options;
}

/// Runs `work` with a Write in one transaction of its own: before the executor starts, or from the command line.
template <class Work>
auto in_transaction(storage::Database& db, const call::Services& services, Instant now, Work work) {
    const call::Caller nobody;
    db.script("BEGIN IMMEDIATE");
    try {
        call::Write write(db, services, nobody, now, {});
        auto result = work(write);
        db.script("COMMIT");
        return result;
    } catch (...) {
        db.rollback();
        throw;
    }
}

call::Outside outside_of(const std::optional<MailRelay>& mail, const std::string& origin) {
    if (!mail) return {false, "", origin};
    return {true, mail->from.address, origin};
}

std::string link(const std::string& origin, const std::string& token) { return origin + "/enter#" + token; }

}  // namespace

struct App::Parts {
    Parts(const Settings& settings, const Clock& clock_, Random& random, void (*more)(call::Table&),
          const rpc::Limits& limits, const notify::Render& letters)
        : clock(clock_),
          mail(mail_relay(settings)),
          table(table_with(more)),
          server(std::make_unique<net::Server>(net_options(settings, table, limits))),
          folder(settings),
          resources(deid::Resources::built_in()),
          detector(resources),
          vault(settings.master_key_file(), settings.keys_file(), vault_options(folder)),
          services{random, vault, detector, outside_of(mail, server->address())} {
        keep_some_memory();
        prepare_database(settings);
        executor = std::make_unique<storage::Executor>(settings.database_file(), readers, vault.hooks());
        pool = std::make_unique<rpc::WorkPool>(settings.database_file(), limits.pool_threads, limits.pool_queue);
        auto post = [this](std::function<void()> function) { server->post(std::move(function)); };
        dispatcher = std::make_unique<rpc::Dispatcher>(
            rpc::Services{table, services, *executor, *pool, clock, limits, std::move(post),
                          protocol::protocol_version(whole_interface(table))});
        if (mail)
            outbox = std::make_unique<notify::OutboxThread>(*executor, notify::smtp_relay(mail->smtp),
                                                            renderer(letters), mail->from, clock, random);
    }

    ~Parts() {
        // What these two still finish is posted to the server, so they end first; its sockets leave the dispatcher.
        if (pool) pool->stop();
        if (outbox) outbox->stop();
        if (executor) executor->stop();
        server.reset();
    }

    /// Migrations, keys without rows, and the first person's link.
    void prepare_database(const Settings& settings) {
        storage::Database db(settings.database_file());
        storage::migrate(db, storage::embedded_migrations(), clock.now());
        auto swept = vault.sweep([&](std::string_view group, std::string_view row) {
            return cases::has_sealed_row(db, group, row) || evaluation::has_sealed_row(db, group, row) ||
                   ideas::has_sealed_row(db, group, row) || schedule::has_sealed_row(db, group, row);
        });
        if (swept > 0) log::info("keys.swept", {{"count", std::to_string(swept)}});
        first_token = in_transaction(db, services, clock.now(), [](call::Write& write) {
            beat(write, "", "");
            return accounts::first_link(write);
        });
    }

    /// What mails say; `more` is asked first.
    [[nodiscard]] notify::Render renderer(const notify::Render& more) const {
        return [this, more](storage::Database& db, Instant now,
                            const notify::Order& order) -> std::optional<notify::Message> {
            if (more)
                if (auto made = more(db, now, order)) return made;
            const call::Caller nobody;
            call::Read read(db, services, nobody, now);
            return calendar::render(read, order);
        };
    }

    const Clock& clock;
    std::optional<MailRelay> mail;
    call::Table table;
    // First of all that can fail: a port in use leaves the data folder as it is.
    std::unique_ptr<net::Server> server;
    DataFolder folder;
    deid::Resources resources;
    deid::Detector detector;
    vault::Vault vault;
    call::Services services;
    std::optional<std::string> first_token, first_link;
    std::unique_ptr<storage::Executor> executor;
    std::unique_ptr<rpc::WorkPool> pool;
    std::unique_ptr<rpc::Dispatcher> dispatcher;
    std::unique_ptr<notify::OutboxThread> outbox;  // none without a relay
};

App::App(const Settings& settings, const Clock& clock, Random& random, void (*more)(call::Table&),
         const rpc::Limits& limits, const notify::Render& letters)
    : parts_(std::make_unique<Parts>(settings, clock, random, more, limits, letters)) {
    if (parts_->first_token) parts_->first_link = link(address(), *parts_->first_token);
}

App::~App() = default;

void App::run() {
    give_back_what_starting_took();
    parts_->server->run(*parts_->dispatcher);
}

void App::stop() {
    if (parts_->outbox) parts_->outbox->begin_stop();
    parts_->server->stop();
}

void App::clock_moved() {
    const auto tick = [this] {
        std::promise<bool> settled;
        parts_->server->post([&] {
            parts_->dispatcher->tick();
            settled.set_value(parts_->dispatcher->settled());
        });
        return settled.get_future().get();
    };
    // What one piece of due work puts off to this very moment is done too.
    while (!tick()) std::this_thread::yield();
    if (parts_->outbox) parts_->outbox->wake();
}

void App::settle_mail() {
    clock_moved();  // the mails of work that is due are ordered
    if (parts_->outbox) parts_->outbox->settle();
}

std::uint16_t App::port() const { return parts_->server->port(); }
std::uint16_t App::metrics_port() const { return parts_->server->metrics_port(); }
std::string App::address() const { return parts_->server->address(); }
const std::optional<std::string>& App::first_link() const { return parts_->first_link; }

namespace {

/// Runs `work` with a Write of nobody in the data folder; beside a server that may be serving.
template <class Work>
auto as_operator(const Settings& settings, const Clock& clock, Random& random, Work work) {
    auto resources = deid::Resources::built_in();
    deid::Detector detector(resources);
    vault::VaultOptions existing;
    existing.must_exist = true;
    vault::Vault vault(settings.master_key_file(), settings.keys_file(), existing);
    storage::Database db(settings.database_file());
    storage::migrate(db, storage::embedded_migrations(), clock.now());
    return in_transaction(db, {random, vault, detector}, clock.now(), work);
}

}  // namespace

std::string account_link(const Settings& settings, const Clock& clock, Random& random, const std::string& origin,
                         const std::string& email, const std::string& name) {
    return link(origin, as_operator(settings, clock, random,
                                    [&](call::Write& write) { return accounts::account_link(write, email, name); }));
}

std::string sign_in_link(const Settings& settings, const Clock& clock, Random& random, const std::string& origin,
                         const std::string& email) {
    return link(origin, as_operator(settings, clock, random,
                                    [&](call::Write& write) { return accounts::sign_in_link(write, email); }));
}

void end_logins(const Settings& settings, const Clock& clock, Random& random, const std::string& email) {
    as_operator(settings, clock, random, [&](call::Write& write) {
        accounts::order_end_of_logins(write, email);
        return true;
    });
}

}  // namespace covision::app
