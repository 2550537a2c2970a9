#include "server/features/schedule/methods.hpp"

#include "server/features/groups/topics.hpp"
#include "server/features/schedule/calls.hpp"
#include "server/features/schedule/notes.hpp"
#include "server/features/schedule/poll_table.hpp"
#include "server/features/schedule/topics.hpp"

namespace covision::schedule {
namespace {

/// What somebody said of sessions and polls to come says nothing once that person has left.
void member_has_left(call::Write& write, const std::string& group, const protocol::MemberEvent& event) {
    const auto member = groups::for_the_group(write, group);
    drop_answers_of(write.db, member, event.account, write.now);
    drop_votes_of(write.db, member, event.account);
}

void events(call::Table& table) {
    table.event(series_created);
    table.event(series_changed);
    table.event(series_runs_out);
    table.event(session_added);
    table.event(session_moved);
    table.event(session_cancelled);
    table.event(session_held);
    table.event(session_answered);
    table.event(settings_changed);
    table.event(poll_changed);
}

void series_methods(call::Table& table) {
    table.read("schedule.preview", "The dates that schedule.create_series would make.", &preview);
    table.write("schedule.create_series", "Makes a series and its sessions; organisers only.", &create_series);
    table.read("schedule.series", "The series that go on or still have sessions ahead.", &list_series);
    table.read("schedule.preview_change", "What schedule.change_series would do.", &preview_change);
    table.write("schedule.change_series", "Changes the sessions of a series that are still to come.", &change_series);
    table.write("schedule.end_series", "Ends a series after a day; organisers only.", &end_series);
    table.due(grow_due, &grow);
    table.due(runs_out_due, &tell_of_end);
    table.due(clocks_due, &check_clocks);
}

void session_methods(call::Table& table) {
    table.read("schedule.list", "Sessions in order of time, with the answers to them.", &list);
    table.write("schedule.answer", "Says whether the caller will come.", &answer);
    table.write("schedule.add_session", "Makes a session of its own; organisers only.", &add);
    table.write("schedule.move", "Moves one session; answers and duties stay with it.", &move);
    table.write("schedule.cancel", "Cancels one session.", &cancel);
    table.read("schedule.settings", "How many it takes for a session.", &settings);
    table.write("schedule.set_settings", "Sets that; organisers only.", &set_settings);
    table.due(notes_due, &shred_notes);
    table.on(groups::member_left, &member_has_left);
}

void poll_methods(call::Table& table) {
    table.read("schedule.polls", "Polls for a time, open ones first.", &polls);
    table.write("schedule.create_poll", "Asks the group which times suit.", &create_poll);
    table.write("schedule.vote", "Says which times suit the caller.", &vote);
    table.write("schedule.choose_poll", "Makes a session or a series of one option; organisers only.", &choose_poll);
    table.write("schedule.close_poll", "Ends a poll without a choice.", &close_poll);
    table.due(poll_over_due, &poll_is_over);
    table.due(forget_poll_due, &forget_poll);
}

}  // namespace

void methods(call::Table& table) {
    events(table);
    series_methods(table);
    session_methods(table);
    poll_methods(table);
}

}  // namespace covision::schedule
