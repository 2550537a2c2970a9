// Who facilitates and who presents.

#include <algorithm>
#include <tuple>
#include <utility>

#include "server/features/rota/filling.hpp"

namespace covision::rota {
namespace {

/// Shares as they are read from the ledger, without a newcomer's credit.
bool smaller_share(const Board& board, int a, int b) {
    const auto served = [&](int i) { return board.served(0, i, Role::facilitator); };
    return served(a) * std::max(1, board.attended(0, b)) < served(b) * std::max(1, board.attended(0, a)) ||
           share_of(board, 0, a, Role::facilitator) < share_of(board, 0, b, Role::facilitator);
}

/// Whom the next session's facilitation would set two turns above somebody who could do it, both always there, or who
/// had it the last time while another one has the smaller share.
bool unfair_next(const Board& board, int person) {
    constexpr auto role = Role::facilitator;
    const int own = board.served(0, person, role);
    for (int i = 0; i < board.people(); ++i) {
        if (i == person || !board.willing(0, i, role) || !board.settled(0, i, role)) continue;
        if (board.served_last(person, role) && smaller_share(board, i, person)) return true;
        if (board.pinned(0, i)) continue;
        const int other = board.served(0, i, role);
        if (board.always_there(0, i) && board.always_there(0, person) && other < own) return true;
    }
    return false;
}

struct Option {
    int person = nobody;
    bool exchanges = false;  // against: stands in
    int later = nobody;      // session of the exchange…
    int relay = nobody;      // …and who gets that turn
    Cost cost{};
    bool led_before = false, promised = false;  // promised: would leave another turn for this one
    long long share = 0;
    int helps = 0;
    std::optional<Instant> last{};

    auto rank() const {
        return std::make_tuple(led_before, cost.among_steady, cost.repeats, cost.among_equals, promised, cost.unfair,
                               !exchanges, later, share, helps, last, person, relay);
    }
};

class Lead {
public:
    Lead(const Group& group, Board& board, int k, Seat seat)
        : group_(group), board_(board), k_(k), seat_(seat), role_(seat.role), can_(candidates()), fair_(fair_ones()) {}

    void fill(bool& moved) {
        if (can_.empty()) return;
        stand_ins();
        if (!moved) exchanges();
        if (options_.empty()) return;
        auto chosen = best();
        if (!moved && (chosen.cost.among_steady > 0 || chosen.cost.repeats > 0)) {
            relays();
            chosen = best();
        }
        moved = moved || chosen.later != nobody;
        take(chosen);
    }

private:
    bool queues() const { return role_ == Role::presenter && group_.rules.presenter == PresenterRule::queue; }

    /// Who can take the turn; people too new for it only where there is nobody else.
    std::vector<int> candidates() const {
        std::vector<int> settled, any;
        for (int i = 0; i < board_.people(); ++i) {
            if (!board_.willing(k_, i, role_) || board_.pinned(k_, i)) continue;
            if (board_.leads_else(k_, i, seat_) && !board_.presents(k_, i, role_)) continue;
            any.push_back(i);
            if (board_.settled(k_, i, role_)) settled.push_back(i);
        }
        return settled.empty() ? any : settled;
    }

    std::vector<int> fair_ones() const {
        auto fair = can_;
        if (role_ != Role::facilitator || k_ > 0) return fair;
        const auto leave_out = [&](auto bad) {
            const auto all = fair;
            std::erase_if(fair, bad);
            if (fair.empty()) fair = all;
        };
        leave_out([&](int i) { return board_.far_ahead(0, i); });
        leave_out([&](int i) { return unfair_next(board_, i); });
        return fair;
    }

    bool is_candidate(int person) const { return std::find(fair_.begin(), fair_.end(), person) != fair_.end(); }

    /// Free for the same turn of session `later` without moving anything else there.
    bool may_come_later(int later, int person) const {
        return !board_.slot(later, seat_).pinned && board_.willing(later, person, role_) &&
               board_.grown(later, person, role_) && !board_.busy(later, person);
    }

    Cost cost_with(const Option& option) {
        const int before = std::exchange(board_.slot(k_, seat_).person, option.person);
        int later_before = nobody;
        if (option.later != nobody) later_before = std::exchange(board_.slot(option.later, seat_).person, option.relay);
        const Cost found = cost_of(board_, k_, role_);
        board_.slot(k_, seat_).person = before;
        if (option.later != nobody) board_.slot(option.later, seat_).person = later_before;
        return found;
    }

