#pragma once
// A case's texts between plain and sealed. All of a case, the answers to its conflict question too, lie under its key.

#include <optional>
#include <string>

#include "protocol/messages/cases.hpp"
#include "server/features/cases/table.hpp"
#include "server/vault/vault.hpp"

namespace covision::cases {

void seal_texts(vault::Vault& vault, const groups::Member& member, const protocol::CaseSubmit& texts, CaseRow& row);

/// Each is nothing once the case is shredded.
std::optional<std::string> open_title(vault::Vault& vault, const groups::Member& member, const CaseRow& row);
std::optional<std::string> open_question(vault::Vault& vault, const groups::Member& member, const CaseRow& row);
std::optional<std::string> open_body(vault::Vault& vault, const groups::Member& member, const CaseRow& row);
std::optional<protocol::Blur> open_blur(vault::Vault& vault, const groups::Member& member, const CaseRow& row);

storage::Blob seal_answer(vault::Vault& vault, const groups::Member& member, const std::string& case_id,
                          protocol::ConflictAnswer answer);
std::optional<protocol::ConflictAnswer> open_answer(vault::Vault& vault, const groups::Member& member,
                                                    const ConflictRow& row);

}  // namespace covision::cases
