#pragma once
// Series, sessions, answers.

#include "protocol/messages/common.hpp"

namespace covision::protocol {

enum class Frequency { weekly, monthly_by_date, monthly_by_weekday };
COVISION_ENUM(Frequency, weekly, monthly_by_date, monthly_by_weekday)

enum class Weekday { mo, tu, we, th, fr, sa, su };
COVISION_ENUM(Weekday, mo, tu, we, th, fr, sa, su)

/// How a series recurs. Without `days` the weekday of its start; `nth` (1–4, or -1 for the last) is for
/// monthly_by_weekday; just one of count and until.
struct Recurrence {
    Frequency frequency = Frequency::weekly;
    Whole<1, 52> interval;
    List<Weekday, 7> days;
    std::optional<Whole<-1, 4>> nth;
    std::optional<Whole<1, 500>> count;
    std::optional<LocalDate> until;
};
COVISION_MESSAGE(Recurrence, frequency, interval, days, nth, count, until)

struct SeriesCreate {
    Id group;
    Recurrence recurrence;
    /// The first session, in the series' zone.
    LocalTime starts;
    Zone zone;
    Minutes minutes;
    /// "Room 3" or empty.
    Text<200> place;
    /// https link of the group's own call, or empty.
    Text<500> call_link;
};
COVISION_MESSAGE(SeriesCreate, group, recurrence, starts, zone, minutes, place, call_link)

struct SeriesCreated {
    Id series;
    Whole<0, 500> sessions;
};
COVISION_MESSAGE(SeriesCreated, series, sessions)

struct SeriesPreview {
    /// UTC starts of what schedule.create_series would make.
    List<Time, 500> starts;
};
COVISION_MESSAGE(SeriesPreview, starts)

enum class Answer { yes, late, no };
COVISION_ENUM(Answer, yes, late, no)

/// held: the group has closed it.
enum class SessionState { planned, cancelled, held };
COVISION_ENUM(SessionState, planned, cancelled, held)

struct Answered {
    Id account;
    Answer answer = Answer::yes;
};
COVISION_MESSAGE(Answered, account, answer)

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
    Text<200> place;
    Text<500> call_link;
    List<Answered, 64> answers;
};
COVISION_MESSAGE(Session, session, series, number, starts_at, ends_at, local_start, zone, state, begun, moved_from,
                 reason, place, call_link, answers)

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
};
COVISION_MESSAGE(AnswerSession, group, session, answer)

struct MoveSession {
    Id group, session;
    /// The new start in the session's zone.
    LocalTime starts;
    std::optional<Minutes> minutes;
    Text<200> reason;
};
COVISION_MESSAGE(MoveSession, group, session, starts, minutes, reason)

struct CancelSession {
    Id group, session;
    Text<200> reason;
};
COVISION_MESSAGE(CancelSession, group, session, reason)

// ---- events ----

/// schedule.series_created
struct SeriesEvent {
    Id series;
};
COVISION_MESSAGE(SeriesEvent, series)

/// schedule.session_moved, schedule.session_cancelled, schedule.session_held
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

}  // namespace covision::protocol
