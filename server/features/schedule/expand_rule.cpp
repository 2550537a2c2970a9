#include "server/features/schedule/expand_rule.hpp"

#include <algorithm>
#include <set>

#include "server/base/refused.hpp"
#include "server/features/schedule/recurrence.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::schedule {
namespace {

bool is_past(const RRule::Until& until, LocalTime local, Instant at) {
    if (until.day) return std::chrono::floor<std::chrono::days>(local) > *until.day;
    if (until.local) return local > *until.local;
    return until.utc && at > *until.utc;
}

}  // namespace

std::vector<Instant> expand_rule(const RuleQuestion& question) {
    const auto& rule = question.rule;
    const auto& until = rule.until;
    if (!is_zone(question.zone)) throw Refused("zone_unknown", "This zone is not known: write it like Europe/Berlin.");
    if (!rule.count && !until.day && !until.local && !until.utc && !question.count && !question.until)
        throw Refused("boundless", "This rule never ends: give it COUNT or UNTIL, or use --count or --until.");
    std::set<Instant> without;
    for (const auto local : question.without) without.insert(to_utc(local, question.zone));

    const auto first = std::chrono::floor<std::chrono::days>(question.start);
    const auto clock = question.start - first;
    const int most = std::min(rule.count.value_or(max_occurrences + 1), question.count.value_or(max_occurrences + 1));
    std::vector<Instant> found;
    Dates dates(rule, first);
    for (int number = 1; number <= most; ++number) {
        const auto day = dates.next();
        if (!day) break;
        const auto local = LocalTime{*day} + clock;
        const auto at = to_utc(local, question.zone);
        if (is_past(until, local, at) || (question.until && local > *question.until)) break;
        if (number > max_occurrences)
            throw Refused("too_many_sessions", "This rule has more than 1,000 occurrences: let it end earlier.");
        if (without.count(at) == 0) found.push_back(at);
    }
    return found;
}

}  // namespace covision::schedule
