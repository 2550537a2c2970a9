#pragma once
// The functions behind the methods, for methods.cpp alone, and what they share.

#include "server/call/context.hpp"
#include "server/features/consultation/table.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::consultation {

// begin.cpp
protocol::RunVersion begin(call::Write& write, const protocol::Begin& params);
/// Everyone named must be a member of the group, once. Throws not_a_member.
void check_people(call::Read& read, const groups::Member& member, const std::vector<protocol::Id>& people);
bool contains(const std::vector<protocol::Id>& people, const std::string& account);

// steps.cpp
protocol::RunVersion step(call::Write& write, const protocol::RunStep& params);
protocol::RunVersion adjust_time(call::Write& write, const protocol::RunAdjust& params);
protocol::RunVersion close_run(call::Write& write, const protocol::RunClose& params);
/// Throws not_begun.
RunRow running(call::Write& write, const groups::Member& member, const std::string& session);
/// Who leads, or an organiser; where nobody leads any more, anybody but the presenter. Throws not_facilitator.
void must_lead(const groups::Member& member, const RunRow& row);
/// Whoever is away for the case does not lead the work on it. Throws what cases::closed_refusal says.
void must_take_part(call::Write& write, const groups::Member& member, const RunRow& row);
/// Due work that closes a run which nobody has closed, so that its rating opens and its cases end.
inline const std::string lapse_due = "consultation.lapse";
void lapse_run(call::Write& write, const std::string& group, const std::string& session);
/// Takes `account` out of the run, or out of this item's case alone: no role is left, and if it led, whoever moves the
/// run on next leads; after the case it leads again. Followers are told only where there was a role, or where all rest
/// since somebody who was here has left the case.
enum class Leaves { group, this_case };
void step_out(call::Write& write, const groups::Member& member, RunRow row, const std::string& account, Leaves leaves);

// cast.cpp
/// Roles, deputy and lent lead for the item in which the run stands: who led before goes on if they can, also where
/// they had it from somebody, and so does a named deputy; presenting is the item's, the rest as planned where they are
/// here and not away for the case; nobody has two.
void cast_item(call::Write& write, const groups::Member& member, RunRow& row);
/// The run has gone back to the item before: so does who did what.
void undo_cast(call::Write& write, const groups::Member& member, RunRow& row);

// lead.cpp: leading is lent; see rules.hpp for when it may be taken over.
protocol::RunVersion hand_over(call::Write& write, const protocol::HandOver& params);
protocol::RunVersion name_deputy(call::Write& write, const protocol::NameDeputy& params);
protocol::RunVersion take_over(call::Write& write, const protocol::TakeLead& params);
/// Whoever led leads no more; `account` gives up what else it did.
void set_leader(RunRow& row, const std::string& account);
/// The first of the rota's stand-ins who is here and consults, else anybody who does.
std::optional<protocol::Id> first_deputy(call::Write& write, const groups::Member& member, const RunRow& row);

// floor_calls.cpp
protocol::RunVersion floor(call::Write& write, const protocol::FloorStep& params);
protocol::RunVersion order_floor(call::Write& write, const protocol::FloorOrder& params);
protocol::RunVersion set_here(call::Write& write, const protocol::SetHere& params);
/// A phase that has begun has its own turns; to be called before the run is kept.
void turns_of_phase(call::Write& write, const groups::Member& member, RunRow& row);

/// What the built-in format says of the phase; of one that a later release has no more: all may speak.
const Phase& phase_of(const RunRow& row);
/// Whether `account` is away for the case that is consulted on. Never for a reply to somebody else.
bool is_away(call::Read& read, const groups::Member& member, const RunRow& row, const std::string& account);

// format_view.cpp
protocol::Formats list_formats(call::Read& read, const protocol::FormatsRequest& params);
protocol::FormatVersion set_format(call::Write& write, const protocol::FormatChange& params);
/// What list_formats does not tell of the run's agenda: other versions, or what a later release has changed.
std::vector<protocol::Format> formats_of_run(call::Read& read, const groups::Member& member, const RunRow& row,
                                             protocol::Language language);

/// Followers get the run whole.
protocol::RunVersion publish(call::Write& write, const groups::Member& member, const RunRow& row);

}  // namespace covision::consultation
