#include "server/features/schedule/rules.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "server/base/refused.hpp"

namespace covision::schedule {

namespace {

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

void may_move(const Meeting& meeting, Instant starts, Instant ends, const std::vector<Meeting>& others, Instant now) {
    not_cancelled(meeting);
    not_over(meeting, now);
    not_held(meeting);
    if (starts <= now) throw Refused("in_the_past", "Choose a time that is still to come.");
    if (ends - starts < std::chrono::minutes{15} || ends - starts > std::chrono::hours{12})
        throw Refused("bad_length", "A session lasts between 15 minutes and 12 hours.");
    if (starts > now + std::chrono::days{731}) throw Refused("too_far", "Choose a time within the next two years.");
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

Changes reconcile(const std::vector<Meeting>& existing, const std::vector<Occurrence>& wanted, Instant now) {
    Changes changes;
    std::unordered_map<int, const Meeting*> by_number;
    for (const auto& meeting : existing) by_number.emplace(meeting.number, &meeting);
    std::unordered_set<int> kept;
    for (const auto& occurrence : wanted) {
        kept.insert(occurrence.number);
        const auto at = by_number.find(occurrence.number);
        if (at == by_number.end()) {
            if (occurrence.starts > now) changes.added.push_back(occurrence);
            continue;
        }
        const auto& meeting = *at->second;
        if (frozen(meeting, now) || meeting.moved) continue;
        if (meeting.starts != occurrence.starts || meeting.ends != occurrence.ends)
            changes.shifted.push_back({meeting.id, occurrence});
    }
    for (const auto& meeting : existing) {
        if (!frozen(meeting, now) && !meeting.moved && !kept.count(meeting.number))
            changes.removed.push_back(meeting.id);
    }
    return changes;
}

}  // namespace covision::schedule
