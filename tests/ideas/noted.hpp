#pragma once
// A circle that notes ideas.

#include "protocol/messages/ideas.hpp"
#include "server/features/ideas/methods.hpp"
#include "tests/consultation/round.hpp"

namespace covision::test {

class Noted : public Round {
protected:
    static void enter_ideas(call::Table& table) {
        enter_consultation(table);
        ideas::methods(table);
    }
    explicit Noted(void (*more)(call::Table&) = &enter_ideas) : Round(more) {}

    const Caller& leader(std::size_t session) { return person(*role_holder(session, protocol::DutyRole::facilitator)); }
    /// Two who neither lead nor present.
    std::vector<Caller> consultants(std::size_t session) {
        std::vector<Caller> all;
        for (const auto& one : people)
            if (one.account != leader(session).account && one.account != presenter(session).account) all.push_back(one);
        return all;
    }
    protocol::SessionRef at(std::size_t session) const { return {group, id(session)}; }
    /// Presses next until this phase.
    void go_on_to(std::size_t session, std::int64_t phase) {
        while (live(people[0], session).run->phase < phase)
            ASSERT_EQ(step(leader(session), session, protocol::Step::next), "");
    }
    protocol::IdeaNote idea(std::size_t session, const std::string& text) const {
        protocol::IdeaNote params;
        params.group = group;
        params.session = id(session);
        params.text = text;
        return params;
    }
    std::string note(const Caller& caller, std::size_t session, const std::string& text = "Sit with the silence.") {
        return house.refusal(caller, "ideas.note", idea(session, text));
    }
    std::vector<protocol::Idea> list(const Caller& caller, std::size_t session) {
        return house.call<protocol::IdeaList>(caller, "ideas.list", at(session)).ideas.items;
    }
    std::vector<protocol::Idea> gift(const Caller& caller, std::size_t session) {
        return house.call<protocol::IdeaList>(caller, "ideas.gift", at(session)).ideas.items;
    }
    std::string refused_list(const Caller& caller, std::size_t session) {
        return house.refusal(caller, "ideas.list", at(session));
    }
};

/// Phases of the reflecting team.
inline constexpr std::int64_t affirming = 3, reflecting = 4, closing = 5;

}  // namespace covision::test
