#pragma once
// A circle with a rota to which cases are brought.

#include "server/features/cases/methods.hpp"
#include "server/features/cases/table.hpp"
#include "tests/rota/planned.hpp"

namespace covision::test {

class Brought : public Planned {
protected:
    static void enter_cases(call::Table& table) {
        rota::methods(table);
        cases::methods(table);
    }
    explicit Brought(void (*more)(call::Table&) = &enter_cases) : Planned(more) {}

    protocol::CaseSubmit draft(std::size_t session, const std::string& text = {}) const {
        protocol::CaseSubmit params;
        params.group = group;
        params.session = id(session);
        params.title = "When somebody goes silent";
        params.question = "How can I stay present?";
        params.blur = {{"outpatient"}, {"adult"}, {"a city"}, {"silence"}};
        params.text = text;
        params.attested = true;
        params.keep_days = 30;
        return params;
    }
    const Caller& presenter(std::size_t session) { return holder(session, protocol::DutyRole::presenter); }
    std::string submit(std::size_t session, const std::string& text = {}) {
        return house.call<protocol::CaseSubmitted>(presenter(session), "cases.submit", draft(session, text)).case_id;
    }
    std::string say(const Caller& caller, const std::string& case_id, protocol::ConflictAnswer answer) {
        return house.refusal(caller, "cases.answer_conflict", protocol::ConflictReply{group, case_id, answer});
    }
    std::string look(const Caller& caller, const std::string& case_id) {
        return house.refusal(caller, "cases.show", protocol::CaseRef{group, case_id});
    }
    std::vector<protocol::CaseSummary> cases_for(const Caller& caller) {
        return house.call<protocol::CaseList>(caller, "cases.list", protocol::GroupRef{group}).cases.items;
    }
    protocol::CaseSummary seen(const Caller& caller, const std::string& case_id) {
        for (auto& note : cases_for(caller))
            if (note.case_id == case_id) return note;
        ADD_FAILURE() << "not listed";
        return {};
    }
    std::int64_t count(const storage::Sql& sql) { return house.db->one<std::int64_t>(sql); }
};

}  // namespace covision::test
