#pragma once
// How bad a plan is for one role: what plan() weighs when somebody's turn has to be given to another.

#include "server/features/rota/board.hpp"

namespace covision::rota {

/// Shares compared without the last bits of a division.
long long fixed(double share);

/// Counts of turns from a session on; pinned ones are nobody's fault.
struct Cost {
    /// That put somebody two above another, both always there and never passing or arranged by hand.
    int among_steady = 0;
    /// That put somebody two above another who attended as often and could have come.
    int among_equals = 0;
    /// Twice in a row while another had the smaller share.
    int repeats = 0;
    /// That put somebody two above the share of anybody who could have come.
    int unfair = 0;
};

Cost cost_of(const Board& board, int from, Role role);

}  // namespace covision::rota
