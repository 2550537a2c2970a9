#pragma once
// A circle that holds its sessions.

#include "protocol/messages/consultation.hpp"
#include "server/features/consultation/methods.hpp"
#include "tests/cases/brought.hpp"

namespace covision::test {

class Round : public Brought {
protected:
    static void enter_consultation(call::Table& table) {
        enter_cases(table);
        consultation::methods(table);
    }
    explicit Round(void (*more)(call::Table&) = &enter_consultation) : Brought(more) {}

    std::vector<protocol::Id> everybody() const {
        std::vector<protocol::Id> all;
        for (const auto& one : people) all.push_back(one.account);
        return all;
    }
    protocol::Begin beginning(std::size_t session, std::optional<std::string> note = {}) {
        protocol::Begin params;
        params.group = group;
        params.session = id(session);
        params.agenda.items = {part("reflecting_team")};
        params.present.items = everybody();
        params.agenda.items[0].presenter = protocol::Id{presenter(session).account};
        if (note) params.agenda.items[0].case_id = protocol::Id{*note};
        return params;
    }
    static protocol::AgendaItem part(const std::string& format) {
        protocol::AgendaItem item;
        item.format = format;
        return item;
    }
    /// Begins at its time, with everybody here; the version of the run.
    std::int64_t begin(std::size_t session, std::optional<std::string> note = {}) {
        if (house.now < sessions[session].starts_at.value) go_to(sessions[session].starts_at.value);
        return house
            .call<protocol::RunVersion>(holder(session, protocol::DutyRole::facilitator), "consultation.begin",
                                        beginning(session, std::move(note)))
            .version;
    }
    std::string step(const Caller& caller, std::size_t session, protocol::Step step) {
        const auto run = live(caller, session).run;
        return house.refusal(caller, "consultation.step",
                             protocol::RunStep{group, id(session), run ? run->version : 0, step});
    }
    protocol::LiveView live(const Caller& caller, std::size_t session) {
        return house.call<protocol::LiveView>(caller, "consultation.show", protocol::SessionRef{group, id(session)});
    }
    std::optional<std::string> role_holder(std::size_t session, protocol::DutyRole role) {
        const auto view = live(people[0], session);
        for (const auto& each : view.run->roles)
            if (each.role == role) return each.account.value;
        return std::nullopt;
    }
    std::string close(const Caller& caller, std::size_t session, std::vector<protocol::Id> present) {
        protocol::RunClose params;
        params.group = group;
        params.session = id(session);
        params.version = live(caller, session).run->version;
        params.present.items = std::move(present);
        return house.refusal(caller, "consultation.close", params);
    }
    /// A whole session without a written case.
    void hold(std::size_t session) {
        begin(session);
        const auto leads = role_holder(session, protocol::DutyRole::facilitator).value();
        EXPECT_EQ(close(person(leads), session, everybody()), "");
    }
};

}  // namespace covision::test
