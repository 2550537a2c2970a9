// Numbered, resumable: a snapshot at n and the events after n are the snapshot now, for each viewer's rights, over
// random histories with lost lines, slow ones, rights that end and a restored backup.

#include <array>

#include "tests/resync/history.hpp"

namespace covision::resync {
namespace {

constexpr unsigned histories = 3, most_histories = 15, acts = 90;

// What the histories must have held, or it would hold of nothing.
constexpr std::array wanted{"groups.member_joined", "groups.member_left",   "groups.invitations_changed",
                            "schedule.answered",    "rota.changed",         "cases.submitted",
                            "cases.answered",       "consultation.changed", "schedule.session_held",
                            "evaluation.opened",    "ideas.changed",        "ideas.step_changed",
                            "ideas.echo_asked"};

/// A history and everybody who watches it.
struct Watched {
    explicit Watched(unsigned seed) : history(seed) {
        for (std::size_t i = 0; i < history.served.people.size(); ++i) {
            viewers.push_back(std::make_unique<Viewer>(history.served, history.person(i), history.group));
            members.push_back(history.is_member(i));
            viewers.back()->connect();
        }
        look();
    }

    /// Lines are lost, stand still and come back, some of them while the next act is under way.
    void disturb() {
        for (auto& viewer : viewers) {
            if (!viewer->connected()) {
                if (history.once_in(3)) viewer->connect();
            } else if (history.once_in(9)) {
                viewer->drop();
            } else if (viewer->held()) {
                if (history.once_in(4)) viewer->release();
            } else if (history.once_in(9)) {
                viewer->hold();
            }
        }
    }
    void step() {
        disturb();
        const auto before = history.head();
        const auto then = history.served.clock.now();
        const auto what = history.act();
        SCOPED_TRACE(what);
        for (std::size_t i = 0; i < viewers.size(); ++i) {
            if (history.served.clock.now() != then) viewers[i]->time_passed();
            if (what == "rate") viewers[i]->rated();
            const bool member = history.is_member(i);
            if (member == members[i]) continue;
            members[i] = member;
            member ? viewers[i]->permitted() : viewers[i]->barred(before);
        }
        look();
    }
    void look(bool all = false) {
        const auto sessions = history.open_sessions();
        for (auto& viewer : viewers) {
            viewer->open(sessions);
            viewer->catch_up();
            if (all || history.once_in(2)) viewer->compare();
        }
    }
    void all_back() {
        for (auto& viewer : viewers) {
            viewer->release();
            viewer->connect();
        }
        look(true);
    }
    void restart(bool restored) {
        for (auto& viewer : viewers) viewer->drop();
        history.served.stop();
        restored ? history.served.put_back() : history.served.keep_aside();
        history.served.start();
        for (std::size_t i = 0; i < viewers.size(); ++i) {
            members[i] = history.is_member(i);
            viewers[i]->permitted();
        }
    }

    History history;
    std::vector<std::unique_ptr<Viewer>> viewers;
    std::vector<bool> members;
};

/// The kinds of events that were told.
void collect_kinds(storage::Database& db, std::set<std::string>& kinds) {
    static const storage::Sql all{"SELECT DISTINCT kind FROM event", storage::Sql::Home::own_file};
    for (auto& kind : db.all<std::string>(all)) kinds.insert(std::move(kind));
}

bool enough(const std::set<std::string>& kinds) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto* kind) { return kinds.count(kind) > 0; }) &&
           Viewer::resumed > 20 && Viewer::resets > 8 && Viewer::refused > 0 && Viewer::bare > 0 && Viewer::read > 20;
}

/// One history, from its beginning to where all have caught up.
void live_through(unsigned seed, std::set<std::string>& kinds) {
    SCOPED_TRACE("COVISION_SEED=" + std::to_string(seed));
    Watched watched(seed);
    for (unsigned n = 0; n < acts; ++n) {
        if (n == acts / 3) watched.restart(false);
        if (n == acts / 2) watched.restart(true);
        SCOPED_TRACE("act " + std::to_string(n));
        watched.step();
        if (testing::Test::HasFailure()) return;
    }
    watched.all_back();
    collect_kinds(*watched.history.served.rows, kinds);
}

TEST(ResyncTest, ASnapshotAndWhatFollowsIsTheSnapshotNow) {
    std::set<std::string> kinds;
    const auto seed = support::SeededRandom().seed();
    for (unsigned i = 0; i < most_histories && (i < histories || !enough(kinds)); ++i) {
        live_through(seed + i, kinds);
        if (testing::Test::HasFailure()) return;
    }
    for (const auto* kind : wanted) EXPECT_TRUE(kinds.count(kind)) << kind;
    EXPECT_TRUE(enough(kinds)) << Viewer::resumed << " " << Viewer::resets << " " << Viewer::refused << " "
                               << Viewer::bare << " " << Viewer::read;
}

TEST(ResyncTest, WhoLeftAndCameBackUnseenReadsTheOwnBallotAnew) {
    std::set<std::string> kinds;
    live_through(4175370121U, kinds);
}

}  // namespace
}  // namespace covision::resync
