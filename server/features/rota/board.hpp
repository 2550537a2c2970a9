#pragma once
// What plan() works on: people, sessions and roles as small numbers, the ledger as counts.

#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/features/rota/rules.hpp"

namespace covision::rota {

constexpr int nobody = -1;

struct Slot {
    int person = nobody;
    bool pinned = false;
    Reason reason;
    int displaced = nobody;  // whose published duty this was, when that person is still a member
    bool vacated = false;    // was published to somebody who cannot do it
    Reason displaced_reason;
};

class Board {
public:
    explicit Board(const Group& group);

    int sessions() const { return static_cast<int>(upcoming_.size()); }
    int people() const { return static_cast<int>(people_.size()); }
    const Upcoming& session(int k) const { return *upcoming_[static_cast<std::size_t>(k)]; }
    const std::string& id(int person) const { return people_[static_cast<std::size_t>(person)]->id; }
    int find_person(const std::string& id) const;
    int find_session(const std::string& id) const;

    Slot& slot(int k, Role role) { return slots_[static_cast<std::size_t>(k)][static_cast<std::size_t>(role)]; }
    const Slot& slot(int k, Role role) const {
        return slots_[static_cast<std::size_t>(k)][static_cast<std::size_t>(role)];
    }

    bool wanted(Role role) const;
    bool present(int k, int person) const { return at(k, person).present; }
    /// Expected, takes this role, did not pass it.
    bool willing(int k, int person, Role role) const;
    /// No longer too new for it.
    bool settled(int k, int person, Role role) const;
    /// Holds facilitator or presenter in session k, apart from `role`.
    bool leads_else(int k, int person, Role role) const;

    /// Could facilitate session k if another presented it instead.
    bool presents(int k, int person, Role role) const {
        const auto& presenter = slot(k, Role::presenter);
        return role == Role::facilitator && presenter.person == person && !presenter.pinned;
    }

    /// Served in this role before session k: held and planned.
    int served(int k, int person, Role role) const;
    int attended(int k, int person) const { return at(k, person).attended; }
    /// Share of this role with `served` times served, a newcomer's credit included; nothing attended: nothing owed.
    double share(int k, int person, Role role, int served) const;
    /// The sessions that the share is taken of.
    double weight(int k, int person) const { return attended(k, person) + tally(person).weight; }
    /// Did it in the last held session.
    bool served_last(int person, Role role) const;
    /// From the first session on always there, and nothing about this person was ever passed or arranged by hand.
    bool steady(int k, int person) const {
        return !tally(person).arranged && tally(person).weight == 0 &&
               attended(k, person) == static_cast<int>(group_.held.size()) + k;
    }
    /// The last turn before session k as its place in time; -1: none.
    int last(int k, int person, Role role) const;
    std::optional<Instant> last_at(int last) const;

    Reason reason(int k, int person, Role role, Why why) const;

private:
    struct Cell {
        bool present = false;
        int attended = 0;  // before this session
        std::array<bool, roles> passed{};
    };
    struct Standing {
        Tally own;
        std::array<double, roles> credit{};  // a newcomer's share of the past, as turns…
        double weight = 0;                   // …in so many sessions
        std::array<int, roles> last{};
        bool arranged = false;
    };

    const Cell& at(int k, int person) const {
        return cells_[static_cast<std::size_t>(k) * people_.size() + static_cast<std::size_t>(person)];
    }
    const Standing& tally(int person) const { return tallies_[static_cast<std::size_t>(person)]; }
    void count();
    void expect(const Group& group);

    const Group& group_;
    std::vector<const Person*> people_;  // by time of joining, then id: the last word between equals
    std::vector<const Upcoming*> upcoming_;
    std::unordered_map<std::string, int> person_by_id_, session_by_id_;
    std::vector<Standing> tallies_;
    std::vector<Cell> cells_;
    std::vector<std::array<Slot, roles>> slots_;
};

}  // namespace covision::rota
