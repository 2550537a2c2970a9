#include "server/features/rota/board.hpp"

#include <algorithm>
#include <tuple>

namespace covision::rota {

namespace {

int look_up(const std::unordered_map<std::string, int>& map, const std::string& id) {
    const auto found = map.find(id);
    return found == map.end() ? nobody : found->second;
}

}  // namespace

Board::Board(const Group& group) : group_(group) {
    for (const auto& person : group.people) people_.push_back(&person);
    std::sort(people_.begin(), people_.end(), [](const Person* a, const Person* b) {
        return std::tie(a->joined_after, a->id) < std::tie(b->joined_after, b->id);
    });
    for (int i = 0; i < people(); ++i) person_by_id_.emplace(id(i), i);

    for (const auto& session : group.upcoming) upcoming_.push_back(&session);
    std::sort(upcoming_.begin(), upcoming_.end(), [](const Upcoming* a, const Upcoming* b) {
        return std::tie(a->starts, a->id) < std::tie(b->starts, b->id);
    });
    const auto horizon = static_cast<std::size_t>(std::max(group.rules.horizon, 0));
    if (upcoming_.size() > horizon) upcoming_.resize(horizon);
    for (int k = 0; k < sessions(); ++k) session_by_id_.emplace(session(k).id, k);

    cells_.resize(people_.size() * upcoming_.size());
    slots_.resize(upcoming_.size());
    count();
    expect(group);
}

int Board::find_person(const std::string& id) const { return look_up(person_by_id_, id); }
int Board::find_session(const std::string& id) const { return look_up(session_by_id_, id); }

void Board::count() {
    for (const auto* person : people_) {
        Standing standing;
        standing.own = person->own;
        standing.last = person->last;
        const auto attendances = static_cast<double>(person->before.attended);
        if (person->joined_after > 0 && attendances > 0) {
            standing.weight = person->joined_after;
            for (std::size_t r = 0; r < roles; ++r)
                standing.credit[r] = person->before.served[r] / attendances * person->joined_after;
        }
        tallies_.push_back(standing);
    }
}

void Board::expect(const Group& group) {
    const auto cell = [&](int k, int person) -> Cell& {
        return cells_[static_cast<std::size_t>(k) * people_.size() + static_cast<std::size_t>(person)];
    };
    const auto arranged = [&](const std::string& id) {
        if (const int person = find_person(id); person != nobody)
            tallies_[static_cast<std::size_t>(person)].arranged = true;
    };
    for (int k = 0; k < sessions(); ++k) {
        for (int i = 0; i < people(); ++i) {
            cell(k, i).present = true;
            cell(k, i).attended = k == 0 ? tally(i).own.attended : at(k - 1, i).attended + (present(k - 1, i) ? 1 : 0);
        }
        for (const auto& id : session(k).away) {
            if (const int person = find_person(id); person != nobody) cell(k, person).present = false;
        }
    }
    for (const auto& pin : group.pins) arranged(pin.account);
    for (const auto& pass : group.passes) {
        arranged(pass.account);
        const int k = find_session(pass.session), person = find_person(pass.account);
        if (k != nobody && person != nobody) cell(k, person).passed[static_cast<std::size_t>(pass.role)] = true;
    }
}

bool Board::wanted(Role role) const {
    switch (role) {
        case Role::facilitator: return true;
        case Role::presenter: return group_.rules.presenter == PresenterRule::planned;
        case Role::timekeeper: return group_.rules.timekeeper;
        case Role::scribe: return group_.rules.scribe;
    }
    return false;
}

bool Board::willing(int k, int person, Role role) const {
    if (!present(k, person) || at(k, person).passed[static_cast<std::size_t>(role)]) return false;
    const auto& excused = people_[static_cast<std::size_t>(person)]->excused;
    return std::find(excused.begin(), excused.end(), role) == excused.end();
}

bool Board::settled(int k, int person, Role role) const {
    if (people_[static_cast<std::size_t>(person)]->joined_after == 0) return true;
    return attended(k, person) >= (role == Role::facilitator ? 2 : 1);
}

bool Board::leads_else(int k, int person, Role role) const {
    for (const Role other : {Role::facilitator, Role::presenter}) {
        if (other != role && slot(k, other).person == person) return true;
    }
    return false;
}

int Board::served(int k, int person, Role role) const {
    int count = tally(person).own.served[static_cast<std::size_t>(role)];
    for (int j = 0; j < k; ++j) count += slot(j, role).person == person ? 1 : 0;
    return count;
}

double Board::share(int k, int person, Role role, int served) const {
    const auto& own = tally(person);
    const double sessions = weight(k, person);
    if (sessions == 0) return served;
    return (served + own.credit[static_cast<std::size_t>(role)]) / sessions;
}

int Board::last(int k, int person, Role role) const {
    for (int j = k - 1; j >= 0; --j) {
        if (slot(j, role).person == person) return static_cast<int>(group_.held.size()) + j;
    }
    return tally(person).last[static_cast<std::size_t>(role)];
}

bool Board::served_last(int person, Role role) const {
    const auto held = static_cast<int>(group_.held.size());
    return held > 0 && tally(person).last[static_cast<std::size_t>(role)] == held - 1;
}

std::optional<Instant> Board::last_at(int last) const {
    if (last < 0) return std::nullopt;
    const auto held = static_cast<int>(group_.held.size());
    return last < held ? group_.held[static_cast<std::size_t>(last)] : session(last - held).starts;
}

Reason Board::reason(int k, int person, Role role, Why why) const {
    Reason made;
    made.why = why;
    made.served = served(k, person, role);
    made.attended = attended(k, person);
    made.last_served = last_at(last(k, person, role));
    return made;
}

}  // namespace covision::rota
