#pragma once
// Any rule that rrule.hpp reads, as instants: what `covision schedule expand` prints.

#include <optional>
#include <string>
#include <vector>

#include "server/features/schedule/rrule.hpp"

namespace covision::schedule {

struct RuleQuestion {
    RRule rule;
    LocalTime start;
    std::string zone;
    std::optional<int> count{};        // beside the rule's own COUNT: whichever ends first
    std::optional<LocalTime> until{};  // the same beside UNTIL; inclusive
    std::vector<LocalTime> without{};  // EXDATE: taken out after counting; one that meets nothing changes nothing
};

/// In order. A time that the clocks skip is read with the offset before the gap, one they show twice is the first.
/// Refused zone_unknown, boundless (nothing ends it), too_many_sessions (more than 1,000).
std::vector<Instant> expand_rule(const RuleQuestion& question);

}  // namespace covision::schedule
