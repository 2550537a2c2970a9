#include "server/rpc/feeds.hpp"

#include <algorithm>

#include "server/base/counters.hpp"

namespace covision::rpc {
namespace {

Counter events_counter("covision_events_total", "events that were delivered to at least one follower");
Counter deliveries_counter("covision_deliveries_total", "events times their followers");

Frame shared(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

}  // namespace

const Frame& SharedEvent::frame_for(const std::string& account) {
    if (event_.visible_to(account)) {
        if (!whole_)
            whole_ = shared(protocol::encode_event(event_.feed, event_.seq, event_.at, event_.kind, event_.data));
        return whole_;
    }
    if (!bare_) bare_ = shared(protocol::encode_bare_event(event_.feed, event_.seq));
    return bare_;
}

bool Feeds::subscribe(const ConnectionPtr& connection, const std::string& feed) {
    auto& mine = connection->feeds;
    if (std::find(mine.begin(), mine.end(), feed) == mine.end()) {
        if (mine.size() >= limits_.feeds) return false;
        mine.push_back(feed);
        feeds_[feed].push_back({connection});
        return true;
    }
    for (auto& follower : feeds_[feed])
        if (follower.connection == connection) follower = {connection};
    return true;
}

void Feeds::begin(Connection& connection, const std::string& feed, std::int64_t seq, std::vector<feed::Event> tail) {
    auto found = feeds_.find(feed);
    if (found == feeds_.end()) return;
    for (auto& follower : found->second) {
        if (follower.connection.get() != &connection) continue;
        for (auto& event : tail) {
            SharedEvent once(std::move(event));
            connection.send(once.frame_for(connection.caller.account), tag_of(feed));
        }
        follower.last = seq;
        follower.pending = false;
        for (const auto& event : std::exchange(follower.held, {})) send(follower, *event);
    }
}

bool Feeds::holding(const Connection& connection, const std::string& feed) const {
    const auto* follower = find(connection, feed);
    return follower && follower->pending && !follower->overrun;
}

const Feeds::Follower* Feeds::find(const Connection& connection, const std::string& feed) const {
    auto found = feeds_.find(feed);
    if (found == feeds_.end()) return nullptr;
    for (const auto& follower : found->second)
        if (follower.connection.get() == &connection) return &follower;
    return nullptr;
}

void Feeds::unsubscribe(Connection& connection, const std::string& feed) {
    auto& mine = connection.feeds;
    mine.erase(std::remove(mine.begin(), mine.end(), feed), mine.end());
    auto found = feeds_.find(feed);
    if (found == feeds_.end()) return;
    auto& all = found->second;
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const Follower& one) { return one.connection.get() == &connection; }),
              all.end());
    if (all.empty()) feeds_.erase(found);
}

void Feeds::unsubscribe_all(Connection& connection) {
    const auto mine = connection.feeds;
    for (const auto& feed : mine) unsubscribe(connection, feed);
}

void Feeds::deliver(feed::Event event) {
    auto found = feeds_.find(event.feed);
    if (found == feeds_.end()) return;
    events_counter.add();
    auto once = std::make_shared<SharedEvent>(std::move(event));
    for (auto& follower : found->second) {
        if (!follower.pending)
            send(follower, *once);
        else if (follower.held.size() < limits_.held_events)
            follower.held.push_back(once);
        else
            follower.overrun = true;
    }
}

void Feeds::send(Follower& follower, SharedEvent& shared_event) {
    const auto& event = shared_event.event();
    if (event.seq <= follower.last) return;  // the snapshot held it already
    follower.last = event.seq;
    deliveries_counter.add();
    follower.connection->send(shared_event.frame_for(follower.connection->caller.account), tag_of(event.feed));
}

}  // namespace covision::rpc
