#pragma once
// One-time links: a secret of 256 bits, of which only a keyed hash is kept. Looking consumes nothing.

#include <optional>
#include <string>

#include "protocol/messages/accounts.hpp"
#include "server/call/context.hpp"

namespace covision::accounts {

using call::Read;
using call::Write;

struct Link {
    protocol::LinkPurpose purpose = protocol::LinkPurpose::first;
    /// account: its id, where it exists already. invitation: the invitation's id.
    std::optional<std::string> subject;
    /// invitation: the group.
    std::optional<std::string> group;
    /// What a page may show before the link is used. account: e-mail and name. invitation: group's name and inviter.
    std::optional<std::string> about, person;
    Instant expires_at;
};

/// Keeps a link under `token` (vault.derive("link", account, call id) where there is a call, else random_token).
void make_link(Write& context, const Link& link, const std::string& token);

/// The link of `token`. Throws link_unknown, link_used or link_expired.
Link usable_link(Read& context, const std::string& token);
/// As usable_link; from now on it is used.
Link consume_link(Write& context, const std::string& token);
/// Unused links of this subject are as if they had never been.
void drop_links(Write& context, protocol::LinkPurpose purpose, const std::string& subject);

/// While there are no accounts: a new token for the first person, 7 days; earlier ones end. Else nullopt.
std::optional<std::string> first_link(Write& context);
/// A token that signs the account of this e-mail in once, within 24 hours; its password stays. Earlier ones end. Throws
/// email_unknown.
std::string sign_in_link(Write& context, const std::string& email);
/// A token that makes an account for this e-mail (7 days) or, where it is known, gives its account a new password
/// (24 hours). Earlier ones for this e-mail end. Throws email_invalid, name_invalid.
std::string account_link(Write& context, const std::string& email, const std::string& name);

}  // namespace covision::accounts
