#include <algorithm>

#include "server/base/log.hpp"
#include "server/rpc/parts.hpp"

namespace covision::rpc {
namespace {

constexpr std::size_t checks_at_once = 256;

}  // namespace

// In this order: nobody whose right ended with one of these commits gets anything of them; an answer comes before the
// events of its own commit.
void Dispatcher::Parts::deliver(Runner::Finished finished) {
    for (const auto& call : finished)
        for (const auto& revocation : call->revocations) withdraw(revocation);
    for (const auto& call : finished)
        if (call->answer) call->answer(*call);
    close_ended();
    for (const auto& call : finished)
        for (auto& event : call->events) feeds.deliver(std::move(event));
    for (const auto& call : finished)
        if (call->connection) pump(call->connection);
}

void Dispatcher::Parts::withdraw(const call::Revocation& revocation) {
    auto found = accounts.find(revocation.account);
    const auto concerned = found == accounts.end() ? std::vector<ConnectionPtr>{} : found->second.connections;
    if (revocation.feed.empty()) {
        for (const auto& connection : concerned)
            if (revocation.login.empty() || connection->caller.login == revocation.login) end(connection);
        return;
    }
    for (const auto& connection : concerned) {
        ++connection->withdrawn;
        feeds.unsubscribe(*connection, revocation.feed);
        if (connection->peer) connection->peer->drop(tag_of(revocation.feed));
    }
    rooms.remove(revocation.account, revocation.feed);
}

void Dispatcher::Parts::end(const ConnectionPtr& connection) {
    if (!connection->peer || connection->ending) return;
    for (const auto& feed : connection->feeds) connection->peer->drop(tag_of(feed));
    for (const auto& room : connection->rooms) connection->peer->drop(tag_of(room.first));
    connection->ending = true;
    connection->waiting.clear();
    feeds.unsubscribe_all(*connection);
    rooms.remove(*connection, services.clock.now());
    ended.push_back(connection);
}

void Dispatcher::Parts::close_ended() {
    for (const auto& connection : std::exchange(ended, {}))
        if (connection->peer) connection->peer->close(close_code::login_ended, "login ended");
}

// A login also ends by time, which nobody announces.
void Dispatcher::Parts::check_logins(Instant now) {
    if (!services.table.authenticate || (now >= looked_at && now < looked_at + std::chrono::seconds(1))) return;
    looked_at = now;
    std::size_t checks = 0;
    for (auto& [account, state] : accounts) {
        for (const auto& connection : state.connections) {
            if (connection->ending || connection->checked_at + services.limits.login_check > now) continue;
            if (++checks > checks_at_once) return;
            connection->checked_at = now;
            auto call = std::make_shared<Call>();
            call->name = "check_login";
            auto known = std::make_shared<bool>(true);
            call->answer = [this, known, connection](Call& done) {
                if (!done.error && !*known) end(connection);
            };
            runner.look(call, [this, known, connection](call::Read& context) {
                *known = services.table.authenticate(context, connection->token).has_value();
            });
        }
    }
}

// Forgets accounts and addresses that are not here and have used nothing up.
void Dispatcher::Parts::clean(Instant now) {
    if (now >= cleaned_at && now < cleaned_at + std::chrono::minutes(1)) return;
    cleaned_at = now;
    const auto& limits = services.limits;
    for (auto it = accounts.begin(); it != accounts.end();)
        it = it->second.connections.empty() && it->second.calls.full(now, limits.calls_per_minute, limits.calls_burst)
                 ? accounts.erase(it)
                 : std::next(it);
    for (auto it = addresses.begin(); it != addresses.end();)
        it = it->second.connections == 0 && it->second.opens.full(now, limits.open_per_minute, limits.open_burst) &&
                     it->second.calendars.full(now, limits.calendars_per_minute, limits.calendars_burst)
                 ? addresses.erase(it)
                 : std::next(it);
    for (auto it = calendars.begin(); it != calendars.end();)
        it = it->second.full(now, limits.calendar_per_minute, limits.calendar_burst) ? calendars.erase(it)
                                                                                     : std::next(it);
}

}  // namespace covision::rpc
