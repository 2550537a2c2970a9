#pragma once
// The few words beside an answer: sealed under one key a session, which goes 30 days after it.

#include <optional>
#include <string>

#include "server/features/schedule/table.hpp"

namespace covision::schedule {

/// Empty for an empty note.
storage::Blob seal_note(call::Write& write, const groups::Member& member, const SessionRow& session,
                        const std::string& note);
/// Nothing where there is none, or none any more.
std::optional<std::string> open_note(call::Read& read, const groups::Member& member, const AnswerRow& row);
/// Due work: shreds the notes of one session.
void shred_notes(call::Write& write, const std::string& group, const std::string& session);
inline const std::string notes_due = "schedule.shred_notes";
/// For the sweep of keys at start.
bool has_sealed_row(storage::Database& db, std::string_view group, std::string_view row);

}  // namespace covision::schedule
