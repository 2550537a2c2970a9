#include "server/features/schedule/view.hpp"

#include <algorithm>
#include <unordered_map>

#include "server/features/schedule/notes.hpp"

namespace covision::schedule {
namespace {

void add_offer(protocol::Session& session, const Meeting& meeting, const std::vector<groups::MemberRow>& people,
               std::int64_t least, Instant now) {
    const auto said_no = std::count_if(people.begin(), people.end(), [&](const auto& person) {
        return std::any_of(session.answers.begin(), session.answers.end(), [&](const auto& answered) {
            return answered.account == person.account && answered.answer == protocol::Answer::no;
        });
    });
    session.offer = offer(meeting, people.size(), static_cast<std::size_t>(said_no), least, now);
}

}  // namespace

std::vector<protocol::Session> view(call::Read& read, const groups::Member& member, const std::vector<SessionRow>& rows,
                                    const std::vector<AnswerRow>& answers,
                                    const std::vector<groups::MemberRow>& people) {
    auto messages = to_messages(rows, answers);
    std::unordered_map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < messages.size(); ++i) place.emplace(messages[i].session.value, i);
    for (const auto& row : answers) {
        const auto found = place.find(row.session);
        if (found == place.end()) continue;
        const auto note = open_note(read, member, row);
        if (!note) continue;
        for (auto& answered : messages[found->second].answers)
            if (answered.account == row.account) answered.note = protocol::AnswerNote{*note};
    }
    const auto least = quorum(read.db, member);
    for (std::size_t i = 0; i < rows.size(); ++i) add_offer(messages[i], meeting_of(rows[i]), people, least, read.now);
    return messages;
}

}  // namespace covision::schedule
