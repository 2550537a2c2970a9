#include "server/features/groups/steps.hpp"

#include "server/features/accounts/links.hpp"
#include "server/features/accounts/topics.hpp"
#include "server/features/groups/rules.hpp"
#include "server/features/groups/topics.hpp"

namespace covision::groups {

void settle_newcomers(Write& context, const Member& member) {
    const auto all = members(context, member);
    std::vector<Standing> standings;
    standings.reserve(all.size());
    for (const auto& row : all) standings.push_back({row.account, row.signed_version > 0, row.confirmed});
    for (const auto& row : all) {
        if (row.confirmed) continue;
        if (!is_confirmed_by_all(row.account, standings, confirmers_of(context, member, row.account))) continue;
        set_confirmed(context, member, row.account);
        context.audit("groups.confirmed", member.group(), row.account);
        context.emit(member_changed, member.group(), {row.account});
    }
}

void withdraw(Write& context, const Member& member, const std::string& invitation) {
    set_revoked(context, member, invitation);
    accounts::drop_links(context, protocol::LinkPurpose::invitation, invitation);
    tell_organisers(context, member, invitation);
}

void tell_organisers(Write& context, const Member& member, const std::string& invitation) {
    feed::Audience organisers;
    for (const auto& row : members(context, member))
        if (row.role == protocol::Role::organiser) organisers.push_back(row.account);
    // An empty audience would be everybody; without organisers nobody is left to tell.
    if (!organisers.empty()) context.emit(invitations_changed, member.group(), {invitation}, organisers);
}

void tell_account(Write& context, const std::string& account) {
    context.emit(accounts::changed, account, {account}, {account});
}

void check_groups_of(Read& context, const std::string& account) {
    if (groups_of(context, account).size() >= max_groups)
        throw Refused("too_many_groups", "One account can be in this many groups at most.",
                      {{"most", std::to_string(max_groups)}});
}

}  // namespace covision::groups
