#pragma once
// What a changed rule does to the sessions of a series. Pure.

#include <string>
#include <vector>

#include "server/features/schedule/rules.hpp"

namespace covision::schedule {

struct Changes {
    struct Stays {
        std::string id;
        Occurrence as;
    };
    std::vector<Occurrence> added;
    std::vector<Stays> kept;           // at the same time
    std::vector<Stays> shifted;        // at another one
    std::vector<Stays> stand;          // moved or cancelled by hand, and now in the place of this occurrence
    std::vector<std::string> removed;  // no longer in the rule
};

/// `existing`: the series' sessions, `wanted`: the rule's occurrences, of which only those after `now` count.
/// A session at a wanted time stays there. Of the others as many as possible stay, each at the wanted time that is
/// nearest to its own, without one overtaking another; what would have to move by as much as lies between two sessions
/// (7 to 31 days) is rather removed and made anew.
/// What has begun, what somebody moved or cancelled stays as it is, and where it stood nothing is added.
Changes reconcile(const std::vector<Meeting>& existing, const std::vector<Occurrence>& wanted, Instant now);

}  // namespace covision::schedule