    void add(Option option) {
        option.cost = cost_with(option);
        option.promised = board_.presents(k_, option.person, role_) || board_.helps_by_hand(k_, option.person);
        option.led_before = role_ == Role::presenter && board_.led_before(k_, option.person);
        options_.push_back(option);
    }

    void stand_ins() {
        if (queues()) return next_in_queue();
        for (const int person : fair_) {
            Option option;
            option.person = person;
            option.share = share_of(board_, k_, person, role_);
            for (const Role role : helpers) option.helps += board_.slot(k_, role).person == person ? 1 : 0;
            option.last = board_.last(k_, person, role_);
            add(option);
        }
    }

    /// The first who asked and has no turn ahead.
    void next_in_queue() {
        for (const auto& wish : queue_of(group_)) {
            const int person = board_.find_person(wish.account);
            if (person == nobody || !board_.willing(k_, person, role_) || board_.leads_else(k_, person, seat_))
                continue;
            bool waits = true;
            for (int k = 0; k < board_.sessions(); ++k) waits = waits && !board_.holds(k, person, role_);
            if (!waits) continue;
            Option option;
            option.person = person;
            options_.push_back(option);
            return;
        }
    }

    void exchanges() {
        const int displaced = board_.slot(k_, seat_).displaced;
        if (displaced == nobody) return;
        for (int later = k_ + 1; later < board_.sessions(); ++later) {
            const int person = board_.slot(later, seat_).person;
            if (person == displaced || !is_candidate(person) || !may_come_later(later, displaced)) continue;
            Option option;
            option.person = person;
            option.exchanges = true;
            option.later = later;
            option.relay = displaced;
            add(option);
        }
    }

    /// Where every other way is unfair: somebody takes this turn, and one later turn goes to a third person too.
    void relays() {
        for (int later = k_ + 1; later < board_.sessions(); ++later) {
            const int holder = board_.slot(later, seat_).person;
            if (holder == nobody) continue;
            for (int third = 0; third < board_.people(); ++third) {
                if (third == holder || !may_come_later(later, third) || !board_.settled(later, third, role_)) continue;
                for (const int person : fair_) {
                    Option option;
                    option.person = person;
                    option.later = later;
                    option.relay = third;
                    add(option);
                }
            }
        }
    }

    Option best() const {
        return *std::min_element(options_.begin(), options_.end(),
                                 [](const Option& a, const Option& b) { return a.rank() < b.rank(); });
    }

    void take(const Option& option) {
        auto& slot = board_.slot(k_, seat_);
        auto why = reason_for(board_, k_, seat_, option.person, can_);
        if (queues() && why.why != Why::stood_in) why.why = is_urgent(option.person) ? Why::urgent : Why::asked;
        if (option.later != nobody) {
            auto& later = board_.slot(option.later, seat_);
            Reason moved = option.exchanges ? slot.displaced_reason : Reason{};
            if (!option.exchanges) moved.why = Why::stood_in;
            if (!option.exchanges && later.person != nobody) moved.other = board_.id(later.person);
            later.person = option.relay;
            later.reason = moved;
        }
        slot.person = option.person;
        slot.reason = why;
        leave_other_seats(option.person);
    }

    bool is_urgent(int person) const {
        return std::any_of(group_.wishes.begin(), group_.wishes.end(),
                           [&](const Wish& wish) { return wish.urgent && wish.account == board_.id(person); });
    }

    void leave_other_seats(int person) {
        for (const auto other : Board::seats()) {
            auto& slot = board_.slot(k_, other);
            if (other == seat_ || slot.person != person) continue;
            Slot empty;
            empty.vacated = true;
            empty.displaced = person;
            empty.displaced_reason = slot.reason;
            slot = empty;
        }
    }

    const Group& group_;
    Board& board_;
    const int k_;
    const Seat seat_;
    const Role role_;
    const std::vector<int> can_;   // who could…
    const std::vector<int> fair_;  // …and of them who may: all but in the next session
    std::vector<Option> options_;
};

}  // namespace

bool must_yield(const Board& board, int person) {
    if (board.far_ahead(0, person) && board.relieved(0, person)) return true;
    if (!unfair_next(board, person)) return false;
    for (int i = 0; i < board.people(); ++i) {
        const bool can = board.willing(0, i, Role::facilitator) && board.settled(0, i, Role::facilitator);
        if (i != person && can && !board.pinned(0, i) && !unfair_next(board, i) && !board.far_ahead(0, i)) return true;
    }
    return false;
}

void fill_lead(const Group& group, Board& board, int k, Seat seat, bool& moved) {
    Lead(group, board, k, seat).fill(moved);
}

}  // namespace covision::rota
