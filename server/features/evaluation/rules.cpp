#include "server/features/evaluation/rules.hpp"

#include <cmath>

namespace covision::evaluation {
namespace {

using protocol::Agreeing;
using protocol::Item;
using protocol::NoResult;

constexpr double mixed_above = 2.0;

std::vector<double> scores_of(const std::vector<Ballot>& ballots, Item item) {
    std::vector<double> scores;
    for (const auto& ballot : ballots)
        for (const auto& score : ballot.scores)
            if (score.item == item) scores.push_back(static_cast<double>(score.score.value));
    return scores;
}

protocol::ItemResult result_of(Item item, const std::vector<double>& scores) {
    auto count = static_cast<double>(scores.size());
    double sum = 0, squares = 0;
    for (double score : scores) sum += score;
    double mean = sum / count;
    for (double score : scores) squares += (score - mean) * (score - mean);
    bool mixed = std::sqrt(squares / count) > mixed_above;
    return {item, std::round(mean * 2) / 2, mixed ? Agreeing::mixed : Agreeing::close};
}

}  // namespace

Summary summarise(const std::vector<Ballot>& ballots) {
    if (ballots.empty()) return {NoResult::nobody_rated, {}};
    if (ballots.size() < fewest_ballots) return {NoResult::too_few, {}};
    Summary summary;
    for (auto item : {Item::useful, Item::heard, Item::safe, Item::on_track, Item::fair_time, Item::takeaway}) {
        auto scores = scores_of(ballots, item);
        if (scores.size() >= fewest_ballots) summary.items.push_back(result_of(item, scores));
    }
    if (summary.items.empty()) summary.no_result = NoResult::too_few;
    return summary;
}

}  // namespace covision::evaluation
