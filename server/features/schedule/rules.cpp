#include "server/features/schedule/rules.hpp"

#include <algorithm>

#include "server/base/refused.hpp"

namespace covision::schedule {

namespace {

constexpr std::chrono::days offer_ahead{14};

void not_cancelled(const Meeting& meeting) {
    if (meeting.cancelled) throw Refused("session_cancelled", "This session was cancelled.");
}

void not_over(const Meeting& meeting, Instant now) {
    if (now >= meeting.ends) throw Refused("session_over", "This session is over.");
}

void not_held(const Meeting& meeting) {
    if (meeting.opened) throw Refused("session_started", "This session has been opened already.");
}

void not_at_once(const Meeting& other, Instant starts, Instant ends) {
    if (!other.cancelled && starts < other.ends && other.starts < ends)
        throw Refused("overlaps", "The group has another session at that time.", {{"session", other.id}});
}

}  // namespace

bool frozen(const Meeting& meeting, Instant now) {
    return meeting.cancelled || meeting.opened || now >= meeting.starts;
}

void may_plan(Instant starts, Instant ends, Instant now) {
    if (starts <= now) throw Refused("in_the_past", "Choose a time that is still to come.");
    if (ends - starts < std::chrono::minutes{15} || ends - starts > std::chrono::hours{12})
        throw Refused("bad_length", "A session lasts between 15 minutes and 12 hours.");
    if (starts > now + std::chrono::days{731}) throw Refused("too_far", "Choose a time within the next two years.");
}

void may_move(const Meeting& meeting, Instant starts, Instant ends, const std::vector<Meeting>& others, Instant now) {
    not_cancelled(meeting);
    not_over(meeting, now);
    not_held(meeting);
    may_plan(starts, ends, now);
    for (const auto& other : others)
        if (other.id != meeting.id) not_at_once(other, starts, ends);
}

void may_add(const std::vector<Occurrence>& wanted, const std::vector<Meeting>& others) {
    for (const auto& other : others)
        for (const auto& occurrence : wanted) not_at_once(other, occurrence.starts, occurrence.ends);
}

void may_cancel(const Meeting& meeting, Instant now) {
    not_cancelled(meeting);
    not_over(meeting, now);
    not_held(meeting);
}

void may_answer(const Meeting& meeting, Instant now) {
    not_cancelled(meeting);
    if (meeting.held) throw Refused("session_over", "This session is over.");
    not_over(meeting, now);
}

void may_open(const Meeting& meeting, Instant now) {
    not_cancelled(meeting);
    const auto opens = meeting.starts - opens_before;
    if (now < opens)
        throw Refused("too_early", "The session opens an hour before it starts.", {{"opens", rfc3339(opens)}});
    if (now >= meeting.ends + opens_until) throw Refused("session_over", "This session is over.");
}

std::optional<protocol::SessionOffer> offer(const Meeting& meeting, std::size_t members, std::size_t said_no,
                                            std::int64_t quorum, Instant now) {
    if (frozen(meeting, now) || meeting.starts > now + offer_ahead) return std::nullopt;
    const auto coming = members - std::min(members, said_no);
    if (coming == 3) return protocol::SessionOffer::troika;
    if (said_no > 0 && coming < static_cast<std::size_t>(quorum)) return protocol::SessionOffer::too_few;
    return std::nullopt;
}

}  // namespace covision::schedule
