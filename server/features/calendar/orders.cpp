#include "server/features/calendar/orders.hpp"

#include <algorithm>

#include "server/features/calendar/rules.hpp"
#include "server/features/calendar/table.hpp"
#include "server/features/calendar/told.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/groups/topics.hpp"
#include "server/features/rota/table.hpp"
#include "server/features/rota/topics.hpp"
#include "server/features/schedule/topics.hpp"
#include "server/notify/outbox.hpp"

namespace covision::calendar {
namespace {

using groups::Member;
using schedule::SessionRow;
using std::chrono::days;
using std::chrono::minutes;

const std::string due_kind = "calendar.mails";
/// Invitations leave 14 days before by the session's clocks; a clock change more.
constexpr days near{15};
constexpr days far_ahead{366 * 3};
constexpr std::int64_t most_near = 100;
/// Several changes of a series in a row are one mail.
constexpr minutes settle_for{5};
constexpr days dates_matter{3};

/// One group, while mails are ordered for it.
class Desk {
public:
    /// `only`: mails go to this account alone.
    Desk(Write& write, const std::string& group, const std::string& only = {})
        : write_(write), member_(groups::for_the_group(write, group)) {
        for (const auto& row : groups::members(write, member_))
            if (only.empty() || row.account == only) people_.push_back(choice_of(write, row.account));
    }

    const Member& member() const { return member_; }

    /// To everybody who wants this kind.
    void all(bool protocol::MailChoice::*wanted, const std::string& kind, const std::string& subject,
             const std::string& what, Instant at, Instant until) {
        for (const auto& person : people_)
            if (person.choice.mail.*wanted) one(person.account, kind, subject, what, at, until);
    }
    /// To one, if that one wants it.
    void duty(const rota::DutyRow& duty, Instant until) {
        for (const auto& person : people_)
            if (person.account == duty.account && person.choice.mail.duties)
                one(person.account, kind::duty, duty.id, duty.id, write_.now, until);
    }

private:
    void one(const std::string& account, const std::string& kind, const std::string& subject, const std::string& what,
             Instant at, Instant until) {
        notify::order(write_.db,
                      {account, kind, member_.group(), subject, kind + "/" + what + "/" + account, at, until},
                      write_.random);
    }

    Write& write_;
    Member member_;
    std::vector<ChoiceRow> people_;
};

std::string version_of(const SessionRow& session) { return session.id + "/" + std::to_string(session.revision); }

void tell_of_change(Write& write, Desk& desk, const SessionRow& session) {
    const bool cancelled = session.state == protocol::SessionState::cancelled;
    // This mail says all that those would.
    notify::withdraw(write.db, kind::moved, session.id);
    notify::withdraw(write.db, kind::invitation, session.id);
    if (session.ends > write.now)
        desk.all(&protocol::MailChoice::invitations, cancelled ? kind::cancelled : kind::moved, session.id,
                 version_of(session), write.now, session.ends);
    set_told(write, desk.member(), session);
}

void remind(Write& write, Desk& desk, const SessionRow& session, const Moments& at, Instant told_at) {
    const auto now = write.now;
    const auto time = session.id + "/" + std::to_string(session.starts.time_since_epoch().count());
    // Who has just been invited, or told of another time, needs no reminder beside that.
    if (now >= at.day_before && now < at.two_hours_before && told_at < at.day_before)
        desk.all(&protocol::MailChoice::day_before, kind::day_before, session.id, time, now, at.two_hours_before);
    if (now >= at.two_hours_before && now < session.starts && told_at < at.two_hours_before)
        desk.all(&protocol::MailChoice::two_hours_before, kind::two_hours_before, session.id, time, now,
                 session.starts);
}

bool can_be_invited_to(const SessionRow& session, Instant now) {
    return session.state == protocol::SessionState::planned && session.starts > now &&
           now >= moments_of(session.starts, session.zone).invitation;
}

void invite(Write& write, Desk& desk, const SessionRow& session) {
    desk.all(&protocol::MailChoice::invitations, kind::invitation, session.id, version_of(session), write.now,
             session.starts);
}

void look_at(Write& write, Desk& desk, const SessionRow& session, const std::vector<rota::DutyRow>& duties) {
    auto known = told(write, desk.member(), session.id);
    if (known && known->revision != session.revision) {
        tell_of_change(write, desk, session);
        known = ToldRow{session.revision, write.now};
    }
    if (!can_be_invited_to(session, write.now)) return;
    const auto at = moments_of(session.starts, session.zone);
    // A mail that told of another time since has asked the same question.
    if (!known || known->at < at.invitation) {
        invite(write, desk, session);
        set_told(write, desk.member(), session);
        known = ToldRow{session.revision, write.now};
    }
    remind(write, desk, session, at, known->at);
    // On the day itself roles are given by word of mouth; whoever is asked to stand in has still to hear of it.
    for (const auto& duty : duties)
        if (duty.session == session.id && write.now >= at.duty && (write.now < at.day_before || duty.proposed))
            desk.duty(duty, session.starts);
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
        tell_of_change(write, desk, schedule::session(write.db, desk.member(), event.session));
    }
    look_again(write, group);
}

template <class Event>
void on_series(Write& write, const std::string& group, const Event& event) {
    // An open series that grows by itself is no news.
    if (write.outside.relay && !write.caller.account.empty()) {
        notify::withdraw(write.db, kind::dates, event.series);
        const auto now = std::to_string(write.now.time_since_epoch().count());
        Desk(write, group)
            .all(&protocol::MailChoice::invitations, kind::dates, event.series, event.series.value + "/" + now,
                 write.now + settle_for, write.now + dates_matter);
    }
    look_again(write, group);
}

void on_running_out(Write& write, const std::string& group, const protocol::SeriesEvent& event) {
    if (!write.outside.relay) return;
    const auto day = std::chrono::floor<days>(write.now).time_since_epoch().count();
    Desk(write, group)
        .all(&protocol::MailChoice::invitations, kind::runs_out, event.series,
             event.series.value + "/" + std::to_string(day), write.now, write.now + days{42});
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
    table.on(schedule::series_created, &on_series<protocol::SeriesEvent>);
    table.on(schedule::series_changed, &on_series<protocol::SeriesChangedEvent>);
    table.on(schedule::series_runs_out, &on_running_out);
    table.on(schedule::session_added, &on_change<protocol::SessionEvent>);
    table.on(schedule::session_moved, &on_moved_or_cancelled);
    table.on(schedule::session_cancelled, &on_moved_or_cancelled);
    table.on(schedule::session_held, &on_change<protocol::SessionEvent>);
    table.on(schedule::session_answered, &on_answer);
    table.on(rota::rota_changed, &on_change<protocol::RotaChanged>);
    table.due(due_kind, [](Write& write, const std::string& group, const std::string&) { look_again(write, group); });
}

}  // namespace covision::calendar
