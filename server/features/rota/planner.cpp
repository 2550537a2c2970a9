// plan(): keep what can be kept, exchange what an absence moves, fill what is empty.

#include <algorithm>

#include "server/features/rota/filling.hpp"

namespace covision::rota {

long long share_of(const Board& board, int k, int person, Role role) {
    return fixed(board.share(k, person, role, board.served(k, person, role)));
}

Reason reason_for(const Board& board, int k, Seat seat, int person, const std::vector<int>& can) {
    auto made = board.reason(k, person, seat.role, Why::smallest_share);
    const auto& slot = board.slot(k, seat);
    const auto own = share_of(board, k, person, seat.role);
    const auto with = [&](auto than) {
        return std::any_of(can.begin(), can.end(),
                           [&](int i) { return i != person && than(share_of(board, k, i, seat.role)); });
    };
    if (slot.vacated || with([&](long long other) { return other < own; })) {
        made.why = Why::stood_in;
        if (slot.displaced != nobody) made.other = board.id(slot.displaced);
    } else if (can.size() == 1) {
        made.why = Why::only_one_left;
    } else if (made.served == 0) {
        made.why = Why::first_turn;
    } else if (with([&](long long other) { return other == own; })) {
        made.why = seat.role == Role::presenter ? Why::waited_longest : Why::longest_ago;
    }
    return made;
}

namespace {

/// The numbers as they stand now that everything has its place; absences change them.
Reason renewed(const Board& board, int k, Seat seat) {
    const auto& slot = board.slot(k, seat);
    auto reason = board.reason(k, slot.person, seat.role, slot.reason.why);
    reason.other = slot.reason.other;
    return reason;
}

/// A place in the queue is for whoever asks: none is missing where nobody does.
bool is_missed(const Group& group, const Board& board, Seat seat) {
    return board.wanted(seat) && !(seat.role == Role::presenter && group.rules.presenter == PresenterRule::queue);
}

Plan result(const Group& group, const Board& board) {
    Plan plan;
    for (int k = 0; k < board.sessions(); ++k) {
        const auto& session = board.session(k).id;
        for (const auto seat : Board::seats()) {
            const auto& slot = board.slot(k, seat);
            if (slot.person != nobody)
                plan.duties.push_back(
                    {session, seat.role, board.id(slot.person), renewed(board, k, seat), seat.number});
            else if (is_missed(group, board, seat))
                plan.vacancies.push_back({session, seat.role, seat.number});
        }
    }
    return plan;
}

}  // namespace

Plan plan(const Group& group) {
    Board board(group);
    keep(group, board);
    for (int k = 0; k < board.sessions(); ++k) {
        bool moved = false;
        for (const auto seat : Board::seats())
            if (leads(seat.role) && board.slot(k, seat).person == nobody && board.wanted(seat))
                fill_lead(group, board, k, seat, moved);
        fill_helpers(group, board, k);
    }
    return result(group, board);
}

}  // namespace covision::rota
