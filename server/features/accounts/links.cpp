#include "server/features/accounts/links.hpp"

#include "protocol/enums.hpp"
#include "server/features/accounts/rules.hpp"
#include "server/features/accounts/table.hpp"

namespace covision::accounts {
namespace {

using protocol::enum_name;
using protocol::LinkPurpose;
using storage::Blob;
using storage::Sql;

const Sql add_link{
    "INSERT INTO link (token, purpose, subject, grp, about, person, creator, created_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
const Sql read_link{"SELECT purpose, subject, grp, about, person, expires_at, used_at FROM link WHERE token = $1"};
const Sql use_link{"UPDATE link SET used_at = $2 WHERE token = $1"};
const Sql drop_unused{"DELETE FROM link WHERE purpose = $1 AND subject = $2 AND used_at IS NULL"};
const Sql drop_first{"DELETE FROM link WHERE purpose = $1 AND used_at IS NULL"};
const Sql drop_about{"DELETE FROM link WHERE purpose = $1 AND about = $2 AND used_at IS NULL"};
const Sql drop_old{"DELETE FROM link WHERE expires_at < $1"};

/// So long an old link still says why it does not work.
constexpr std::chrono::days remembered{30};

struct LinkRow {
    Link link;
    std::optional<Instant> used_at;
    static LinkRow from(const storage::Row& row) {
        using Text = std::optional<std::string>;
        return {{protocol::enum_value<LinkPurpose>(row.text(0)), row.get<Text>(1), row.get<Text>(2), row.get<Text>(3),
                 row.get<Text>(4), row.time(5)},
                row.get<std::optional<Instant>>(6)};
    }
};

Blob key_of(Read& context, const std::string& token) { return Blob{context.vault.hash("link", token)}; }

}  // namespace

void make_link(Write& context, const Link& link, const std::string& token) {
    context.db.run(drop_old, context.now - remembered);
    const auto creator =
        context.caller.account.empty() ? std::nullopt : std::optional<std::string>(context.caller.account);
    try {
        context.db.run(add_link, key_of(context, token), enum_name(link.purpose), link.subject, link.group, link.about,
                       link.person, creator, context.now, link.expires_at);
    } catch (const storage::Constraint&) {
        // Derived from an id that made a link before, so long ago that the call itself is forgotten.
        throw Refused("id_reused", "This id has been used for another call. Send it with a new one.");
    }
}

Link usable_link(Read& context, const std::string& token) {
    auto row = context.db.first<LinkRow>(read_link, key_of(context, token));
    if (!row) throw Refused("link_unknown", "This link does not exist or was taken back. Ask for a new one.");
    if (row->used_at) throw Refused("link_used", "This link has been used already. Sign in, or ask for a new one.");
    if (context.now >= row->link.expires_at) throw Refused("link_expired", "This link is too old. Ask for a new one.");
    return std::move(row->link);
}

Link consume_link(Write& context, const std::string& token) {
    auto link = usable_link(context, token);
    context.db.run(use_link, key_of(context, token), context.now);
    return link;
}

void drop_links(Write& context, LinkPurpose purpose, const std::string& subject) {
    context.db.run(drop_unused, enum_name(purpose), subject);
}

std::optional<std::string> first_link(Write& context) {
    if (any_account(context)) return std::nullopt;
    context.db.run(drop_first, enum_name(LinkPurpose::first));
    Link link;
    link.purpose = LinkPurpose::first;
    link.expires_at = context.now + invitation_lifetime;
    auto token = random_token(context.random);
    make_link(context, link, token);
    return token;
}

std::string sign_in_link(Write& context, const std::string& email) {
    const auto normal = normal_email(email);
    const auto known = find_credentials_by_email(context, normal);
    if (!known) throw email_unknown();
    Link link;
    link.purpose = LinkPurpose::sign_in;
    link.subject = known->account;
    link.about = normal;
    link.person = name_of(context, known->account);
    link.expires_at = context.now + recovery_lifetime;
    drop_links(context, LinkPurpose::sign_in, known->account);
    auto token = random_token(context.random);
    make_link(context, link, token);
    context.audit("accounts.link_made", "", known->account);
    return token;
}

std::string account_link(Write& context, const std::string& email, const std::string& name) {
    const auto normal = normal_email(email);
    check_email(normal);
    check_name(name);
    Link link;
    link.purpose = LinkPurpose::account;
    link.about = normal;
    link.person = name;
    link.expires_at = context.now + invitation_lifetime;
    if (const auto known = find_credentials_by_email(context, normal)) {
        link.subject = known->account;
        link.person = name_of(context, known->account);
        link.expires_at = context.now + recovery_lifetime;
    }
    context.db.run(drop_about, enum_name(LinkPurpose::account), normal);
    auto token = random_token(context.random);
    make_link(context, link, token);
    context.audit("accounts.link_made", "", link.subject.value_or(""));
    return token;
}

}  // namespace covision::accounts
