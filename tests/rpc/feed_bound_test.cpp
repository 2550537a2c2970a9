// A feed keeps its bound and a few events more, and lets go of a few at a time.
#include <gtest/gtest.h>

#include "server/feed/feed.hpp"
#include "server/storage/migrate.hpp"
#include "tests/storage/temp_folder.hpp"

namespace covision::feed {
namespace {

TEST(FeedTest, KeepsItsBoundAndLetsGoOfAFewAtATime) {
    const test::TempFolder folder;
    storage::Database db(folder.file("t.db"));
    storage::migrate(db, storage::embedded_migrations(), Instant{});
    SystemRandom random;
    const storage::Sql kept("SELECT count(*) FROM event", storage::Sql::Home::own_file);
    db.script("BEGIN");
    std::int64_t before = 0;
    for (int i = 0; i < kept_events + 300; ++i) {
        Event event{"g", 0, Instant{}, "bench.told", "{}", {}};
        append(db, event, random);
        const auto now = db.one<std::int64_t>(kept);
        ASSERT_GE(now, std::min<std::int64_t>(event.seq, kept_events));
        ASSERT_LT(now, kept_events + 17);
        ASSERT_GT(now, before - 17) << "all who write wait while so many are let go";
        before = now;
    }
    EXPECT_EQ(since(db, "g", 300).value().size(), static_cast<std::size_t>(kept_events));
    EXPECT_FALSE(since(db, "g", 200).has_value());
    db.script("COMMIT");
}

}  // namespace
}  // namespace covision::feed
