#pragma once
// What the ledger comes to, counted session by session: the long way about, beside which the sums that plans use are
// held.

#include <algorithm>
#include <string>
#include <vector>

#include "server/features/rota/rules.hpp"

namespace covision::rota {

struct Served {
    Role role = Role::facilitator;
    std::string account;
};

/// A session that took place.
struct Held {
    Instant at;
    std::vector<std::string> attended;
    std::vector<Served> served;  // who really did it, stand-ins too
};

/// A group with all that it remembers, in order of time.
struct Lived : Group {
    std::vector<Held> past;
};

inline void recount(Person& person, const Held& held, int number) {
    const bool since = number >= person.joined_after;
    auto& tally = since ? person.own : person.before;
    for (const auto& account : held.attended) tally.attended += !since || account == person.id ? 1 : 0;
    for (const auto& served : held.served) {
        if (since && served.account != person.id) continue;
        ++tally.served[static_cast<std::size_t>(served.role)];
        if (since) person.last[static_cast<std::size_t>(served.role)] = held.at;
    }
}

inline void recount(Lived& group) {
    group.held = static_cast<int>(group.past.size());
    if (!group.past.empty()) group.last_held = group.past.back().at;
    for (auto& person : group.people) {
        person.own = person.before = {};
        person.last = {};
        int number = 0;
        for (const auto& held : group.past) recount(person, held, number++);
    }
}

inline Plan plan(Lived group) {
    recount(group);
    return plan(static_cast<const Group&>(group));
}

}  // namespace covision::rota
