#include "server/features/cases/view.hpp"

#include <unordered_map>

#include "server/base/refused.hpp"
#include "server/features/cases/sealed.hpp"

namespace covision::cases {

Viewer viewer_of(call::Read& read, const groups::Member& member, const CaseRow& row,
                 const std::optional<ConflictRow>& mine) {
    Viewer viewer;
    viewer.is_presenter = row.presenter == member.account();
    viewer.has_signed = member.is_signed();
    viewer.confirmed = member.confirmed();
    viewer.joined_at = member.joined_at();
    if (mine) viewer.answer = open_answer(read.vault, member, *mine);
    return viewer;
}

protocol::CaseSummary summary(call::Read& read, const groups::Member& member, const CaseRow& row,
                              const std::optional<ConflictRow>& mine) {
    auto viewer = viewer_of(read, member, row, mine);
    protocol::CaseSummary message;
    message.case_id = row.id;
    message.session = row.session;
    message.presenter = row.presenter;
    message.state = row.state;
    message.submitted_at = row.submitted_at;
    message.shred_at = row.shred_at;
    message.wanted = row.wanted;
    message.my_answer = viewer.answer;
    message.closed = why_closed(row.state, row.submitted_at, viewer);
    if (sees_blur(message.closed)) message.blur = open_blur(read.vault, member, row);
    if (!message.closed)
        if (auto title = open_title(read.vault, member, row)) message.title = protocol::Confidential<120>{*title};
    // Its key is gone though its row says otherwise: it reads as shredded, never as an error.
    if (sees_blur(message.closed) && !message.blur) {
        message.closed = protocol::Closed::shredded;
        message.title.reset();
    }
    return message;
}

namespace {

std::vector<protocol::CaseSummary> summaries_of(call::Read& read, const groups::Member& member,
                                                const std::vector<CaseRow>& rows) {
    std::unordered_map<std::string, ConflictRow> mine;
    for (auto& row : my_answers(read.db, member)) mine.emplace(row.case_id, std::move(row));
    std::vector<protocol::CaseSummary> all;
    for (const auto& row : rows) {
        if (row.submitted_at < member.joined_at()) continue;
        const auto found = mine.find(row.id);
        all.push_back(summary(read, member, row, found == mine.end() ? std::optional<ConflictRow>{} : found->second));
    }
    return all;
}

bool says_away(call::Read& read, const groups::Member& member, const ConflictRow& row) {
    const auto answer = open_answer(read.vault, member, row);
    return answer && *answer != protocol::ConflictAnswer::no;
}

}  // namespace

std::vector<protocol::CaseSummary> summaries(call::Read& read, const groups::Member& member) {
    return summaries_of(read, member, cases(read.db, member));
}

std::vector<protocol::CaseSummary> open_summaries(call::Read& read, const groups::Member& member) {
    return summaries_of(read, member, open_cases(read.db, member));
}

std::optional<ConflictRow> my_answer(call::Read& read, const groups::Member& member, const std::string& case_id) {
    return answer_of(read.db, member, case_id, member.account());
}

std::optional<protocol::Closed> closed_to(call::Read& read, const groups::Member& member, const CaseRow& row) {
    return why_closed(row.state, row.submitted_at, viewer_of(read, member, row, my_answer(read, member, row.id)));
}

bool is_away(call::Read& read, const groups::Member& member, const std::string& case_id, const std::string& account) {
    const auto row = answer_of(read.db, member, case_id, account);
    return row && says_away(read, member, *row);
}

std::vector<std::string> all_away(call::Read& read, const groups::Member& member, const std::string& case_id) {
    std::vector<std::string> away;
    for (const auto& row : answers_to(read.db, member, case_id))
        if (says_away(read, member, row)) away.push_back(row.account);
    return away;
}

Refused closed_refusal(protocol::Closed why, const groups::Member& member) {
    switch (why) {
        case protocol::Closed::sign_first:
            return {"must_sign",
                    "Read and sign the group's agreement first.",
                    {{"version", std::to_string(member.agreement_version())}}};
        case protocol::Closed::answer_first:
            return {"answer_first", "Say first, privately, whether you may know the person."};
        case protocol::Closed::away: return {"away", "You are away for this case."};
        case protocol::Closed::shredded: return {"shredded", "This case has been shredded."};
        case protocol::Closed::not_confirmed:
            return {"not_confirmed", "Cases open to you when every member has confirmed you."};
        case protocol::Closed::before_joining: break;
    }
    return not_found();
}

}  // namespace covision::cases
