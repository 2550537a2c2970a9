// Who leads: handed over, named as deputy, taken over from somebody who is gone.

#include <algorithm>

#include "server/features/cases/view.hpp"
#include "server/features/consultation/calls.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/rota/table.hpp"

namespace covision::consultation {
namespace {

using call::Write;
using groups::Member;
using groups::Need;
using groups::permit;
using protocol::DutyRole;

/// Whoever is named must be here and consult. One refusal for all, so that nobody reads in it who is away for the case.
void can_lead(Write& write, const Member& member, const RunRow& row, const std::string& account) {
    const auto& presence = write.presence;
    const bool here = contains(row.present, account) || account == member.account() ||
                      (presence && !presence->gone_since(member.group(), row.session, account));
    if (!here || is_away(write, member, row, account) || !consults(row, account) ||
        !groups::is_member(write, member, account))
        throw Refused("cannot_lead", "Choose somebody who is here and neither leads nor presents.");
}

/// The run one version on, where the caller may say that `account` leads it, now or as deputy.
template <class Params>
RunRow led_by(Write& write, const Member& member, const Params& params, const std::string& account) {
    auto row = running(write, member, params.session.value);
    must_lead(member, row);
    can_lead(write, member, row, account);
    row.run = new_lead(row.run, params.version);
    return row;
}

protocol::RunVersion kept(Write& write, const Member& member, RunRow row) {
    if (!row.deputy) row.deputy = first_deputy(write, member, row);
    update_run(write.db, member, row);
    return publish(write, member, row);
}

}  // namespace

bool is_away(call::Read& read, const Member& member, const RunRow& row, const std::string& account) {
    return row.case_id() && cases::is_away(read, member, *row.case_id(), account);
}

void set_leader(RunRow& row, const std::string& account) {
    give_up_roles(row, account);
    std::erase_if(row.roles, [](const auto& each) { return each.role == DutyRole::facilitator; });
    row.roles.insert(row.roles.begin(), protocol::RunRole{DutyRole::facilitator, account});
}

std::optional<protocol::Id> first_deputy(Write& write, const Member& member, const RunRow& row) {
    auto order = rota::stand_ins(write, member, row.session);
    for (const auto& account : row.present) order.push_back(account.value);
    const auto presents = [&](const std::string& account) {
        return std::any_of(row.agenda.begin(), row.agenda.end(),
                           [&](const auto& item) { return item.presenter == account; });
    };
    // Whoever presents in another part could not go on through it.
    std::stable_partition(order.begin(), order.end(), [&](const auto& account) { return !presents(account); });
    for (const auto& account : order)
        if (contains(row.present, account) && consults(row, account) && row.led_before != account &&
            !is_away(write, member, row, account))
            return protocol::Id{account};
    return std::nullopt;
}

protocol::RunVersion hand_over(Write& write, const protocol::HandOver& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    auto row = led_by(write, member, params, params.to);
    const auto leader = who_is(row, DutyRole::facilitator);
    set_leader(row, params.to);
    if (row.named == params.to) row.named.reset();
    row.lender.reset();  // said by somebody, which goes before what an item has lent
    // An organiser steps in: whoever led may take it back.
    row.led_before = leader && leader != member.account() ? std::optional(protocol::Id{*leader}) : std::nullopt;
    row.taken_by = params.to;
    return kept(write, member, row);
}

protocol::RunVersion name_deputy(Write& write, const protocol::NameDeputy& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    auto row = led_by(write, member, params, params.deputy);
    row.deputy = row.named = params.deputy;
    return kept(write, member, row);
}

protocol::RunVersion take_over(Write& write, const protocol::TakeLead& params) {
    const auto member = permit(write, params.group, Need::signed_member);
    auto row = running(write, member, params.session.value);
    const auto leader = who_is(row, DutyRole::facilitator);
    if (leader == member.account()) throw Refused("leads_already", "You lead this session already.");
    const auto gone = [&](const auto& account) {
        if (!account) return std::optional<Instant>(Instant{});  // where there is nobody, nobody is waited for
        return write.presence ? write.presence->gone_since(member.group(), row.session, *account) : std::nullopt;
    };
    LeadAsked asked;
    asked.led_before = row.led_before == member.account();
    asked.deputy = row.deputy == member.account();
    asked.presents = who_is(row, DutyRole::presenter) == member.account();
    asked.leader_gone = gone(leader);
    asked.deputy_gone = gone(row.deputy);
    may_take_over(asked, write.now);
    must_take_part(write, member, row);
    row.run = new_lead(row.run, params.version);
    set_leader(row, member.account());
    // Taken back from somebody who presents this item: they do not have it back after.
    if (asked.led_before && row.lender == row.taken_by) row.lender.reset();
    if (!asked.led_before) row.taken_by = protocol::Id{member.account()};
    // Taken back: whoever stood in does so again another time.
    if (leader && asked.led_before) row.deputy = protocol::Id{*leader};
    row.led_before = asked.led_before || !leader ? std::nullopt : std::optional(protocol::Id{*leader});
    return kept(write, member, row);
}

}  // namespace covision::consultation
