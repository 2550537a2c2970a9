#include "server/features/schedule/notes.hpp"

namespace covision::schedule {
namespace {

using groups::Member;

constexpr std::string_view notes_of = "notes.";
constexpr std::chrono::days kept_after{30};

const storage::Sql select_any{"SELECT 1 FROM answer WHERE grp = $1 AND session = $2 AND note IS NOT NULL LIMIT 1"};

/// Bound to who wrote it: one member's words cannot stand beside another's answer.
vault::Place place(const Member& member, const std::string& session, const std::string& account) {
    return {"schedule.note." + account, member.group(), std::string(notes_of) + session, 0};
}

}  // namespace

storage::Blob seal_note(call::Write& write, const Member& member, const SessionRow& session, const std::string& note) {
    if (note.empty()) return {};
    write.due(session.ends + kept_after, notes_due, member.group(), session.id);
    return {write.vault.seal(place(member, session.id, member.account()), note)};
}

std::optional<std::string> open_note(call::Read& read, const Member& member, const AnswerRow& row) {
    if (row.note.bytes.empty()) return std::nullopt;
    return read.vault.open(place(member, row.session, row.account), row.note.bytes);
}

void shred_notes(call::Write& write, const std::string& group, const std::string& id) {
    auto member = groups::for_the_group(write, group);
    const auto session = find_session(write.db, member, id);
    if (session && session->ends + kept_after > write.now)
        return write.due(session->ends + kept_after, notes_due, group, id);  // it was moved
    forget_notes(write.db, member, id);
    write.vault.shred_after_commit(write.db, group, std::string(notes_of) + id, write.now);
}

bool has_sealed_row(storage::Database& db, std::string_view group, std::string_view row) {
    if (!row.starts_with(notes_of)) return false;
    row.remove_prefix(notes_of.size());
    return db.first<std::int64_t>(select_any, group, row).has_value();
}

}  // namespace covision::schedule
