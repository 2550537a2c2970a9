// Rows of the agreement, its signatures and of invitations.

#include "server/features/groups/table.hpp"

namespace covision::groups {
namespace {

using storage::Sql;

const Sql add_agreement{"INSERT INTO agreement (grp, version, author, at, clauses) VALUES ($1, $2, $3, $4, $5)"};
const Sql set_version{"UPDATE grp SET agreement_version = $2 WHERE id = $1"};
const Sql read_agreement{"SELECT version, author, at, clauses FROM agreement WHERE grp = $1 AND version = $2"};
const Sql read_signatures{
    "SELECT s.account, s.at FROM signature s JOIN member m ON m.grp = s.grp AND m.account = s.account "
    "WHERE s.grp = $1 AND s.version = $2 AND m.left_at IS NULL AND s.at >= m.joined_at ORDER BY s.at, s.account"};
const Sql add_signature{
    "INSERT INTO signature (grp, version, account, at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (grp, version, account) DO UPDATE SET at = excluded.at"};
const Sql set_signed{"UPDATE member SET signed_version = $3 WHERE grp = $1 AND account = $2 AND left_at IS NULL"};

const Sql add_invitation{
    "INSERT INTO invitation (id, grp, inviter, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)"};
const Sql read_invitation{
    "SELECT id, inviter, created_at, expires_at, revoked_at, used_at FROM invitation WHERE grp = $1 AND id = $2"};
const Sql read_open_invitations{
    "SELECT id, inviter, created_at, expires_at, revoked_at, used_at FROM invitation "
    "WHERE grp = $1 AND revoked_at IS NULL AND used_at IS NULL AND expires_at > $2 ORDER BY created_at, id"};
const Sql revoke_invitation{"UPDATE invitation SET revoked_at = $3 WHERE grp = $1 AND id = $2 AND revoked_at IS NULL"};
const Sql use_invitation{"UPDATE invitation SET used_at = $3 WHERE grp = $1 AND id = $2"};

struct SignatureLine {
    protocol::Signature signature;
    static SignatureLine from(const storage::Row& row) { return {{row.text(0), row.time(1)}}; }
};

}  // namespace

AgreementRow AgreementRow::from(const storage::Row& row) {
    auto kept = protocol::decode<protocol::AgreementTemplate>(row.text(3));
    return {row.integer(0), row.text(1), row.time(2), std::move(kept.clauses)};
}

InvitationRow InvitationRow::from(const storage::Row& row) {
    return {row.text(0), row.text(1), row.time(2), row.time(3), !row.is_null(4), !row.is_null(5)};
}

void insert_agreement(Write& context, const Member& member, std::int64_t version, const protocol::Clauses& clauses) {
    context.db.run(add_agreement, member.group(), version, member.account(), context.now,
                   protocol::encode(protocol::AgreementTemplate{clauses}));
    context.db.run(set_version, member.group(), version);
}

std::optional<AgreementRow> find_agreement(Read& context, const Member& member, std::int64_t version) {
    return context.db.first<AgreementRow>(read_agreement, member.group(), version);
}

std::vector<protocol::Signature> signatures(Read& context, const Member& member, std::int64_t version) {
    std::vector<protocol::Signature> all;
    for (auto& line : context.db.all<SignatureLine>(read_signatures, member.group(), version))
        all.push_back(std::move(line.signature));
    return all;
}

void insert_signature(Write& context, const Member& member, std::int64_t version) {
    context.db.run(add_signature, member.group(), version, member.account(), context.now);
    context.db.run(set_signed, member.group(), member.account(), version);
}

std::optional<InvitationRow> find_invitation(Read& context, const Member& member, const std::string& invitation) {
    return context.db.first<InvitationRow>(read_invitation, member.group(), invitation);
}

std::vector<InvitationRow> open_invitations(Read& context, const Member& member) {
    return context.db.all<InvitationRow>(read_open_invitations, member.group(), context.now);
}

void insert_invitation(Write& context, const Member& member, const InvitationRow& row) {
    context.db.run(add_invitation, row.invitation, member.group(), row.inviter, row.created_at, row.expires_at);
}

void set_revoked(Write& context, const Member& member, const std::string& invitation) {
    context.db.run(revoke_invitation, member.group(), invitation, context.now);
}

void set_used(Write& context, const Member& member, const std::string& invitation) {
    context.db.run(use_invitation, member.group(), invitation, context.now);
}

}  // namespace covision::groups
