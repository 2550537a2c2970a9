// Ideas as calls: what each role may do at which time, and what is left afterwards.

#include "tests/ideas/noted.hpp"

namespace covision::ideas {
namespace {

using namespace std::chrono_literals;
using protocol::ConflictAnswer;
using protocol::Step;
using storage::Sql;
using Texts = std::vector<std::string>;

const Sql count_ideas{"SELECT count(*) FROM idea"};
const Sql count_authors{"SELECT count(*) FROM idea WHERE author IS NOT NULL OR place <> 0"};
const Sql count_calls{"SELECT count(*) FROM done_call WHERE method = 'ideas.note'"};

class IdeasTest : public test::Noted {
protected:
    static Texts texts(const std::vector<protocol::Idea>& ideas) {
        Texts all;
        for (const auto& idea : ideas) all.push_back(idea.text);
        return all;
    }
    /// As the server does it: with the trace of the call that is kept for a repetition.
    void remember(const call::Caller& caller) {
        static const Sql add{
            "INSERT INTO done_call (account, call, method, params, result, at) VALUES ($1, $2, 'ideas.note', $3, "
            "'{}', $4)"};
        house.db->run(add, caller.account, uuid4(house.random), storage::Blob{"hash"}, house.now);
    }
    bool key_is_gone(const std::string& row) {
        static const Sql ordered{"SELECT 1 FROM shred WHERE grp = $1 AND item = $2"};
        return house.db->first<std::int64_t>(ordered, group, row).has_value();
    }
    /// A session with a written case that is open to all.
    std::string begin_with_case() {
        const auto note = submit(0);
        go_to(sessions[0].starts_at.value);
        for (const auto& one : people)
            if (one.account != presenter(0).account) say(one, note, ConflictAnswer::no);
        begin(0, note);
        return note;
    }
};

TEST_F(IdeasTest, GoFromThoseWhoConsultToWhoPresents) {
    begin(0);
    const auto all = consultants(0);
    const auto listens = presenter(0);
    EXPECT_EQ(note(all[0], 0), "idea_too_early");
    go_on_to(0, test::reflecting);
    EXPECT_EQ(note(all[0], 0, "First: sit with the silence."), "");
    EXPECT_EQ(told(group), (Texts{"ideas.changed"}));
    EXPECT_EQ(house.events[0].data.find("silence"), std::string::npos);
    EXPECT_EQ(house.events[0].data.find(all[0].account), std::string::npos);
    EXPECT_EQ(note(all[1], 0, "Second: ask what the silence says."), "");
    EXPECT_EQ(note(listens, 0), "for_you");
    EXPECT_EQ(refused_list(listens, 0), "for_you");
    EXPECT_TRUE(gift(listens, 0).empty()) << "the silence is kept";
    const auto seen = list(all[0], 0);
    EXPECT_EQ(texts(seen), (Texts{"First: sit with the silence.", "Second: ask what the silence says."}));
    EXPECT_TRUE(seen[0].mine);
    EXPECT_FALSE(seen[1].mine);
    EXPECT_EQ(list(leader(0), 0).size(), 2u);
    EXPECT_TRUE(gift(all[0], 0).empty());

    ASSERT_EQ(step(leader(0), 0, Step::next), "");
    EXPECT_EQ(gift(listens, 0).size(), 2u) << "who presents sums up with the list at hand";
    remember(all[0]);
    ASSERT_EQ(close(leader(0), 0, everybody()), "");
    EXPECT_EQ(gift(listens, 0).size(), 2u);
    EXPECT_EQ(refused_list(all[0], 0), "session_ended");
    EXPECT_EQ(note(all[0], 0), "session_ended");
    EXPECT_TRUE(gift(all[0], 0).empty());
    EXPECT_TRUE(gift(people[0], 0).empty());
    EXPECT_EQ(count(count_authors), 0) << "neither who nor in which order";
    EXPECT_EQ(count(count_calls), 0);
    const auto stranger = somebody(8);
    EXPECT_EQ(refused_list(stranger, 0), "not_found");
    EXPECT_EQ(house.refusal(stranger, "ideas.gift", at(0)), "not_found");
}

TEST_F(IdeasTest, WhatIsNoIdea) {
    EXPECT_EQ(note(people[0], 0), "not_begun");
    begin(0);
    go_on_to(0, test::reflecting);
    const auto one = consultants(0)[0];
    try {
        house.call(one, "ideas.note", protocol::encode(idea(0, "Write to max@example.org first.")));
        FAIL() << "it was taken";
    } catch (const Refused& refused) {
        EXPECT_EQ(refused.code(), "identifiers_left");
        for (const auto& [key, value] : refused.details()) EXPECT_EQ(value.find("max"), std::string::npos) << key;
    }
    EXPECT_EQ(count(count_ideas), 0);
    for (int i = 0; i < 100; ++i) ASSERT_EQ(note(one, 0), "");
    EXPECT_EQ(note(one, 0), "too_many_ideas");
    reword_agreement();
    EXPECT_EQ(note(one, 0), "must_sign");
}

TEST_F(IdeasTest, AFrameHasNobodyToGetThem) {
    auto params = beginning(0);
    params.agenda.items.insert(params.agenda.items.begin(), part("arrival"));
    go_to(sessions[0].starts_at.value);
    house.call<protocol::RunVersion>(holder(0, protocol::DutyRole::facilitator), "consultation.begin", params);
    EXPECT_EQ(note(people[0], 0), "nobody_presents");
    EXPECT_EQ(refused_list(people[0], 0), "nobody_presents");
}

TEST_F(IdeasTest, AScribeNotesInsteadOfWhoLeads) {
    begin(0);
    go_on_to(0, test::reflecting);
    const bool scribe = role_holder(0, protocol::DutyRole::scribe).has_value();
    EXPECT_EQ(note(leader(0), 0), scribe ? "scribe_notes" : "");
}

TEST_F(IdeasTest, WhoIsAwayNeitherNotesNorReads) {
    const auto note_id = begin_with_case();
    go_on_to(0, test::reflecting);
    const auto all = consultants(0);
    EXPECT_EQ(note(all[0], 0), "");
    EXPECT_EQ(note(all[1], 0), "");
    say(all[1], note_id, ConflictAnswer::maybe);
    EXPECT_EQ(note(all[1], 0), "away");
    EXPECT_EQ(refused_list(all[1], 0), "away");
    EXPECT_TRUE(gift(all[1], 0).empty());
    EXPECT_EQ(list(all[0], 0).size(), 2u);
}

TEST_F(IdeasTest, OneTakesBackOnesOwnWhileTheGroupIsAtIt) {
    begin(0);
    go_on_to(0, test::reflecting);
    const auto all = consultants(0);
    EXPECT_EQ(note(all[0], 0), "");
    EXPECT_EQ(note(all[0], 0), "");
    const auto seen = list(all[0], 0);
    const auto take_back = [&](const call::Caller& caller, const protocol::Idea& which) {
        return house.refusal(caller, "ideas.withdraw", protocol::IdeaRef{group, id(0), which.idea});
    };
    EXPECT_EQ(take_back(all[1], seen[0]), "not_found");
    EXPECT_EQ(take_back(presenter(0), seen[0]), "not_found");
    EXPECT_EQ(take_back(all[0], seen[0]), "");
    EXPECT_EQ(list(all[1], 0).size(), 1u);
    EXPECT_TRUE(key_is_gone(seen[0].idea));
    EXPECT_FALSE(key_is_gone(seen[1].idea));
    close(leader(0), 0, everybody());
    EXPECT_EQ(take_back(all[0], seen[1]), "session_ended");
}

TEST_F(IdeasTest, GoWithTheirCaseOrAtOnce) {
    begin_with_case();
    go_on_to(0, test::reflecting);
    const auto one = consultants(0)[0];
    EXPECT_EQ(note(one, 0), "");
    const auto idea_id = list(one, 0)[0].idea;
    close(leader(0), 0, everybody());
    const auto listens = presenter(0);
    house.advance(24h * 29);
    EXPECT_EQ(gift(listens, 0).size(), 1u);
    EXPECT_FALSE(key_is_gone(idea_id));
    house.advance(24h * 2);
    EXPECT_TRUE(gift(listens, 0).empty());
    EXPECT_EQ(count(count_ideas), 0);
    EXPECT_TRUE(key_is_gone(idea_id));
}

TEST_F(IdeasTest, OfACaseThatWasOnlyToldStayThirtyDays) {
    begin(0);
    go_on_to(0, test::reflecting);
    EXPECT_EQ(note(consultants(0)[0], 0), "");
    close(leader(0), 0, everybody());
    const auto listens = presenter(0);
    house.advance(24h * 29);
    EXPECT_EQ(gift(listens, 0).size(), 1u);
    house.advance(24h * 2);
    EXPECT_EQ(count(count_ideas), 0);
}

TEST_F(IdeasTest, WhoPresentedMayHaveThemGoneAtOnce) {
    begin(0);
    go_on_to(0, test::reflecting);
    const auto one = consultants(0)[0];
    EXPECT_EQ(note(one, 0), "");
    const auto given_back = [&](const call::Caller& caller) {
        EXPECT_EQ(house.refusal(caller, "ideas.delete_gift", at(0)), "");
        return count(count_ideas) == 0;
    };
    EXPECT_FALSE(given_back(presenter(0))) << "not in the silence";
    close(leader(0), 0, everybody());
    EXPECT_FALSE(given_back(one)) << "somebody else's";
    EXPECT_TRUE(given_back(presenter(0)));
}

TEST_F(IdeasTest, NobodyReadsThemWhosePresenterHasLeft) {
    begin(0);
    go_on_to(0, test::reflecting);
    EXPECT_EQ(note(consultants(0)[0], 0), "");
    const auto idea_id = list(consultants(0)[0], 0)[0].idea;
    close(leader(0), 0, everybody());
    leave(presenter(0));
    EXPECT_EQ(count(count_ideas), 0);
    EXPECT_TRUE(key_is_gone(idea_id));
}

}  // namespace
}  // namespace covision::ideas
