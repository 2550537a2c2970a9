// The live session as calls: who begins, who leads, who is away.

#include "server/features/rota/table.hpp"
#include "tests/consultation/round.hpp"

namespace covision::consultation {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::ConflictAnswer;
using protocol::DutyRole;
using protocol::Step;

class ConsultationTest : public test::Round {
protected:
    const call::Caller& leader(std::size_t session) { return holder(session, DutyRole::facilitator); }
    std::string refused_begin(const call::Caller& caller, const protocol::Begin& params) {
        return house.refusal(caller, "consultation.begin", params);
    }
    /// A member who neither organises nor leads nor presents.
    const call::Caller& consultant(std::size_t session) {
        return *std::find_if(people.begin() + 1, people.end(), [&](const auto& one) {
            return one.account != leader(session).account && one.account != presenter(session).account;
        });
    }
    /// A session that people[0], the organiser, neither leads nor presents.
    std::size_t session_of_others() {
        std::size_t session = 0;
        while (leader(session).account == people[0].account || presenter(session).account == people[0].account)
            ++session;
        return session;
    }
    void everybody_says_no(const std::string& note) {
        for (const auto& one : people) say(one, note, ConflictAnswer::no);
    }
};

TEST_F(ConsultationTest, WhoBeginsAndHow) {
    const auto session = session_of_others();
    const auto& leads = leader(session);
    go_to(sessions[session].starts_at.value - 61min);
    EXPECT_EQ(refused_begin(leads, beginning(session)), "too_early");
    go_to(sessions[session].starts_at.value);
    EXPECT_EQ(refused_begin(consultant(session), beginning(session)), "not_facilitator");
    EXPECT_EQ(refused_begin(somebody(8), beginning(session)), "not_found");
    auto params = beginning(session);
    params.present.items.pop_back();
    params.present.items.push_back("00000000-0000-4000-8000-000000000000");
    EXPECT_EQ(refused_begin(leads, params), "not_a_member");
    params = beginning(session);
    params.present.items.push_back(leads.account);
    EXPECT_EQ(refused_begin(leads, params), "not_a_member") << "named twice";
    params = beginning(session);
    params.present.items = {protocol::Id{presenter(session).account}};
    EXPECT_EQ(refused_begin(leads, params), "not_here");
    params = beginning(session);
    std::erase(params.present.items, protocol::Id{presenter(session).account});
    EXPECT_EQ(refused_begin(leads, params), "presenter_not_here");
    params = beginning(session);
    params.agenda.items.push_back(part("closing"));
    params.agenda.items[1].minutes = 21;
    EXPECT_EQ(refused_begin(leads, params), "item_minutes");
    params.agenda.items[1] = part("break");
    params.agenda.items[1].presenter = protocol::Id{presenter(session).account};
    EXPECT_EQ(refused_begin(leads, params), "nobody_presents");
    params = beginning(session);
    params.agenda.items[0].format = "none";
    EXPECT_EQ(refused_begin(leads, params), "unknown_format");
    params = beginning(session, "00000000-0000-4000-8000-000000000000");
    EXPECT_EQ(refused_begin(leads, params), "not_found");
    EXPECT_EQ(refused_begin(leads, beginning(session)), "");
    EXPECT_EQ(told(group), Kinds{"consultation.changed"});
    EXPECT_EQ(refused_begin(leads, beginning(session)), "already_begun");
    EXPECT_EQ(refused_begin(people[0], beginning(session)), "already_begun");
}

TEST_F(ConsultationTest, APresenterIsChosenOnTheDay) {
    auto params = beginning(0);
    const auto note = submit(0);
    everybody_says_no(note);
    go_to(sessions[0].starts_at.value);
    params.agenda.items[0].presenter = protocol::Id{consultant(0).account};
    EXPECT_EQ(refused_begin(leader(0), params), "");
    EXPECT_EQ(role_holder(0, DutyRole::presenter), consultant(0).account);
    const auto view = live(people[1], 0);
    EXPECT_FALSE(view.case_id) << "this run has no written case, so nobody is away for one";
    EXPECT_FALSE(view.away);
    const auto roles = view.run->roles;
    for (std::size_t i = 0; i < roles.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) EXPECT_NE(roles[i].account.value, roles[j].account.value);
}

TEST_F(ConsultationTest, ACaseIsPresentedByItsAuthorInItsSession) {
    const auto note = submit(0), later = submit(1);
    everybody_says_no(note);
    go_to(sessions[0].starts_at.value);
    auto params = beginning(0, note);
    params.agenda.items[0].presenter.reset();
    EXPECT_EQ(refused_begin(leader(0), params), "wrong_presenter");
    EXPECT_EQ(refused_begin(leader(0), beginning(0, later)), "wrong_case");
    EXPECT_EQ(refused_begin(leader(0), beginning(0, note)), "");
    EXPECT_EQ(live(people[1], 0).case_id->value, note);
}

TEST_F(ConsultationTest, WhoIsAwayNeitherBeginsNorHasARole) {
    const auto session = session_of_others();
    const auto note = submit(session);
    const auto first = leader(session);
    const auto keeper = holder(session, DutyRole::timekeeper);
    EXPECT_EQ(say(keeper, note, ConflictAnswer::maybe), "");
    EXPECT_EQ(say(first, note, ConflictAnswer::yes), "");
    const auto now_leads = leader(session);
    EXPECT_NE(now_leads.account, first.account);
    go_to(sessions[session].starts_at.value);
    EXPECT_EQ(refused_begin(first, beginning(session, note)), "not_facilitator");
    EXPECT_EQ(refused_begin(now_leads, beginning(session, note)), "answer_first");
    EXPECT_EQ(say(now_leads, note, ConflictAnswer::no), "");
    EXPECT_EQ(refused_begin(now_leads, beginning(session, note)), "");
    const auto roles = live(people[0], session).run->roles;
    for (const auto& role : roles) {
        EXPECT_NE(role.account.value, keeper.account);
        EXPECT_NE(role.account.value, first.account);
    }
    EXPECT_TRUE(live(keeper, session).away);
    EXPECT_FALSE(live(keeper, session).answer_first);
}

TEST_F(ConsultationTest, AnybodyWhoTakesPartMayLetItRest) {
    const auto session = session_of_others();
    begin(session);
    EXPECT_EQ(step(consultant(session), session, Step::rest), "");
    const auto rested = live(people[0], session).run.value();
    EXPECT_EQ(rested.state, protocol::RunState::paused);
    EXPECT_FALSE(rested.stopped_by_presenter);
    EXPECT_EQ(step(presenter(session), session, Step::rest), "") << "it rests already";
    EXPECT_EQ(live(people[0], session).run->version, rested.version);
    EXPECT_EQ(step(leader(session), session, Step::resume), "");
}

TEST_F(ConsultationTest, SayingMaybeDuringTheRunTakesEffectAtOnce) {
    const auto session = session_of_others();
    const auto note = submit(session, "A text.");
    everybody_says_no(note);
    begin(session, note);
    const auto leads = leader(session);
    const auto& quiet = *std::find_if(people.begin(), people.end(), [&](const auto& one) {
        const auto roles = live(people[0], session).run->roles;
        return one.account != people[0].account &&
               std::none_of(roles.begin(), roles.end(), [&](const auto& role) { return role.account == one.account; });
    });
    EXPECT_EQ(say(quiet, note, ConflictAnswer::maybe), "");
    EXPECT_EQ(told(group), Kinds{"consultation.changed"});
    EXPECT_EQ(live(leads, session).run->state, protocol::RunState::paused) << "until the door has closed behind them";
    EXPECT_EQ(step(leads, session, Step::resume), "");
    EXPECT_TRUE(live(quiet, session).away);

    EXPECT_EQ(say(leads, note, ConflictAnswer::maybe), "");
    EXPECT_EQ(told(group), Kinds{"consultation.changed"});
    EXPECT_FALSE(role_holder(session, DutyRole::facilitator));
    EXPECT_EQ(role_holder(session, DutyRole::presenter), presenter(session).account);
    EXPECT_EQ(look(leads, note), "away");
    EXPECT_EQ(step(leads, session, Step::next), "away");
    EXPECT_EQ(step(presenter(session), session, Step::next), "not_facilitator");
    EXPECT_EQ(step(quiet, session, Step::next), "away");
    EXPECT_EQ(step(people[0], session, Step::next), "");
    EXPECT_EQ(role_holder(session, DutyRole::facilitator), people[0].account) << "whoever moves it on leads";
    EXPECT_EQ(step(consultant(session), session, Step::next), "not_facilitator");
    EXPECT_EQ(say(leads, note, ConflictAnswer::no), "");
    EXPECT_EQ(told(group), Kinds{}) << "nothing comes back";
    const auto roles = live(people[0], session).run->roles;
    EXPECT_EQ(std::count_if(roles.begin(), roles.end(), [](const auto& r) { return r.role == DutyRole::facilitator; }),
              1);
}

TEST_F(ConsultationTest, TheScheduleChangesAroundARunningSession) {
    begin(0);
    EXPECT_EQ(cancel(people[0], 0), "session_started");
    const auto before = rota(people[0]).duties;
    answer(consultant(0), 0, protocol::Answer::no);
    for (const auto& old : before) {
        if (old.session == id(0)) {
            EXPECT_EQ(duty(0, old.role).account.value, old.account.value);
        }
    }
    EXPECT_EQ(choose(people[0], 0, DutyRole::scribe, people[0]), "session_started");
    EXPECT_EQ(close(leader(0), 0, everybody()), "");
}

TEST_F(ConsultationTest, WhoLeavesLeavesTheRun) {
    const auto session = session_of_others();
    const auto note = submit(session);
    everybody_says_no(note);
    begin(session, note);
    const auto leads = leader(session), presents = presenter(session);
    leave(leads);
    EXPECT_FALSE(role_holder(session, DutyRole::facilitator));
    EXPECT_EQ(house.refusal(leads, "consultation.show", protocol::SessionRef{group, id(session)}), "not_found");
    leave(presents);
    EXPECT_FALSE(role_holder(session, DutyRole::presenter));
    EXPECT_EQ(step(people[0], session, Step::pause), "") << "the case is gone with its author, the session goes on";
    EXPECT_EQ(close(people[0], session, everybody()), "not_a_member");
    std::vector<protocol::Id> left;
    for (const auto& one : people)
        if (one.account != leads.account && one.account != presents.account) left.push_back(one.account);
    EXPECT_EQ(close(people[0], session, left), "");
}

TEST_F(ConsultationTest, CloseCountsWhoWasThere) {
    begin(0);
    const auto leads = leader(0), keeper = holder(0, DutyRole::timekeeper);
    std::vector<protocol::Id> present;
    for (const auto& one : people)
        if (one.account != keeper.account) present.push_back(one.account);
    EXPECT_EQ(close(consultant(0).account == keeper.account ? keeper : consultant(0), 0, present), "not_facilitator");
    EXPECT_EQ(live(leads, 0).run->present.items, everybody());
    EXPECT_EQ(close(leads, 0, present), "");
    EXPECT_EQ(live(leads, 0).run->present.items, present);
    EXPECT_EQ(live(leads, 0).run->end, protocol::RunEnd::closed);
    EXPECT_EQ(told(group)[0], "consultation.changed");
    EXPECT_EQ(told(group)[1], "schedule.session_held");
    static const storage::Sql served{"SELECT count(*) FROM served WHERE account = $1"};
    static const storage::Sql attended{"SELECT count(*) FROM attended"};
    EXPECT_EQ(house.db->one<std::int64_t>(attended), 5);
    EXPECT_EQ(house.db->one<std::int64_t>(served, keeper.account), 0) << "who had gone has served nothing";
    EXPECT_EQ(house.db->one<std::int64_t>(served, leads.account), 1);
    EXPECT_EQ(close(leads, 0, present), "session_ended");
    EXPECT_EQ(step(leads, 0, Step::next), "session_ended");
    EXPECT_EQ(refused_begin(leads, beginning(0)), "already_begun");
    EXPECT_TRUE(house.transact({}, "", [&](call::Write& write) {
        return groups::group_of(write, groups::for_the_group(write, group)).first_session_at.has_value();
    }));
}

TEST_F(ConsultationTest, WhatNobodyClosesLapsesForThoseWhoAreStillMembers) {
    const auto session = session_of_others();
    begin(session);
    const auto leads = leader(session), presents = presenter(session);
    leave(presents);
    house.advance(sessions[session].ends_at.value + 6h - house.now - 1s);
    EXPECT_EQ(live(leads, session).run->state, protocol::RunState::running);
    house.advance(1s);
    const auto run = live(leads, session).run.value();
    EXPECT_EQ(run.state, protocol::RunState::ended);
    EXPECT_EQ(run.end, protocol::RunEnd::lapsed);
    EXPECT_EQ(run.present.size(), people.size() - 1);
    EXPECT_EQ(live(leads, session).session.state, protocol::SessionState::held);
    static const storage::Sql attended{"SELECT count(*) FROM attended"};
    EXPECT_EQ(house.db->one<std::int64_t>(attended), static_cast<std::int64_t>(people.size() - 1));
    EXPECT_EQ(close(leads, session, {protocol::Id{leads.account}}), "session_ended");
}

TEST_F(ConsultationTest, PleaseStopWorksAlwaysAndIsThePresenters) {
    begin(0);
    reword_agreement();
    EXPECT_EQ(step(leader(0), 0, Step::next), "must_sign");
    EXPECT_EQ(house.refusal(presenter(0), "consultation.step", protocol::RunStep{group, id(0), 0, Step::stop_please}),
              "");
    EXPECT_TRUE(live(people[0], 0).run->stopped_by_presenter);
    EXPECT_EQ(step(leader(0), 0, Step::stop_please), "not_presenter");
}

TEST_F(ConsultationTest, ARunIsOfItsGroup) {
    begin(0);
    const auto stranger = somebody(8);
    const auto theirs = make_group(stranger);
    EXPECT_EQ(house.refusal(stranger, "consultation.show", protocol::SessionRef{theirs, id(0)}), "not_found");
    EXPECT_EQ(house.refusal(stranger, "consultation.step", protocol::RunStep{theirs, id(0), 1, Step::next}),
              "not_found");
    EXPECT_EQ(house.refusal(people[0], "consultation.step", protocol::RunStep{group, id(1), 1, Step::next}),
              "not_begun");
}

}  // namespace
}  // namespace covision::consultation
