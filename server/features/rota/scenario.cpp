#include "server/features/rota/scenario.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "protocol/json.hpp"

namespace covision::rota {
namespace {

using protocol::DutyWhy;
using protocol::RotaScenario;

constexpr int all_sessions = 500;
constexpr std::size_t deputies_shown = 3;

template <class T>
const T& given(const std::optional<T>& maybe) {
    static const T none{};
    return maybe ? *maybe : none;
}

int slot_of(const std::optional<protocol::Whole<1, 3>>& slot) { return slot ? static_cast<int>(slot->value) : 1; }

[[noreturn]] void wrong(const std::string& where, const std::string& what) {
    throw protocol::DecodeError(protocol::rpc_error::invalid_params, "scenario." + where, what);
}

template <class Items, class Name>
void check_once(const Items& items, const std::string& list, Name name, std::set<std::string>& seen) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!seen.insert(name(items[i])).second) wrong(list + "[" + std::to_string(i) + "]", "stands here twice.");
}

void check(const RotaScenario& scenario) {
    std::set<std::string> people, sessions;
    check_once(
        scenario.members.items, "members", [](const auto& each) { return each.account.value; }, people);
    const auto session = [](const auto& each) { return each.session.value; };
    check_once(given(scenario.held).items, "held", session, sessions);
    check_once(scenario.upcoming.items, "upcoming", session, sessions);
    const auto& pins = given(scenario.pins).items;
    for (std::size_t i = 0; i < pins.size(); ++i)
        if (pins[i].why && *pins[i].why != DutyWhy::chosen && *pins[i].why != DutyWhy::swapped)
            wrong("pins[" + std::to_string(i) + "].why", "is chosen or swapped.");
    const auto& leaves = given(scenario.leaves).items;
    for (std::size_t i = 0; i < leaves.size(); ++i)
        if (leaves[i].until.value <= leaves[i].from.value)
            wrong("leaves[" + std::to_string(i) + "].until", "is later than from.");
}

/// The ledger in order of time.
std::vector<const protocol::PlanHeld*> ledger_of(const RotaScenario& scenario) {
    std::vector<const protocol::PlanHeld*> ledger;
    for (const auto& held : given(scenario.held).items) ledger.push_back(&held);
    std::stable_sort(ledger.begin(), ledger.end(),
                     [](const auto* a, const auto* b) { return a->starts_at.value < b->starts_at.value; });
    return ledger;
}

/// Before this person joined everybody's turns make the mean; afterwards the own ones count.
void count(Person& person, const protocol::PlanHeld& held, bool joined) {
    auto& tally = joined ? person.own : person.before;
    for (const auto& name : held.attended.items) tally.attended += !joined || name.value == person.id ? 1 : 0;
    for (const auto& served : held.served.items) {
        if (joined && served.account.value != person.id) continue;
        const auto role = static_cast<std::size_t>(served.role);
        ++tally.served[role];
        if (!joined) continue;
        person.last[role] = held.starts_at.value;
        person.by_hand |= served.why == DutyWhy::swapped || served.why == DutyWhy::chosen;
    }
}

Person person_of(const protocol::PlanMember& member, const std::vector<const protocol::PlanHeld*>& ledger) {
    Person person;
    person.id = member.account.value;
    for (const auto* held : ledger) {
        const bool joined = !member.joined_at || held->starts_at.value >= member.joined_at->value;
        person.joined_after += joined ? 0 : 1;
        count(person, *held, joined);
    }
    return person;
}

std::vector<Upcoming> upcoming_of(const RotaScenario& scenario) {
    std::vector<Upcoming> upcoming;
    for (const auto& session : scenario.upcoming.items) {
        Upcoming made{session.session.value, session.starts_at.value, {}};
        std::set<std::string> away;
        for (const auto& name : given(session.away).items) away.insert(name.value);
        for (const auto& leave : given(scenario.leaves).items)
            if (made.starts >= leave.from.value && made.starts < leave.until.value) away.insert(leave.account.value);
        made.away.assign(away.begin(), away.end());
        upcoming.push_back(std::move(made));
    }
    return upcoming;
}

Reason reason_of(const std::optional<protocol::PlanReason>& given) {
    Reason reason;
    if (!given) return reason;
    reason.why = static_cast<Why>(given->why);
    reason.served = static_cast<int>(given->served.value);
    reason.attended = static_cast<int>(given->attended.value);
    if (given->last_served) reason.last_served = given->last_served->value;
    if (given->other) reason.other = given->other->value;
    return reason;
}

