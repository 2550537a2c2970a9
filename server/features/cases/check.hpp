#pragma once
// The check for identifiers, the same while somebody types and when a case is submitted.

#include "protocol/messages/cases.hpp"
#include "server/call/context.hpp"
#include "server/features/cases/rules.hpp"

namespace covision::cases {

/// cases.check: nothing of the text is kept.
protocol::Findings check(call::Read& read, const protocol::Check& params);

/// Every place in the case's texts that is still undecided.
std::vector<Place> undecided_in(const deid::Detector& detector, const protocol::CaseSubmit& texts);

}  // namespace covision::cases
