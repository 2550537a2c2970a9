#include "server/features/rota/ability.hpp"

#include <algorithm>

#include "server/features/rota/ledger.hpp"
#include "server/features/rota/topics.hpp"

namespace covision::rota {
namespace {

using call::Read;
using call::Write;
using groups::Member;
using storage::Blob;
using storage::Sql;

const Sql upsert_ability{
    "INSERT INTO ability (grp, session, item, account, able) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (item, account) DO UPDATE SET able = excluded.able"};
const Sql select_abilities{
    "SELECT ability.session, ability.item, ability.account, ability.able FROM ability "
    "JOIN session ON session.id = ability.session AND session.grp = ability.grp "
    "WHERE session.grp = $1 AND session.ends > $2"};
const Sql delete_item{"DELETE FROM ability WHERE grp = $1 AND item = $2"};
const Sql delete_account{"DELETE FROM ability WHERE grp = $1 AND account = $2"};

// One length: the sealed bytes tell nothing by their size.
const std::string able_word = "able  ", unable_word = "unable";

struct AbilityRow {
    std::string session, item, account;
    Blob able;
    static AbilityRow from(const storage::Row& row) { return {row.text(0), row.text(1), row.text(2), {row.blob(3)}}; }
};

vault::Place place(const Member& member, const std::string& item, const std::string& account) {
    return {"rota.ability." + account, member.group(), item, 0};
}

bool gives_role(Write& write, const Member& member, const std::string& duty, const std::string& session) {
    const auto row = find_duty(write.db, member, duty);
    return row && row->session == session && row->role != protocol::DutyRole::presenter;
}

/// A turn that planning can still move.
bool has_turn(Write& write, const Member& member, const std::string& session) {
    const auto found = schedule::session(write.db, member, session);
    if (found.state != protocol::SessionState::planned || found.starts <= write.now || found.opened_at) return false;
    const auto all = duties_of(write.db, member, session);
    return std::any_of(all.begin(), all.end(), [&](const protocol::Duty& duty) {
        return duty.account == member.account() && duty.role != protocol::DutyRole::presenter;
    });
}

/// To the other one it looks like a question taken back, or answered with no.
void leave_swaps(Write& write, const Member& member, const std::string& session) {
    for (const auto& swap : swaps(write.db, member, write.now)) {
        const bool gets = (swap.asker == member.account() && gives_role(write, member, swap.wanted, session)) ||
                          (swap.asked == member.account() && gives_role(write, member, swap.duty, session));
        if (!gets) continue;
        remove_swap(write.db, member, swap.id);
        write.emit(swap_answered, member.group(), {swap.id}, {swap.asker, swap.asked});
    }
}

}  // namespace

void set_ability(Write& write, const Member& member, const std::string& session, const std::string& item, bool able) {
    const Blob sealed{write.vault.seal(place(member, item, member.account()), able ? able_word : unable_word)};
    write.db.run(upsert_ability, member.group(), session, item, member.account(), sealed);
    if (able) return;
    leave_swaps(write, member, session);
    // Only then: any other news that waits for a plan would be told at this very moment, and so tell of the answer.
    if (has_turn(write, member, session)) replan_and_tell(write, member);
}

void forget_abilities(Write& write, const Member& member, const std::string& item) {
    write.db.run(delete_item, member.group(), item);
}

void forget_abilities_of(Write& write, const Member& member, const std::string& account) {
    write.db.run(delete_account, member.group(), account);
}

std::vector<Unable> unable(Read& read, const Member& member) {
    std::vector<Unable> found;
    for (const auto& row : read.db.all<AbilityRow>(select_abilities, member.group(), read.now)) {
        const auto word = read.vault.open(place(member, row.item, row.account), row.able.bytes);
        if (word == unable_word) found.push_back({row.session, row.account});
    }
    return found;
}

bool is_unable(Read& read, const Member& member, const std::string& session, const std::string& account) {
    const auto all = unable(read, member);
    return std::any_of(all.begin(), all.end(),
                       [&](const Unable& one) { return one.session == session && one.account == account; });
}

}  // namespace covision::rota
