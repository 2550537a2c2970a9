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
constexpr int most_presenters = 3;

/// One role of a session; presenting may be several people's.
struct Seat {
    Role role = Role::facilitator;
    int number = 1;

    bool operator==(const Seat&) const = default;
};

constexpr std::array<Role, 4> helpers{Role::timekeeper, Role::scribe, Role::observer, Role::host};
constexpr bool leads(Role role) { return role <= Role::presenter; }

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

    Slot& slot(int k, Seat seat) { return slots_[static_cast<std::size_t>(k)][place(seat)]; }
    const Slot& slot(int k, Seat seat) const { return slots_[static_cast<std::size_t>(k)][place(seat)]; }
    Slot& slot(int k, Role role) { return slot(k, Seat{role, 1}); }
    const Slot& slot(int k, Role role) const { return slot(k, Seat{role, 1}); }
    /// All seats of a session, in the order in which they are filled; also those that nothing plans.
    static const std::vector<Seat>& seats();
    static int seats_of(Role role) { return role == Role::presenter ? most_presenters : 1; }
    bool holds(int k, int person, Role role) const;
    /// Has any role in session k.
    bool busy(int k, int person) const;

    bool wanted(Seat seat) const;
    bool present(int k, int person) const { return at(k, person).present; }
    /// Expected, takes this role, did not pass it.
    bool willing(int k, int person, Role role) const;
    /// No longer too new for a turn that was given before.
    bool grown(int k, int person, Role role) const;
    /// …also if one session before is missed: fit to be given a turn.
    bool settled(int k, int person, Role role) const;
    /// Holds facilitator or presenter in session k, apart from `seat`.
    bool leads_else(int k, int person, Seat seat) const;
    /// Could facilitate session k if another presented it instead.
    bool presents(int k, int person, Role role) const;
    /// Facilitates or presents session k as it was agreed by hand.
    bool pinned(int k, int person) const { return at(k, person).pinned; }
    /// Has another role there that was agreed by hand: only what is fair moves it.
    bool helps_by_hand(int k, int person) const { return at(k, person).helps; }
    /// Facilitated the session before.
    bool led_before(int k, int person) const;
    /// Attended whatever was held.
    bool always_there(int k, int person) const {
        return tally(person).weight == 0 && attended(k, person) == group_.held + k;
    }
    /// Facilitating session k would set this person three turns above somebody, or two above more people than half a
    /// plan has sessions (it is made up within a plan, absences and newcomers included); all of them are always there.
    bool far_ahead(int k, int person) const;
    /// Somebody else could facilitate session k without being far ahead.
    bool relieved(int k, int person) const;
    /// Who was to facilitate the next session by hand would be far ahead and can be relieved: that does not count then.
    bool pin_yields() const { return pin_yields_; }

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
        return !tally(person).arranged && tally(person).weight == 0 && attended(k, person) == group_.held + k;
    }
    /// When the last turn before session k begins or began; nothing compares as longest ago.
    std::optional<Instant> last(int k, int person, Role role) const;

    Reason reason(int k, int person, Role role, Why why) const;

private:
    struct Cell {
        bool present = false;
        int attended = 0;  // before this session
        std::array<bool, roles> passed{};
        bool pinned = false, helps = false;  // by hand: leads or presents, another role
    };
    struct Standing {
        Tally own;
        std::array<double, roles> credit{};  // a newcomer's share of the past, as turns…
        double weight = 0;                   // …in so many sessions
        std::array<std::optional<Instant>, roles> last{};
        bool arranged = false;
    };

    const Cell& at(int k, int person) const {
        return cells_[static_cast<std::size_t>(k) * people_.size() + static_cast<std::size_t>(person)];
    }
    const Standing& tally(int person) const { return tallies_[static_cast<std::size_t>(person)]; }
    static std::size_t place(Seat seat) {
        const auto role = static_cast<std::size_t>(seat.role);
        if (seat.role == Role::facilitator) return role;
        return seat.role == Role::presenter ? role + static_cast<std::size_t>(seat.number) - 1
                                            : role + most_presenters - 1;
    }
    void count();
    void expect(const Group& group);

    const Group& group_;
    std::vector<const Person*> people_;  // by time of joining, then id: the last word between equals
    std::vector<const Upcoming*> upcoming_;
    std::unordered_map<std::string, int> person_by_id_, session_by_id_;
    std::vector<Standing> tallies_;
    std::vector<Cell> cells_;
    bool pin_yields_ = false;
    std::vector<std::array<Slot, roles + most_presenters - 1>> slots_;
};

}  // namespace covision::rota
