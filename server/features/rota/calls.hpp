#pragma once
// The functions behind the methods, for methods.cpp alone.

#include "server/features/groups/permit.hpp"
#include "server/features/rota/ledger.hpp"

namespace covision::rota {

// turns.cpp
protocol::Empty pass(call::Write& write, const protocol::DutyRef& params);
protocol::Empty choose(call::Write& write, const protocol::DutyChoose& params);

// stand_in.cpp
protocol::Empty take(call::Write& write, const protocol::DutyRef& params);
protocol::Empty decline(call::Write& write, const protocol::DutyRef& params);
/// All that is asked of the holder of a proposed duty for its session, this one too.
std::vector<DutyRow> asked_with(call::Read& read, const groups::Member& member, const DutyRow& duty);

// wishes.cpp
protocol::Empty wish(call::Write& write, const protocol::WishMade& params);
protocol::Empty withdraw_wish(call::Write& write, const protocol::GroupRef& params);
/// In the order in which they come up.
std::vector<protocol::PresentWish> queue(call::Read& read, const groups::Member& member, const Group& group);

// swaps.cpp
protocol::SwapAsked ask_swap(call::Write& write, const protocol::SwapAsk& params);
protocol::Empty reply_swap(call::Write& write, const protocol::SwapReply& params);
protocol::Empty withdraw_swap(call::Write& write, const protocol::SwapRef& params);

/// Throws not_found; my_duty also not_yours.
DutyRow duty(call::Read& read, const groups::Member& member, const std::string& id);
DutyRow my_duty(call::Read& read, const groups::Member& member, const std::string& id);

}  // namespace covision::rota
