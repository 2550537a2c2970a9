// Rating a session as calls: who may, when it closes, and that nothing leads from a ballot to who gave it.

#include "tests/evaluation/rated.hpp"

namespace covision::evaluation {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::BallotState;
using protocol::Item;
using protocol::NoResult;
using storage::Sql;

const Sql count_ballots{"SELECT count(*) FROM ballot WHERE kind = 'scores'"};
const Sql count_envelopes{"SELECT count(*) FROM has_rated WHERE envelope IS NOT NULL"};
const Sql count_calls{"SELECT count(*) FROM done_call WHERE method LIKE 'evaluation.%'"};

class EvaluationTest : public test::Rating {
protected:
    EvaluationTest() { hold(0); }

    struct Line {
        std::string id, kind, body;
        static Line from(const storage::Row& row) { return {row.text(0), row.text(1), row.blob(2)}; }
    };
    std::vector<Line> ballots() {
        static const Sql all{"SELECT id, kind, body FROM ballot"};
        return house.db->all<Line>(all);
    }
};

TEST_F(EvaluationTest, OpensWithThoseWhoWereThere) {
    EXPECT_EQ(told(group),
              (Kinds{"consultation.changed", "schedule.session_held", "rota.changed", "evaluation.opened"}));
    const auto view = shown(people[0], 0);
    EXPECT_EQ(view.mine, BallotState::open);
    EXPECT_EQ(view.no_result, NoResult::still_open);
    EXPECT_EQ(view.closes_at.value, house.now + 72h);
    EXPECT_EQ(rate(somebody(8), 0, 5), "not_found");
    const auto cy = somebody(7);
    join(cy, false);
    EXPECT_EQ(rate(cy, 0, 5), "was_not_there");
    EXPECT_EQ(decline(cy, 0), "was_not_there");
    EXPECT_EQ(shown(cy, 0).mine, BallotState::not_present);
    EXPECT_EQ(rate(people[0], 1, 5), "not_found") << "not held yet";
    reword_agreement();
    EXPECT_EQ(rate(people[1], 0, 5), "") << "a new agreement takes nobody's voice";
}

TEST_F(EvaluationTest, WhatIsNoBallot) {
    auto twice = ballot(0, 5);
    twice.scores.push_back({Item::safe, 6});
    EXPECT_EQ(house.refusal(people[0], "evaluation.rate", twice), "item_twice");
    try {
        house.call(people[0], "evaluation.rate", protocol::encode(ballot(0, 5, "Write to max@example.org")));
        FAIL() << "it was taken";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.code(), "identifiers_left");
        for (const auto& [key, value] : refused.details()) EXPECT_EQ(value.find("max"), std::string::npos) << key;
    }
    EXPECT_EQ(shown(people[0], 0).mine, BallotState::open);
}

TEST_F(EvaluationTest, ADoubtfulPlaceIsDecidedAsInACase) {
    auto params = ballot(0, 5, "It helped to hear of Leeds.");
    EXPECT_EQ(house.refusal(people[0], "evaluation.rate", params), "identifiers_left");
    params.kept = protocol::List<protocol::Kept, 100>{protocol::Kept{protocol::WrittenField::change, 21, 26}};
    EXPECT_EQ(house.refusal(people[0], "evaluation.rate", params), "identifiers_left") << "of the other line";
    params.kept->items[0].field = protocol::WrittenField::keep;
    EXPECT_EQ(house.refusal(people[0], "evaluation.rate", params), "");
    const protocol::Policy strict{protocol::Strictness::strict, {}, {}};
    EXPECT_EQ(house.refusal(people[0], "cases.set_policy", protocol::PolicySet{group, 0, strict}), "");
    EXPECT_EQ(house.refusal(people[0], "evaluation.rate", params), "identifiers_left");
}

TEST_F(EvaluationTest, NobodyHearsWhoHasRated) {
    EXPECT_EQ(rate(people[0], 0, 5, "Calm pace"), "");
    EXPECT_TRUE(house.events.empty());
    EXPECT_EQ(decline(people[1], 0), "");
    EXPECT_TRUE(house.events.empty());
    EXPECT_EQ(shown(people[2], 0).mine, BallotState::open);
    static const Sql audited{"SELECT count(*) FROM audit WHERE action LIKE 'evaluation.%'"};
    EXPECT_EQ(house.db->one<std::int64_t>(audited), 0);
}

TEST_F(EvaluationTest, TheLastBallotCountsUntilItCloses) {
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(rate(people[i], 0, 2), "");
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(rate(people[i], 0, 8), "") << "one may think again";
    EXPECT_EQ(shown(people[0], 0).no_result, NoResult::still_open);
    EXPECT_EQ(decline(people[5], 0), "");
    settle();
    EXPECT_EQ(told(group), Kinds{"evaluation.closed"});
    const auto result = shown(people[5], 0);
    EXPECT_FALSE(result.no_result);
    ASSERT_EQ(result.items.size(), 3u);
    EXPECT_EQ(result.items[0].item, Item::useful);
    EXPECT_EQ(result.items[0].mean, 8.0);
    EXPECT_EQ(result.mine, BallotState::closed);
    EXPECT_EQ(house.db->one<std::int64_t>(count_ballots), 5);
    EXPECT_EQ(rate(people[0], 0, 1), "rating_closed");
    EXPECT_EQ(decline(people[0], 0), "rating_closed");
    house.advance(80h);
    EXPECT_EQ(house.db->one<std::int64_t>(count_ballots), 5) << "closed once";
}

