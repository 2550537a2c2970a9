#include "server/features/cases/policy.hpp"

#include "protocol/json.hpp"
#include "server/features/cases/rules.hpp"
#include "server/features/cases/table.hpp"
#include "server/features/cases/topics.hpp"

namespace covision::cases {

// As they are sealed. Strictness stands beside them in the clear: it tells nothing of anybody.
struct SealedWords {
    protocol::OwnWords flag, pass;
};
COVISION_MESSAGE(SealedWords, flag, pass)

namespace {

using groups::Member;
using groups::Need;

vault::Place place(const Member& member, std::int64_t version) {
    return {"case.policy", member.group(), std::string(policy_item), version};
}

protocol::Policy opened(call::Read& read, const Member& member, const PolicyRow& row) {
    protocol::Policy policy;
    policy.strictness = row.strictness;
    if (const auto text = read.vault.open(place(member, row.version), row.words.bytes)) {
        auto words = protocol::decode<SealedWords>(*text);
        policy.flag = std::move(words.flag);
        policy.pass = std::move(words.pass);
    }
    return policy;
}

deid::Strictness strictness_of(protocol::Strictness strictness) {
    switch (strictness) {
        case protocol::Strictness::strict: return deid::Strictness::strict;
        case protocol::Strictness::strict_us: return deid::Strictness::strict_us;
        case protocol::Strictness::standard: break;
    }
    return deid::Strictness::standard;
}

std::vector<std::string> plain(const protocol::OwnWords& words) {
    std::vector<std::string> all;
    for (const auto& word : words) all.push_back(word.value);
    return all;
}

}  // namespace

GroupPolicy policy_of(call::Read& read, const Member& member) {
    const auto row = find_policy(read.db, member);
    if (!row) return {};
    const auto policy = opened(read, member, *row);
    return {row->version, {strictness_of(policy.strictness), plain(policy.flag), plain(policy.pass)}};
}

protocol::PolicyView policy(call::Read& read, const protocol::GroupRef& params) {
    const auto member = groups::permit(read, params.group, Need::signed_member);
    protocol::PolicyView view;
    view.seq = read.seq(member.group());
    if (const auto row = find_policy(read.db, member)) {
        view.version = row->version;
        view.author = row->author;
        view.at = row->at;
        view.policy = opened(read, member, *row);
    }
    return view;
}

protocol::PolicyVersion set_policy(call::Write& write, const protocol::PolicySet& params) {
    groups::permit(write, params.group, Need::signed_member);
    const auto member = groups::permit(write, params.group, Need::organiser);
    const auto before = find_policy(write.db, member);
    PolicyRow row;
    row.version = before ? before->version : 0;
    if (params.based_on != row.version)
        throw Refused("stale", "Somebody has changed this meanwhile. Look at it first.",
                      {{"version", std::to_string(row.version)}});
    check_own_words(params.policy);
    ++row.version;
    row.at = write.now;
    row.author = member.account();
    row.strictness = params.policy.strictness;
    row.words.bytes = write.vault.seal(place(member, row.version),
                                       protocol::encode(SealedWords{params.policy.flag, params.policy.pass}));
    store_policy(write.db, member, row);
    write.audit("cases.policy_changed", member.group(), std::to_string(row.version));
    write.emit(policy_changed, member.group(), {row.version});
    return {row.version};
}

}  // namespace covision::cases
