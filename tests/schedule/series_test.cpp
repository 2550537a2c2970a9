// Series that change, pause, go on and end, as calls.

#include <set>

#include "server/features/schedule/zone.hpp"
#include "tests/schedule/circle.hpp"

namespace covision::schedule {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::Answer;
using protocol::SessionState;

class SeriesTest : public test::Circle {
protected:
    std::string only_series() { return series_list().at(0).series; }
    std::vector<protocol::SeriesView> series_list() {
        return house.call<protocol::SeriesList>(people[1], "schedule.series", protocol::GroupRef{group}).series.items;
    }
    /// The circle's series as it is: twelve Tuesdays, every second week from 2026-11-24 on.
    protocol::SeriesChange same() {
        const auto view = series_list().at(0);
        protocol::SeriesChange change;
        change.group = group;
        change.series = view.series;
        change.recurrence = view.recurrence;
        change.starts = view.starts;
        change.zone = view.zone;
        change.minutes = view.minutes;
        change.place = view.place;
        change.call_link = view.call_link;
        change.breaks = view.breaks;
        return change;
    }
    protocol::SeriesChanged change(const protocol::SeriesChange& params) {
        const auto shown = house.call<protocol::SeriesChanged>(people[0], "schedule.preview_change", params);
        const auto done = house.call<protocol::SeriesChanged>(people[0], "schedule.change_series", params);
        EXPECT_EQ(shown.starts, done.starts) << "what was shown is what is done";
        EXPECT_EQ(shown.removed_starts, done.removed_starts);
        return done;
    }
    protocol::SeriesChange same_until(const std::string& day) {
        auto change = same();
        change.recurrence.count.reset();
        change.recurrence.until = protocol::LocalDate{day};
        return change;
    }
    std::string refused_answer(const std::string& session) {
        return house.refusal(people[1], "schedule.answer", protocol::AnswerSession{group, session, Answer::no});
    }
    std::vector<protocol::Session> all() { return list(people[0], group); }
    std::vector<std::string> locals() {
        std::vector<std::string> found;
        for (const auto& session : all())
            if (session.state == SessionState::planned) found.push_back(session.local_start);
        return found;
    }
    const protocol::Session& find(const std::vector<protocol::Session>& in, const std::string& session) {
        for (const auto& each : in)
            if (each.session == session) return each;
        throw std::logic_error("no such session");
    }
    std::string end(const std::string& after) {
        return house.refusal(people[0], "schedule.end_series",
                             protocol::SeriesEnd{group, only_series(), protocol::LocalDate{after}});
    }
};

TEST_F(SeriesTest, AnOpenSeriesIsMadeAYearAheadAndGrows) {
    auto open = series(group, "2026-12-01T16:30", 1);
    open.recurrence.count.reset();
    const auto shown = house.call<protocol::SeriesPreview>(people[0], "schedule.preview", open);
    EXPECT_TRUE(shown.open);
    EXPECT_EQ(shown.starts.size(), 26u);
    const auto made = house.call<protocol::SeriesCreated>(people[0], "schedule.create_series", open);
    EXPECT_EQ(made.sessions, 27);  // 366 days from its first session
    const auto last = [&] {
        for (const auto& view : series_list())
            if (view.series == made.series) return view.last.value().value;
        return Instant{};
    };
    EXPECT_LT(last(), house.now + 24h * 380);
    leave(people[5]);
    for (int month = 0; month < 13; ++month) house.advance(24h * 30);
    EXPECT_GT(last(), house.now + 24h * 330) << "nobody did anything, and it goes on";
    EXPECT_LE(series_list().back().ahead, 27);
    std::set<Instant> starts;
    for (const auto& session : all()) EXPECT_TRUE(starts.insert(session.starts_at).second) << "twice";
}

TEST_F(SeriesTest, AGrowingSeriesLeavesOutWhereTheGroupMeetsAlready) {
    auto open = series(group, "2026-12-01T16:30", 1);
    open.recurrence.count.reset();
    house.call<protocol::SeriesCreated>(people[0], "schedule.create_series", open);
    protocol::SessionAdd single;
    single.group = group;
    single.starts.value = "2027-12-14T16:00";  // where the 28th would be
    single.zone = "Europe/Berlin";
    single.minutes = 90;
    house.call<protocol::SessionAdded>(people[0], "schedule.add_session", single);
    house.advance(24h * 60);
    protocol::SessionsRequest params;
    params.group = group;
    params.from = protocol::Time{to_utc("2027-12-14T00:00", "Europe/Berlin")};
    params.to = protocol::Time{to_utc("2027-12-15T00:00", "Europe/Berlin")};
    EXPECT_EQ(house.call<protocol::Sessions>(people[0], "schedule.list", params).sessions.size(), 1u);
}

TEST_F(SeriesTest, AnotherTimeKeepsAnswersAndIds) {
    answer(people[1], 3, Answer::no);
    auto later = same();
    later.starts.value = "2026-11-25T18:00";
    later.place = "Room 3";
    const auto done = change(later);
    EXPECT_EQ(told(group), Kinds{"schedule.series_changed"});
    EXPECT_EQ(done.shifted, 12);
    EXPECT_EQ(done.added + done.removed + done.kept, 0);
    const auto now = all();
    ASSERT_EQ(now.size(), 12u);
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(now[i].session.value, id(i));
        EXPECT_EQ(now[i].place, "Room 3");
        EXPECT_EQ(now[i].revision, 1);
        EXPECT_EQ(now[i].number, static_cast<std::int64_t>(i) + 1);
        EXPECT_EQ(now[i].starts_at.value, to_utc(now[i].local_start.value, "Europe/Berlin"));
    }
    EXPECT_EQ(now[3].local_start, "2027-01-06T18:00");
    EXPECT_EQ(now[3].answers.size(), 1u);
    const auto again = change(later);
    EXPECT_EQ(again.kept, 12) << "once more changes nothing";
    EXPECT_EQ(all()[0].revision, 1);
}

