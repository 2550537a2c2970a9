// A schedule that lives: random series, changes, moves, cancellations and answers, while time goes on. Whatever is
// done, what has been stays as it was, no two sessions meet, and no answer is lost. A failure prints its seed.

#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "server/features/schedule/zone.hpp"
#include "tests/schedule/circle.hpp"

namespace covision::schedule {
namespace {

using namespace std::chrono_literals;
using protocol::Session;
using protocol::SessionState;

class LifeTest : public test::Circle, public testing::WithParamInterface<unsigned> {
protected:
    std::mt19937 random{GetParam()};

    int draw(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }
    std::string local(int days_ahead, int hour) {
        return to_local(house.now + 24h * days_ahead, "Europe/Berlin").substr(0, 11) + (hour < 10 ? "0" : "") +
               std::to_string(hour) + ":30";
    }
    std::vector<Session> everything() {
        protocol::SessionsRequest params;
        params.group = group;
        params.from = protocol::Time{sessions[0].starts_at.value - 24h};
        params.to = protocol::Time{params.from->value + 24h * 365 * 60};  // not the three years that a list has else
        params.limit = 200;
        std::vector<Session> found;
        std::set<std::string> seen;
        while (true) {
            const auto page = house.call<protocol::Sessions>(people[1], "schedule.list", params).sessions.items;
            for (const auto& session : page)
                if (seen.insert(session.session.value).second) found.push_back(session);
            if (page.size() < 200) return found;
            params.from = page.back().starts_at;
        }
    }
    std::vector<protocol::SeriesView> series_list() {
        return house.call<protocol::SeriesList>(people[1], "schedule.series", protocol::GroupRef{group}).series.items;
    }
    protocol::Recurrence recurrence() {
        protocol::Recurrence made;
        made.frequency = static_cast<protocol::Frequency>(draw(3));
        made.interval = 1 + draw(3);
        if (made.frequency == protocol::Frequency::weekly && draw(2))
            made.days = {protocol::Weekday::mo, protocol::Weekday::th};
        if (draw(3)) made.count = 2 + draw(20);
        return made;
    }

    void one_step() {
        const auto all = everything();
        const auto some = all[static_cast<std::size_t>(draw(static_cast<int>(all.size())))];
        const auto series_now = series_list();
        switch (draw(7)) {
            case 0: {
                auto params = series(group, local(1 + draw(40), draw(24)), 1);
                params.recurrence = recurrence();
                house.refusal(people[0], "schedule.create_series", params);
                break;
            }
            case 1: {
                protocol::MoveSession params;
                params.group = group;
                params.session = some.session;
                params.starts.value = local(draw(60), draw(24));
                house.refusal(people[0], "schedule.move", params);
                break;
            }
            case 2:
                house.refusal(people[0], "schedule.cancel", protocol::CancelSession{group, some.session, ""});
                break;
            case 3:
                house.refusal(people[static_cast<std::size_t>(draw(6))], "schedule.answer",
                              protocol::AnswerSession{group, some.session, static_cast<protocol::Answer>(draw(4))});
                break;
            case 4:
            case 5:
                if (!series_now.empty())
                    change(series_now[static_cast<std::size_t>(draw(static_cast<int>(series_now.size())))], some);
                break;
            default: house.advance(1h * draw(24 * 20));
        }
    }

    void change(const protocol::SeriesView& view, const Session& from) {
        protocol::SeriesChange params;
        params.group = group;
        params.series = view.series;
        params.scope = draw(2) ? protocol::SeriesScope::all : protocol::SeriesScope::following;
        params.session = from.session;
        params.recurrence = draw(2) ? view.recurrence : recurrence();
        params.starts.value = draw(2) ? view.starts.value : local(draw(30) - 10, draw(24));
        params.zone = view.zone;
        params.minutes = 60 + 30 * draw(3);
        if (draw(3) == 0) params.breaks = {{protocol::LocalDate{"2026-12-21"}, protocol::LocalDate{"2027-01-03"}}};
        if (!house.refusal(people[0], "schedule.change_series", params).empty()) return;
        if (params.scope == protocol::SeriesScope::following) return;
        const auto again = house.call<protocol::SeriesChanged>(people[0], "schedule.preview_change", params);
        EXPECT_EQ(again.shifted + again.added + again.removed, 0) << "once more changes nothing";
    }

    /// What holds between two looks, the later one after `now`.
    void compare(const std::vector<Session>& before, const std::vector<Session>& after, Instant now) {
        std::map<std::string, const Session*> left;
        for (const auto& session : after) left.emplace(session.session.value, &session);
        for (const auto& session : before) {
            const auto found = left.find(session.session.value);
            if (session.starts_at.value <= now || session.state != SessionState::planned) {
                ASSERT_NE(found, left.end()) << "what is past stays";
                EXPECT_EQ(found->second->starts_at, session.starts_at);
                EXPECT_EQ(found->second->ends_at, session.ends_at);
                if (session.state != SessionState::planned) {
                    EXPECT_EQ(found->second->state, session.state);
                }
            }
            if (!session.answers.empty()) {
                ASSERT_NE(found, left.end()) << "somebody had answered";
                EXPECT_GE(found->second->answers.size(), session.answers.size());
            }
        }
    }

    void check(const std::vector<Session>& all) {
        Instant ended{};
        std::int64_t number = 0;
        std::map<Instant, std::int64_t> numbers;
        for (const auto& session : all) {
            if (session.starts_at.value > house.now)
                numbers.emplace((session.moved_from ? *session.moved_from : session.starts_at).value, session.number);
            if (!session.moved_from) {
                EXPECT_EQ(session.starts_at.value, to_utc(session.local_start.value, session.zone.value));
            }
            if (session.state == SessionState::cancelled) continue;
            EXPECT_GE(session.starts_at.value, ended) << "two at once";
            ended = session.ends_at.value;
        }
        for (const auto& [at, each] : numbers) {
            EXPECT_GT(each, number) << "numbers follow the dates";
            number = each;
        }
    }
};

TEST_P(LifeTest, KeepsWhatHasBeen) {
    auto before = everything();
    for (int step = 0; step < 60 && !HasFailure(); ++step) {
        SCOPED_TRACE("seed " + std::to_string(GetParam()) + " step " + std::to_string(step));
        const auto now = house.now;
        one_step();
        auto after = everything();
        compare(before, after, now);
        check(after);
        before = std::move(after);
    }
}

/// COVISION_LIVES=200 looks at more of them.
unsigned lives() {
    const char* chosen = std::getenv("COVISION_LIVES");
    return chosen != nullptr ? static_cast<unsigned>(std::atoi(chosen)) : 6;
}

INSTANTIATE_TEST_SUITE_P(Schedule, LifeTest, testing::Range(1u, 1 + lives()));

}  // namespace
}  // namespace covision::schedule
