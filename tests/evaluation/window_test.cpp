#include "server/features/evaluation/window.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace covision::evaluation {
namespace {

/// A session that these people rated, each letter one of them, all with the same score.
Rated rated(const std::string& session, const std::string& raters, int score = 8) {
    Rated made;
    made.session = session;
    for (const char rater : raters) {
        made.raters.push_back(std::string(1, rater));
        protocol::Score given;
        given.score = score;
        made.ballots.push_back({{given}});
    }
    return made;
}

using Sessions = std::vector<std::string>;

TEST(Windows, ThreeSessionsWithFourPeople) {
    EXPECT_TRUE(windows({rated("1", "ab"), rated("2", "cd")}).empty()) << "three sessions at least";
    EXPECT_TRUE(windows({rated("1", "abc"), rated("2", "abc"), rated("3", "abc")}).empty()) << "four people at least";
    const auto found = windows({rated("1", "ab"), rated("2", "bc"), rated("3", "cd", 4)});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].sessions, (Sessions{"1", "2", "3"}));
    EXPECT_EQ(found[0].summary.items[0].mean, 6.5);
}

TEST(Windows, ReachBackUntilThereAreEnough) {
    const auto found =
        windows({rated("1", "abc"), rated("2", "d"), rated("3", "ab"), rated("4", "ab"), rated("5", "ab")});
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].sessions, (Sessions{"1", "2", "3"}));
}

TEST(Windows, SessionsThatSpeakForThemselvesStayOut) {
    const auto found =
        windows({rated("1", "ab"), rated("2", "abcdef"), rated("3", "bc"), rated("4", ""), rated("5", "cd")});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].sessions, (Sessions{"1", "3", "5"}));
}

TEST(Windows, NoSinglePersonByDifference) {
    // 2-4 would differ from 1-3 by a's ballot in 1 and by e's in 4.
    const auto found = windows({rated("1", "a"), rated("2", "bc"), rated("3", "bcd"), rated("4", "e")});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].sessions, (Sessions{"1", "2", "3"}));
}

TEST(Windows, NoTwoPublishedOnesDifferByOneRater) {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        std::vector<Rated> closed;
        for (int i = 0; i < 16; ++i) {
            std::string raters;
            for (const char rater : {'a', 'b', 'c', 'd', 'e', 'f'})
                if (random() % 3 == 0) raters += rater;
            closed.push_back(rated(std::to_string(i), raters));
        }
        const auto raters_of = [&](const Sessions& sessions, const Sessions& without) {
            std::set<std::string> found;
            for (const auto& session : closed) {
                if (std::find(sessions.begin(), sessions.end(), session.session) == sessions.end()) continue;
                if (std::find(without.begin(), without.end(), session.session) != without.end()) continue;
                found.insert(session.raters.begin(), session.raters.end());
            }
            return found;
        };
        const auto found = windows(closed);
        for (const auto& a : found) {
            ASSERT_GE(a.sessions.size(), least_sessions);
            ASSERT_GE(raters_of(a.sessions, {}).size(), fewest_ballots);
            for (const auto& b : found) ASSERT_NE(raters_of(a.sessions, b.sessions).size(), 1u) << "seed " << seed;
        }
    }
}

}  // namespace
}  // namespace covision::evaluation