TEST_F(SeriesTest, ThisAndFollowingBecomeASeriesOfTheirOwn) {
    go_to(sessions[2].ends_at.value + 1h);
    auto weekly = same();
    weekly.scope = protocol::SeriesScope::following;
    EXPECT_EQ(house.refusal(people[0], "schedule.change_series", weekly), "invalid_params");
    weekly.session = protocol::Id{id(1)};
    EXPECT_EQ(house.refusal(people[0], "schedule.change_series", weekly), "session_over");
    cancel(people[0], 3);
    weekly.session = protocol::Id{id(3)};
    EXPECT_EQ(house.refusal(people[0], "schedule.change_series", weekly), "session_cancelled");
    weekly.session = protocol::Id{id(5)};
    weekly.recurrence.interval = 1;
    weekly.recurrence.count = 4;
    weekly.starts.value = "2027-02-02T17:00";
    const auto before = same();
    const auto done = change(weekly);
    EXPECT_NE(done.series.value, before.series.value);
    EXPECT_EQ(series_list().size(), 2u);
    EXPECT_EQ(series_list()[0].recurrence.until->value, "2027-02-01");
    EXPECT_EQ(locals(), (std::vector<std::string>{"2027-01-19T16:30", "2027-02-02T17:00", "2027-02-09T17:00",
                                                  "2027-02-16T17:00", "2027-02-23T17:00"}));
    const auto now = all();
    EXPECT_EQ(find(now, id(5)).series->value, done.series.value);
    EXPECT_EQ(find(now, id(4)).series->value, before.series.value);
    std::int64_t number = 4;  // three are past
    for (const auto& session : now) EXPECT_EQ(session.number, number++);
}

TEST_F(SeriesTest, WhatSomebodyCountsOnIsCancelledTheRestIsGone) {
    answer(people[1], 5, Answer::yes);
    auto shorter = same();
    shorter.recurrence.count.reset();
    shorter.recurrence.until = protocol::LocalDate{"2027-01-05"};
    house.call<protocol::SeriesChanged>(people[0], "schedule.change_series", shorter);
    EXPECT_EQ(told(group), (Kinds{"schedule.session_cancelled", "schedule.series_changed"}));
    const auto now = all();
    ASSERT_EQ(now.size(), 5u);
    EXPECT_EQ(now[4].session.value, id(5));
    EXPECT_EQ(now[4].state, SessionState::cancelled);
    EXPECT_EQ(refused_answer(id(6)), "not_found");
    // Longer again: what the series had left out comes back as new sessions, once each.
    EXPECT_EQ(change(same_until("2027-02-02")).added, 2);
    EXPECT_EQ(locals().size(), 6u);
}

TEST_F(SeriesTest, NearDatesAreNeverDroppedSilently) {
    EXPECT_EQ(end("2026-11-01"), "");
    const auto now = all();
    ASSERT_EQ(now.size(), 1u) << "the one within 14 days";
    EXPECT_EQ(now[0].state, SessionState::cancelled);
    EXPECT_TRUE(series_list().empty());
}

TEST_F(SeriesTest, EndsAfterADay) {
    EXPECT_EQ(house.refusal(people[1], "schedule.end_series",
                            protocol::SeriesEnd{group, only_series(), protocol::LocalDate{"2027-01-19"}}),
              "organiser_only");
    EXPECT_EQ(end("2027-01-19"), "");
    EXPECT_EQ(locals().back(), "2027-01-19T16:30");
}

