// What a feed keeps: its numbers for ever, its events for some days.
#include <gtest/gtest.h>

#include "server/feed/feed.hpp"
#include "server/storage/migrate.hpp"
#include "tests/rpc/dispatcher_fixture.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::feed {
namespace {

using namespace std::chrono_literals;

class FeedTest : public testing::Test {
protected:
    FeedTest() { storage::migrate(db, storage::embedded_migrations(), Instant{}); }

    std::int64_t add(const std::string& feed, Instant at) {
        Event event{feed, 0, at, "bench.told", "{}", {}};
        append(db, event, random);
        return event.seq;
    }
    std::int64_t kept() {
        static const storage::Sql count("SELECT count(*) FROM event", storage::Sql::Home::own_file);
        return db.one<std::int64_t>(count);
    }
    void forget_all(Instant before) {
        for (std::int64_t last = -1; last != kept();) {
            last = kept();
            forget(db, before);
        }
    }

    test::TempFolder folder;
    storage::Database db{folder.file("t.db")};
    SystemRandom random;
    const Instant old{}, now{Instant{} + 240h};
};

TEST_F(FeedTest, GoesOnFromItsNumberWhenItsEventsAreForgotten) {
    for (int i = 1; i <= 5; ++i) EXPECT_EQ(add("quiet", old), i);
    for (int i = 1; i <= 3; ++i) EXPECT_EQ(add("busy", old), i);
    EXPECT_EQ(add("busy", now), 4);
    const auto epoch = head(db, "quiet").epoch;
    forget_all(now);
    EXPECT_EQ(kept(), 1);

    EXPECT_EQ(head(db, "quiet").seq, 5);
    EXPECT_EQ(head(db, "quiet").epoch, epoch);
    EXPECT_TRUE(since(db, "quiet", 5).value().empty()) << "who has seen all of it goes on";
    EXPECT_FALSE(since(db, "quiet", 4).has_value()) << "who has not starts anew";
    EXPECT_EQ(add("quiet", now), 6);
    EXPECT_EQ(since(db, "quiet", 5).value().size(), 1U);

    EXPECT_EQ(head(db, "busy").seq, 4);
    EXPECT_EQ(since(db, "busy", 3).value().size(), 1U);
    EXPECT_FALSE(since(db, "busy", 2).has_value());
    EXPECT_EQ(add("new", now), 1);
}

TEST_F(FeedTest, ForgetsWhatIsOldOfAllFeedsAFewHundredAtATime) {
    db.script("BEGIN");
    for (int i = 0; i < 1200; ++i) add("group " + std::to_string(i % 7), i < 1100 ? old : now);
    for (auto before = kept(); kept() > 100; before = kept()) {
        forget(db, now);
        ASSERT_LT(kept(), before);
        ASSERT_GE(kept(), before - 500) << "all who write wait while so many are forgotten";
    }
    forget(db, now);
    EXPECT_EQ(kept(), 100);
    db.script("COMMIT");
}

}  // namespace
}  // namespace covision::feed

namespace covision::toy {
namespace {

struct ForgetTest : DispatcherTest {
    static rpc::Limits roomy() {
        rpc::Limits limits;
        limits.calls_per_minute = limits.calls_burst = limits.resume_events = 1'000'000;
        limits.login_check = std::chrono::hours(1000);
        return limits;
    }
    ForgetTest() : DispatcherTest(roomy()) {}

    void add(Client& client, int times) {
        for (int i = 0; i < times; ++i) call(client, "toy.add", word("word"));
    }
    bool goes_on_from_the_first(Client& client, const std::string& epoch) {
        const auto asked = in_group(R"(,"epoch":")" + epoch + R"(","since":1)");
        return call(client, "feed.follow", asked).find(R"("reset":false)") != std::string::npos;
    }
};

TEST_F(ForgetTest, WhatIsAWeekOldIsForgottenWhileCallsGoOn) {
    auto anna = connect(1);
    const auto is_the_first = [&] {
        return call(*anna, "toy.add", word("word"), id(5)).find(R"("number":1})") != std::string::npos;
    };
    EXPECT_TRUE(is_the_first());
    add(*anna, 300);
    const auto start = call(*anna, "feed.follow", in_group());
    const auto epoch = start.substr(start.find(R"("epoch":")") + 9, 36);
    house.clock.advance(std::chrono::hours(24 * 6));
    add(*anna, 300);
    EXPECT_TRUE(goes_on_from_the_first(*anna, epoch)) << "six days old";
    EXPECT_TRUE(is_the_first()) << "sent again, not done again";
    house.clock.advance(std::chrono::hours(25));
    add(*anna, 300);
    EXPECT_FALSE(goes_on_from_the_first(*anna, epoch));
    EXPECT_FALSE(is_the_first()) << "its result is forgotten with its events";
}

}  // namespace
}  // namespace covision::toy
