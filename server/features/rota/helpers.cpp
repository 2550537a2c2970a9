// Time, notes, observing, hosting: who has nothing else to do and the smallest share. Where few are there one does
// several, as the group's merges say.

#include <algorithm>
#include <tuple>

#include "server/features/rota/filling.hpp"

namespace covision::rota {
namespace {

class Helpers {
public:
    Helpers(const Group& group, Board& board, int k) : group_(group), board_(board), k_(k) {
        for (const Role role : helpers)
            if (board.wanted({role, 1})) roles_.push_back(role);
        for (int i = 0; i < board.people(); ++i)
            if (board.present(k, i) && !board.busy(k, i)) ++free_;
        if (group.rules.presenter != PresenterRule::planned)
            for (int number = 1; number <= group.rules.presenters; ++number)
                if (board.slot(k, Seat{Role::presenter, number}).person == nobody) --free_;
    }

    void fill() {
        merge();
        for (const Role role : roles_)
            if (is_open(role) && into_[at(role)] == role) choose(role);
        for (const Role role : roles_)
            if (is_open(role)) join(role);
    }

private:
    static std::size_t at(Role role) { return static_cast<std::size_t>(role); }
    bool is_open(Role role) const { return board_.slot(k_, role).person == nobody; }
    int people() const {
        std::vector<int> own;
        for (const Role role : roles_)
            if (const int person = board_.slot(k_, role).person; person != nobody) own.push_back(person);
        std::sort(own.begin(), own.end());
        return static_cast<int>(std::unique(own.begin(), own.end()) - own.begin());
    }

    /// Two stay free where that can be: a consultation needs consultants, and a turn somebody to change it with.
    void merge() {
        for (const Role role : roles_) into_[at(role)] = role;
        int open = static_cast<int>(std::count_if(roles_.begin(), roles_.end(), [&](Role r) { return is_open(r); }));
        const int room = std::max(free_ - 2, people() == 0 ? 1 : 0);
        for (const auto& [into, from] : group_.rules.merges) {
            if (open <= room) return;
            const bool both = leads(into) || std::find(roles_.begin(), roles_.end(), into) != roles_.end();
            if (!both || leads(from) || from == into || !board_.wanted({from, 1}) || !is_open(from)) continue;
            if (into_[at(from)] != from || (!leads(into) && into_[at(into)] == from)) continue;
            into_[at(from)] = into;
            --open;
        }
    }

    void choose(Role role) {
        if (free_ <= 0) return;
        std::vector<int> settled, any;
        for (int i = 0; i < board_.people(); ++i) {
            if (!board_.willing(k_, i, role) || board_.busy(k_, i)) continue;
            any.push_back(i);
            if (board_.settled(k_, i, role)) settled.push_back(i);
        }
        const auto& can = settled.empty() ? any : settled;
        if (can.empty()) return;
        const auto rank = [&](int i) {
            return std::make_tuple(board_.led_before(k_, i), share_of(board_, k_, i, role), board_.last(k_, i, role),
                                   i);
        };
        const int best = *std::min_element(can.begin(), can.end(), [&](int a, int b) { return rank(a) < rank(b); });
        auto reason = reason_for(board_, k_, {role, 1}, best, can);
        give(role, best, reason);
        --free_;
    }

    /// Does it beside what it is merged into; where that is open too, beside any role that it may go with.
    void join(Role role) {
        for (const auto& [into, from] : group_.rules.merges) {
            const bool fits = from == role || into == role;
            const Role with = from == role ? into : from;
            if (!fits || board_.slot(k_, with).person == nobody || (leads(with) && into_[at(role)] != with)) continue;
            const int person = board_.slot(k_, with).person;
            if (!board_.willing(k_, person, role)) continue;
            Reason reason;
            reason.why = Why::merged;
            return give(role, person, reason);
        }
    }

    void give(Role role, int person, const Reason& reason) {
        auto& slot = board_.slot(k_, role);
        slot.person = person;
        slot.reason = reason;
    }

    const Group& group_;
    Board& board_;
    int k_;
    std::vector<Role> roles_;
    int free_ = 0;  // without a role, and not left for who presents
    std::array<Role, roles> into_{};
};

}  // namespace

void fill_helpers(const Group& group, Board& board, int k) { Helpers(group, board, k).fill(); }

}  // namespace covision::rota