TEST_F(SeriesTest, MovedAndCancelledOnesStayAsTheyAre) {
    protocol::MoveSession params;
    params.group = group;
    params.session = id(2);
    params.starts.value = "2026-12-23T10:00";
    params.place = protocol::Place{"Library"};
    house.call<protocol::Empty>(people[0], "schedule.move", params);
    cancel(people[0], 3);
    auto later = same();
    later.starts.value = "2026-11-24T19:00";
    later.place = "Room 3";
    const auto done = change(later);
    EXPECT_EQ(done.shifted, 10);
    EXPECT_EQ(done.added, 0);
    const auto now = all();
    EXPECT_EQ(find(now, id(2)).local_start, "2026-12-23T10:00");
    EXPECT_EQ(find(now, id(2)).place, "Library");
    EXPECT_EQ(find(now, id(3)).state, SessionState::cancelled);
    EXPECT_EQ(now.size(), 12u);
}

TEST_F(SeriesTest, ABreakCanBeAddedLater) {
    auto paused = same();
    paused.breaks = {{protocol::LocalDate{"2026-12-20"}, protocol::LocalDate{"2027-01-06"}}};
    const auto done = change(paused);
    EXPECT_EQ(done.removed, 2);
    EXPECT_EQ(done.kept, 10);
    EXPECT_EQ(series_list()[0].breaks.size(), 1u);
    paused.breaks = {{protocol::LocalDate{"2027-01-06"}, protocol::LocalDate{"2026-12-20"}}};
    EXPECT_EQ(house.refusal(people[0], "schedule.change_series", paused), "bad_break");
}

TEST_F(SeriesTest, AChangeMeetsNoOtherSession) {
    auto other = same();
    make_series(group, people[0], "2026-11-26T16:30", 3);
    other.starts.value = "2026-11-26T17:00";
    EXPECT_EQ(house.refusal(people[0], "schedule.change_series", other), "overlaps");
    EXPECT_EQ(house.refusal(people[1], "schedule.change_series", other), "organiser_only");
    other.starts.value = "2026-11-26T18:00";
    EXPECT_EQ(house.refusal(people[0], "schedule.change_series", other), "") << "one ends as the other begins";
    other.recurrence.count.reset();
    other.recurrence.until = protocol::LocalDate{"2026-11-25"};
    EXPECT_EQ(house.refusal(people[0], "schedule.preview_change", other), "bad_rule");
}

TEST_F(SeriesTest, RoomIsJudgedByEachSessionsOwnLength) {
    const auto lasts = [&](std::size_t session, std::int64_t minutes) {
        protocol::MoveSession params{group, id(session), sessions[session].local_start, minutes, ""};
        EXPECT_EQ(house.refusal(people[0], "schedule.move", params), "");
    };
    const auto add = [&](const std::string& starts) {
        protocol::SessionAdd params{group, protocol::LocalTime{starts}, "Europe/Berlin", 60, "", ""};
        EXPECT_EQ(house.refusal(people[0], "schedule.add_session", params), "");
    };
    lasts(1, 300);  // until 21:30, by the rule until 18:00
    lasts(2, 30);   // until 17:00
    add("2026-12-23T17:30");
    auto wednesdays = same();
    wednesdays.starts.value = "2026-11-25T16:30";
    EXPECT_EQ(house.refusal(people[0], "schedule.preview_change", wednesdays), "") << "the short one has room";
    add("2026-12-09T20:00");
    EXPECT_EQ(house.refusal(people[0], "schedule.preview_change", wednesdays), "overlaps");
    EXPECT_EQ(house.refusal(people[0], "schedule.change_series", wednesdays), "overlaps");
}

TEST_F(SeriesTest, TheGroupIsToldSixWeeksBefore) {
    EXPECT_FALSE(series_list()[0].runs_out);
    go_to(sessions[11].starts_at.value - 24h * 42 - 1min);
    EXPECT_FALSE(series_list()[0].runs_out);
    house.advance(2min);
    EXPECT_TRUE(series_list()[0].runs_out);
    EXPECT_EQ(told(group), Kinds{"schedule.series_runs_out"});
    auto longer = same();
    longer.recurrence.count = 20;
    change(longer);
    EXPECT_FALSE(series_list()[0].runs_out);
    go_to(to_utc(locals().back(), "Europe/Berlin") - 24h * 41);
    EXPECT_TRUE(series_list()[0].runs_out) << "and again before its new end";
    make_series(group, people[0], to_text(parse_local_time(locals().back()).value() + 24h * 7), 4);
    EXPECT_FALSE(series_list()[0].runs_out) << "another one goes on";
}

}  // namespace
}  // namespace covision::schedule
