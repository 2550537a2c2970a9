#pragma once
// Series, sessions, answers, the group's quorum.

#include "protocol/messages/common.hpp"

namespace covision::protocol {

enum class Frequency { weekly, monthly_by_date, monthly_by_weekday };
COVISION_ENUM(Frequency, weekly, monthly_by_date, monthly_by_weekday)

enum class Weekday { mo, tu, we, th, fr, sa, su };
COVISION_ENUM(Weekday, mo, tu, we, th, fr, sa, su)

/// How a series recurs. Without `days` the weekday of its start; `nth` (1–5, or -1 for the last) is for
/// monthly_by_weekday; at most one of count and until: without both it is open and goes on until somebody ends it.
struct Recurrence {
    Frequency frequency = Frequency::weekly;
    Whole<1, 52> interval;
    List<Weekday, 7> days;
    std::optional<Whole<-1, 5>> nth;
    std::optional<Whole<1, 500>> count;
    std::optional<LocalDate> until;
};
COVISION_MESSAGE(Recurrence, frequency, interval, days, nth, count, until)

/// Both days inclusive, in the series' zone.
struct DateRange {
    LocalDate first, last;
};
COVISION_MESSAGE(DateRange, first, last)

/// "Room 3" or empty.
using Place = Text<200>;
/// https link of the group's own call, or empty.
using CallLink = Text<500>;
/// When a series pauses. A session that falls into a break is left out; the others keep their numbers.
using Breaks = List<DateRange, 20>;

struct SeriesCreate {
    Id group;
    Recurrence recurrence;
    /// The first session, in the series' zone.
    LocalTime starts;
    Zone zone;
    Minutes minutes;
    Place place;
    CallLink call_link;
    std::optional<Breaks> breaks{};
};
COVISION_MESSAGE(SeriesCreate, group, recurrence, starts, zone, minutes, place, call_link, breaks)

struct SeriesCreated {
    Id series;
    /// How many were made. An open series is made a year ahead and grows by itself.
    Whole<0, 500> sessions;
};
COVISION_MESSAGE(SeriesCreated, series, sessions)

struct SeriesPreview {
    /// UTC starts of what schedule.create_series would make.
    List<Time, 500> starts;
    /// It goes on: these are the next 26.
    bool open = false;
};
COVISION_MESSAGE(SeriesPreview, starts, open)

struct SeriesView {
    Id series;
    Recurrence recurrence;
    /// Local start of its first session, by the rule.
    LocalTime starts;
    Zone zone;
    Minutes minutes;
    Place place;
    CallLink call_link;
    Breaks breaks;
    /// The next planned session, and the last one that is planned.
    std::optional<Time> next, last;
    /// How many planned sessions have not begun.
    Whole<0, 500> ahead;
    /// It ends within six weeks and nothing has been said of it.
    bool runs_out = false;
};
COVISION_MESSAGE(SeriesView, series, recurrence, starts, zone, minutes, place, call_link, breaks, next, last, ahead,
                 runs_out)

/// Those that still have sessions ahead or go on, the oldest first.
struct SeriesList {
    std::int64_t seq = 0;
    List<SeriesView, 40> series;
};
COVISION_MESSAGE(SeriesList, seq, series)

/// following: from one session on, as a new series; all: every session that is still to come. One session alone is
/// changed by schedule.move.
enum class SeriesScope { following, all };
COVISION_ENUM(SeriesScope, following, all)

/// What the series is to be from then on. Sessions of the past, begun, cancelled or moved ones stay as they are; of the
/// others as many as possible stay and keep their answers, cases and duties.
struct SeriesChange {
    Id group, series;
    SeriesScope scope = SeriesScope::all;
    /// following: the first session that it holds for.
    std::optional<Id> session;
    Recurrence recurrence;
    LocalTime starts;
    Zone zone;
    Minutes minutes;
    Place place;
    CallLink call_link;
    Breaks breaks;
};
COVISION_MESSAGE(SeriesChange, group, series, scope, session, recurrence, starts, zone, minutes, place, call_link,
                 breaks)

struct SeriesChanged {
    /// A new one where the change holds for the following sessions only. A preview names the present one.
    Id series;
    /// Sessions that stay as they were, get another time, are new, are no longer.
    Whole<0, 1000> kept, shifted, added, removed;
    /// UTC starts of the planned sessions to come, as they will be.
    List<Time, 60> starts;
    /// UTC starts of those that will be no longer.
    List<Time, 60> removed_starts;
};
COVISION_MESSAGE(SeriesChanged, series, kept, shifted, added, removed, starts, removed_starts)

/// No session of the series after this day (in its zone).
struct SeriesEnd {
    Id group, series;
    LocalDate after;
};
COVISION_MESSAGE(SeriesEnd, group, series, after)

/// A session of its own.
struct SessionAdd {
    Id group;
    LocalTime starts;
    Zone zone;
    Minutes minutes;
    Place place;
    CallLink call_link;
};
COVISION_MESSAGE(SessionAdd, group, starts, zone, minutes, place, call_link)

struct SessionAdded {
    Id session;
};
COVISION_MESSAGE(SessionAdded, session)

enum class Answer { yes, late, no, online };
COVISION_ENUM(Answer, yes, late, no, online)

/// A few words beside an answer ("ten minutes, my train"); sealed, and gone 30 days after the session.
using AnswerNote = Confidential<140>;

/// held: the group has closed it.
enum class SessionState { planned, cancelled, held };
COVISION_ENUM(SessionState, planned, cancelled, held)

struct Answered {
    Id account;
    Answer answer = Answer::yes;
    std::optional<AnswerNote> note{};
};
COVISION_MESSAGE(Answered, account, answer, note)

/// What few answers suggest, for a planned session of the next 14 days. troika: exactly three have not said no.
/// too_few: fewer than the group's quorum; an organiser may cancel or move it.
enum class SessionOffer { troika, too_few };
COVISION_ENUM(SessionOffer, troika, too_few)

struct Session {
    Id session;
    std::optional<Id> series;
    /// Counts the group's sessions from 1 in order of their first date.
    Whole<0, 100000> number;
    Time starts_at, ends_at;
    /// The same start as the group agreed it, in the series' zone.
    LocalTime local_start;
    Zone zone;
    SessionState state = SessionState::planned;
    /// Somebody has opened its live session: its roles are set, and it is neither moved nor cancelled any more.
    bool begun = false;
    /// Where it was before somebody moved it.
    std::optional<Time> moved_from;
    /// Why it was moved or cancelled; may be empty.
    Text<200> reason;
    Place place;
    CallLink call_link;
    /// How often it was moved, changed or cancelled since it was made.
    Whole<0, 100000> revision;
    std::optional<SessionOffer> offer;
    List<Answered, 64> answers;
};
COVISION_MESSAGE(Session, session, series, number, starts_at, ends_at, local_start, zone, state, begun, moved_from,
                 reason, place, call_link, revision, offer, answers)

/// Sessions that end after `from` (default: now) and start before `to`, in order, at most `limit` (default 50).
struct SessionsRequest {
    Id group;
    std::optional<Time> from, to;
    std::optional<Whole<1, 200>> limit;
};
COVISION_MESSAGE(SessionsRequest, group, from, to, limit)

struct Sessions {
    std::int64_t seq = 0;
    List<Session, 200> sessions;
};
COVISION_MESSAGE(Sessions, seq, sessions)

struct AnswerSession {
    Id group, session;
    Answer answer = Answer::yes;
    /// Absent: the note stays as long as the answer is the same. Empty: it goes.
    std::optional<AnswerNote> note{};
};
COVISION_MESSAGE(AnswerSession, group, session, answer, note)

struct MoveSession {
    Id group, session;
    /// The new start in the session's zone.
    LocalTime starts;
    std::optional<Minutes> minutes;
    Text<200> reason;
    /// Absent: as before.
    std::optional<Place> place{};
    std::optional<CallLink> call_link{};
};
COVISION_MESSAGE(MoveSession, group, session, starts, minutes, reason, place, call_link)

struct CancelSession {
    Id group, session;
    Text<200> reason;
};
COVISION_MESSAGE(CancelSession, group, session, reason)

/// How many it takes for a session to be worth while; 3 until the group chooses.
using Quorum = Whole<2, 12>;

struct ScheduleSettings {
    std::int64_t seq = 0;
    Quorum quorum{3};
};
COVISION_MESSAGE(ScheduleSettings, seq, quorum)

struct ScheduleSettingsSet {
    Id group;
    Quorum quorum{3};
};
COVISION_MESSAGE(ScheduleSettingsSet, group, quorum)

// ---- events ----

/// schedule.series_created; schedule.series_runs_out: its last session is six weeks away
struct SeriesEvent {
    Id series;
};
COVISION_MESSAGE(SeriesEvent, series)

/// schedule.series_changed: list its sessions again. Those that were cancelled are told of one by one.
struct SeriesChangedEvent {
    Id series;
    /// Sessions that stay, with another time, length or place.
    List<Id, 1000> changed;
    /// Sessions that there are no longer.
    List<Id, 1000> gone;
};
COVISION_MESSAGE(SeriesChangedEvent, series, changed, gone)

/// schedule.session_added, schedule.session_moved, schedule.session_cancelled, schedule.session_held
struct SessionEvent {
    Id session;
};
COVISION_MESSAGE(SessionEvent, session)

/// schedule.answered
struct SessionAnswered {
    Id session, account;
    Answer answer = Answer::yes;
};
COVISION_MESSAGE(SessionAnswered, session, account, answer)

/// schedule.settings_changed
struct ScheduleSettingsChanged {
    Quorum quorum{3};
};
COVISION_MESSAGE(ScheduleSettingsChanged, quorum)

}  // namespace covision::protocol
