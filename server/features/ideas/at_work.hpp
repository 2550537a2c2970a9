#pragma once
// What ideas need to know of a run: which consultation the group is at, and what the caller's part in it is.

#include "server/call/context.hpp"
#include "server/features/cases/table.hpp"
#include "server/features/consultation/table.hpp"
#include "server/features/ideas/rules.hpp"

namespace covision::ideas {

struct AtWork {
    Moment moment;
    std::int64_t item = 0, phase = 0;
    std::optional<cases::CaseRow> note;  // nullopt: it is only told
    std::optional<std::string> presenter;
    Part part = Part::consults;
};

/// Throws not_found, not_begun.
AtWork at_work(call::Read& read, const groups::Member& member, const std::string& session);

/// Who is away for the case, or has not answered yet, neither notes nor reads. Throws what cases::closed_refusal says.
void must_be_open(call::Read& read, const groups::Member& member, const AtWork& now);

}  // namespace covision::ideas
