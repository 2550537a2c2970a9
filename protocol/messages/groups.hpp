#pragma once
// Groups, members, the agreement, invitations.

#include "protocol/messages/common.hpp"

namespace covision::protocol {

enum class Role { organiser, member };
COVISION_ENUM(Role, organiser, member)

/// One point of the agreement. `key` names a template's clause ("recusal"); the group's own clauses have "own".
struct Clause {
    Text<40, 1> key;
    Text<120, 1> title;
    Text<4000> text;
};
COVISION_MESSAGE(Clause, key, title, text)

using Clauses = List<Clause, 40, 1>;

struct TemplateRequest {
    Language language = Language::en;
};
COVISION_MESSAGE(TemplateRequest, language)

struct AgreementTemplate {
    Clauses clauses;
};
COVISION_MESSAGE(AgreementTemplate, clauses)

struct GroupCreate {
    Text<80, 1> name;
    Language language = Language::en;
    Clauses clauses;
};
COVISION_MESSAGE(GroupCreate, name, language, clauses)

struct GroupCreated {
    Id group;
    std::int64_t agreement_version = 1;
};
COVISION_MESSAGE(GroupCreated, group, agreement_version)

struct GroupSummary {
    Id group;
    Text<80> name;
    Role role = Role::member;
    Language language = Language::en;
    Whole<0, 64> members;
    std::int64_t agreement_version = 0;
    /// The caller has signed that version.
    bool has_signed = false;
};
COVISION_MESSAGE(GroupSummary, group, name, role, language, members, agreement_version, has_signed)

struct GroupList {
    std::int64_t seq = 0;
    List<GroupSummary, 200> groups;
};
COVISION_MESSAGE(GroupList, seq, groups)

struct Member {
    Id account;
    PersonName name;
    Role role = Role::member;
    Time joined_at;
    /// 0: none yet.
    std::int64_t signed_version = 0;
    /// False for a newcomer whom not every signed member has confirmed yet.
    bool confirmed = true;
    /// The caller has confirmed this newcomer.
    bool confirmed_by_me = true;
};
COVISION_MESSAGE(Member, account, name, role, joined_at, signed_version, confirmed, confirmed_by_me)

struct GroupView {
    std::int64_t seq = 0;
    Id group;
    Text<80> name;
    Language language = Language::en;
    Role role = Role::member;
    std::int64_t agreement_version = 0;
    bool has_signed = false;
    /// Whom to call when somebody may be in danger, in the group's own words; empty: not written yet.
    Text<600> contacts;
    List<Member, 64> members;
};
COVISION_MESSAGE(GroupView, seq, group, name, language, role, agreement_version, has_signed, contacts, members)

struct ContactsSet {
    Id group;
    Text<600> contacts;
};
COVISION_MESSAGE(ContactsSet, group, contacts)

struct AgreementRequest {
    Id group;
    /// Absent: the current one.
    std::optional<std::int64_t> version;
};
COVISION_MESSAGE(AgreementRequest, group, version)

struct Signature {
    Id account;
    Time at;
};
COVISION_MESSAGE(Signature, account, at)

struct AgreementView {
    std::int64_t seq = 0;
    std::int64_t version = 0;
    std::int64_t current_version = 0;
    Time at;
    Id author;
    Clauses clauses;
    List<Signature, 64> signatures;
    /// Keys of the clauses that differ from the version before.
    List<Text<40>, 80> changed;
};
COVISION_MESSAGE(AgreementView, seq, version, current_version, at, author, clauses, signatures, changed)

/// A new version; refused with `stale` when `based_on` is no longer the current one.
struct AgreementPropose {
    Id group;
    std::int64_t based_on = 0;
    Clauses clauses;
};
COVISION_MESSAGE(AgreementPropose, group, based_on, clauses)

struct AgreementSign {
    Id group;
    std::int64_t version = 0;
};
COVISION_MESSAGE(AgreementSign, group, version)

struct AgreementVersion {
    std::int64_t version = 0;
};
COVISION_MESSAGE(AgreementVersion, version)

struct MemberRef {
    Id group, account;
};
COVISION_MESSAGE(MemberRef, group, account)

struct RoleSet {
    Id group, account;
    Role role = Role::member;
};
COVISION_MESSAGE(RoleSet, group, account, role)

struct InvitationCreated {
    Id invitation;
    Time expires_at;
    /// The client makes the link from it: ORIGIN/join#TOKEN.
    Secret token;
};
COVISION_MESSAGE(InvitationCreated, invitation, expires_at, token)

struct Invitation {
    Id invitation;
    PersonName invited_by;
    Time created_at, expires_at;
};
COVISION_MESSAGE(Invitation, invitation, invited_by, created_at, expires_at)

/// Open ones only.
struct InvitationList {
    std::int64_t seq = 0;
    List<Invitation, 100> invitations;
};
COVISION_MESSAGE(InvitationList, seq, invitations)

struct InvitationRef {
    Id group, invitation;
};
COVISION_MESSAGE(InvitationRef, group, invitation)

struct Join {
    Secret token;
};
COVISION_MESSAGE(Join, token)

struct Joined {
    Id group;
};
COVISION_MESSAGE(Joined, group)

// ---- events ----

/// groups.member_joined, groups.member_left, groups.member_changed (role or confirmation).
struct MemberEvent {
    Id account;
};
COVISION_MESSAGE(MemberEvent, account)

/// groups.agreement_changed
struct AgreementChanged {
    std::int64_t version = 0;
};
COVISION_MESSAGE(AgreementChanged, version)

/// groups.signed
struct AgreementSigned {
    Id account;
    std::int64_t version = 0;
};
COVISION_MESSAGE(AgreementSigned, account, version)

/// groups.invitations_changed
struct InvitationEvent {
    Id invitation;
};
COVISION_MESSAGE(InvitationEvent, invitation)

}  // namespace covision::protocol