protocol::PlanReason to_message(const Reason& reason) {
    protocol::PlanReason made;
    made.why = static_cast<DutyWhy>(reason.why);
    made.served = reason.served;
    made.attended = reason.attended;
    if (reason.last_served) made.last_served = protocol::Time{*reason.last_served};
    if (reason.other) made.other = protocol::PlanName{*reason.other};
    return made;
}

void take_agreed(const RotaScenario& scenario, Group& group) {
    for (const auto& duty : given(scenario.published).items)
        group.published.push_back({duty.session.value, static_cast<Role>(duty.role), duty.account.value,
                                   reason_of(duty.reason), slot_of(duty.slot)});
    for (const auto& pin : given(scenario.pins).items) {
        Pin made{pin.session.value, static_cast<Role>(pin.role), pin.account.value, Why::chosen, {}, slot_of(pin.slot)};
        if (pin.why) made.why = static_cast<Why>(*pin.why);
        if (pin.other) made.other = pin.other->value;
        group.pins.push_back(std::move(made));
    }
    for (const auto& pass : given(scenario.passes).items)
        group.passes.push_back({pass.session.value, static_cast<Role>(pass.role), pass.account.value});
    for (const auto& wish : given(scenario.wishes).items)
        group.wishes.push_back({wish.account.value, wish.since.value, wish.urgent});
    for (auto& person : group.people) {
        const auto theirs = [&](const auto& each) { return each.account == person.id; };
        person.by_hand |= std::any_of(group.pins.begin(), group.pins.end(), theirs) ||
                          std::any_of(group.passes.begin(), group.passes.end(), theirs);
    }
}

void take_rules(const protocol::PlanRules& rules, Group& group) {
    if (rules.presenter) group.rules.presenter = static_cast<PresenterRule>(*rules.presenter);
    if (rules.presenters) group.rules.presenters = static_cast<int>(rules.presenters->value);
    for (const auto& role : given(rules.roles).items) {
        if (role.role > protocol::DutyRole::presenter)
            group.rules.planned[static_cast<std::size_t>(role.role)] = role.when == protocol::RoleTime::planned;
        for (const auto& name : given(role.excused).items)
            for (auto& person : group.people)
                if (person.id == name.value) person.excused.push_back(static_cast<Role>(role.role));
    }
    if (!rules.merges) return;
    group.rules.merges.clear();
    for (const auto& merge : rules.merges->items)
        group.rules.merges.push_back({static_cast<Role>(merge.into), static_cast<Role>(merge.from)});
}

}  // namespace

Group group_of(const RotaScenario& scenario) {
    check(scenario);
    const auto ledger = ledger_of(scenario);
    Group group;
    for (const auto& member : scenario.members.items) group.people.push_back(person_of(member, ledger));
    group.held = static_cast<int>(ledger.size());
    if (!ledger.empty()) group.last_held = ledger.back()->starts_at.value;
    group.upcoming = upcoming_of(scenario);
    take_agreed(scenario, group);
    if (scenario.rules) take_rules(*scenario.rules, group);
    if (scenario.horizon) group.rules.horizon = static_cast<int>(scenario.horizon->value);
    return group;
}

protocol::RotaPlan plan_of(const RotaScenario& scenario) {
    auto group = group_of(scenario);
    const auto made = plan(group);
    protocol::RotaPlan out;
    for (const auto& duty : made.duties) {
        protocol::PlanDuty message;
        message.session = duty.session;
        message.role = static_cast<protocol::DutyRole>(duty.role);
        if (duty.slot > 1) message.slot = duty.slot;
        message.account = duty.account;
        message.reason = to_message(duty.reason);
        out.duties.push_back(std::move(message));
    }
    for (const auto& vacancy : made.vacancies)
        out.vacancies.push_back(
            {protocol::PlanName{vacancy.session}, static_cast<protocol::DutyRole>(vacancy.role), vacancy.slot});
    group.published = made.duties;
    auto sessions = group.upcoming;
    std::sort(sessions.begin(), sessions.end(), [](const Upcoming& a, const Upcoming& b) {
        return std::make_pair(a.starts, a.id) < std::make_pair(b.starts, b.id);
    });
    sessions.resize(std::min(sessions.size(), static_cast<std::size_t>(std::min(group.rules.horizon, all_sessions))));
    for (const auto& session : sessions) {
        protocol::PlanDeputies message;
        message.session = session.id;
        for (const auto& account : deputies(group, session.id))
            if (message.accounts.size() < deputies_shown) message.accounts.push_back(protocol::PlanName{account});
        out.deputies.push_back(std::move(message));
    }
    return out;
}

}  // namespace covision::rota
