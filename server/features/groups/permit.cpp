#include "server/features/groups/permit.hpp"

#include "protocol/enums.hpp"

namespace covision::groups {
namespace {

using storage::Sql;

const Sql read_membership{
    "SELECT m.role, m.joined_at, m.signed_version, m.confirmed_at, g.agreement_version "
    "FROM member m JOIN grp g ON g.id = m.grp WHERE m.grp = $1 AND m.account = $2 AND m.left_at IS NULL"};
const Sql read_version{"SELECT agreement_version FROM grp WHERE id = $1"};

struct Membership {
    protocol::Role role;
    Instant joined_at;
    std::int64_t signed_version;
    bool confirmed;
    std::int64_t agreement_version;
    static Membership from(const storage::Row& row) {
        return {protocol::enum_value<protocol::Role>(row.text(0)), row.time(1), row.integer(2), !row.is_null(3),
                row.integer(4)};
    }
};

}  // namespace

Member permit(Read& context, const std::string& group, Need need) {
    return on_behalf_of(context, group, context.caller.account, need);
}

Member on_behalf_of(Read& context, const std::string& group, const std::string& account, Need need) {
    const auto found = context.db.first<Membership>(read_membership, group, account);
    if (!found) throw not_found();
    Member member;
    member.group_ = group;
    member.account_ = account;
    member.role_ = found->role;
    member.joined_at_ = found->joined_at;
    member.signed_version_ = found->signed_version;
    member.agreement_version_ = found->agreement_version;
    member.confirmed_ = found->confirmed;
    if (need == Need::signed_member && !member.is_signed())
        throw Refused("must_sign", "Read and sign the group's agreement first.",
                      {{"version", std::to_string(member.agreement_version_)}});
    if (need == Need::organiser && !member.is_organiser())
        throw Refused("organiser_only", "Only an organiser of the group can do this.");
    return member;
}

Member for_the_group(Write& context, const std::string& group) {
    const auto version = context.db.first<std::int64_t>(read_version, group);
    if (!version) throw not_found();
    Member member;
    member.group_ = group;
    member.role_ = protocol::Role::organiser;
    member.joined_at_ = context.now;
    member.signed_version_ = member.agreement_version_ = *version;
    member.confirmed_ = true;
    return member;
}

void may_follow(Read& context, const std::string& feed) { permit(context, feed, Need::member); }

}  // namespace covision::groups
