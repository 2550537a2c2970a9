// plan(): keep what can be kept, exchange what an absence moves, fill what is empty.

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "server/features/rota/cost.hpp"

namespace covision::rota {

namespace {

constexpr std::array<Role, roles> in_order{Role::facilitator, Role::presenter, Role::timekeeper, Role::scribe};

Role twin(Role role) { return role == Role::timekeeper ? Role::scribe : Role::timekeeper; }

class Planner {
public:
    explicit Planner(const Group& group) : group_(group), board_(group) {}

    Plan run() {
        place_pins(true);
        keep_published(true);
        place_pins(false);
        keep_published(false);
        hand_over();
        for (int k = 0; k < board_.sessions(); ++k) {
            for (const Role role : in_order) {
                if (board_.slot(k, role).person != nobody || !board_.wanted(role)) continue;
                leads(role) ? fill_lead(k, role) : fill_keeper(k, role);
            }
        }
        return result();
    }

private:
    struct Option {
        Cost cost;
        bool presents;   // was to present that day, which another then does
        bool stands_in;  // against: exchanges the turn with a later one
        int later;       // session of the exchange
        int person;
        long long share;
        int taken_away, last;
        int relay = nobody;  // who takes the later turn, when not the one who is away

        auto rank() const {
            return std::make_tuple(cost.among_steady, cost.repeats, cost.among_equals, presents, cost.unfair, stands_in,
                                   later, share, taken_away, last, person, relay);
        }
    };

    /// The leading roles come before keeping time and notes; among each what was agreed by hand before what was
    /// published.
    void place_pins(bool leading) {
        for (const auto& pin : group_.pins) {
            if (leads(pin.role) != leading) continue;
            const int k = board_.find_session(pin.session), person = board_.find_person(pin.account);
            if (k == nobody || person == nobody || !board_.willing(k, person, pin.role)) continue;
            if (!leading && board_.leads_else(k, person, pin.role)) continue;
            auto& slot = board_.slot(k, pin.role);
            slot.person = person;
            slot.pinned = true;
            slot.reason = board_.reason(k, person, pin.role, pin.why);
            slot.reason.other = pin.other;
        }
        // Chosen for both leading roles: facilitating comes first.
        for (int k = 0; k < board_.sessions(); ++k) {
            auto& presenter = board_.slot(k, Role::presenter);
            if (presenter.person != nobody && presenter.person == board_.slot(k, Role::facilitator).person)
                presenter = Slot{};
        }
    }

    void keep_published(bool leading) {
        auto published = group_.published;
        std::stable_sort(published.begin(), published.end(),
                         [](const Duty& a, const Duty& b) { return a.role < b.role; });
        for (const auto& duty : published) {
            if (leads(duty.role) != leading) continue;
            const int k = board_.find_session(duty.session), person = board_.find_person(duty.account);
            if (k == nobody) continue;
            auto& slot = board_.slot(k, duty.role);
            if (slot.person == person && slot.pinned) {
                if (slot.reason.why == duty.reason.why) slot.reason = duty.reason;
                continue;
            }
            if (person != nobody) {
                slot.displaced = person;
                slot.displaced_reason = duty.reason;
            }
            slot.vacated = true;
            if (slot.person != nobody || person == nobody || !board_.wanted(duty.role)) continue;
            if (!may_keep(k, person, duty.role)) continue;
            slot = Slot{};
            slot.person = person;
            slot.reason = duty.reason;
        }
    }

    bool may_keep(int k, int person, Role role) const {
        return board_.willing(k, person, role) && !board_.leads_else(k, person, role);
    }

    /// Somebody was chosen by hand for another's turn: that other one gets the next turn of who stood in.
    void hand_over() {
        for (const Role role : {Role::facilitator, Role::presenter}) {
            for (int k = 0; k < board_.sessions(); ++k) {
                const auto& slot = board_.slot(k, role);
                if (!slot.pinned || slot.reason.why != Why::chosen || slot.displaced == nobody) continue;
                const int owed = slot.displaced;
                for (int later = k + 1; later < board_.sessions(); ++later) {
                    if (board_.slot(later, role).person == owed) break;
                    if (board_.slot(later, role).person != slot.person || !may_come_later(later, owed, role)) continue;
                    give(later, role, owed, slot.displaced_reason);
                    break;
                }
            }
        }
    }

    /// Free for the turn of session `later` without moving anything else there.
    bool may_come_later(int later, int person, Role role) const {
        if (board_.slot(later, role).pinned || !board_.willing(later, person, role)) return false;
        return std::none_of(in_order.begin(), in_order.end(),
                            [&](Role other) { return other != role && board_.slot(later, other).person == person; });
    }

    void give(int k, Role role, int person, const Reason& reason) {
        auto& slot = board_.slot(k, role);
        slot.person = person;
        slot.reason = reason;
    }

    /// Who can take the turn; people too new for it only where there is nobody else.
    std::vector<int> candidates(int k, Role role) const {
        std::vector<int> settled, any;
        for (int i = 0; i < board_.people(); ++i) {
            if (!board_.willing(k, i, role)) continue;
            if (board_.leads_else(k, i, role) && !board_.presents(k, i, role)) continue;
            if (!leads(role) && board_.slot(k, twin(role)).person == i) continue;
            if (leads(role) && pinned_keeper(k, i)) continue;
            any.push_back(i);
            if (board_.settled(k, i, role)) settled.push_back(i);
        }
        return settled.empty() ? any : settled;
    }

    bool pinned_keeper(int k, int person) const {
        return std::any_of(in_order.begin() + 2, in_order.end(), [&](Role role) {
            const auto& slot = board_.slot(k, role);
            return slot.pinned && slot.person == person;
        });
    }

