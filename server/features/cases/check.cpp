#include "server/features/cases/check.hpp"

#include "server/features/accounts/table.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::cases {
namespace {

using protocol::CaseField;

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
    groups::permit(read, params.group, groups::Need::signed_member);
    auto person = accounts::person(read, read.caller.account);
    auto language = person && person->language == protocol::Language::de ? deid::Language::de : deid::Language::en;
    protocol::Findings result;
    for (const auto& field : params.fields) {
        protocol::FieldFindings found;
        found.field = field.field;
        for (const auto& finding : read.detector.scan(field.text.value))
            found.findings.push_back(to_message(finding, language));
        result.fields.push_back(std::move(found));
    }
    return result;
}

std::vector<Place> undecided_in(const deid::Detector& detector, const protocol::CaseSubmit& texts) {
    const std::pair<CaseField, const std::string*> fields[] = {
        {CaseField::title, &texts.title.value},
        {CaseField::question, &texts.question.value},
        {CaseField::setting, &texts.blur.setting.value},
        {CaseField::age_band, &texts.blur.age_band.value},
        {CaseField::place_kind, &texts.blur.place_kind.value},
        {CaseField::theme, &texts.blur.theme.value},
        {CaseField::text, &texts.text.value},
    };
    std::vector<Place> places;
    for (const auto& [field, text] : fields)
        for (const auto& place : undecided(field, detector.scan(*text), texts.kept.items)) places.push_back(place);
    return places;
}

}  // namespace covision::cases