TEST_F(EvaluationTest, DecliningTakesTheBallotBack) {
    EXPECT_EQ(rate(people[0], 0, 2, "Calm pace"), "");
    EXPECT_EQ(house.db->one<std::int64_t>(count_envelopes), 1);
    EXPECT_EQ(decline(people[0], 0), "");
    EXPECT_EQ(house.db->one<std::int64_t>(count_envelopes), 0);
    EXPECT_EQ(rate(people[0], 0, 9), "") << "and one may still change one's mind";
    EXPECT_EQ(house.db->one<std::int64_t>(count_envelopes), 1);
}

TEST_F(EvaluationTest, TooFewSayNothing) {
    for (std::size_t i = 0; i < 3; ++i) rate(people[i], 0, 7, "Calm pace");
    house.advance(72h);
    EXPECT_EQ(told(group), Kinds{"evaluation.closed"});
    const auto result = shown(people[0], 0);
    EXPECT_EQ(result.no_result, NoResult::too_few);
    EXPECT_TRUE(result.items.empty());
    EXPECT_TRUE(result.keep.empty());
    hold(1);
    house.advance(72h);
    EXPECT_EQ(shown(people[0], 1).no_result, NoResult::nobody_rated);
}

TEST_F(EvaluationTest, AfterClosingNothingLeadsFromABallotToAnybody) {
    for (std::size_t i = 0; i < people.size(); ++i)
        rate(people[i], 0, static_cast<int>(i), "Line of number " + std::to_string(i));
    const auto envelopes = house.folder.all_bytes();
    EXPECT_EQ(envelopes.find("Line of number"), std::string::npos) << "sealed from the first moment";
    settle();

    const auto rows = ballots();
    EXPECT_EQ(rows.size(), 12u);
    for (const auto& row : rows) {
        EXPECT_EQ(row.id[14], '4') << "a random id, without a time in it";
        for (const auto& one : people) {
            EXPECT_EQ(row.id.find(one.account), std::string::npos);
            EXPECT_EQ(row.body.find(one.account), std::string::npos);
        }
    }
    static const Sql columns{"SELECT group_concat(name) FROM pragma_table_info('ballot')", Sql::Home::own_file};
    EXPECT_EQ(house.db->one<std::string>(columns), "id,grp,session,kind,body") << "no time, no account";
    EXPECT_EQ(house.db->one<std::int64_t>(count_envelopes), 0);
    EXPECT_EQ(house.db->one<std::int64_t>(count_calls), 0) << "that of who rated last too";
    static const Sql ordered{"SELECT count(*) FROM shred WHERE grp = $1 AND item = $2"};
    EXPECT_EQ(house.db->one<std::int64_t>(ordered, group, id(0)), 1) << "the key of the envelopes is to go";
    EXPECT_EQ(shown(people[0], 0).keep.size(), 6u);
}

TEST_F(EvaluationTest, TheOrderOfBallotsIsNotThatOfRating) {
    // Twelve lines in the order of their random ids; that all stand as they came has odds of 1 to 6!² a session.
    std::size_t as_they_came = 0;
    for (std::size_t session = 0; session < 2; ++session) {
        if (session > 0) hold(session);
        for (std::size_t i = 0; i < people.size(); ++i)
            EXPECT_EQ(rate(people[i], session, 5, "Calm pace " + std::to_string(i)), "");
        settle();
        const auto lines = shown(people[0], session).keep.items;
        as_they_came +=
            std::is_sorted(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    }
    EXPECT_LT(as_they_came, 2u);
}

TEST_F(EvaluationTest, ClosesWhenTheLastOneWhoHadNotRatedLeaves) {
    for (std::size_t i = 0; i < 5; ++i) rate(people[i], 0, 6);
    leave(people[5]);
    settle();
    EXPECT_EQ(told(group), Kinds{"evaluation.closed"});
    EXPECT_EQ(shown(people[0], 0).items[0].mean, 6.0);
    EXPECT_EQ(rate(people[5], 0, 1), "not_found");
}

TEST_F(EvaluationTest, TheBallotOfWhoLeavesStays) {
    for (std::size_t i = 0; i < 4; ++i) rate(people[i], 0, 6);
    leave(people[3]);
    house.advance(72h);
    EXPECT_FALSE(shown(people[0], 0).no_result) << "four ballots";
    EXPECT_EQ(house.db->one<std::int64_t>(count_calls), 0);
}

TEST_F(EvaluationTest, LinesAreForThoseWhoBelongedThatDayAndHaveSigned) {
    for (const auto& one : people) rate(one, 0, 6, "Calm pace");
    settle();
    EXPECT_EQ(shown(people[1], 0).keep.size(), 6u);
    const auto later = somebody(7);
    join(later);
    EXPECT_EQ(shown(later, 0).keep.size(), 0u);
    reword_agreement();
    EXPECT_EQ(shown(people[1], 0).keep.size(), 0u);
    EXPECT_EQ(shown(people[1], 0).items.size(), 3u);
    sign(people[1], group, 2);
    EXPECT_EQ(shown(people[1], 0).keep.size(), 6u);
}

TEST_F(EvaluationTest, TheTrendGoesForward) {
    for (const auto& one : people) rate(one, 0, 6);
    settle();
    hold(1);
    const auto trend = house.call<protocol::Trend>(people[0], "evaluation.trend", protocol::GroupRef{group});
    ASSERT_EQ(trend.points.size(), 2u);
    EXPECT_EQ(trend.points[0].session.value, id(0));
    EXPECT_EQ(trend.points[0].items.size(), 3u);
    EXPECT_EQ(trend.points[1].no_result, NoResult::still_open);
}

}  // namespace
}  // namespace covision::evaluation
