#include "server/rpc/rooms.hpp"

#include <algorithm>

#include "protocol/json.hpp"
#include "server/base/refused.hpp"

namespace covision::rpc {

using protocol::Nearness;

protocol::Room Rooms::enter(const ConnectionPtr& connection, const std::string& group, const std::string& session,
                            Instant now) {
    const std::lock_guard lock(mutex_);
    const Key key{group, session};
    auto& mine = connection->rooms;
    const auto& account = connection->caller.account;
    const bool inside = std::find(mine.begin(), mine.end(), key) != mine.end();
    if (!inside && mine.size() >= limits_.rooms)
        throw Refused("too_many_rooms", "This connection is in too many rooms. Leave one first.");
    auto found = rooms_.find(key);
    if (found != rooms_.end() && !found->second.people.count(account)) {
        make_space(found->second, limits_.people_in_room);
        if (found->second.people.size() >= limits_.people_in_room) throw Refused("room_full", "This room is full.");
    }
    auto& place = rooms_.try_emplace(key, Place{now, {}}).first->second;
    auto& person = place.people[account];
    const bool news = person.connections.empty();
    if (!inside) {
        person.connections.push_back(connection);
        mine.push_back(key);
    }
    if (news) announce(key);
    return described(key, place);
}

protocol::Room Rooms::leave(Connection& connection, const std::string& group, const std::string& session, Instant now) {
    const std::lock_guard lock(mutex_);
    const Key key{group, session};
    forget(connection, key, now);
    auto found = rooms_.find(key);
    return described(key, found == rooms_.end() ? Place{} : found->second);
}

void Rooms::lose(Connection& connection, Instant now) {
    const std::lock_guard lock(mutex_);
    for (const auto& key : std::exchange(connection.rooms, {})) {
        auto found = rooms_.find(key);
        if (found == rooms_.end()) continue;
        auto person = found->second.people.find(connection.caller.account);
        if (person == found->second.people.end()) continue;
        take_out(person->second, connection);
        // A newer connection of the same account is there already: nothing has changed for the others.
        if (!person->second.connections.empty()) continue;
        person->second.gone_at = now;
        person->second.left = false;
        announce(key);
    }
}

void Rooms::remove(Connection& connection, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto mine = connection.rooms;
    for (const auto& key : mine) forget(connection, key, now);
}

void Rooms::remove(const std::string& account, const std::string& group) {
    const std::lock_guard lock(mutex_);
    std::vector<Key> touched;
    for (auto& [key, place] : rooms_) {
        auto person = key.first == group ? place.people.find(account) : place.people.end();
        if (person == place.people.end()) continue;
        for (const auto& connection : person->second.connections) {
            auto& mine = connection->rooms;
            mine.erase(std::remove(mine.begin(), mine.end(), key), mine.end());
        }
        place.people.erase(person);
        touched.push_back(key);
    }
    for (const auto& key : touched) announce(key);
}

void Rooms::tick(Instant now) {
    const std::lock_guard lock(mutex_);
    std::vector<Key> touched;
    for (auto& [key, place] : rooms_) {
        bool changed = false;
        for (auto& [account, person] : place.people) {
            if (person.nearness() != Nearness::reconnecting || person.gone_at + limits_.reconnecting > now) continue;
            person.left = true;
            changed = true;
        }
        if (changed) touched.push_back(key);
    }
    for (const auto& key : touched) announce(key);
}

std::optional<Instant> Rooms::gone_since(const std::string& group, const std::string& session,
                                         const std::string& account) const {
    const std::lock_guard lock(mutex_);
    const auto found = rooms_.find({group, session});
    if (found == rooms_.end()) return std::nullopt;
    const auto person = found->second.people.find(account);
    if (person == found->second.people.end()) return found->second.opened;
    if (person->second.nearness() == Nearness::here) return std::nullopt;
    return person->second.gone_at;
}

Nearness Rooms::Person::nearness() const {
    if (!connections.empty()) return Nearness::here;
    return left ? Nearness::left : Nearness::reconnecting;
}

/// Who has left makes room for who comes.
void Rooms::make_space(Place& place, std::size_t most) {
    for (auto person = place.people.begin(); person != place.people.end() && place.people.size() >= most;)
        person = person->second.nearness() == Nearness::left ? place.people.erase(person) : std::next(person);
}

void Rooms::take_out(Person& person, const Connection& connection) {
    auto& all = person.connections;
    all.erase(std::remove_if(all.begin(), all.end(), [&](const auto& one) { return one.get() == &connection; }),
              all.end());
}

void Rooms::forget(Connection& connection, const Key& key, Instant now) {
    auto& mine = connection.rooms;
    const auto place = std::find(mine.begin(), mine.end(), key);
    if (place == mine.end()) return;
    mine.erase(place);
    auto found = rooms_.find(key);
    if (found == rooms_.end()) return;
    auto person = found->second.people.find(connection.caller.account);
    if (person == found->second.people.end()) return;
    take_out(person->second, connection);
    if (!person->second.connections.empty()) return;
    person->second.gone_at = now;
    person->second.left = true;
    announce(key);
}

// To all who are in the room. One that nobody is in or may come back to is forgotten.
void Rooms::announce(const Key& key) {
    auto found = rooms_.find(key);
    if (found == rooms_.end()) return;
    const auto& people = found->second.people;
    if (std::all_of(people.begin(), people.end(),
                    [](const auto& each) { return each.second.nearness() == Nearness::left; })) {
        rooms_.erase(found);
        return;
    }
    const auto frame = std::make_shared<const std::string>(
        protocol::encode_notification("presence.changed", protocol::encode(described(key, found->second))));
    for (const auto& [account, person] : people)
        for (const auto& connection : person.connections) connection->send(frame, tag_of(key.first));
}

protocol::Room Rooms::described(const Key& key, const Place& place) {
    protocol::Room room{key.first, key.second, {}};
    for (const auto& [account, person] : place.people) {
        protocol::Presence each{account, person.nearness(), {}};
        if (each.nearness != Nearness::here) each.gone_at = protocol::Time{person.gone_at};
        room.people.push_back(std::move(each));
    }
    return room;
}

}  // namespace covision::rpc
