#pragma once
// Into people's own calendars and mailboxes: the private feed, what is mailed, answers by a link.

#include "protocol/messages/accounts.hpp"
#include "protocol/messages/rota.hpp"

namespace covision::protocol {

/// What an account wants to get by mail.
struct MailChoice {
    /// Invitations, new dates, moved and cancelled sessions, a series that runs out.
    bool invitations = true;
    bool day_before = true;
    bool two_hours_before = false;
    /// One's own roles: seven days before, and at once where one is asked to stand in.
    bool duties = true;
};
COVISION_MESSAGE(MailChoice, invitations, day_before, two_hours_before, duties)

struct CalendarSettings {
    std::int64_t seq = 0;
    /// Whether this server sends mail at all.
    bool relay = false;
    /// Where it goes.
    Email email;
    /// Whether there is a feed: GET /calendar/TOKEN.ics.
    bool feed = false;
    std::optional<Time> feed_made_at;
    /// In feed and mails: the group's name (otherwise "Covision"); place and call link.
    bool show_group = false;
    bool show_link = false;
    MailChoice mail;
};
COVISION_MESSAGE(CalendarSettings, seq, relay, email, feed, feed_made_at, show_group, show_link, mail)

struct CalendarChoice {
    bool show_group = false;
    bool show_link = false;
    MailChoice mail;
};
COVISION_MESSAGE(CalendarChoice, show_group, show_link, mail)

/// The feed's address is ORIGIN/calendar/TOKEN.ics. Shown this once; whoever has it can read the feed.
struct FeedMade {
    Secret token;
};
COVISION_MESSAGE(FeedMade, token)

/// Event calendar.changed on the account's own feed: ask calendar.settings again.
struct CalendarChanged {
    Id account;
};
COVISION_MESSAGE(CalendarChanged, account)

// ---- over HTTP: POST /auth/peek_answer, /auth/answer, /auth/give_up ----

enum class AnswerPurpose { answer, duty };
COVISION_ENUM(AnswerPurpose, answer, duty)

/// open: it can still be answered. taken: the turn is somebody else's by now.
enum class AnswerState { open, over, cancelled, taken };
COVISION_ENUM(AnswerState, open, over, cancelled, taken)

/// A mail's link, ORIGIN/answer#yes.TOKEN (or late, no, cannot): looking at it consumes nothing.
struct AnswerPeek {
    Secret token;
};
COVISION_MESSAGE(AnswerPeek, token)

struct AnswerByLink {
    Secret token;
    Answer answer = Answer::yes;
};
COVISION_MESSAGE(AnswerByLink, token, answer)

/// What the link is about, as it is now; also the result of answering.
struct AnswerLink {
    AnswerPurpose purpose = AnswerPurpose::answer;
    AnswerState state = AnswerState::open;
    /// Where the person shows it in the own calendar too.
    std::optional<Text<80>> group_name;
    Time starts_at, ends_at;
    /// Of the person whose link it is.
    Zone zone;
    Language language = Language::en;
    /// What this person has answered so far.
    std::optional<Answer> current;
    /// duty: which one.
    std::optional<DutyRole> role;
};
COVISION_MESSAGE(AnswerLink, purpose, state, group_name, starts_at, ends_at, zone, language, current, role)

}  // namespace covision::protocol
