// What a feed keeps: its numbers for ever, its events for some days.
#include <gtest/gtest.h>

#include "server/feed/feed.hpp"
#include "server/storage/migrate.hpp"
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
