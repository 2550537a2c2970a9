// Over the whole table of the server: another group's ids lead nowhere, and which member may call what.

#include "protocol/messages/poll.hpp"
#include "tests/groups/sample.hpp"
#include "tests/home/whole.hpp"

namespace covision::home {
namespace {

using namespace std::chrono_literals;
using protocol::DutyRole;

class PermissionsTest : public test::Whole {
protected:
    /// A group in the middle of its life: a closed session, a case, a question about a swap, an invitation.
    PermissionsTest() {
        hold(0);
        const auto note = submit(1);
        stranger = somebody(9);
        const auto poll = add_poll();
        ids = {{"group", group},
               {"session", id(1)},
               {"series", sessions[1].series->value},
               {"poll", poll.poll},
               {"option", poll.options[0].option},
               {"case_id", note},
               {"account", people[1].account},
               {"duty", duty(1, DutyRole::facilitator).duty.value},
               {"wanted", duty(2, DutyRole::facilitator).duty.value},
               {"swap", add_swap()},
               {"invitation",
                house.call<protocol::InvitationCreated>(people[0], "groups.invite", protocol::GroupRef{group})
                    .invitation.value}};
    }

    call::Caller stranger;
    std::map<std::string, std::string, std::less<>> ids;

    protocol::Poll add_poll() {
        protocol::PollCreate params;
        params.group = group;
        params.zone = "Europe/Berlin";
        params.minutes = 90;
        params.options = {{"2027-06-01T18:00"}};
        house.call<protocol::PollCreated>(people[0], "schedule.create_poll", params);
        return house.call<protocol::Polls>(people[0], "schedule.polls", protocol::GroupRef{group}).polls[0];
    }
    std::string add_swap() {
        const auto mine = duty(1, DutyRole::facilitator), wanted = duty(2, DutyRole::facilitator);
        return house.transact({}, "", [&](call::Write& write) {
            const auto swap = write.new_id();
            rota::add_swap(write.db, groups::for_the_group(write, group),
                           {swap, mine.account, wanted.account, mine.duty, wanted.duty, house.now});
            return swap;
        });
    }
    std::vector<protocol::MethodType> group_methods() {
        std::vector<protocol::MethodType> all;
        for (const auto& method : house.table.interface().methods)
            for (const auto& field : method.params->fields)
                if (field.name == "group") all.push_back(method);
        return all;
    }
    static bool names_more_than_a_group(const protocol::MethodType& method) {
        for (const auto& field : method.params->fields)
            for (const char* name : {"session", "series", "poll", "case_id", "account", "duty", "swap", "invitation"})
                if (field.name == name) return true;
        return false;
    }
    std::string everything_but_calls() {
        static const storage::Sql all{
            "SELECT (SELECT group_concat(account || role || session) FROM duty) || '|' || (SELECT count(*) FROM swap) "
            "|| '|' || (SELECT group_concat(state || starts) FROM session) || '|' || (SELECT count(*) FROM conflict) "
            "|| '|' || (SELECT group_concat(state) FROM case_note) || '|' || (SELECT group_concat(state) FROM "
            "has_rated) || '|' || (SELECT count(*) FROM answer) || '|' || (SELECT group_concat(last) FROM (SELECT max(seq) AS last FROM event GROUP BY grp))",
            storage::Sql::Home::own_file};
        return house.db->one<std::string>(all);
    }
};

TEST_F(PermissionsTest, AnotherGroupIsNotThere) {
    make_group(stranger);
    const auto before = everything_but_calls();
    const auto methods = group_methods();
    EXPECT_GE(methods.size(), 35u);
    for (const auto& method : methods) {
        const test::Sample foreign{ids};
        EXPECT_EQ(house.refusal(stranger, method.name, foreign.of(*method.params)), "not_found") << method.name;
    }
    EXPECT_EQ(everything_but_calls(), before);
}

TEST_F(PermissionsTest, AnotherGroupsRowsAreNotReachedThroughOnesOwn) {
    ids["group"] = make_group(stranger);
    const auto before = everything_but_calls();
    for (const auto& method : group_methods()) {
        if (!names_more_than_a_group(method)) continue;
        const test::Sample mixed{ids};
        EXPECT_EQ(house.refusal(stranger, method.name, mixed.of(*method.params)), "not_found") << method.name;
    }
    EXPECT_EQ(everything_but_calls(), before);
}

TEST_F(PermissionsTest, WhoHasLeftIsAStranger) {
    leave(people[5]);
    const auto before = everything_but_calls();
    for (const auto& method : group_methods()) {
        const test::Sample own{ids};
        EXPECT_EQ(house.refusal(people[5], method.name, own.of(*method.params)), "not_found") << method.name;
    }
    EXPECT_EQ(everything_but_calls(), before);
}

TEST_F(PermissionsTest, WhoMayDoWhat) {
    // The first refusal of each, for a member who has not signed and for one who has; ids lead to nothing.
    struct Right {
        const char *unsigned_member, *signed_member;
    };
    const Right organisers{"organiser_only", "organiser_only"}, signers{"must_sign", "not_found"};
    const std::map<std::string, Right> rights{
        {"schedule.preview", organisers},
        {"schedule.create_series", organisers},
        {"schedule.series", {"", ""}},
        {"schedule.preview_change", organisers},
        {"schedule.change_series", organisers},
        {"schedule.end_series", organisers},
        {"schedule.add_session", organisers},
        {"schedule.settings", {"", ""}},
        {"schedule.set_settings", organisers},
        {"schedule.polls", {"", ""}},
        {"schedule.create_poll", {"must_sign", "zone_unknown"}},
        {"schedule.vote", {"not_found", "not_found"}},
        {"schedule.choose_poll", organisers},
        {"schedule.close_poll", {"not_found", "not_found"}},
        {"schedule.move", organisers},
        {"schedule.cancel", organisers},
        {"schedule.list", {"", ""}},
        {"schedule.answer", {"not_found", "not_found"}},
        {"rota.show", {"", ""}},
        {"rota.set_rules", organisers},
        {"rota.pass", signers},
        {"rota.take", signers},
        {"rota.decline", signers},
        {"rota.wish", {"must_sign", ""}},
        {"rota.withdraw_wish", {"", ""}},
        {"rota.ask_swap", signers},
        {"rota.reply_swap", signers},
        {"rota.withdraw_swap", signers},
        {"rota.choose", signers},
        {"cases.policy", {"must_sign", ""}},
        {"cases.set_policy", {"must_sign", "organiser_only"}},
        {"cases.check", {"must_sign", ""}},
        {"cases.submit", signers},
        {"cases.withdraw", {"not_found", "not_found"}},
        {"cases.list", {"", ""}},
        {"cases.show", {"not_found", "not_found"}},
        {"cases.answer_conflict", signers},
        {"consultation.formats", {"", ""}},
        {"consultation.set_format", organisers},
        {"consultation.show", {"not_found", "not_found"}},
        {"consultation.begin", signers},
        {"consultation.step", signers},
        {"consultation.adjust", signers},
        {"consultation.floor", signers},
        {"consultation.order_floor", signers},
        {"consultation.set_here", signers},
        {"consultation.hand_over", signers},
        {"consultation.name_deputy", signers},
        {"consultation.take_over", signers},
        {"consultation.close", signers},
        {"ideas.note", signers},
        {"ideas.list", signers},
        {"ideas.withdraw", {"not_found", "not_found"}},
        {"ideas.gift", signers},
        {"ideas.set_step", signers},
        {"ideas.step", signers},
        {"ideas.answer_step", signers},
        {"ideas.echoes", {"must_sign", ""}},
        {"ideas.delete_gift", {"not_found", "not_found"}},
        {"evaluation.rate", {"not_found", "not_found"}},
        {"evaluation.decline", {"not_found", "not_found"}},
        {"evaluation.show", {"not_found", "not_found"}},
        {"evaluation.trend", {"", ""}},
    };
    const auto unsigned_member = somebody(7);
    join(unsigned_member, false);
    for (const auto& method : group_methods()) {
        if (method.name.rfind("groups.", 0) == 0) continue;  // tests/groups has theirs
        const auto right = rights.find(method.name);
        ASSERT_NE(right, rights.end()) << method.name << " has no line in this table";
        const auto params = test::Sample{{{"group", group}}}.of(*method.params);
        EXPECT_EQ(house.refusal(unsigned_member, method.name, params), right->second.unsigned_member) << method.name;
        EXPECT_EQ(house.refusal(people[4], method.name, params), right->second.signed_member) << method.name;
    }
}

TEST_F(PermissionsTest, TheInterfaceHoldsNothingItMayNot) { EXPECT_NO_THROW(protocol::check(house.table.interface())); }

}  // namespace
}  // namespace covision::home
