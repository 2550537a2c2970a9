#include "server/features/calendar/orders.hpp"

#include <algorithm>

#include "server/features/calendar/news.hpp"
#include "server/features/calendar/told.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/rota/topics.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/notify/outbox.hpp"

namespace covision::calendar {
namespace {

using groups::Member;
using protocol::MailChoice;
using schedule::SessionRow;
using std::chrono::days;

const std::string due_kind = "calendar.mails";
/// Invitations leave 14 days before by the session's clocks; a clock change more.
constexpr days near{15};
constexpr days far_ahead{366 * 3};
constexpr std::int64_t most_near = 100;

std::string version_of(const SessionRow& session) { return session.id + "/" + std::to_string(session.revision); }

void tell_of_change(Write& write, Desk& desk, const SessionRow& session) {
    const bool cancelled = session.state == protocol::SessionState::cancelled;
    // This mail says all that those would.
    notify::withdraw(write.db, kind::moved, session.id);
    notify::withdraw(write.db, kind::invitation, session.id);
    if (session.ends > write.now)
        desk.all(&MailChoice::invitations,
                 {cancelled ? kind::cancelled : kind::moved, session.id, version_of(session), write.now, session.ends});
    set_told(write, desk.member(), as_it_stands(session, write.now));
}

void remind(Write& write, Desk& desk, const SessionRow& session, const Moments& at, Instant told_at) {
    const auto now = write.now;
    const auto time = session.id + "/" + std::to_string(session.starts.time_since_epoch().count());
    // Who has just been invited, or told of another time, needs no reminder beside that.
    if (now >= at.day_before && now < at.two_hours_before && told_at < at.day_before)
        desk.all(&MailChoice::day_before, {kind::day_before, session.id, time, now, at.two_hours_before});
    if (now >= at.two_hours_before && now < session.starts && told_at < at.two_hours_before)
        desk.all(&MailChoice::two_hours_before, {kind::two_hours_before, session.id, time, now, session.starts});
}

bool can_be_invited_to(const SessionRow& session, Instant now) {
    return session.state == protocol::SessionState::planned && session.starts > now &&
           now >= moments_of(session.starts, session.zone).invitation;
}

void invite(Write& write, Desk& desk, const SessionRow& session) {
    desk.all(&MailChoice::invitations, {kind::invitation, session.id, version_of(session), write.now, session.starts});
}

void look_at(Write& write, Desk& desk, const SessionRow& session, const std::vector<rota::DutyRow>& duties) {
    auto known = told(write, desk.member(), session.id);
    if (known && known->revision != session.revision) {
        tell_of_change(write, desk, session);
        known = as_it_stands(session, write.now);
    }
    if (!can_be_invited_to(session, write.now)) return;
    const auto at = moments_of(session.starts, session.zone);
    // A mail that told of another time since has asked the same question.
    if (!known || known->asked_at < at.invitation) {
        invite(write, desk, session);
        known = as_it_stands(session, write.now);
        set_told(write, desk.member(), *known);
    }
    remind(write, desk, session, at, known->asked_at);
    tell_of_duties(desk, session, at, duties);
}

/// When there is something to order next; nothing ahead, no moment.
std::optional<Instant> next_of(Write& write, const Member& member, const std::vector<SessionRow>& sessions) {
    std::optional<Instant> next;
    const auto consider = [&](const SessionRow& session) {
        if (session.state != protocol::SessionState::planned || session.starts <= write.now) return;
        const auto at = next_moment(moments_of(session.starts, session.zone), session.starts, write.now);
        next = next ? std::min(*next, at) : at;
    };
    for (const auto& session : sessions) consider(session);
    const auto later = write.now + near;
    for (const auto& session : schedule::sessions(write.db, member, later, later + far_ahead, 1)) {
        consider(session);
        if (!next) next = later;  // a cancelled one stands before the next
    }
    return next;
}

template <class Event>
void on_change(Write& write, const std::string& group, const Event&) {
    look_again(write, group);
}

/// Who joins is invited to what the others know of already.
void on_joining(Write& write, const std::string& group, const protocol::MemberEvent& event) {
    if (write.outside.relay) {
        Desk desk(write, group, event.account);
        for (const auto& session : schedule::sessions(write.db, desk.member(), write.now, write.now + near, most_near))
            if (can_be_invited_to(session, write.now)) invite(write, desk, session);
    }
    look_again(write, group);
}

/// Answers order nothing by themselves; what the plan makes of one may.
void on_answer(Write& write, const std::string& group, const protocol::SessionAnswered&) {
    if (write.outside.relay) look_again(write, group);
}

void on_moved_or_cancelled(Write& write, const std::string& group, const protocol::SessionEvent& event) {
    if (write.outside.relay) {
        Desk desk(write, group);
        const auto session = schedule::session(write.db, desk.member(), event.session);
        if (session.dropped)
            tell_of_dropped(desk, session);
        else if (!write.caller.account.empty() || told(write, desk.member(), session.id))
            tell_of_change(write, desk, session);  // what clocks do is news for those who know of the session
    }
    look_again(write, group);
}

/// An open series that grows by itself is no news.
void on_series(Write& write, const std::string& group, const protocol::SeriesEvent& event) {
    if (write.outside.relay && !write.caller.account.empty()) dates_have_changed(write, group, event.series);
    look_again(write, group);
}

void on_series_changed(Write& write, const std::string& group, const protocol::SeriesChangedEvent& event) {
    if (write.outside.relay && !event.gone.empty()) {
        Desk desk(write, group);
        tell_of_gone(desk, event.series, event.gone);
    }
    on_series(write, group, {event.series});
}

void on_running_out(Write& write, const std::string& group, const protocol::SeriesEvent& event) {
    if (!write.outside.relay) return;
    const auto day = std::chrono::floor<days>(write.now).time_since_epoch().count();
    Desk(write, group)
        .all(&MailChoice::invitations, {kind::runs_out, event.series, event.series.value + "/" + std::to_string(day),
                                        write.now, write.now + days{42}});
}

}  // namespace

void look_again(Write& write, const std::string& group) {
    const auto member = groups::for_the_group(write, group);
    const auto sessions = schedule::sessions(write.db, member, write.now, write.now + near, most_near);
    if (write.outside.relay && !sessions.empty()) {
        Desk desk(write, group);
        const auto duties = rota::duties(write.db, member, write.now);
        for (const auto& session : sessions) look_at(write, desk, session, duties);
    }
    if (const auto next = next_of(write, member, sessions))
        write.due(*next, due_kind, group, "");
    else
        write.not_due(due_kind, group, "");
}

void order_mails(call::Table& table) {
    table.on(groups::member_joined, &on_joining);
    table.on(groups::member_left, &on_change<protocol::MemberEvent>);
    table.on(schedule::series_created, &on_series);
    table.on(schedule::series_changed, &on_series_changed);
    table.on(schedule::series_runs_out, &on_running_out);
    table.on(schedule::session_added, &on_change<protocol::SessionEvent>);
    table.on(schedule::session_moved, &on_moved_or_cancelled);
    table.on(schedule::session_cancelled, &on_moved_or_cancelled);
    table.on(schedule::session_held, &on_change<protocol::SessionEvent>);
    table.on(schedule::session_answered, &on_answer);
    table.on(rota::rota_changed, &on_change<protocol::RotaChanged>);
    table.due(dates_due, &tell_dates);
    table.due(due_kind, [](Write& write, const std::string& group, const std::string&) { look_again(write, group); });
}

}  // namespace covision::calendar
