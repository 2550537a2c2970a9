#pragma once
// Ballots and what the group sees of them.

#include "protocol/messages/cases.hpp"

namespace covision::protocol {

/// The six items of our own short form, in their order; the first three are shown first.
enum class Item { useful, heard, safe, on_track, fair_time, takeaway };
COVISION_ENUM(Item, useful, heard, safe, on_track, fair_time, takeaway)

struct Score {
    Item item = Item::useful;
    Whole<0, 10> score;
};
COVISION_MESSAGE(Score, item, score)

/// Skipped items are left out. The two lines are checked as a case's texts are: refused with `identifiers_left` while
/// they hold what must be replaced, or something doubtful that is not in `kept` (which is not stored).
struct Rate {
    Id group, session;
    List<Score, 6> scores;
    Confidential<500> keep, change;
    std::optional<List<Kept, 100>> kept;
};
COVISION_MESSAGE(Rate, group, session, scores, keep, change, kept)

enum class BallotState { not_present, open, rated, declined, closed };
COVISION_ENUM(BallotState, not_present, open, rated, declined, closed)

enum class Agreeing { close, mixed };
COVISION_ENUM(Agreeing, close, mixed)

struct ItemResult {
    Item item = Item::useful;
    /// Rounded to 0.5.
    double mean = 0;
    Agreeing agreeing = Agreeing::close;
};
COVISION_MESSAGE(ItemResult, item, mean, agreeing)

/// Why there is no result.
enum class NoResult { still_open, too_few, nobody_rated, shredded };
COVISION_ENUM(NoResult, still_open, too_few, nobody_rated, shredded)

struct Evaluation {
    Id session;
    BallotState mine = BallotState::not_present;
    Time closes_at;
    std::optional<NoResult> no_result;
    List<ItemResult, 6> items;
    /// In mixed order and without names.
    List<Confidential<500>, 64> keep, change;
};
COVISION_MESSAGE(Evaluation, session, mine, closes_at, no_result, items, keep, change)

struct EvaluationView {
    std::int64_t seq = 0;
    Evaluation evaluation;
};
COVISION_MESSAGE(EvaluationView, seq, evaluation)

/// One session of the plot; without items where nothing may be shown.
struct TrendPoint {
    Id session;
    Time starts_at;
    Whole<0, 100000> number;
    std::optional<NoResult> no_result;
    List<ItemResult, 6> items;
};
COVISION_MESSAGE(TrendPoint, session, starts_at, number, no_result, items)

struct Trend {
    std::int64_t seq = 0;
    List<TrendPoint, 200> points;
};
COVISION_MESSAGE(Trend, seq, points)

/// evaluation.opened, evaluation.closed. Nothing tells that somebody rated.
struct EvaluationEvent {
    Id session;
};
COVISION_MESSAGE(EvaluationEvent, session)

}  // namespace covision::protocol
