#pragma once
// A circle that rates its sessions.

#include "protocol/messages/evaluation.hpp"
#include "server/features/evaluation/methods.hpp"
#include "tests/consultation/round.hpp"

namespace covision::test {

class Rating : public Round {
protected:
    static void enter_evaluation(call::Table& table) {
        enter_consultation(table);
        evaluation::methods(table);
    }
    explicit Rating(void (*more)(call::Table&) = &enter_evaluation) : Round(more) {}

    protocol::Rate ballot(std::size_t session, int score, const std::string& keep = {}) const {
        protocol::Rate params;
        params.group = group;
        params.session = id(session);
        for (const auto item : {protocol::Item::safe, protocol::Item::useful, protocol::Item::heard})
            params.scores.push_back({item, score});
        params.keep = keep;
        return params;
    }
    /// As the server does it: with the trace of the call that is kept for a repetition.
    std::string rate(const Caller& caller, std::size_t session, int score, const std::string& keep = {}) {
        const auto refused = house.refusal(caller, "evaluation.rate", ballot(session, score, keep));
        if (refused.empty()) remember(caller, "evaluation.rate");
        return refused;
    }
    std::string decline(const Caller& caller, std::size_t session) {
        const auto refused = house.refusal(caller, "evaluation.decline", protocol::SessionRef{group, id(session)});
        if (refused.empty()) remember(caller, "evaluation.decline");
        return refused;
    }
    /// What is due this very moment.
    void settle() { house.advance(0s); }
    protocol::Evaluation shown(const Caller& caller, std::size_t session) {
        return house.call<protocol::EvaluationView>(caller, "evaluation.show", protocol::SessionRef{group, id(session)})
            .evaluation;
    }

private:
    void remember(const Caller& caller, const std::string& method) {
        static const storage::Sql add{
            "INSERT INTO done_call (account, call, method, params, result, at) VALUES ($1, $2, $3, $4, '{}', $5)"};
        house.db->run(add, caller.account, uuid4(house.random), method, storage::Blob{"hash"}, house.now);
    }
};

}  // namespace covision::test
