#pragma once
// The live run of a session: format, phases, time.

#include "protocol/messages/rota.hpp"

namespace covision::protocol {

enum class Speakers { all, presenter, presenter_and_facilitator, consultants, in_turn, nobody };
COVISION_ENUM(Speakers, all, presenter, presenter_and_facilitator, consultants, in_turn, nobody)

enum class PresenterDoes { speaks, answers, silent };
COVISION_ENUM(PresenterDoes, speaks, answers, silent)

struct FormatPhase {
    Text<40> code;
    Text<60> title;
    Minutes minutes, min_minutes, max_minutes;
    /// The method's source names no minutes for this phase: these are Covision's.
    bool own_minutes = false;
    Speakers speakers = Speakers::all;
    PresenterDoes presenter = PresenterDoes::speaks;
    bool advice = false;
    bool in_turns = false;
    bool may_pass = false;
    /// One sentence on what this phase is for, shown to all.
    Text<200> aim;
    /// What the facilitator could say.
    Text<600> script;
};
COVISION_MESSAGE(FormatPhase, code, title, minutes, min_minutes, max_minutes, own_minutes, speakers, presenter, advice,
                 in_turns, may_pass, aim, script)

struct Format {
    Text<40> code;
    /// Of the group's own copy; 0: as it comes with Covision.
    Whole<0, 1000000> version;
    /// The group's copy says something else than what comes with Covision.
    bool own = false;
    /// A part of a session around its consultations: arrival, a moment of quiet, a break, closing.
    bool frame = false;
    Text<80> name;
    /// Where the method comes from.
    Text<200> source;
    Whole<1, 600> minutes;
    /// How many people it is made for, the facilitator among them.
    Whole<2, 64> min_people, max_people;
    /// False: nobody presents.
    bool has_case = true;
    List<FormatPhase, 30> phases;
};
COVISION_MESSAGE(Format, code, version, own, frame, name, source, minutes, min_people, max_people, has_case, phases)

struct FormatsRequest {
    Language language = Language::en;
    /// As this group has them; absent: as they come with Covision.
    std::optional<Id> group;
};
COVISION_MESSAGE(FormatsRequest, language, group)

struct Formats {
    List<Format, 40> formats;
};
COVISION_MESSAGE(Formats, formats)

/// What a group says of a phase in its own words and minutes.
struct OwnPhase {
    Text<40, 1> code;
    /// Within the phase's bounds.
    Minutes minutes;
    /// In the group's words, the same for every reader; absent: as it comes with Covision.
    std::optional<Text<600>> script;
};
COVISION_MESSAGE(OwnPhase, code, minutes, script)

/// The group's own version of a format from now on.
struct FormatChange {
    Id group;
    Text<40, 1> format;
    /// The version that was seen; a newer one refuses with `stale`.
    Whole<0, 1000000> version;
    /// Phases that are not named are as they come with Covision; none: the whole format is.
    List<OwnPhase, 30> phases;
};
COVISION_MESSAGE(FormatChange, group, format, version, phases)

struct FormatVersion {
    Text<40> format;
    Whole<0, 1000000> version;
};
COVISION_MESSAGE(FormatVersion, format, version)

enum class RunState { running, paused, ended };
COVISION_ENUM(RunState, running, paused, ended)

/// closed: by somebody. lapsed: nobody closed it, and some hours after its planned end the server did.
enum class RunEnd { closed, lapsed };
COVISION_ENUM(RunEnd, closed, lapsed)

struct RunRole {
    DutyRole role = DutyRole::facilitator;
    Id account;
};
COVISION_MESSAGE(RunRole, role, account)

/// Who has the floor where one speaks at a time: in the round of a phase in turns, or in the queue of a free phase.
struct FloorTurns {
    /// Grows with every change, also of who is here; the run's own version does not.
    std::int64_t version = 0;
    /// Free phases have a queue.
    bool queue = false;
    std::optional<Id> speaker;
    /// Who comes next, in this order.
    List<Id, 64> waiting;
};
COVISION_MESSAGE(FloorTurns, version, queue, speaker, waiting)

/// One part of a session.
struct AgendaItem {
    /// Of a consultation or of a frame.
    Text<40, 1> format;
    /// The group's own version of it; 0: as it comes with Covision.
    Whole<0, 1000000> version;
    /// How long it takes. Asked for: of a format with one phase, within its bounds; absent: its usual ones.
    std::optional<Whole<1, 600>> minutes;
    /// Absent: the consultation goes without a written case.
    std::optional<Id> case_id;
    /// Absent: nobody presents, or nobody is known to.
    std::optional<Id> presenter;
};
COVISION_MESSAGE(AgendaItem, format, version, minutes, case_id, presenter)

/// Public state of a run: event consultation.changed carries it whole.
/// Running: time left = deadline - now (below zero: time is up, people move on). Paused: time left =
/// paused_remaining_ms.
struct Run {
    Id session;
    /// Every command carries the version that it saw; a newer one refuses it with `stale`.
    std::int64_t version = 0;
    List<AgendaItem, 12> agenda;
    /// Where the group is: the item of the agenda, and the phase of the item's format.
    Whole<0, 100> item, phase;
    /// Of the item.
    Text<40> format;
    RunState state = RunState::running;
    Time started_at;
    Time deadline;
    std::optional<std::int64_t> paused_remaining_ms;
    /// Until then the last step can be undone.
    std::optional<Time> undo_until;
    /// The presenter pressed Please stop.
    bool stopped_by_presenter = false;
    List<RunRole, 8> roles;
    FloorTurns turns;
    /// Leads if whoever leads is gone for a minute.
    std::optional<Id> deputy;
    /// Led until somebody took over, and may take it back.
    std::optional<Id> led_before;
    /// Who is here, as was said at the beginning and since, and at the end anew.
    List<Id, 64> present;
    /// Of the item.
    std::optional<Id> case_id;
    Time begun_at;
    /// Why it has ended; absent while it goes on.
    std::optional<RunEnd> end;
};
COVISION_MESSAGE(Run, session, version, agenda, item, phase, format, state, started_at, deadline, paused_remaining_ms,
                 undo_until, stopped_by_presenter, roles, turns, deputy, led_before, present, case_id, begun_at, end)

struct LiveRequest {
    Id group, session;
    /// Of the formats; absent: English.
    std::optional<Language> language;
};
COVISION_MESSAGE(LiveRequest, group, session, language)

struct LiveView {
    std::int64_t seq = 0;
    Session session;
    /// Absent: not begun.
    std::optional<Run> run;
    List<Duty, 8> duties;
    /// The case that the group is at work on. Before the start: one that was handed in for this session, the one first
    /// for which the caller has not answered.
    std::optional<Id> case_id;
    /// The caller is away for this case.
    bool away = false;
    /// The caller has not answered the conflict question for it yet.
    bool answer_first = false;
    /// Formats of the agenda in versions that consultation.formats does not list for this group.
    List<Format, 12> formats;
};
COVISION_MESSAGE(LiveView, seq, session, run, duties, case_id, away, answer_first, formats)

struct Begin {
    Id group, session;
    List<AgendaItem, 12, 1> agenda;
    /// Who is here, as the facilitator confirmed it.
    List<Id, 64, 1> present;
};
COVISION_MESSAGE(Begin, group, session, agenda, present)

/// skip: leaves the rest of this item of the agenda. rest: anybody's who takes part, and stop_please: the presenter's,
/// pause at once; no reason and no version is asked for.
enum class Step { next, back, skip, undo, pause, resume, stop_please, rest };
COVISION_ENUM(Step, next, back, skip, undo, pause, resume, stop_please, rest)

struct RunStep {
    Id group, session;
    std::int64_t version = 0;
    Step step = Step::next;
};
COVISION_MESSAGE(RunStep, group, session, version, step)

struct RunAdjust {
    Id group, session;
    std::int64_t version = 0;
    /// -1, 1 or 5.
    Whole<-1, 5> minutes;
};
COVISION_MESSAGE(RunAdjust, group, session, version, minutes)

/// open_queue, close_queue: whoever leads gives free phases a queue. ask: for the floor. pass: no turn any more, or out
/// of the queue. done: has spoken.
enum class FloorMove { open_queue, close_queue, ask, pass, done };
COVISION_ENUM(FloorMove, open_queue, close_queue, ask, pass, done)

/// No version is asked for: it names whom it means, and done twice it changes nothing.
struct FloorStep {
    Id group, session;
    FloorMove move = FloorMove::ask;
    /// Whoever leads can do it for somebody. Absent: the caller.
    std::optional<Id> who;
};
COVISION_MESSAGE(FloorStep, group, session, move, who)

/// Names all who wait, in their new order.
struct FloorOrder {
    Id group, session;
    List<Id, 64> waiting;
};
COVISION_MESSAGE(FloorOrder, group, session, waiting)

/// Whoever leads says who has come since the session began, or has gone. Said twice it changes nothing.
struct SetHere {
    Id group, session;
    Id who;
    bool here = true;
};
COVISION_MESSAGE(SetHere, group, session, who, here)

/// Somebody else leads from now on.
struct HandOver {
    Id group, session;
    std::int64_t version = 0;
    Id to;
};
COVISION_MESSAGE(HandOver, group, session, version, to)

/// Whoever leads names who would do it for them.
struct NameDeputy {
    Id group, session;
    std::int64_t version = 0;
    Id deputy;
};
COVISION_MESSAGE(NameDeputy, group, session, version, deputy)

/// The caller leads from now on, since whoever led is gone for a minute; or takes back what was taken over.
struct TakeLead {
    Id group, session;
    std::int64_t version = 0;
};
COVISION_MESSAGE(TakeLead, group, session, version)

/// Ends the session: it is held, attendance is what `present` says.
struct RunClose {
    Id group, session;
    std::int64_t version = 0;
    List<Id, 64, 1> present;
};
COVISION_MESSAGE(RunClose, group, session, version, present)

struct RunVersion {
    std::int64_t version = 0;
};
COVISION_MESSAGE(RunVersion, version)

}  // namespace covision::protocol
