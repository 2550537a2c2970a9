#pragma once
// Whose turn it is where one speaks at a time: the round of a phase in turns, or the queue of a free phase, which is
// off until whoever leads turns it on. Pure: every function returns the next state, one version on where something
// changed. At most one person has the floor; nobody waits twice or while speaking; no clock runs on a person.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/base/time.hpp"
#include "server/features/consultation/formats.hpp"

namespace covision::consultation {

using Accounts = std::vector<std::string>;

struct PhaseTurns {
    int phase = -1;  // as Timer::place() has it, and since when
    Instant began;
    std::optional<std::string> speaker;
    Accounts waiting;  // the queue, or who of the round is still to come
};

struct Turns : PhaseTurns {
    std::int64_t version = 0;          // grows over the whole run
    bool queue = false;                // free phases have a queue
    std::optional<PhaseTurns> before;  // of the phase that was left last: undo brings it back
};

bool goes_round(const Phase& phase);
/// Whether turns are kept in this phase at all: in a round always, in a free phase where the queue is on.
bool keeps_turns(const Turns& turns, const Phase& phase);

/// This phase, which began at `began`: a round starts with the first of the circle (empty in a free phase). As it was
/// where the phase is the same one, or the one before, back by undo.
Turns in_phase(Turns turns, int phase, Instant began, Accounts circle);
Turns with_queue(Turns turns, bool on);
/// As it is where turns are kept in this phase; elsewhere nobody speaks or waits. So a queue that was closed is empty
/// when it opens again: by then those who had waited have spoken, or it has passed.
Turns kept_in(Turns turns, const Phase& phase);
/// Behind those who wait; the floor at once where nobody has it. As it was for one who speaks or waits.
Turns ask(Turns turns, const std::string& who);
/// Somebody has come or gone since the session began. Who comes while a round goes round has their turn at its end
/// (`in_round`: it is theirs to speak in); who goes has none any more.
Turns came(Turns turns, const std::string& who, bool in_round);
Turns went(Turns turns, const std::string& who);
/// No turn any more: `who` has spoken, passes, or leaves the queue. The next one has the floor. As it was for others.
Turns without(Turns turns, const std::string& who);
/// Those who wait in another order. Refused stale where `order` does not name all of them, each once.
Turns reordered(Turns turns, Accounts order);

}  // namespace covision::consultation
