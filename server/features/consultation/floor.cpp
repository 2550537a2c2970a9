#include "server/features/consultation/floor.hpp"

#include <algorithm>

#include "server/base/refused.hpp"

namespace covision::consultation {
namespace {

bool has(const Accounts& all, const std::string& who) { return std::find(all.begin(), all.end(), who) != all.end(); }

/// The first who waits speaks where nobody does.
void give(Turns& turns) {
    if (turns.speaker || turns.waiting.empty()) return;
    turns.speaker = turns.waiting.front();
    turns.waiting.erase(turns.waiting.begin());
}

}  // namespace

bool goes_round(const Phase& phase) { return phase.in_turns || phase.speakers == Speakers::in_turn; }

bool keeps_turns(const Turns& turns, const Phase& phase) {
    const bool free = phase.speakers == Speakers::all || phase.speakers == Speakers::consultants;
    return goes_round(phase) || (free && turns.queue);
}

Turns in_phase(Turns turns, int phase, Instant began, Accounts circle) {
    const auto is_of = [&](const PhaseTurns& each) { return each.phase == phase && each.began == began; };
    PhaseTurns& now = turns;
    if (is_of(now)) return turns;
    ++turns.version;
    const PhaseTurns left = now;
    const bool undone = turns.before && is_of(*turns.before);
    now = undone ? *turns.before : PhaseTurns{phase, began, {}, std::move(circle)};
    turns.before = left;
    give(turns);
    return turns;
}

Turns with_queue(Turns turns, bool on) {
    if (turns.queue == on) return turns;
    ++turns.version;
    turns.queue = on;
    return turns;
}

Turns kept_in(Turns turns, const Phase& phase) {
    if (keeps_turns(turns, phase) || (!turns.speaker && turns.waiting.empty())) return turns;
    ++turns.version;
    turns.speaker.reset();
    turns.waiting.clear();
    return turns;
}

Turns ask(Turns turns, const std::string& who) {
    if (turns.speaker == who || has(turns.waiting, who)) return turns;
    ++turns.version;
    turns.waiting.push_back(who);
    give(turns);
    return turns;
}

Turns came(Turns turns, const std::string& who, bool in_round) {
    ++turns.version;
    return in_round ? ask(std::move(turns), who) : turns;
}

Turns went(Turns turns, const std::string& who) {
    ++turns.version;
    return without(std::move(turns), who);
}

Turns without(Turns turns, const std::string& who) {
    const bool spoke = turns.speaker == who;
    if (spoke) turns.speaker.reset();
    const bool waited = std::erase(turns.waiting, who) != 0;
    if (!spoke && !waited) return turns;
    ++turns.version;
    give(turns);
    return turns;
}

Turns reordered(Turns turns, Accounts order) {
    if (!std::is_permutation(order.begin(), order.end(), turns.waiting.begin(), turns.waiting.end()))
        throw Refused("stale", "Somebody was quicker. Look again and repeat it if it is still wanted.",
                      {{"version", std::to_string(turns.version)}});
    ++turns.version;
    turns.waiting = std::move(order);
    return turns;
}

}  // namespace covision::consultation
