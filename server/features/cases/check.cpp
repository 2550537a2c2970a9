#include "server/features/cases/check.hpp"

#include "server/features/accounts/table.hpp"
#include "server/features/cases/policy.hpp"
#include "server/features/cases/table.hpp"

namespace covision::cases {
namespace {

constexpr std::size_t most_proposals = 6;
constexpr std::size_t longest_proposal = 120;

protocol::Finding to_message(const deid::Finding& finding, deid::Language language) {
    protocol::Finding message;
    message.start = static_cast<std::int64_t>(finding.start);
    message.end = static_cast<std::int64_t>(finding.end);
    message.type = std::string(deid::type_name(finding.type));
    message.level = finding.level == deid::Level::must_replace ? protocol::FindingLevel::must_replace
                                                               : protocol::FindingLevel::review;
    message.reason = std::string(deid::reason(finding.reason_code, language));
    for (const auto& proposal : finding.proposals)
        if (message.proposals.size() < most_proposals && proposal.size() <= longest_proposal)
            message.proposals.push_back(proposal);
    return message;
}

}  // namespace

protocol::Findings check(call::Read& read, const protocol::Check& params) {
    const auto member = groups::permit(read, params.group, groups::Need::signed_member);
    const auto group = policy_of(read, member);
    auto person = accounts::person(read, read.caller.account);
    auto language = person && person->language == protocol::Language::de ? deid::Language::de : deid::Language::en;
    protocol::Findings result;
    for (const auto& field : params.fields) {
        protocol::FieldFindings found;
        found.field = field.field;
        for (const auto& finding : read.detector.scan(field.text.value, group.policy))
            found.findings.push_back(to_message(finding, language));
        result.fields.push_back(std::move(found));
    }
    return result;
}

Checked check_texts(call::Read& read, const groups::Member& member, const std::vector<Written>& texts,
                    const std::vector<protocol::Kept>& kept) {
    const auto group = policy_of(read, member);
    Checked checked;
    checked.policy = group.version;
    for (const auto& [field, text] : texts)
        for (const auto& place : undecided(field, read.detector.scan(text, group.policy), kept))
            checked.undecided.push_back(place);
    return checked;
}

void require_clean(call::Write& write, const groups::Member& member, const Checked& checked) {
    const auto row = find_policy(write.db, member);
    if ((row ? row->version : 0) != checked.policy)
        throw Refused("prepare_again", "The group has changed how it checks texts. Try again.");
    refuse_undecided(checked.undecided);
}

}  // namespace covision::cases
