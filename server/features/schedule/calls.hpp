#pragma once
// The functions behind the methods.

#include "protocol/messages/poll.hpp"
#include "server/features/schedule/planning.hpp"

namespace covision::schedule {

// series.cpp
protocol::SeriesPreview preview(call::Read& read, const protocol::SeriesCreate& params);
protocol::SeriesCreated create_series(call::Write& write, const protocol::SeriesCreate& params);
protocol::SeriesList list_series(call::Read& read, const protocol::GroupRef& params);
SeriesRow row_of(call::Write& write, const protocol::SeriesCreate& params);

// change.cpp
protocol::SeriesChanged preview_change(call::Read& read, const protocol::SeriesChange& params);
protocol::SeriesChanged change_series(call::Write& write, const protocol::SeriesChange& params);
protocol::Empty end_series(call::Write& write, const protocol::SeriesEnd& params);

// sessions.cpp
protocol::Sessions list(call::Read& read, const protocol::SessionsRequest& params);
protocol::Empty answer(call::Write& write, const protocol::AnswerSession& params);
/// The member's answer, however it came; without a note the one that stands stays as long as the answer is the same.
/// Refused session_cancelled, session_over.
void answer_for(call::Write& write, const groups::Member& member, const std::string& session, protocol::Answer answer,
                const std::optional<std::string>& note);
protocol::SessionAdded add(call::Write& write, const protocol::SessionAdd& params);
protocol::Empty move(call::Write& write, const protocol::MoveSession& params);
protocol::Empty cancel(call::Write& write, const protocol::CancelSession& params);
protocol::ScheduleSettings settings(call::Read& read, const protocol::GroupRef& params);
protocol::Empty set_settings(call::Write& write, const protocol::ScheduleSettingsSet& params);

// polls.cpp
protocol::Polls polls(call::Read& read, const protocol::GroupRef& params);
protocol::PollCreated create_poll(call::Write& write, const protocol::PollCreate& params);
protocol::Empty vote(call::Write& write, const protocol::PollAnswer& params);
protocol::PollChosen choose_poll(call::Write& write, const protocol::PollChoose& params);
protocol::Empty close_poll(call::Write& write, const protocol::PollRef& params);
// Due work: the last option is past; a poll that is done is forgotten after 90 days.
inline const std::string poll_over_due = "schedule.poll_over", forget_poll_due = "schedule.forget_poll";
void poll_is_over(call::Write& write, const std::string& group, const std::string& poll);
void forget_poll(call::Write& write, const std::string& group, const std::string& poll);

}  // namespace covision::schedule
