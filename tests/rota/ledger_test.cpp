// The sums that a plan is made from are what the ledger, read line by line, comes to.
#include "server/features/rota/ledger.hpp"

#include <map>
#include <random>

#include "tests/rota/planned.hpp"
#include "tests/rota/recount.hpp"

namespace covision::rota {
namespace {

using groups::Member;
using protocol::DutyRole;
using storage::Sql;

class LedgerTest : public test::Planned {
protected:
    int below(int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); }

    /// A session with whoever comes.
    void hold(call::Write& write, const Member& member) {
        schedule::SessionRow session;
        session.id = write.new_id();
        session.starts = house.now;
        session.ends = session.starts + std::chrono::minutes{90};
        session.state = protocol::SessionState::held;
        schedule::add_session(write.db, member, session);
        std::vector<protocol::Id> present;
        for (const auto& row : groups::members(write, member))
            if (present.empty() || below(4) != 0) present.push_back(row.account);
        std::vector<std::pair<DutyRole, std::string>> served;
        for (int role = 0; role < roles; ++role)
            if (below(5) != 0)
                served.emplace_back(static_cast<DutyRole>(role),
                                    present[static_cast<std::size_t>(below(static_cast<int>(present.size())))].value);
        record_held(write, member, session, present, served);
        if (member.group() != group) return;
        auto& held = past[session.starts];
        held.at = session.starts;
        for (const auto& account : present) held.attended.push_back(account.value);
        for (const auto& [role, account] : served) held.served.push_back({static_cast<Role>(role), account});
    }

    void hold_in(const std::string& in) {
        house.transact({}, "", [&](call::Write& write) {
            hold(write, groups::for_the_group(write, in));
            return 0;
        });
    }

    void compare() {
        house.transact({}, "", [&](call::Write& write) {
            const auto member = groups::for_the_group(write, group);
            const auto found = planning_group(write, member);
            Lived counted;
            static_cast<Group&>(counted) = found;
            for (const auto& entry : past) counted.past.push_back(entry.second);
            const auto rows = groups::members(write, member);
            for (auto& person : counted.people) {
                const auto row =
                    std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.account == person.id; });
                person.joined_after =
                    static_cast<int>(std::count_if(counted.past.begin(), counted.past.end(),
                                                   [&](const Held& held) { return held.at < row->joined_at; }));
            }
            recount(counted);
            EXPECT_EQ(found.held, counted.held);
            EXPECT_EQ(found.people.size(), rows.size());
            for (std::size_t i = 0; i < found.people.size(); ++i) expect_same(found.people[i], counted.people[i]);
            return 0;
        });
    }

    static void expect_same(const Person& found, const Person& counted) {
        EXPECT_EQ(found.joined_after, counted.joined_after);
        EXPECT_EQ(found.own.attended, counted.own.attended);
        EXPECT_EQ(found.own.served, counted.own.served);
        EXPECT_EQ(found.last, counted.last);
        EXPECT_EQ(found.before.attended, counted.before.attended);
        EXPECT_EQ(found.before.served, counted.before.served);
    }

    std::mt19937 random{20261122};
    std::map<Instant, Held> past;
};

TEST_F(LedgerTest, SumsAreWhatItsLinesComeTo) {
    const auto elsewhere = make_group(people[1]);
    std::vector<bool> here(people.size(), true);
    for (int round = 0; round < 130 && !HasFailure(); ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        house.now += std::chrono::days{1 + below(14)};
        if (const auto who = static_cast<std::size_t>(1 + below(12)); who < people.size()) {
            here[who] ? leave(people[who]) : join(people[who], false);
            here[who] = !here[who];
        }
        hold_in(group);
        if (below(3) == 0) hold_in(elsewhere);
        compare();
    }
    EXPECT_EQ(std::ssize(past), 130);
}

}  // namespace
}  // namespace covision::rota
