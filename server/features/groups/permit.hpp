#pragma once
// Permission as a type: whoever holds a Member has been let into that group in this transaction. Every function of a
// group's tables takes one and puts its group into WHERE, so that another group's rows cannot be reached by their ids.

#include <string>

#include "protocol/messages/groups.hpp"
#include "server/call/context.hpp"

namespace covision::groups {

using call::Read;
using call::Write;

enum class Need {
    member,         // belongs to the group: dates, answers, reading the agreement
    signed_member,  // has signed the agreement's current version: cases, sessions, rota
    organiser,      // looks after members, agreement and dates; signed or not
};

class Member {
public:
    [[nodiscard]] const std::string& group() const { return group_; }
    [[nodiscard]] const std::string& account() const { return account_; }
    [[nodiscard]] protocol::Role role() const { return role_; }
    [[nodiscard]] bool is_organiser() const { return role_ == protocol::Role::organiser; }
    /// Has signed the current version.
    [[nodiscard]] bool is_signed() const { return signed_version_ == agreement_version_; }
    [[nodiscard]] std::int64_t agreement_version() const { return agreement_version_; }
    /// Of the present membership, where somebody left and came back. Earlier cases stay closed.
    [[nodiscard]] Instant joined_at() const { return joined_at_; }
    /// False for a newcomer whom not every signed member has confirmed yet: no cases.
    [[nodiscard]] bool confirmed() const { return confirmed_; }

private:
    friend Member on_behalf_of(Read& context, const std::string& group, const std::string& account, Need need);
    friend Member for_the_group(Write& context, const std::string& group);
    Member() = default;

    std::string group_, account_;
    protocol::Role role_ = protocol::Role::member;
    std::int64_t agreement_version_ = 0, signed_version_ = 0;
    Instant joined_at_;
    bool confirmed_ = false;
};

/// The caller as a member of `group`. Throws not_found() where the caller is not in it (or there is no such group),
/// must_sign (with `version`), organiser_only.
Member permit(Read& context, const std::string& group, Need need);

/// `account` as a member of `group`, for what is done in its name without a login: a secret of its own was shown (a
/// link from a mail, a calendar's feed), or something is made for its eyes (a mail). Throws as permit().
Member on_behalf_of(Read& context, const std::string& group, const std::string& account, Need need);

/// For due work and reactions, which act for the group itself: an organiser without an account. Never with a group
/// that a caller has named. Throws not_found() where there is no such group.
Member for_the_group(Write& context, const std::string& group);

/// The hook for feeds: throws not_found() unless the caller may follow this group's.
void may_follow(Read& context, const std::string& feed);

}  // namespace covision::groups
