#pragma once
// What the group thinks up for who presents, and what becomes of it.

#include "protocol/messages/cases.hpp"

namespace covision::protocol {

using IdeaText = Confidential<280, 1>;

/// Checked as a case's texts are: refused with `identifiers_left` while it holds what must be replaced, or something
/// doubtful that is not in `kept` (which is not stored).
struct IdeaNote {
    Id group, session;
    IdeaText text;
    List<Kept, 50> kept;
};
COVISION_MESSAGE(IdeaNote, group, session, text, kept)

struct IdeaNoted {
    Id idea;
};
COVISION_MESSAGE(IdeaNoted, idea)

struct IdeaRef {
    Id group, session, idea;
};
COVISION_MESSAGE(IdeaRef, group, session, idea)

struct Idea {
    Id idea;
    /// Where it was noted: an item of the session's agenda, and a phase of that.
    Whole<0, 100> item, phase;
    /// The caller's own, who may take it back while the group is at it.
    bool mine = false;
    IdeaText text;
};
COVISION_MESSAGE(Idea, idea, item, phase, mine, text)

struct IdeaList {
    std::int64_t seq = 0;
    /// Phase by phase. While the group is at it in the order in which they were noted, later jumbled within a phase.
    List<Idea, 1000> ideas;
    /// A gift's: when it is shredded, with its case.
    std::optional<Time> until;
};
COVISION_MESSAGE(IdeaList, seq, ideas, until)

using StepText = Confidential<140, 1>;

/// What who presented wants to do first. Checked like an idea. A second one of the same session takes its place.
struct StepSet {
    Id group, session;
    StepText text;
    List<Kept, 50> kept;
};
COVISION_MESSAGE(StepSet, group, session, text, kept)

struct FirstStep {
    StepText text;
    /// From then on home asks how it went.
    Time asked_at;
    /// Shredded then, answered or not.
    Time until;
};
COVISION_MESSAGE(FirstStep, text, asked_at, until)

/// The caller's own.
struct MyStep {
    /// The caller presents, or has presented, and may write one.
    bool may_set = false;
    std::optional<FirstStep> step;
};
COVISION_MESSAGE(MyStep, may_set, step)

/// How it went is not sent: done with, it is shredded, and nothing else is kept.
struct StepAnswer {
    Id group, session;
    /// Asked again later.
    bool not_yet = false;
    /// Five minutes of the group's next session.
    bool echo = false;
};
COVISION_MESSAGE(StepAnswer, group, session, not_yet, echo)

/// Who would like five minutes of the group's next session, to tell how it went.
struct Echoes {
    List<Id, 64> accounts;
};
COVISION_MESSAGE(Echoes, accounts)

/// ideas.step_changed, in the caller's own feed: there is a step, or none any more.
struct StepChanged {
    Id group, session;
};
COVISION_MESSAGE(StepChanged, group, session)

/// ideas.changed: there is another list than before.
struct IdeasChanged {
    Id session;
};
COVISION_MESSAGE(IdeasChanged, session)

/// ideas.echo_asked: of the group's next session.
struct EchoAsked {
    Id account;
};
COVISION_MESSAGE(EchoAsked, account)

}  // namespace covision::protocol
