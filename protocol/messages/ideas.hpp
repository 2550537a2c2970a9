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

/// ideas.changed: there is another list than before.
struct IdeasChanged {
    Id session;
};
COVISION_MESSAGE(IdeasChanged, session)

}  // namespace covision::protocol
