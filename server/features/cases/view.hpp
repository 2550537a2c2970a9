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
/// Cases of the group as this member sees them, the latest first. Those from before the member joined are left out.
std::vector<protocol::CaseSummary> summaries(call::Read& read, const groups::Member& member);
/// The same for those that are still to be consulted on.
std::vector<protocol::CaseSummary> open_summaries(call::Read& read, const groups::Member& member);
std::optional<ConflictRow> my_answer(call::Read& read, const groups::Member& member, const std::string& case_id);
/// Why the member cannot take part in this case; nothing: the member can.
std::optional<protocol::Closed> closed_to(call::Read& read, const groups::Member& member, const CaseRow& row);
/// Whether `account` has said maybe or yes. For what the server decides, never for a reply to somebody else.
bool is_away(call::Read& read, const groups::Member& member, const std::string& case_id, const std::string& account);
/// All of whom the same is true.
std::vector<std::string> all_away(call::Read& read, const groups::Member& member, const std::string& case_id);
/// How a method says it.
Refused closed_refusal(protocol::Closed why, const groups::Member& member);

}  // namespace covision::cases
