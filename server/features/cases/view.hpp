#pragma once
// A case as one member may see it. Also what the consultation and home ask: is it open to me, must I answer first?

#include "server/call/context.hpp"
#include "server/features/cases/rules.hpp"
#include "server/features/cases/table.hpp"

namespace covision::cases {

Viewer viewer_of(call::Read& read, const groups::Member& member, const CaseRow& row,
                 const std::optional<ConflictRow>& mine);
protocol::CaseSummary summary(call::Read& read, const groups::Member& member, const CaseRow& row,
                              const std::optional<ConflictRow>& mine);
/// Every case of the group as this member sees it, the latest first.
std::vector<protocol::CaseSummary> summaries(call::Read& read, const groups::Member& member);
std::optional<ConflictRow> my_answer(call::Read& read, const groups::Member& member, const std::string& case_id);

}  // namespace covision::cases
