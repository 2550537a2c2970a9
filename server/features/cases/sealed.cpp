#include "server/features/cases/sealed.hpp"

#include "protocol/enums.hpp"
#include "protocol/json.hpp"

namespace covision::cases {
namespace {

using groups::Member;
using vault::Vault;

vault::Place place(const char* kind, const Member& member, const std::string& case_id) {
    return {kind, member.group(), case_id, 0};
}

/// Bound to who answered: one member's answer cannot stand in for another's.
vault::Place answer_place(const Member& member, const std::string& case_id, const std::string& account) {
    return {"case.conflict." + account, member.group(), case_id, 0};
}

std::optional<std::string> open(Vault& vault, const vault::Place& from, const storage::Blob& sealed) {
    if (sealed.bytes.empty()) return std::nullopt;
    return vault.open(from, sealed.bytes);
}

}  // namespace

void seal_texts(Vault& vault, const Member& member, const protocol::CaseSubmit& texts, CaseRow& row) {
    row.title.bytes = vault.seal(place("case.title", member, row.id), texts.title.value);
    row.question.bytes = vault.seal(place("case.question", member, row.id), texts.question.value);
    row.blur.bytes = vault.seal(place("case.blur", member, row.id), protocol::encode(texts.blur));
    row.body.bytes = vault.seal(place("case.body", member, row.id), texts.text.value);
}

std::optional<std::string> open_title(Vault& vault, const Member& member, const CaseRow& row) {
    return open(vault, place("case.title", member, row.id), row.title);
}

std::optional<std::string> open_question(Vault& vault, const Member& member, const CaseRow& row) {
    return open(vault, place("case.question", member, row.id), row.question);
}

std::optional<std::string> open_body(Vault& vault, const Member& member, const CaseRow& row) {
    return open(vault, place("case.body", member, row.id), row.body);
}

std::optional<protocol::Blur> open_blur(Vault& vault, const Member& member, const CaseRow& row) {
    auto text = open(vault, place("case.blur", member, row.id), row.blur);
    if (!text) return std::nullopt;
    return protocol::decode<protocol::Blur>(*text);
}

storage::Blob seal_answer(Vault& vault, const Member& member, const std::string& case_id,
                          protocol::ConflictAnswer answer) {
    // Padded to one length: the sealed bytes must not tell "no" from "maybe" by their size.
    auto word = protocol::enum_name(answer);
    word.resize(8, ' ');
    return {vault.seal(answer_place(member, case_id, member.account()), word)};
}

std::optional<protocol::ConflictAnswer> open_answer(Vault& vault, const Member& member, const ConflictRow& row) {
    auto word = open(vault, answer_place(member, row.case_id, row.account), row.answer);
    if (!word) return std::nullopt;
    return protocol::enum_value<protocol::ConflictAnswer>(word->substr(0, word->find(' ')));
}

}  // namespace covision::cases
