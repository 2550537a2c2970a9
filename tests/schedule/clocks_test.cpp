// Zones that change their rules after sessions were planned.
#include "tests/schedule/circle.hpp"

namespace covision::schedule {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::SessionState;

class ClocksTest : public test::Circle {};

TEST_F(ClocksTest, WhereZonesChangeTheirRulesTheLocalTimeStays) {
    protocol::SessionAdd single{group, protocol::LocalTime{"2027-01-06T10:00"}, "Europe/Berlin", 60, "", ""};
    ASSERT_EQ(house.refusal(people[0], "schedule.add_session", single), "");
    cancel(people[0], 4);
    const auto right = list(people[0], group);
    // As if they had been planned by other rules: an hour away.
    static const storage::Sql shift{"UPDATE session SET starts = starts - 3600000000, ends = ends - 3600000000",
                                    storage::Sql::Home::own_file};
    house.db->run(shift);
    house.advance(24h);
    ASSERT_EQ(told(group), (Kinds{"schedule.series_changed", "schedule.session_moved"}));
    const auto after = list(people[0], group);
    ASSERT_EQ(after.size(), right.size());
    for (std::size_t i = 0; i < right.size(); ++i) {
        const auto &session = right[i], &now = after[i];
        ASSERT_EQ(now.session, session.session);
        EXPECT_EQ(now.local_start, session.local_start);
        if (now.state == SessionState::cancelled) continue;
        EXPECT_EQ(now.starts_at.value, session.starts_at.value);
        EXPECT_EQ(now.ends_at.value, session.ends_at.value);
        EXPECT_EQ(now.revision.value, session.revision.value + 1) << "calendars take what counts up";
        EXPECT_FALSE(now.moved_from) << "nobody has moved it";
    }
    house.advance(24h);
    EXPECT_EQ(told(group), Kinds{}) << "and nothing more happens";
    house.advance(24h * 366 * 3);
    static const storage::Sql waiting{"SELECT count(*) FROM due WHERE kind = 'schedule.clocks'",
                                      storage::Sql::Home::own_file};
    EXPECT_EQ(house.db->one<std::int64_t>(waiting), 0) << "nobody looks where nothing is ahead";
}

}  // namespace
}  // namespace covision::schedule
