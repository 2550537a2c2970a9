#pragma once
// Rows of cases, answers to the conflict question and looks. Texts go in and come out sealed (see sealed.hpp).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/messages/cases.hpp"
#include "server/features/groups/permit.hpp"
#include "server/storage/database.hpp"

namespace covision::cases {

struct CaseRow {
    std::string id, session, presenter;
    protocol::CaseState state = protocol::CaseState::submitted;
    protocol::Wanted wanted = protocol::Wanted::reflection;
    Instant submitted_at;
    std::int64_t keep_days = 30;
    Instant shred_at;
    storage::Blob title, question, blur, body;

    static CaseRow from(const storage::Row& row);
};

struct ConflictRow {
    std::string case_id, account;
    storage::Blob answer;

    static ConflictRow from(const storage::Row& row);
};

void add_case(storage::Database& db, const groups::Member& member, const CaseRow& row, std::int64_t agreement,
              std::int64_t kept);
std::optional<CaseRow> find_case(storage::Database& db, const groups::Member& member, const std::string& id);
/// Throws not_found.
CaseRow case_note(storage::Database& db, const groups::Member& member, const std::string& id);
/// The latest first, at most 500; withdrawn ones are left out.
std::vector<CaseRow> cases(storage::Database& db, const groups::Member& member);
/// Submitted ones whose session is still to come or runs, of cancelled ones too; the latest first, at most 100.
std::vector<CaseRow> open_cases(storage::Database& db, const groups::Member& member);
/// Submitted or closed ones of one session.
std::vector<CaseRow> cases_of(storage::Database& db, const groups::Member& member, const std::string& session);
void set_state(storage::Database& db, const groups::Member& member, const std::string& id, protocol::CaseState state);
void set_shred_at(storage::Database& db, const groups::Member& member, const std::string& id, Instant at);
/// Empties the sealed columns and deletes answers and looks, and what the calls that gave answers left behind.
void forget_texts(storage::Database& db, const groups::Member& member, const std::string& id);

void set_answer(storage::Database& db, const groups::Member& member, const std::string& case_id,
                const storage::Blob& answer);
/// The member's own answers in this group, to cases that are not shredded.
std::vector<ConflictRow> my_answers(storage::Database& db, const groups::Member& member);
/// One member's own answer to one case.
std::optional<ConflictRow> answer_of(storage::Database& db, const groups::Member& member, const std::string& case_id,
                                     const std::string& account);
/// Everybody's to one case.
std::vector<ConflictRow> answers_to(storage::Database& db, const groups::Member& member, const std::string& case_id);
void drop_answers_of(storage::Database& db, const groups::Member& member, const std::string& account);
void add_look(storage::Database& db, const groups::Member& member, const std::string& case_id, Instant at);

struct PolicyRow {
    std::int64_t version = 0;
    Instant at;
    std::string author;
    protocol::Strictness strictness = protocol::Strictness::standard;
    storage::Blob words;

    static PolicyRow from(const storage::Row& row);
};

/// What the words of a group's policy are sealed as.
inline constexpr std::string_view policy_item = "case_policy";
std::optional<PolicyRow> find_policy(storage::Database& db, const groups::Member& member);
/// In place of the one before.
void store_policy(storage::Database& db, const groups::Member& member, const PolicyRow& row);

/// For the sweep of keys at start: whether a text may lie under (group, row).
bool has_sealed_row(storage::Database& db, std::string_view group, std::string_view row);

}  // namespace covision::cases
