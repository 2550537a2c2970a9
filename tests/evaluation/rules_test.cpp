// What a group may see of its ballots.
#include "server/features/evaluation/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace covision::evaluation {
namespace {

using protocol::Agreeing;
using protocol::Item;
using protocol::NoResult;

Ballot ballot(std::vector<std::pair<Item, int>> scores) {
    Ballot made;
    for (const auto& [item, value] : scores) {
        protocol::Score score;
        score.item = item;
        score.score = value;
        made.scores.push_back(score);
    }
    return made;
}

std::vector<Ballot> useful(const std::vector<int>& scores) {
    std::vector<Ballot> made;
    for (const int score : scores) made.push_back(ballot({{Item::useful, score}}));
    return made;
}

TEST(Evaluation, NothingFromFewerThanFour) {
    EXPECT_EQ(summarise({}).no_result, NoResult::nobody_rated);
    EXPECT_EQ(summarise(useful({8, 8, 8})).no_result, NoResult::too_few);
    EXPECT_TRUE(summarise(useful({8, 8, 8})).items.empty());
    const auto four = summarise(useful({8, 8, 8, 8}));
    EXPECT_FALSE(four.no_result);
    ASSERT_EQ(four.items.size(), 1u);
    EXPECT_EQ(four.items[0].mean, 8);
}

TEST(Evaluation, MeansAreRoundedToAHalf) {
    EXPECT_EQ(summarise(useful({7, 8, 8, 8})).items[0].mean, 8);      // 7.75
    EXPECT_EQ(summarise(useful({7, 7, 7, 8})).items[0].mean, 7.5);    // 7.25
    EXPECT_EQ(summarise(useful({7, 7, 7, 7, 8})).items[0].mean, 7);   // 7.2
    EXPECT_EQ(summarise(useful({10, 10, 10, 9})).items[0].mean, 10);  // a ten does not say that all gave ten
    EXPECT_EQ(summarise(useful({0, 0, 0, 1})).items[0].mean, 0.5);
}

TEST(Evaluation, OneWordForAgreement) {
    EXPECT_EQ(summarise(useful({7, 8, 8, 9})).items[0].agreeing, Agreeing::close);
    EXPECT_EQ(summarise(useful({2, 3, 9, 9})).items[0].agreeing, Agreeing::mixed);
}

TEST(Evaluation, AnItemThatFewAnsweredIsLeftOut) {
    std::vector<Ballot> ballots(5, ballot({{Item::useful, 8}, {Item::safe, 6}}));
    ballots[0] = ballots[1] = ballot({{Item::useful, 8}});
    const auto summary = summarise(ballots);
    ASSERT_EQ(summary.items.size(), 1u);
    EXPECT_EQ(summary.items[0].item, Item::useful);
    const std::vector<Ballot> texts_only(5);
    EXPECT_EQ(summarise(texts_only).no_result, NoResult::too_few);
}

TEST(Evaluation, ClosesAfterThreeDays) {
    const auto held = *parse_rfc3339("2026-11-24T17:00:00Z");
    EXPECT_EQ(rfc3339(closing_time(held)), "2026-11-27T17:00:00Z");
}

/// For random ballots: halves only, within half a step of the mean, and the same for any order.
TEST(Evaluation, HoldsForRandomBallots) {
    for (unsigned seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937 random(seed);
        std::vector<Ballot> ballots;
        std::array<std::vector<int>, 6> given;
        for (unsigned n = random() % 10; n > 0; --n) {
            std::vector<std::pair<Item, int>> scores;
            for (std::size_t item = 0; item < 6; ++item) {
                if (random() % 4 == 0) continue;
                const int score = static_cast<int>(random() % 11);
                scores.push_back({static_cast<Item>(item), score});
                given[item].push_back(score);
            }
            ballots.push_back(ballot(scores));
        }
        const auto summary = summarise(ballots);
        for (const auto& result : summary.items) {
            const auto& scores = given[static_cast<std::size_t>(result.item)];
            ASSERT_GE(scores.size(), fewest_ballots);
            double sum = 0;
            for (const int score : scores) sum += score;
            ASSERT_LE(std::abs(sum / static_cast<double>(scores.size()) - result.mean), 0.25 + 1e-9);
            ASSERT_EQ(result.mean * 2, std::floor(result.mean * 2));
        }
        std::shuffle(ballots.begin(), ballots.end(), random);
        const auto again = summarise(ballots);
        ASSERT_EQ(again.no_result, summary.no_result);
        ASSERT_EQ(again.items.size(), summary.items.size());
        for (std::size_t i = 0; i < again.items.size(); ++i) {
            ASSERT_EQ(again.items[i].mean, summary.items[i].mean);
            ASSERT_EQ(again.items[i].agreeing, summary.items[i].agreeing);
        }
    }
}

}  // namespace
}  // namespace covision::evaluation
