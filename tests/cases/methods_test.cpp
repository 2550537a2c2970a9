// A case from handing in to shredding, as calls: who may, who sees, what is left.

#include "tests/cases/brought.hpp"

namespace covision::cases {
namespace {

using namespace std::chrono_literals;
using Kinds = std::vector<std::string>;
using protocol::CaseState;
using protocol::Closed;
using protocol::ConflictAnswer;
using protocol::DutyRole;

class CasesTest : public test::Brought {
protected:
    /// Somebody who does not present in this session and has `role` or none.
    std::vector<call::Caller> others(std::size_t session) {
        const auto presents = presenter(session).account;
        std::vector<call::Caller> found;
        for (const auto& one : people)
            if (one.account != presents) found.push_back(one);
        return found;
    }
    void hold_first_session() {
        house.transact({}, "", [&](call::Write& write) {
            groups::mark_first_session(write, groups::for_the_group(write, group));
            return 0;
        });
    }
};

TEST_F(CasesTest, WhoHandsInWhat) {
    const auto by = presenter(0);
    const auto other = others(0)[0];
    const auto refused = [&](const call::Caller& caller, const protocol::CaseSubmit& params) {
        return house.refusal(caller, "cases.submit", params);
    };
    EXPECT_EQ(refused(other, draft(0)), "not_presenter");
    EXPECT_EQ(refused(somebody(8), draft(0)), "not_found");
    auto params = draft(0);
    params.attested = false;
    EXPECT_EQ(refused(by, params), "attest_first");
    EXPECT_EQ(refused(by, draft(0)), "");
    EXPECT_EQ(told(group), Kinds{"cases.submitted"});
    EXPECT_EQ(refused(by, draft(0)), "already_submitted");
    cancel(people[0], 1);
    EXPECT_EQ(refused(people[2], draft(1)), "session_over");
    mark_opened(2);
    EXPECT_EQ(refused(presenter(2), draft(2)), "session_started");
    reword_agreement();
    EXPECT_EQ(refused(presenter(3), draft(3)), "must_sign");
    params = draft(3);
    params.session = "00000000-0000-4000-8000-000000000000";
    sign(presenter(3), group, 2);
    EXPECT_EQ(refused(presenter(3), params), "not_found");
}

TEST_F(CasesTest, ATextThatTellsWhoIsRefusedWithPlacesAndNoWords) {
    const std::string text = "Her sister Anna called me on 14 March 2026. Reach her at +49 30 901820 in the evening.";
    try {
        house.call(presenter(0), "cases.submit", protocol::encode(draft(0, text)));
        FAIL() << "it was taken";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.code(), "identifiers_left");
        std::string said = refused.message();
        for (const auto& [key, value] : refused.details()) said += key + "=" + value + ";";
        EXPECT_NE(said.find("text:"), std::string::npos);
        EXPECT_EQ(said.find("Anna"), std::string::npos);
        EXPECT_EQ(said.find("901820"), std::string::npos);
    }
    EXPECT_EQ(cases_for(people[0]).size(), 0u);
}

TEST_F(CasesTest, ItOpensToWhoSaysNo) {
    const auto by = presenter(0);
    const auto all = others(0);
    const auto note = submit(0, "I have been seeing Client A for eight months.");
    EXPECT_EQ(look(by, note), "") << "one's own";
    EXPECT_EQ(look(all[0], note), "answer_first");
    EXPECT_TRUE(seen(all[0], note).blur);
    EXPECT_FALSE(seen(all[0], note).title);
    EXPECT_EQ(say(by, note, ConflictAnswer::no), "your_own_case");
    EXPECT_EQ(say(all[0], note, ConflictAnswer::no), "");
    const auto view = house.call<protocol::CaseView>(all[0], "cases.show", protocol::CaseRef{group, note});
    EXPECT_EQ(view.text.value, "I have been seeing Client A for eight months.");
    EXPECT_EQ(view.question.value, "How can I stay present?");
    EXPECT_EQ(say(all[1], note, ConflictAnswer::maybe), "");
    EXPECT_EQ(look(all[1], note), "away");
    EXPECT_EQ(say(all[0], note, ConflictAnswer::yes), "") << "one may remember later";
    EXPECT_EQ(look(all[0], note), "away");
    EXPECT_EQ(house.refusal(all[0], "cases.withdraw", protocol::CaseRef{group, note}), "not_found");
}

TEST_F(CasesTest, AnAnswerIsHeardByNobodyElse) {
    const auto note = submit(0);
    const auto& quiet = idle(0);
    std::map<ConflictAnswer, std::vector<std::string>> heard;
    for (const auto answer : {ConflictAnswer::no, ConflictAnswer::maybe, ConflictAnswer::yes}) {
        EXPECT_EQ(say(quiet, note, answer), "");
        EXPECT_EQ(told(group), Kinds{}) << "not even that something was answered";
        for (const auto& event : house.events) heard[answer].push_back(event.feed + event.kind + event.data);
    }
    EXPECT_EQ(heard[ConflictAnswer::no], heard[ConflictAnswer::yes]);
    EXPECT_EQ(heard[ConflictAnswer::no], heard[ConflictAnswer::maybe]);
    for (const auto& one : people) {
        if (one.account == quiet.account) continue;
        EXPECT_FALSE(seen(one, note).my_answer);
    }
    static const storage::Sql sizes{"SELECT DISTINCT length(answer) FROM conflict"};
    const auto rest = others(0);
    EXPECT_EQ(say(rest[rest[0].account == quiet.account ? 1 : 0], note, ConflictAnswer::no), "");
    EXPECT_EQ(house.db->all<std::int64_t>(sizes).size(), 1u) << "nor do the sealed bytes differ in size";
    static const storage::Sql audited{"SELECT count(*) FROM audit WHERE account = $1 AND action LIKE 'cases.%'"};
    EXPECT_EQ(house.db->one<std::int64_t>(audited, quiet.account), 0);
}

TEST_F(CasesTest, WhoIsAwayLosesTheRolesOfThatDayAndNoMore) {
    const auto note = submit(0);
    const auto leads = holder(0, DutyRole::facilitator);
    EXPECT_EQ(say(leads, note, ConflictAnswer::maybe), "");
    EXPECT_EQ(told(group), Kinds{"rota.changed"}) << "as when somebody gives a turn up";
    EXPECT_FALSE(has_role(leads, 0));
    for (const auto& event : house.events) EXPECT_EQ(event.data.find("maybe"), std::string::npos);
    EXPECT_EQ(say(leads, note, ConflictAnswer::no), "");
    EXPECT_EQ(told(group), Kinds{}) << "nothing comes back, nothing is said";
}

TEST_F(CasesTest, ANewcomerSeesLaterCasesOnceConfirmed) {
    const auto early = submit(0);
    hold_first_session();
    house.advance(1h);
    const auto cy = somebody(7);
    join(cy);
    EXPECT_EQ(cases_for(cy).size(), 0u) << "what came before is not there";
    EXPECT_EQ(look(cy, early), "not_found");
    EXPECT_EQ(say(cy, early, ConflictAnswer::no), "not_found");
    const auto late = submit(1);
    EXPECT_EQ(seen(cy, late).closed, Closed::not_confirmed);
    EXPECT_FALSE(seen(cy, late).blur);
    EXPECT_EQ(look(cy, late), "not_confirmed");
    EXPECT_EQ(say(cy, late, ConflictAnswer::no), "not_confirmed");
    for (const auto& one : people)
        house.call<test::Empty>(one, "groups.confirm", protocol::MemberRef{group, cy.account});
    EXPECT_EQ(say(cy, late, ConflictAnswer::no), "");
    EXPECT_EQ(look(cy, late), "");
    EXPECT_EQ(cases_for(cy).size(), 1u);
}

TEST_F(CasesTest, WhoHasNotSignedSeesNone) {
    const auto note = submit(0);
    const auto other = others(0)[0];
    say(other, note, ConflictAnswer::no);
    reword_agreement();
    EXPECT_EQ(seen(other, note).closed, Closed::sign_first);
    EXPECT_FALSE(seen(other, note).blur);
    EXPECT_FALSE(seen(other, note).title);
    EXPECT_EQ(look(other, note), "must_sign");
    EXPECT_EQ(say(other, note, ConflictAnswer::yes), "must_sign");
    EXPECT_EQ(house.refusal(other, "cases.check", protocol::Check{group, {}}), "must_sign");
}

TEST_F(CasesTest, ShreddingLeavesNothingButThatThereWasOne) {
    static const storage::Sql conflicts{"SELECT count(*) FROM conflict"}, looks{"SELECT count(*) FROM look"},
        abilities{"SELECT count(*) FROM ability"}, calls{"SELECT count(*) FROM done_call"},
        texts{"SELECT length(title) + length(question) + length(blur) + length(body) FROM case_note"};
    const auto by = presenter(0);
    const auto note = submit(0, "Something that only this case says.");
    const auto all = others(0);
    say(all[0], note, ConflictAnswer::no);
    say(all[1], note, ConflictAnswer::yes);
    look(all[0], note);
    static const storage::Sql remember{
        "INSERT INTO done_call (account, call, method, params, result, at) VALUES ($1, 'x', 'cases.answer_conflict', "
        "$2, '{}', 0)"};
    house.db->run(remember, all[1].account, storage::Blob{"hash"});
    EXPECT_EQ(count(conflicts) * count(looks) * count(abilities) * count(calls), 2 * 1 * 3 * 1);

    go_to(sessions[0].ends_at.value + 24h * 30 - 1s);
    EXPECT_EQ(look(all[0], note), "");
    house.advance(1s);
    EXPECT_EQ(seen(all[0], note).state, CaseState::shredded);
    EXPECT_EQ(seen(all[0], note).closed, Closed::shredded);
    EXPECT_FALSE(seen(all[1], note).my_answer);
    EXPECT_EQ(look(all[0], note), "shredded");
    EXPECT_EQ(look(by, note), "shredded");
    EXPECT_EQ(say(all[2], note, ConflictAnswer::no), "shredded");
    EXPECT_EQ(count(conflicts) + count(looks) + count(abilities) + count(calls) + count(texts), 0);
}

TEST_F(CasesTest, NoWordOfItLiesOpenInTheFolder) {
    const auto note = submit(0, "Somebody dreams of a violet staircase.");
    EXPECT_EQ(look(presenter(0), note), "");
    const auto everything = house.folder.all_bytes();
    EXPECT_GT(everything.size(), 10'000u);
    for (const char* word : {"violet staircase", "goes silent", "stay present", "outpatient"})
        EXPECT_EQ(everything.find(word), std::string::npos) << word;
}

TEST_F(CasesTest, AMovedSessionMovesTheDayOfShredding) {
    const auto by = presenter(0);
    const auto note = submit(0);
    protocol::MoveSession move;
    move.group = group;
    move.session = id(0);
    move.starts.value = "2026-11-26T16:30";
    house.call<test::Empty>(people[0], "schedule.move", move);
    EXPECT_EQ(seen(by, note).shred_at.value, sessions[0].ends_at.value + 24h * 32);
    go_to(sessions[0].ends_at.value + 24h * 31);
    EXPECT_EQ(look(by, note), "");
    go_to(sessions[0].ends_at.value + 24h * 32);
    EXPECT_EQ(seen(by, note).state, CaseState::shredded);
}

TEST_F(CasesTest, ASeriesThatChangesTakesItsCasesAlong) {
    const auto first = submit(0), third = submit(3);
    const auto before = seen(people[0], third).shred_at.value;
    protocol::SeriesChange params;
    params.group = group;
    params.series = *sessions[0].series;
    params.recurrence.interval = 2;
    params.recurrence.count = 12;
    params.starts.value = "2026-11-25T16:30";
    params.zone = "Europe/Berlin";
    params.minutes = 90;
    house.call<protocol::SeriesChanged>(people[0], "schedule.change_series", params);
    EXPECT_EQ(seen(people[0], third).shred_at.value, before + 24h) << "a day later, as its session";
    // No session is deleted beneath a case, however far away it is and though nobody has answered.
    house.call<test::Empty>(people[0], "schedule.end_series",
                            protocol::SeriesEnd{group, *sessions[0].series, protocol::LocalDate{"2026-11-25"}});
    for (const auto& session : list(people[0], group))
        EXPECT_TRUE(session.session == id(0) || session.state == protocol::SessionState::cancelled);
    EXPECT_EQ(list(people[0], group).size(), 2u);
    EXPECT_EQ(seen(people[0], third).session.value, id(3));
    EXPECT_EQ(seen(people[0], first).session.value, id(0));
}

TEST_F(CasesTest, ACancelledSessionsCaseStaysItsAuthors) {
    const auto note = submit(0);
    const auto by = presenter(0);
    EXPECT_EQ(cancel(people[0], 0), "");
    EXPECT_EQ(look(by, note), "");
    EXPECT_EQ(house.refusal(by, "cases.withdraw", protocol::CaseRef{group, note}), "");
    EXPECT_EQ(told(group), Kinds{"cases.withdrawn"});
    EXPECT_EQ(cases_for(by).size(), 0u);
    EXPECT_EQ(look(by, note), "shredded");
    EXPECT_EQ(house.refusal(by, "cases.withdraw", protocol::CaseRef{group, note}), "") << "twice is once";
}

TEST_F(CasesTest, WhoLeavesTakesCaseAndAnswersAlong) {
    static const storage::Sql answers{"SELECT count(*) FROM conflict"}, texts{"SELECT length(body) FROM case_note"};
    std::size_t session = 0;
    while (presenter(session).account == people[0].account) ++session;
    const auto by = presenter(session);
    const auto note = submit(session, "A text.");
    say(people[0], note, ConflictAnswer::no);
    leave(by);
    EXPECT_EQ(count(texts), 0);
    EXPECT_EQ(count(answers), 0);
    EXPECT_EQ(cases_for(people[0]).size(), 0u);
    EXPECT_EQ(look(by, note), "not_found");

    std::size_t next = session == 0 ? 1 : 0;
    while (!find_duty(next, DutyRole::presenter) || presenter(next).account == people[0].account) ++next;
    const auto another = submit(next);
    const auto presents = presenter(next).account;
    const auto quiet = *std::find_if(people.begin() + 1, people.end(), [&](const auto& one) {
        return one.account != by.account && one.account != presents;
    });
    ASSERT_NE(quiet.account, by.account);
    say(quiet, another, ConflictAnswer::yes);
    leave(quiet);
    EXPECT_EQ(count(answers), 0);
}

}  // namespace
}  // namespace covision::cases
