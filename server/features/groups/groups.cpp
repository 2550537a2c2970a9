// Groups: the caller's, a new one, one in full.

#include "server/features/accounts/rules.hpp"
#include "server/features/groups/calls.hpp"
#include "server/features/groups/rules.hpp"
#include "server/features/groups/steps.hpp"
#include "server/features/groups/topics.hpp"

namespace covision::groups {

protocol::GroupList list(Read& context, const protocol::Empty&) {
    protocol::GroupList answer;
    answer.seq = context.seq(context.caller.account);
    answer.groups = summaries(context, context.caller.account);
    return answer;
}

protocol::GroupCreated create(Write& context, const protocol::GroupCreate& params) {
    accounts::check_name(params.name);
    check_clauses(params.clauses);
    check_groups_of(context, context.caller.account);
    const auto id = context.random_id();
    insert_group(context, {id, params.name, params.language});
    insert_founder(context, id, context.caller.account);
    const auto member = permit(context, id, Need::organiser);
    insert_agreement(context, member, 1, params.clauses);
    context.audit("groups.created", id, "");
    context.emit(member_joined, id, {member.account()});
    tell_account(context, member.account());
    return {id, 1};
}

protocol::GroupView show(Read& context, const protocol::GroupRef& params) {
    const auto member = permit(context, params.group, Need::member);
    const auto group = group_of(context, member);
    protocol::GroupView view;
    view.seq = context.seq(params.group);
    view.group = group.group;
    view.name = group.name;
    view.language = group.language;
    view.role = member.role();
    view.agreement_version = group.agreement_version;
    view.has_signed = member.is_signed();
    view.contacts = group.contacts;
    for (const auto& row : members(context, member)) {
        protocol::Member seen{row.account, row.name, row.role, row.joined_at, row.signed_version, row.confirmed, true};
        if (!row.confirmed) seen.confirmed_by_me = confirmers_of(context, member, row.account).count(member.account());
        view.members.push_back(std::move(seen));
    }
    return view;
}

protocol::Empty write_contacts(Write& context, const protocol::ContactsSet& params) {
    const auto member = permit(context, params.group, Need::organiser);
    set_contacts(context, member, params.contacts);
    context.emit(contacts_changed, member.group(), {});
    return {};
}

}  // namespace covision::groups
