#pragma once
// Sessions as members see them: with the notes beside the answers, and with what the answers suggest.

#include <vector>

#include "server/features/groups/table.hpp"
#include "server/features/schedule/table.hpp"

namespace covision::schedule {

/// `answers`: at least those to `sessions`; `people`: the group's members.
std::vector<protocol::Session> view(call::Read& read, const groups::Member& member,
                                    const std::vector<SessionRow>& sessions, const std::vector<AnswerRow>& answers,
                                    const std::vector<groups::MemberRow>& people);

}  // namespace covision::schedule
