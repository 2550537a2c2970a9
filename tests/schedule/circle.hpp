#pragma once
// Six people, a signed agreement and a series of Tuesdays, for tests of what groups do with them. Accounts have fixed
// ids, so that what depends on their order comes out the same each time.

#include <string>
#include <vector>

#include "server/features/accounts/methods.hpp"
#include "server/features/accounts/table.hpp"
#include "server/features/groups/methods.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/schedule/methods.hpp"
#include "server/features/schedule/table.hpp"
#include "tests/accounts/house.hpp"

namespace covision::test {

using call::Caller;
using protocol::Empty;
using namespace std::chrono_literals;

class Circle : public testing::Test {
protected:
    /// `more` enters the features above the schedule, in order.
    explicit Circle(void (*more)(call::Table&) = nullptr)
        : house([more](call::Table& table) {
              accounts::methods(table);
              groups::methods(table);
              schedule::methods(table);
              if (more) more(table);
          }) {
        for (int i = 0; i < 6; ++i) people.push_back(somebody(i));
        group = make_group(people[0]);
        for (std::size_t i = 1; i < people.size(); ++i) join(people[i]);
        make_series(group, people[0], "2026-11-24T16:30", 12);
        sessions = list(people[0], group);
    }

    House house;
    std::vector<Caller> people;
    std::string group;
    std::vector<protocol::Session> sessions;

    /// An account without a password, which nobody signs in with.
    Caller somebody(int number) {
        protocol::Account account;
        account.account = "00000000-0000-4000-8000-0000000001" + std::to_string(10 + number);
        account.name = "Person " + std::to_string(number);
        account.email = "p" + std::to_string(number) + "@example.org";
        account.zone = "Europe/Berlin";
        house.transact({}, "", [&](call::Write& write) {
            accounts::insert_account(write, account, "none");
            return 0;
        });
        return {account.account, "", "127.0.0.1", "Test browser"};
    }
    std::string make_group(const Caller& organiser, bool signs = true) {
        protocol::GroupCreate params;
        params.name = "Tuesday group";
        params.clauses =
            house.call<protocol::AgreementTemplate>(organiser, "groups.template", protocol::TemplateRequest{}).clauses;
        const auto made = house.call<protocol::GroupCreated>(organiser, "groups.create", params).group.value;
        if (signs) sign(organiser, made);
        return made;
    }
    void sign(const Caller& caller, const std::string& in, std::int64_t version = 1) {
        house.call<protocol::AgreementVersion>(caller, "groups.sign", protocol::AgreementSign{in, version});
    }
    void join(const Caller& caller, bool signs = true) {
        const auto invitation =
            house.call<protocol::InvitationCreated>(people[0], "groups.invite", protocol::GroupRef{group});
        house.call<protocol::Joined>(caller, "groups.join", protocol::Join{invitation.token});
        if (signs) sign(caller, group);
    }
    void leave(const Caller& caller) { house.call<Empty>(caller, "groups.leave", protocol::GroupRef{group}); }
    /// A new version of the agreement: nobody has signed it.
    void reword_agreement() {
        protocol::AgreementRequest request;
        request.group = group;
        auto now = house.call<protocol::AgreementView>(people[0], "groups.agreement", request);
        now.clauses[0].text = "We meet to learn.";
        protocol::AgreementPropose params;
        params.group = group;
        params.based_on = now.version;
        params.clauses = now.clauses;
        house.call<protocol::AgreementVersion>(people[0], "groups.propose_agreement", params);
    }

    static protocol::SeriesCreate series(const std::string& in, const std::string& starts, int count) {
        protocol::SeriesCreate params;
        params.group = in;
        params.recurrence.interval = 2;
        params.recurrence.count = count;
        params.starts.value = starts;
        params.zone = "Europe/Berlin";
        params.minutes = 90;
        return params;
    }
    void make_series(const std::string& in, const Caller& organiser, const std::string& starts, int count) {
        house.call<protocol::SeriesCreated>(organiser, "schedule.create_series", series(in, starts, count));
    }
    std::vector<protocol::Session> list(const Caller& caller, const std::string& in) {
        protocol::SessionsRequest params;
        params.group = in;
        return house.call<protocol::Sessions>(caller, "schedule.list", params).sessions.items;
    }
    std::string id(std::size_t session) const { return sessions.at(session).session; }
    void answer(const Caller& caller, std::size_t session, protocol::Answer answer) {
        house.call<Empty>(caller, "schedule.answer", protocol::AnswerSession{group, id(session), answer});
    }
    std::string cancel(const Caller& caller, std::size_t session) {
        return house.refusal(caller, "schedule.cancel", protocol::CancelSession{group, id(session), ""});
    }
    void go_to(Instant at) { house.advance(at - house.now); }
    void mark_opened(std::size_t session) {
        house.transact({}, "", [&](call::Write& write) {
            schedule::mark_opened(write.db, groups::for_the_group(write, group), id(session), house.now);
            return 0;
        });
    }
    /// Kinds of the events of the last call on this feed.
    std::vector<std::string> told(const std::string& feed) {
        std::vector<std::string> kinds;
        for (const auto& event : house.events)
            if (event.feed == feed) kinds.push_back(event.kind);
        return kinds;
    }
};

}  // namespace covision::test
