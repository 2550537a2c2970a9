#pragma once
// Rows of groups. Every function about one group takes a Member and reaches no further than that group.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/features/groups/permit.hpp"

namespace covision::groups {

// ---- for every feature ----

struct GroupRow {
    std::string group, name;
    protocol::Language language = protocol::Language::en;
    std::int64_t agreement_version = 0;
    std::optional<Instant> first_session_at;
    std::string contacts{};

    static GroupRow from(const storage::Row& row);
};

GroupRow group_of(Read& context, const Member& member);
void set_contacts(Write& context, const Member& member, const std::string& contacts);

struct MemberRow {
    std::string account, name, zone;
    protocol::Language language = protocol::Language::en;  // of the person
    protocol::Role role = protocol::Role::member;
    Instant joined_at;
    std::int64_t signed_version = 0;  // 0: none yet
    bool confirmed = false;

    /// Without what the person's account says.
    static MemberRow from(const storage::Row& row);
};

/// Present members in order of joining.
std::vector<MemberRow> members(Read& context, const Member& member);
/// Whether `account` is in the group now.
bool is_member(Read& context, const Member& member, const std::string& account);
/// Ids of the groups that an account is in now, oldest membership first.
std::vector<std::string> groups_of(Read& context, const std::string& account);
/// The group has met: from now on newcomers need confirming. Repeating it changes nothing.
void mark_first_session(Write& context, const Member& member);

// ---- for groups alone ----

struct NewGroup {
    std::string group, name;
    protocol::Language language = protocol::Language::en;
};

void insert_group(Write& context, const NewGroup& group);
std::vector<protocol::GroupSummary> summaries(Read& context, const std::string& account);

/// Also for somebody who had left: a membership begins anew, unsigned.
void insert_member(Write& context, const Member& member, const std::string& account, protocol::Role role,
                   bool is_confirmed);
/// The first member of a group that was just made.
void insert_founder(Write& context, const std::string& group, const std::string& account);
void set_member_role(Write& context, const Member& member, const std::string& account, protocol::Role role);
void set_confirmed(Write& context, const Member& member, const std::string& account);
void end_membership(Write& context, const Member& member, const std::string& account);

void insert_confirmation(Write& context, const Member& member, const std::string& newcomer);
/// Who has confirmed this newcomer.
std::set<std::string> confirmers_of(Read& context, const Member& member, const std::string& newcomer);
/// Confirmations by and of `account` are gone.
void drop_confirmations(Write& context, const Member& member, const std::string& account);

struct AgreementRow {
    std::int64_t version = 0;
    std::string author;
    Instant at;
    protocol::Clauses clauses;

    static AgreementRow from(const storage::Row& row);
};

/// Stores it and makes it the current one.
void insert_agreement(Write& context, const Member& member, std::int64_t version, const protocol::Clauses& clauses);
std::optional<AgreementRow> find_agreement(Read& context, const Member& member, std::int64_t version);
/// Of members who are present now, in order of signing.
std::vector<protocol::Signature> signatures(Read& context, const Member& member, std::int64_t version);
void insert_signature(Write& context, const Member& member, std::int64_t version);

struct InvitationRow {
    std::string invitation, inviter;
    Instant created_at, expires_at;
    bool is_revoked = false, is_used = false;

    static InvitationRow from(const storage::Row& row);
};

std::optional<InvitationRow> find_invitation(Read& context, const Member& member, const std::string& invitation);
/// Neither used nor revoked nor expired, oldest first.
std::vector<InvitationRow> open_invitations(Read& context, const Member& member);
void insert_invitation(Write& context, const Member& member, const InvitationRow& row);
void set_revoked(Write& context, const Member& member, const std::string& invitation);
void set_used(Write& context, const Member& member, const std::string& invitation);

}  // namespace covision::groups
