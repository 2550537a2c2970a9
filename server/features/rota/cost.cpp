#include "server/features/rota/cost.hpp"

#include <cmath>

namespace covision::rota {

namespace {

/// What is wrong with one turn.
struct Wrong {
    bool steady = false, equals = false, unfair = false, smaller = false;
};

Wrong wrong_with(const Board& board, int k, Seat seat, const std::vector<int>& served) {
    const Role role = seat.role;
    const auto share = [&](int person) {
        return board.share(k, person, role, served[static_cast<std::size_t>(person)]);
    };
    const int person = board.slot(k, seat).person;
    const double own = share(person);
    Wrong wrong;
    for (int i = 0; i < board.people(); ++i) {
        if (i == person || !board.willing(k, i, role) || !board.settled(k, i, role)) continue;
        if (board.leads_else(k, i, seat) && !board.presents(k, i, role)) continue;
        const double other = share(i);
        if (fixed(other) < fixed(own)) wrong.smaller = true;
        // In turns: how far the other's share is behind once this turn is served.
        const double turns = 1 + (own - other) * board.weight(k, person);
        if (turns < 2 - 1e-6) continue;
        wrong.unfair = true;
        if (board.weight(k, i) == board.weight(k, person)) wrong.equals = true;
        if (board.steady(k, i) && board.steady(k, person)) wrong.steady = true;
    }
    return wrong;
}

}  // namespace

long long fixed(double share) { return std::llround(share * 1e9); }

Cost cost_of(const Board& board, int from, Role role) {
    Cost cost;
    std::vector<int> served(static_cast<std::size_t>(board.people()));
    for (int i = 0; i < board.people(); ++i) served[static_cast<std::size_t>(i)] = board.served(from, i, role);
    for (int k = from; k < board.sessions(); ++k) {
        for (int number = 1; number <= Board::seats_of(role); ++number) {
            const Seat seat{role, number};
            const auto& slot = board.slot(k, seat);
            if (slot.person == nobody) continue;
            if (!slot.pinned) {
                const auto wrong = wrong_with(board, k, seat, served);
                cost.among_steady += wrong.steady ? 1 : 0;
                cost.among_equals += wrong.equals ? 1 : 0;
                cost.unfair += wrong.unfair ? 1 : 0;
                const bool again = k > 0 ? board.holds(k - 1, slot.person, role) : board.served_last(slot.person, role);
                cost.repeats += again && wrong.smaller ? 1 : 0;
            }
            ++served[static_cast<std::size_t>(slot.person)];
        }
    }
    return cost;
}

}  // namespace covision::rota
