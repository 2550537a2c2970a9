// Who does what in an item of the agenda.

#include <algorithm>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/calls.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/rota/table.hpp"

namespace covision::consultation {
namespace {

using call::Write;
using groups::Member;
using protocol::DutyRole;
using protocol::Id;

std::optional<std::string> text_of(const std::optional<Id>& id) { return id ? std::optional(id->value) : std::nullopt; }

std::optional<Id> id_of(const std::optional<std::string>& text) {
    return text ? std::optional(Id{*text}) : std::nullopt;
}

/// In the group and not away for the case of this item.
bool takes_part(Write& write, const Member& member, const RunRow& row, const std::string& account) {
    return groups::is_member(write, member, account) && !is_away(write, member, row, account);
}

Lead lead_now(Write& write, const Member& member, const RunRow& row) {
    const Lead before{who_is(row, DutyRole::facilitator), text_of(row.deputy), text_of(row.lender), text_of(row.named)};
    const auto able = [&](const std::string& account) {
        return row.item().presenter != account && takes_part(write, member, row, account);
    };
    // The line is gone, or around one table there never was one: such a one could press nothing.
    const auto at_hand = [&](const std::string& account) {
        return !write.presence || !write.presence->gone_since(member.group(), row.session, account);
    };
    auto lead = lead_of_item(before, {}, able, at_hand);
    if (lead.leader || !lead.lender) return lead;
    std::vector<std::string> others;
    for (const auto& account : rota::stand_ins(write, member, row.session))
        if (contains(row.present, account)) others.push_back(account);
    for (const auto& account : row.present) others.push_back(account.value);
    return lead_of_item(before, others, able, at_hand);
}

}  // namespace

void cast_item(Write& write, const Member& member, RunRow& row) {
    const auto lead = lead_now(write, member, row);
    row.roles.clear();
    row.lender = id_of(lead.lender);
    row.deputy = id_of(lead.deputy);
    if (row.led_before == lead.leader) row.led_before.reset();
    if (lead.leader) row.roles.push_back({DutyRole::facilitator, *lead.leader});
    if (const auto& presenter = row.item().presenter; presenter && groups::is_member(write, member, *presenter))
        row.roles.push_back({DutyRole::presenter, *presenter});
    const auto free = [&](const std::string& account) {
        return contains(row.present, account) &&
               std::none_of(row.roles.begin(), row.roles.end(),
                            [&](const auto& role) { return role.account == account; });
    };
    for (const auto& duty : rota::duties_of(write.db, member, row.session)) {
        const bool helps = duty.role != DutyRole::facilitator && duty.role != DutyRole::presenter;
        if (helps && free(duty.account) && takes_part(write, member, row, duty.account))
            row.roles.push_back({duty.role, duty.account});
    }
    if (!row.deputy) row.deputy = first_deputy(write, member, row);
}

void undo_cast(Write& write, const Member& member, RunRow& row) {
    if (row.previous) static_cast<Cast&>(row) = *row.previous;
    row.previous.reset();
    // Who has stepped out of the case meanwhile stays out of it.
    const auto roles = row.roles;
    for (const auto& role : roles)
        if (is_away(write, member, row, role.account)) give_up_roles(row, role.account);
}

}  // namespace covision::consultation
