#pragma once
// The check for identifiers: the same while somebody types and when a text is handed in, for every feature that takes
// what a member writes about a case.
//
//   Checked prepare(Read& read, const Params& params) {          // on the pool, without a transaction
//       const auto member = permit(read, params.group, ...);
//       return check_texts(read, member, {{WrittenField::keep, params.keep.value}}, params.kept);
//   }
//   ... change(Write& write, const Params& params, Checked& checked) {
//       const auto member = permit(write, params.group, ...);
//       require_clean(write, member, checked);

#include "protocol/messages/cases.hpp"
#include "server/call/context.hpp"
#include "server/features/cases/rules.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::cases {

/// cases.check: nothing of the text is kept.
protocol::Findings check(call::Read& read, const protocol::Check& params);

struct Written {
    protocol::WrittenField field;
    const std::string& text;
};

struct Checked {
    std::int64_t policy = 0;  // the version that was asked
    std::vector<Place> undecided;
};

/// Every place that the group's policy does not leave in these texts.
Checked check_texts(call::Read& read, const groups::Member& member, const std::vector<Written>& texts,
                    const std::vector<protocol::Kept>& kept);

/// Throws identifiers_left (see refuse_undecided), or asks to prepare again where the policy has changed since.
void require_clean(call::Write& write, const groups::Member& member, const Checked& checked);

}  // namespace covision::cases
