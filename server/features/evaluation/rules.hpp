#pragma once
// What a group may see of its ballots: our own short form of six items, 0 to 10, each of which may be skipped. Pure.

#include <optional>
#include <vector>

#include "protocol/messages/evaluation.hpp"
#include "server/base/time.hpp"

namespace covision::evaluation {

/// With fewer ballots nothing is shown: in a small group each number would have a face.
inline constexpr std::size_t fewest_ballots = 4;
inline constexpr std::chrono::hours open_for{72};

/// Skipped items are left out.
struct Ballot {
    std::vector<protocol::Score> scores;
};

/// Either why nothing is shown, or a mean and a word for each item that enough have answered.
struct Summary {
    std::optional<protocol::NoResult> no_result;
    std::vector<protocol::ItemResult> items;
};

/// Means are rounded to the nearest half; "mixed" where the standard deviation is over two points. An item that fewer
/// than four have answered is left out, whatever the number of ballots. Never a row, a smallest or a greatest value.
Summary summarise(const std::vector<Ballot>& ballots);

/// When a rating that was opened at `held` closes at the latest.
inline Instant closing_time(Instant held) { return held + open_for; }

}  // namespace covision::evaluation
