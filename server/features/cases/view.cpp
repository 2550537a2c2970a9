#include "server/features/cases/view.hpp"

#include <unordered_map>

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

std::vector<protocol::CaseSummary> summaries(call::Read& read, const groups::Member& member) {
    std::unordered_map<std::string, ConflictRow> mine;
    for (auto& row : my_answers(read.db, member)) mine.emplace(row.case_id, std::move(row));
    std::vector<protocol::CaseSummary> all;
    for (const auto& row : cases(read.db, member)) {
        auto found = mine.find(row.id);
        all.push_back(summary(read, member, row, found == mine.end() ? std::optional<ConflictRow>{} : found->second));
    }
    return all;
}

std::optional<ConflictRow> my_answer(call::Read& read, const groups::Member& member, const std::string& case_id) {
    for (auto& row : my_answers(read.db, member))
        if (row.case_id == case_id) return row;
    return std::nullopt;
}

}  // namespace covision::cases
