#pragma once
// A random group living through its sessions, for the properties of the rota.

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/rota/recount.hpp"

namespace covision::rota {

inline const Instant first_session = from_micros(1'790'000'000'000'000);

/// `steady` members are there from the first session, always come, and never pass, swap or get chosen by hand.
class World {
public:
    explicit World(unsigned seed) : random_(seed) {
        const int members = 3 + below(10);
        for (int i = 0; i < members; ++i) join();
        const int steady = 2 + below(members - 1);
        for (int i = 0; i < steady; ++i) steady_.insert(group.people[static_cast<std::size_t>(i)].id);
        for (const auto role : {Role::timekeeper, Role::scribe, Role::observer, Role::host})
            group.rules.planned[static_cast<std::size_t>(role)] = chance(40);
        if (chance(15)) group.rules.presenter = PresenterRule::chosen_on_the_day;
        if (chance(15)) group.rules.presenters = 2;
        while (group.upcoming.size() < 8) schedule();
        replan();
    }

    Lived group;

    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    bool chance(int percent) { return below(100) < percent; }
    bool is_steady(const std::string& id) const { return steady_.count(id) > 0; }
    const std::set<std::string>& steady() const { return steady_; }

    void join() {
        Person person;
        person.id = "p" + std::to_string(100 + joined_++);
        person.joined_after = static_cast<int>(group.past.size());
        group.people.push_back(person);
    }

    void schedule() {
        const int number = scheduled_++;
        group.upcoming.push_back(
            {"s" + std::to_string(100 + number), first_session + std::chrono::days{14 * number}, {}});
    }

    /// Somebody who is not steady, or "".
    std::string somebody_else() {
        std::vector<std::string> others;
        for (const auto& person : group.people)
            if (!is_steady(person.id)) others.push_back(person.id);
        return others.empty() ? "" : others[static_cast<std::size_t>(below(static_cast<int>(others.size())))];
    }

    /// The group as it is; its ledger is counted anew only when there is a new line or person.
    const Group& counted() {
        const auto now = std::make_pair(group.past.size(), joined_);
        if (counted_ != now) recount(group);
        counted_ = now;
        return group;
    }
    Plan planned() { return plan(counted()); }

    Plan replan() {
        auto made = planned();
        group.published = made.duties;
        return made;
    }

    const Duty* duty(const std::string& session, Role role) const {
        for (const auto& duty : group.published)
            if (duty.session == session && duty.role == role) return &duty;
        return nullptr;
    }

    /// The next session takes place as it is published; steady members and whoever is not away attend.
    void hold() {
        const auto session = group.upcoming.front();
        Held held;
        held.at = session.starts;
        for (const auto& person : group.people) {
            if (std::find(session.away.begin(), session.away.end(), person.id) == session.away.end())
                held.attended.push_back(person.id);
        }
        for (const auto& duty : group.published)
            if (duty.session == session.id) held.served.push_back({duty.role, duty.account});
        group.past.push_back(held);
        group.upcoming.erase(group.upcoming.begin());
        const auto past = [&](const auto& item) { return item.session == session.id; };
        group.published.erase(std::remove_if(group.published.begin(), group.published.end(), past),
                              group.published.end());
        schedule();
    }

private:
    std::mt19937 random_;
    std::set<std::string> steady_;
    int joined_ = 0, scheduled_ = 0;
    std::pair<std::size_t, int> counted_{};
};

}  // namespace covision::rota
