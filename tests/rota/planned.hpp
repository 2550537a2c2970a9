#pragma once
// A circle with a rota, and short words for what is asked of it.

#include <algorithm>

#include "server/features/rota/methods.hpp"
#include "server/features/rota/table.hpp"
#include "tests/schedule/circle.hpp"

namespace covision::test {

class Planned : public Circle {
protected:
    explicit Planned(void (*more)(call::Table&) = &rota::methods) : Circle(more) {}

    protocol::Rota rota(const Caller& caller) {
        return house.call<protocol::Rota>(caller, "rota.show", protocol::GroupRef{group});
    }
    std::optional<protocol::Duty> find_duty(std::size_t session, protocol::DutyRole role) {
        for (const auto& duty : rota(people[0]).duties)
            if (duty.session == id(session) && duty.role == role) return duty;
        return std::nullopt;
    }
    protocol::Duty duty(std::size_t session, protocol::DutyRole role) { return find_duty(session, role).value(); }
    const Caller& holder(std::size_t session, protocol::DutyRole role) { return person(duty(session, role).account); }
    const Caller& person(const std::string& account) const {
        return *std::find_if(people.begin(), people.end(), [&](const auto& one) { return one.account == account; });
    }
    bool has_role(const Caller& caller, std::size_t session) {
        const auto all = rota(people[0]).duties;
        return std::any_of(all.begin(), all.end(), [&](const auto& duty) {
            return duty.session == id(session) && duty.account == caller.account;
        });
    }
    /// Somebody without a role in this session, other than people[0] who organises.
    const Caller& idle(std::size_t session) {
        return *std::find_if(people.begin() + 1, people.end(),
                             [&](const auto& one) { return !has_role(one, session); });
    }
    std::string choose(const Caller& caller, std::size_t session, protocol::DutyRole role, const Caller& whom) {
        return house.refusal(caller, "rota.choose", protocol::DutyChoose{group, id(session), role, whom.account});
    }
    std::string pass(const Caller& caller, const protocol::Duty& turn) {
        return house.refusal(caller, "rota.pass", protocol::DutyRef{group, turn.duty});
    }
};

}  // namespace covision::test
