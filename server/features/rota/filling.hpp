#pragma once
// The steps of plan(), each on the same board.

#include <vector>

#include "server/features/rota/cost.hpp"

namespace covision::rota {

// ---- keep.cpp: what is there already ----

/// What was agreed by hand, then what was published and can be kept, then a published turn that was given to somebody
/// by hand: its holder gets the next one of who stands in.
void keep(const Group& group, Board& board);

// ---- leads.cpp: who facilitates and presents ----

/// The next session's facilitation would set this person two turns above somebody who is always there, or make it twice
/// in a row while another one has the smaller share; and somebody else can take it without either. Then it is given to
/// such a one, published or not: whatever absences have done to the turns ahead, what is held stays fair.
bool must_yield(const Board& board, int person);
/// `moved`: a later turn has moved for this session already; one absence moves one at most.
void fill_lead(const Group& group, Board& board, int k, Seat seat, bool& moved);

// ---- helpers.cpp: time, notes and what else there is ----

void fill_helpers(const Group& group, Board& board, int k);

// ---- planner.cpp ----

/// Why `person` of all who could.
Reason reason_for(const Board& board, int k, Seat seat, int person, const std::vector<int>& can);
long long share_of(const Board& board, int k, int person, Role role);

}  // namespace covision::rota
