#pragma once
// Sessions with too few ballots of their own, folded into a rolling window. Pure.

#include <string>
#include <vector>

#include "server/features/evaluation/rules.hpp"

namespace covision::evaluation {

constexpr std::size_t least_sessions = 3;

/// A closed session; who rated is known apart from the ballots, in no order that links the two.
struct Rated {
    std::string session;
    std::vector<std::string> raters;
    std::vector<Ballot> ballots;
};

struct Window {
    std::vector<std::string> sessions;
    Summary summary;
};

/// The windows that may be published, oldest first, from a group's closed sessions in order of time. Sessions with four
/// ballots speak for themselves and are no part of a window. A window ends with each other session and is the shortest
/// of at least three of them with at least four distinct raters. It is left out when it and one published before it
/// differ in the ballots of a single rater, so that none can be got by subtraction.
std::vector<Window> windows(const std::vector<Rated>& closed);

}  // namespace covision::evaluation
