#include "server/features/rota/board.hpp"

#include <algorithm>
#include <map>
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
        standing.arranged = person->by_hand;
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
    for (const auto& pass : group.passes) {
        if (pass.given_up) arranged(pass.account);
        const int k = find_session(pass.session), person = find_person(pass.account);
        if (k != nobody && person != nobody) cell(k, person).passed[static_cast<std::size_t>(pass.role)] = true;
    }
    std::map<std::tuple<int, Role, int>, int> pinned;  // of one seat the last one counts
    for (const auto& pin : group.pins) {
        arranged(pin.account);
        const int k = find_session(pin.session), person = find_person(pin.account);
        if (k != nobody && person != nobody && willing(k, person, pin.role)) pinned[{k, pin.role, pin.slot}] = person;
    }
    const auto next = pinned.find({0, Role::facilitator, 1});
    const int chosen = next == pinned.end() ? nobody : next->second;
    if (chosen != nobody) pinned.erase(next);
    for (const auto& [seat, person] : pinned) {
        auto& there = cell(std::get<0>(seat), person);
        (leads(std::get<1>(seat)) ? there.pinned : there.helps) = true;
    }
    if (chosen == nobody) return;
    pin_yields_ = far_ahead(0, chosen) && relieved(0, chosen);
    if (!pin_yields_) cell(0, chosen).pinned = true;
}

const std::vector<Seat>& Board::seats() {
    static const std::vector<Seat> all{{Role::facilitator, 1}, {Role::presenter, 1},  {Role::presenter, 2},
                                       {Role::presenter, 3},   {Role::timekeeper, 1}, {Role::scribe, 1},
                                       {Role::observer, 1},    {Role::host, 1}};
    return all;
}

bool Board::holds(int k, int person, Role role) const {
    for (int number = 1; number <= seats_of(role); ++number)
        if (slot(k, Seat{role, number}).person == person) return true;
    return false;
}

bool Board::busy(int k, int person) const {
    const auto& all = slots_[static_cast<std::size_t>(k)];
    return std::any_of(all.begin(), all.end(), [&](const Slot& slot) { return slot.person == person; });
}

bool Board::wanted(Seat seat) const {
    const auto& rules = group_.rules;
    switch (seat.role) {
        case Role::facilitator: return true;
        case Role::presenter:
            return rules.presenter != PresenterRule::chosen_on_the_day && seat.number <= rules.presenters;
        default: return rules.plans(seat.role);
    }
}

bool Board::willing(int k, int person, Role role) const {
    if (!present(k, person) || at(k, person).passed[static_cast<std::size_t>(role)]) return false;
    const auto& excused = people_[static_cast<std::size_t>(person)]->excused;
    return std::find(excused.begin(), excused.end(), role) == excused.end();
}

bool Board::grown(int k, int person, Role role) const {
    if (people_[static_cast<std::size_t>(person)]->joined_after == 0) return true;
    return attended(k, person) >= (role == Role::facilitator ? 2 : 1);
}

bool Board::settled(int k, int person, Role role) const {
    const int need = role == Role::facilitator ? 2 : 1;
    return grown(k, person, role) && (tally(person).own.attended >= need || attended(k, person) > need ||
                                      people_[static_cast<std::size_t>(person)]->joined_after == 0);
}

bool Board::leads_else(int k, int person, Seat seat) const {
    return std::any_of(seats().begin(), seats().begin() + 1 + most_presenters,
                       [&](const Seat& other) { return !(other == seat) && slot(k, other).person == person; });
}

bool Board::presents(int k, int person, Role role) const {
    return role == Role::facilitator && holds(k, person, Role::presenter) && !pinned(k, person);
}

bool Board::led_before(int k, int person) const {
    return k > 0 ? slot(k - 1, Role::facilitator).person == person : served_last(person, Role::facilitator);
}

bool Board::far_ahead(int k, int person) const {
    constexpr auto role = Role::facilitator;
    if (!always_there(k, person) || !present(k, person)) return false;
    const int own = served(k, person, role);
    int behind = 0;
    for (int i = 0; i < people(); ++i) {
        if (!always_there(k, i) || !present(k, i)) continue;
        if (served(k, i, role) + 2 <= own) return true;
        behind += served(k, i, role) < own ? 1 : 0;
    }
    return 2 * behind > group_.rules.horizon;
}

bool Board::relieved(int k, int person) const {
    constexpr auto role = Role::facilitator;
    for (int i = 0; i < people(); ++i) {
        const bool could = i != person && willing(k, i, role) && settled(k, i, role) && !pinned(k, i);
        if (could && !far_ahead(k, i)) return true;
    }
    return false;
}

int Board::served(int k, int person, Role role) const {
    int count = tally(person).own.served[static_cast<std::size_t>(role)];
    for (int j = 0; j < k; ++j) count += holds(j, person, role) ? 1 : 0;
    return count;
}

double Board::share(int k, int person, Role role, int served) const {
    const auto& own = tally(person);
    const double sessions = weight(k, person);
    if (sessions == 0) return served;
    return (served + own.credit[static_cast<std::size_t>(role)]) / sessions;
}

std::optional<Instant> Board::last(int k, int person, Role role) const {
    for (int j = k - 1; j >= 0; --j) {
        if (holds(j, person, role)) return session(j).starts;
    }
    return tally(person).last[static_cast<std::size_t>(role)];
}

bool Board::served_last(int person, Role role) const {
    return group_.last_held && tally(person).last[static_cast<std::size_t>(role)] == group_.last_held;
}

Reason Board::reason(int k, int person, Role role, Why why) const {
    Reason made;
    made.why = why;
    made.served = served(k, person, role);
    made.attended = attended(k, person);
    made.last_served = last(k, person, role);
    return made;
}

}  // namespace covision::rota
