#pragma once
// Who cannot take a role in a session because of a case that is brought there: who presents it, and whoever says so. A
// later feature says so for each answer to a case's conflict question; here it is no more than "able or not", sealed
// under the case's key.
//
// What others may notice. The turn moves just as one that was given up does: same exchange, same reason (stood_in),
// same event, and it stays in the person's ledger as a turn still owed. So nobody can tell it from an ordinary pass,
// and it happens days ahead instead of in front of everybody when the session begins. It counts as no pass (my_passes),
// and the person is still expected (attended in reasons does not shrink). Nothing moves when nobody's turn is touched,
// and nothing comes back when the answer changes again.

#include <string>
#include <vector>

#include "server/call/context.hpp"
#include "server/features/groups/permit.hpp"

namespace covision::rota {

struct Unable {
    std::string session, account;
};

/// The caller answered for the case `item` of `session`. Whoever cannot has no part in open swaps about that session
/// any more, and a turn of theirs in it is planned anew.
void set_ability(call::Write& write, const groups::Member& member, const std::string& session, const std::string& item,
                 bool able);
void forget_abilities(call::Write& write, const groups::Member& member, const std::string& item);
void forget_abilities_of(call::Write& write, const groups::Member& member, const std::string& account);

/// Everybody who cannot facilitate, keep time or take notes in sessions that end after now.
std::vector<Unable> unable(call::Read& read, const groups::Member& member);
bool is_unable(call::Read& read, const groups::Member& member, const std::string& session, const std::string& account);

}  // namespace covision::rota