    int keeps(int k, int person) const {
        int count = 0;
        for (const Role role : {Role::timekeeper, Role::scribe}) count += board_.slot(k, role).person == person ? 1 : 0;
        return count;
    }

    long long share(int k, int person, Role role) const {
        return fixed(board_.share(k, person, role, board_.served(k, person, role)));
    }

    Cost cost_with(int k, Role role, int person, int later = nobody, int later_person = nobody) {
        const int before = std::exchange(board_.slot(k, role).person, person);
        int later_before = nobody;
        if (later != nobody) later_before = std::exchange(board_.slot(later, role).person, later_person);
        const Cost found = cost_of(board_, k, role);
        board_.slot(k, role).person = before;
        if (later != nobody) board_.slot(later, role).person = later_before;
        return found;
    }

    void fill_lead(int k, Role role) {
        const auto can = candidates(k, role);
        if (can.empty()) return;
        std::vector<Option> options;
        const Slot& slot = board_.slot(k, role);
        for (const int person : can) {
            const int last = board_.last(k, person, role);
            options.push_back({cost_with(k, role, person), board_.presents(k, person, role), true, 0, person,
                               share(k, person, role), keeps(k, person), last});
        }
        for (int later = k + 1; slot.displaced != nobody && later < board_.sessions(); ++later) {
            const int person = board_.slot(later, role).person;
            if (person == slot.displaced || board_.presents(k, person, role) ||
                std::find(can.begin(), can.end(), person) == can.end())
                continue;
            if (!may_come_later(later, slot.displaced, role)) continue;
            options.push_back(
                {cost_with(k, role, person, later, slot.displaced), false, false, later, person, 0, 0, 0});
        }
        const auto better = [](const Option& a, const Option& b) { return a.rank() < b.rank(); };
        auto best = *std::min_element(options.begin(), options.end(), better);
        if (best.cost.among_steady > 0) {
            add_relays(k, role, can, options);
            best = *std::min_element(options.begin(), options.end(), better);
        }
        const auto why = reason(k, role, best.person, can);
        if (best.relay != nobody)
            give(best.later, role, best.relay, board_.reason(best.later, best.relay, role, Why::stood_in));
        else if (!best.stands_in)
            give(best.later, role, slot.displaced, slot.displaced_reason);
        give(k, role, best.person, why);
        for (const Role also : {Role::presenter, Role::timekeeper, Role::scribe}) {
            auto& other = board_.slot(k, also);
            if (also == role || other.person != best.person) continue;
            Slot empty;
            empty.vacated = true;
            empty.displaced = other.person;
            empty.displaced_reason = other.reason;
            other = empty;
        }
    }

    /// Where every other way is unfair: somebody's later turn comes forward, and a third person takes that one.
    void add_relays(int k, Role role, const std::vector<int>& can, std::vector<Option>& options) {
        for (int later = k + 1; later < board_.sessions(); ++later) {
            const int person = board_.slot(later, role).person;
            if (board_.presents(k, person, role) || std::find(can.begin(), can.end(), person) == can.end()) continue;
            for (int third = 0; third < board_.people(); ++third) {
                if (third == person || !may_come_later(later, third, role) || !board_.settled(later, third, role))
                    continue;
                options.push_back(
                    {cost_with(k, role, person, later, third), false, true, later, person, 0, 0, 0, third});
            }
        }
    }

    /// Time and notes: who has nothing else to do and the smallest share; where nobody is free, the other keeper.
    void fill_keeper(int k, Role role) {
        const auto can = candidates(k, role);
        const bool presenter_to_come =
            !board_.wanted(Role::presenter) && board_.slot(k, Role::presenter).person == nobody;
        const int other = board_.slot(k, twin(role)).person;
        if (other != nobody && can.size() <= (presenter_to_come ? 1U : 0U)) {
            if (board_.willing(k, other, role)) give(k, role, other, board_.reason(k, other, role, Why::only_one_left));
            return;
        }
        if (can.empty()) return;
        const int best = *std::min_element(can.begin(), can.end(), [&](int a, int b) {
            return std::make_tuple(share(k, a, role), board_.last(k, a, role), a) <
                   std::make_tuple(share(k, b, role), board_.last(k, b, role), b);
        });
        give(k, role, best, reason(k, role, best, can));
    }

    Reason reason(int k, Role role, int person, const std::vector<int>& can) const {
        auto made = board_.reason(k, person, role, Why::smallest_share);
        const auto& slot = board_.slot(k, role);
        const auto own = share(k, person, role);
        const auto with = [&](auto than) {
            return std::any_of(can.begin(), can.end(), [&](int i) { return i != person && than(share(k, i, role)); });
        };
        if (slot.vacated || with([&](long long other) { return other < own; })) {
            made.why = Why::stood_in;
            if (slot.displaced != nobody) made.other = board_.id(slot.displaced);
        } else if (can.size() == 1) {
            made.why = Why::only_one_left;
        } else if (made.served == 0) {
            made.why = Why::first_turn;
        } else if (with([&](long long other) { return other == own; })) {
            made.why = role == Role::presenter ? Why::waited_longest : Why::longest_ago;
        }
        return made;
    }

    Plan result() const {
        Plan plan;
        for (int k = 0; k < board_.sessions(); ++k) {
            for (const Role role : in_order) {
                const auto& slot = board_.slot(k, role);
                if (slot.person != nobody)
                    plan.duties.push_back({board_.session(k).id, role, board_.id(slot.person), slot.reason});
                else if (board_.wanted(role))
                    plan.vacancies.push_back({board_.session(k).id, role});
            }
        }
        return plan;
    }

    const Group& group_;
    Board board_;
};

}  // namespace

Plan plan(const Group& group) { return Planner(group).run(); }

}  // namespace covision::rota
