#include "server/features/groups/table.hpp"

#include "protocol/enums.hpp"
#include "server/features/accounts/table.hpp"

namespace covision::groups {
namespace {

using protocol::enum_name;
using protocol::enum_value;
using storage::Sql;

const Sql read_group{"SELECT id, name, language, agreement_version, first_session_at, contacts FROM grp WHERE id = $1"};
const Sql change_contacts{"UPDATE grp SET contacts = $2 WHERE id = $1"};
const Sql add_group{"INSERT INTO grp (id, name, language, created_at, agreement_version) VALUES ($1, $2, $3, $4, 1)"};
const Sql set_first_session{"UPDATE grp SET first_session_at = $2 WHERE id = $1 AND first_session_at IS NULL"};
const Sql read_summaries{
    "SELECT g.id, g.name, m.role, g.language, "
    "(SELECT count(*) FROM member o WHERE o.grp = g.id AND o.left_at IS NULL), g.agreement_version, m.signed_version "
    "FROM member m JOIN grp g ON g.id = m.grp WHERE m.account = $1 AND m.left_at IS NULL ORDER BY g.name, g.id LIMIT 200"};

const Sql read_members{
    "SELECT account, role, joined_at, signed_version, confirmed_at FROM member "
    "WHERE grp = $1 AND left_at IS NULL ORDER BY joined_at, account"};
const Sql read_present{"SELECT 1 FROM member WHERE grp = $1 AND account = $2 AND left_at IS NULL"};
const Sql read_groups_of{"SELECT grp FROM member WHERE account = $1 AND left_at IS NULL ORDER BY joined_at, grp"};
const Sql add_member{
    "INSERT INTO member (grp, account, role, joined_at, left_at, signed_version, confirmed_at) "
    "VALUES ($1, $2, $3, $4, NULL, 0, $5) ON CONFLICT (grp, account) DO UPDATE SET role = excluded.role, "
    "joined_at = excluded.joined_at, left_at = NULL, signed_version = 0, confirmed_at = excluded.confirmed_at"};
const Sql change_role{"UPDATE member SET role = $3 WHERE grp = $1 AND account = $2 AND left_at IS NULL"};
const Sql confirm_member{"UPDATE member SET confirmed_at = $3 WHERE grp = $1 AND account = $2 AND left_at IS NULL"};
const Sql end_member{"UPDATE member SET left_at = $3 WHERE grp = $1 AND account = $2 AND left_at IS NULL"};

const Sql add_confirmation{
    "INSERT INTO confirmation (grp, newcomer, confirmer, at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (grp, newcomer, confirmer) DO NOTHING"};
const Sql read_confirmers{"SELECT confirmer FROM confirmation WHERE grp = $1 AND newcomer = $2"};
const Sql drop_all_confirmations{"DELETE FROM confirmation WHERE grp = $1 AND (newcomer = $2 OR confirmer = $2)"};

struct SummaryLine {
    protocol::GroupSummary summary;
    static SummaryLine from(const storage::Row& row) {
        return {{row.text(0), row.text(1), enum_value<protocol::Role>(row.text(2)),
                 enum_value<protocol::Language>(row.text(3)), row.integer(4), row.integer(5),
                 row.integer(5) == row.integer(6)}};
    }
};

}  // namespace

GroupRow GroupRow::from(const storage::Row& row) {
    return {row.text(0),
            row.text(1),
            enum_value<protocol::Language>(row.text(2)),
            row.integer(3),
            row.get<std::optional<Instant>>(4),
            row.text(5)};
}

MemberRow MemberRow::from(const storage::Row& row) {
    MemberRow member;
    member.account = row.text(0);
    member.role = enum_value<protocol::Role>(row.text(1));
    member.joined_at = row.time(2);
    member.signed_version = row.integer(3);
    member.confirmed = !row.is_null(4);
    return member;
}

GroupRow group_of(Read& context, const Member& member) { return context.db.one<GroupRow>(read_group, member.group()); }

void set_contacts(Write& context, const Member& member, const std::string& contacts) {
    context.db.run(change_contacts, member.group(), contacts);
}

std::vector<MemberRow> members(Read& context, const Member& member) {
    auto rows = context.db.all<MemberRow>(read_members, member.group());
    for (auto& row : rows) {
        // A dozen at most: one look each is cheaper than another feature's table in our SQL.
        auto person = accounts::person(context, row.account);
        if (!person) continue;
        row.name = std::move(person->name);
        row.zone = std::move(person->zone);
        row.language = person->language;
    }
    return rows;
}

bool is_member(Read& context, const Member& member, const std::string& account) {
    return context.db.first<std::int64_t>(read_present, member.group(), account).has_value();
}

std::vector<std::string> groups_of(Read& context, const std::string& account) {
    return context.db.all<std::string>(read_groups_of, account);
}

void mark_first_session(Write& context, const Member& member) {
    context.db.run(set_first_session, member.group(), context.now);
}

void insert_group(Write& context, const NewGroup& group) {
    context.db.run(add_group, group.group, group.name, enum_name(group.language), context.now);
}

std::vector<protocol::GroupSummary> summaries(Read& context, const std::string& account) {
    std::vector<protocol::GroupSummary> all;
    for (auto& line : context.db.all<SummaryLine>(read_summaries, account)) all.push_back(std::move(line.summary));
    return all;
}

void insert_member(Write& context, const Member& member, const std::string& account, protocol::Role role,
                   bool is_confirmed) {
    context.db.run(add_member, member.group(), account, enum_name(role), context.now,
                   is_confirmed ? std::optional<Instant>(context.now) : std::nullopt);
}

void insert_founder(Write& context, const std::string& group, const std::string& account) {
    context.db.run(add_member, group, account, enum_name(protocol::Role::organiser), context.now, context.now);
}

void set_member_role(Write& context, const Member& member, const std::string& account, protocol::Role role) {
    context.db.run(change_role, member.group(), account, enum_name(role));
}

void set_confirmed(Write& context, const Member& member, const std::string& account) {
    context.db.run(confirm_member, member.group(), account, context.now);
}

void end_membership(Write& context, const Member& member, const std::string& account) {
    context.db.run(end_member, member.group(), account, context.now);
}

void insert_confirmation(Write& context, const Member& member, const std::string& newcomer) {
    context.db.run(add_confirmation, member.group(), newcomer, member.account(), context.now);
}

std::set<std::string> confirmers_of(Read& context, const Member& member, const std::string& newcomer) {
    const auto all = context.db.all<std::string>(read_confirmers, member.group(), newcomer);
    return {all.begin(), all.end()};
}

void drop_confirmations(Write& context, const Member& member, const std::string& account) {
    context.db.run(drop_all_confirmations, member.group(), account);
}

}  // namespace covision::groups
