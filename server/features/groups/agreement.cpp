// The agreement: what a group starts from, its versions, signing.

#include "server/features/groups/calls.hpp"
#include "server/features/groups/rules.hpp"
#include "server/features/groups/table.hpp"
#include "server/features/groups/template.hpp"
#include "server/features/groups/topics.hpp"

namespace covision::groups {
namespace {

Refused stale(std::int64_t version) {
    return {"stale", "The agreement has a newer version. Read that one first.", {{"version", std::to_string(version)}}};
}

}  // namespace

protocol::AgreementTemplate offer_template(Read&, const protocol::TemplateRequest& params) {
    return {agreement_template(params.language)};
}

protocol::AgreementView agreement(Read& context, const protocol::AgreementRequest& params) {
    const auto member = permit(context, params.group, Need::member);
    const auto wanted = params.version.value_or(member.agreement_version());
    const auto found = find_agreement(context, member, wanted);
    if (!found) throw not_found();
    protocol::AgreementView view;
    view.seq = context.seq(params.group);
    view.version = wanted;
    view.current_version = member.agreement_version();
    view.at = found->at;
    view.author = found->author;
    view.clauses = found->clauses;
    view.signatures = signatures(context, member, wanted);
    if (const auto before = find_agreement(context, member, wanted - 1))
        for (auto& key : changed_keys(before->clauses, found->clauses)) view.changed.push_back(std::move(key));
    return view;
}

protocol::AgreementVersion propose_agreement(Write& context, const protocol::AgreementPropose& params) {
    const auto member = permit(context, params.group, Need::organiser);
    if (params.based_on != member.agreement_version()) throw stale(member.agreement_version());
    check_clauses(params.clauses);
    const auto current = find_agreement(context, member, params.based_on);
    const auto kept = [](const protocol::Clauses& clauses) {
        return protocol::encode(protocol::AgreementTemplate{clauses});
    };
    if (current && kept(current->clauses) == kept(params.clauses))
        throw Refused("unchanged", "Nothing in the agreement has changed: nobody needs to sign it again.");
    const auto version = params.based_on + 1;
    insert_agreement(context, member, version, params.clauses);
    context.audit("groups.agreement_changed", params.group, std::to_string(version));
    context.emit(agreement_changed, params.group, {version});
    return {version};
}

protocol::AgreementVersion sign(Write& context, const protocol::AgreementSign& params) {
    const auto member = permit(context, params.group, Need::member);
    if (params.version != member.agreement_version()) throw stale(member.agreement_version());
    if (member.is_signed()) return {params.version};
    insert_signature(context, member, params.version);
    context.audit("groups.signed", params.group, std::to_string(params.version));
    context.emit(agreement_signed, params.group, {member.account(), params.version});
    return {params.version};
}

}  // namespace covision::groups
