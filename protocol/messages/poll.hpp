#pragma once
// Finding a time: dated options, what suits whom, and a choice that becomes a session or a series.

#include "protocol/messages/schedule.hpp"

namespace covision::protocol {

enum class PollChoice { yes, if_need_be, no };
COVISION_ENUM(PollChoice, yes, if_need_be, no)

/// chosen: it has become a session or a series. closed: nothing came of it.
enum class PollState { open, chosen, closed };
COVISION_ENUM(PollState, open, chosen, closed)

struct PollOption {
    Id option;
    Time starts_at;
    /// The same in the poll's zone.
    LocalTime local_start;
};
COVISION_MESSAGE(PollOption, option, starts_at, local_start)

struct PollVote {
    Id account, option;
    PollChoice choice = PollChoice::yes;
};
COVISION_MESSAGE(PollVote, account, option, choice)

struct Poll {
    Id poll;
    Text<80> title;
    Zone zone;
    Minutes minutes;
    Id created_by;
    Time created_at;
    PollState state = PollState::open;
    std::optional<Id> chosen;
    /// In order of time.
    List<PollOption, 40> options;
    /// Of present members, while somebody has voted for an option at all.
    List<PollVote, 2000> votes;
};
COVISION_MESSAGE(Poll, poll, title, zone, minutes, created_by, created_at, state, chosen, options, votes)

/// Open ones first, all of them (ten at most); then the latest that are not, up to twenty in all. What is done with
/// goes after 90 days.
struct Polls {
    std::int64_t seq = 0;
    List<Poll, 20> polls;
};
COVISION_MESSAGE(Polls, seq, polls)

struct PollCreate {
    Id group;
    /// "Spring term"; may be empty.
    Text<80> title;
    Zone zone;
    Minutes minutes;
    List<LocalTime, 40, 1> options;
};
COVISION_MESSAGE(PollCreate, group, title, zone, minutes, options)

struct PollCreated {
    Id poll;
};
COVISION_MESSAGE(PollCreated, poll)

struct PollMark {
    Id option;
    PollChoice choice = PollChoice::yes;
};
COVISION_MESSAGE(PollMark, option, choice)

/// All that the caller says of the poll: it replaces what was said before; options that are not named have no answer.
struct PollAnswer {
    Id group, poll;
    List<PollMark, 40> votes;
};
COVISION_MESSAGE(PollAnswer, group, poll, votes)

/// With a recurrence the option is the first session of a series, otherwise one of its own.
struct PollChoose {
    Id group, poll, option;
    std::optional<Recurrence> recurrence;
    Place place;
    CallLink call_link;
    Breaks breaks;
};
COVISION_MESSAGE(PollChoose, group, poll, option, recurrence, place, call_link, breaks)

struct PollChosen {
    std::optional<Id> session, series;
};
COVISION_MESSAGE(PollChosen, session, series)

struct PollRef {
    Id group, poll;
};
COVISION_MESSAGE(PollRef, group, poll)

// ---- events ----

/// schedule.poll_changed: ask schedule.polls again.
struct PollEvent {
    Id poll;
};
COVISION_MESSAGE(PollEvent, poll)

}  // namespace covision::protocol
