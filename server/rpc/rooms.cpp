#include "server/rpc/rooms.hpp"

#include <algorithm>

#include "protocol/json.hpp"
#include "server/base/refused.hpp"

namespace covision::rpc {

protocol::Room Rooms::enter(const ConnectionPtr& connection, const std::string& group, const std::string& session) {
    const Key key{group, session};
    auto& mine = connection->rooms;
    const auto& account = connection->caller.account;
    const bool inside = std::find(mine.begin(), mine.end(), key) != mine.end();
    if (!inside && mine.size() >= limits_.rooms)
        throw Refused("too_many_rooms", "This connection is in too many rooms. Leave one first.");
    auto found = rooms_.find(key);
    if (found != rooms_.end() && !found->second.count(account) && found->second.size() >= limits_.people_in_room)
        throw Refused("room_full", "This room is full.");
    auto& people = rooms_[key];
    auto& person = people[account];
    const bool news = person.connections.empty();
    if (!inside) {
        person.connections.push_back(connection);
        mine.push_back(key);
    }
    if (news) announce(key);
    return described(key, people);
}

protocol::Room Rooms::leave(Connection& connection, const std::string& group, const std::string& session) {
    const Key key{group, session};
    forget(connection, key);
    auto found = rooms_.find(key);
    return found == rooms_.end() ? described(key, {}) : described(key, found->second);
}

void Rooms::lose(Connection& connection, Instant now) {
    for (const auto& key : std::exchange(connection.rooms, {})) {
        auto found = rooms_.find(key);
        if (found == rooms_.end()) continue;
        auto person = found->second.find(connection.caller.account);
        if (person == found->second.end()) continue;
        take_out(found->second, connection);
        // A newer connection of the same account is there already: nothing has changed for the others.
        if (!person->second.connections.empty()) continue;
        person->second.until = now + limits_.reconnecting;
        announce(key);
    }
}

void Rooms::remove(Connection& connection) {
    const auto mine = connection.rooms;
    for (const auto& key : mine) forget(connection, key);
}

void Rooms::remove(const std::string& account, const std::string& group) {
    std::vector<Key> touched;
    for (auto& [key, people] : rooms_) {
        auto person = key.first == group ? people.find(account) : people.end();
        if (person == people.end()) continue;
        for (const auto& connection : person->second.connections) {
            auto& mine = connection->rooms;
            mine.erase(std::remove(mine.begin(), mine.end(), key), mine.end());
        }
        people.erase(person);
        touched.push_back(key);
    }
    for (const auto& key : touched) announce(key);
}

void Rooms::tick(Instant now) {
    std::vector<Key> touched;
    for (auto& [key, people] : rooms_) {
        const auto before = people.size();
        for (auto person = people.begin(); person != people.end();)
            person = person->second.connections.empty() && person->second.until <= now ? people.erase(person)
                                                                                       : std::next(person);
        if (people.size() != before) touched.push_back(key);
    }
    for (const auto& key : touched) announce(key);
}

void Rooms::take_out(People& people, Connection& connection) {
    auto person = people.find(connection.caller.account);
    if (person == people.end()) return;
    auto& all = person->second.connections;
    all.erase(std::remove_if(all.begin(), all.end(), [&](const auto& one) { return one.get() == &connection; }),
              all.end());
}

void Rooms::forget(Connection& connection, const Key& key) {
    auto& mine = connection.rooms;
    const auto place = std::find(mine.begin(), mine.end(), key);
    if (place == mine.end()) return;
    mine.erase(place);
    auto found = rooms_.find(key);
    if (found == rooms_.end()) return;
    take_out(found->second, connection);
    auto person = found->second.find(connection.caller.account);
    if (person == found->second.end() || !person->second.connections.empty()) return;
    found->second.erase(person);
    announce(key);
}

// To all who are in the room. An empty room is forgotten.
void Rooms::announce(const Key& key) {
    auto found = rooms_.find(key);
    if (found == rooms_.end()) return;
    if (found->second.empty()) {
        rooms_.erase(found);
        return;
    }
    const auto frame = std::make_shared<const std::string>(
        protocol::encode_notification("presence.changed", protocol::encode(described(key, found->second))));
    for (const auto& [account, person] : found->second)
        for (const auto& connection : person.connections) connection->send(frame, tag_of(key.first));
}

protocol::Room Rooms::described(const Key& key, const People& people) {
    protocol::Room room{key.first, key.second, {}};
    for (const auto& [account, person] : people)
        room.people.push_back(
            {account, person.connections.empty() ? protocol::Nearness::reconnecting : protocol::Nearness::here});
    return room;
}

}  // namespace covision::rpc
