// Methods that concern the connection itself: feed.*, presence.*, time.now.

#include <algorithm>
#include <array>

#include "protocol/messages/feed.hpp"
#include "server/rpc/parts.hpp"

namespace covision::rpc {
namespace {

using protocol::type_of;

// Stands for the epoch of a feed that nobody has written to.
constexpr std::string_view no_epoch = "00000000-0000-0000-0000-000000000000";

struct Builtin {
    std::string_view name, summary;
    const protocol::Type& (*params)();
    const protocol::Type& (*result)();
};

constexpr std::array<Builtin, 5> builtins{{
    {"feed.follow", "Sends the events of a group (or of one's own account) from now on, or from behind a number.",
     &type_of<protocol::Follow>, &type_of<protocol::Following>},
    {"feed.unfollow", "Ends feed.follow.", &type_of<protocol::GroupRef>, &type_of<protocol::Empty>},
    {"presence.enter",
     "This connection is in the room of a session; says who else is, and from now on who comes and goes.",
     &type_of<protocol::SessionRef>, &type_of<protocol::Room>},
    {"presence.leave", "This connection is no longer in that room.", &type_of<protocol::SessionRef>,
     &type_of<protocol::Room>},
    {"time.now", "What the server's clock says.", &type_of<protocol::Empty>, &type_of<protocol::TimeNow>},
}};

struct Followed {
    std::string feed;
    protocol::Following answer;
    std::vector<feed::Event> tail;
};

// In one snapshot: where the feed stands, and what the caller has missed.
void read_tail(storage::Database& db, const protocol::Follow& asked, std::size_t most, Followed& found) {
    const auto head = feed::head(db, found.feed);
    found.answer.epoch.value = head.epoch.empty() ? std::string(no_epoch) : head.epoch;
    found.answer.seq = head.seq;
    if (!asked.since) return;
    const auto since = *asked.since;
    const bool before_the_first = asked.epoch && asked.epoch->value == no_epoch && since == 0;
    const bool same_epoch = asked.epoch && asked.epoch->value == found.answer.epoch.value;
    const bool near = since >= 0 && since <= head.seq && head.seq - since <= static_cast<std::int64_t>(most);
    auto events = (same_epoch || before_the_first) && near ? feed::since(db, found.feed, since) : std::nullopt;
    found.answer.reset = !events;
    if (events) found.tail = std::move(*events);
}

}  // namespace

bool is_builtin(std::string_view name) {
    return std::any_of(builtins.begin(), builtins.end(), [name](const Builtin& one) { return one.name == name; });
}

std::vector<protocol::MethodType> builtin_methods() {
    std::vector<protocol::MethodType> all;
    for (const auto& one : builtins)
        all.push_back({std::string(one.name), std::string(one.summary), &one.params(), &one.result(), "read"});
    return all;
}

std::vector<protocol::EventType> builtin_notifications() { return {{"presence.changed", &type_of<protocol::Room>()}}; }

// True: it is under way; false: its answer is ready.
bool Dispatcher::Parts::start_builtin(const CallPtr& call) {
    if (call->name == "feed.follow") return follow(call), true;
    if (call->name == "presence.enter") return enter(call), true;
    if (call->name == "feed.unfollow") unfollow(call);
    if (call->name == "presence.leave") leave(call);
    if (call->name == "time.now") time_now(call);
    return false;
}

void Dispatcher::Parts::may_follow(call::Read& context, const std::string& feed) const {
    if (!services.table.may_follow) throw not_found();
    services.table.may_follow(context, feed);
}

// Holds what comes first, reads the snapshot at n then, and goes on with what is above n.
void Dispatcher::Parts::follow(const CallPtr& call) {
    const auto asked = protocol::decode<protocol::Follow>(call->params, "params");
    auto found = std::make_shared<Followed>();
    found->feed = asked.group.value;
    if (!feeds.subscribe(call->connection, found->feed))
        throw Refused("too_many_feeds", "This connection follows too many groups. End one first.");
    call->answer = [this, found](Call& done) {
        auto& connection = *done.connection;
        if (!done.error && !feeds.holding(connection, found->feed)) done.error = std::make_exception_ptr(not_found());
        if (done.error) feeds.unsubscribe(connection, found->feed);
        if (!done.error) done.result = protocol::encode(found->answer);
        reply(done);
        if (!done.error) feeds.begin(connection, found->feed, found->answer.seq, std::move(found->tail));
    };
    runner.look(call, [this, asked, found](call::Read& context) {
        if (found->feed != context.caller.account) may_follow(context, found->feed);
        read_tail(context.db, asked, services.limits.resume_events, *found);
    });
}

void Dispatcher::Parts::unfollow(const CallPtr& call) {
    const auto asked = protocol::decode<protocol::GroupRef>(call->params, "params");
    feeds.unsubscribe(*call->connection, asked.group.value);
    call->result = "{}";
}

void Dispatcher::Parts::enter(const CallPtr& call) {
    const auto asked = protocol::decode<protocol::SessionRef>(call->params, "params");
    const auto withdrawn = call->connection->withdrawn;
    call->answer = [this, asked, withdrawn](Call& done) {
        const auto& connection = done.connection;
        try {
            if (done.error) std::rethrow_exception(done.error);
            // A right that ended between the look and now was perhaps this one.
            if (!connection->peer || connection->ending || connection->withdrawn != withdrawn) throw not_found();
            done.result =
                protocol::encode(rooms.enter(connection, asked.group.value, asked.session.value, services.clock.now()));
        } catch (...) {
            done.error = std::current_exception();
        }
        reply(done);
    };
    runner.look(call, [this, asked](call::Read& context) { may_follow(context, asked.group.value); });
}

void Dispatcher::Parts::leave(const CallPtr& call) {
    const auto asked = protocol::decode<protocol::SessionRef>(call->params, "params");
    // Nothing about a room is said to whom it does not concern.
    const auto& mine = call->connection->rooms;
    if (std::find(mine.begin(), mine.end(), std::pair{asked.group.value, asked.session.value}) == mine.end())
        throw not_found();
    call->result =
        protocol::encode(rooms.leave(*call->connection, asked.group.value, asked.session.value, services.clock.now()));
}

void Dispatcher::Parts::time_now(const CallPtr& call) {
    static_cast<void>(protocol::decode<protocol::Empty>(call->params, "params"));
    call->result = protocol::encode(protocol::TimeNow{services.clock.now(), services.interface_version});
}

}  // namespace covision::rpc
