#pragma once
// From sealed envelopes with names to shuffled ballots without.

#include "server/call/context.hpp"
#include "server/features/evaluation/rules.hpp"
#include "server/features/evaluation/table.hpp"

namespace covision::evaluation {

/// A ballot under the key of its session, bound to whose envelope it is.
storage::Blob seal_envelope(vault::Vault& vault, const groups::Member& member, const std::string& session,
                            const protocol::Rate& ballot);

/// In one transaction: opens all envelopes, writes what they hold as shuffled rows, forgets who wrote what.
void close_now(call::Write& write, const groups::Member& member, const std::string& session);

/// The lines of one kind, in the order of their random ids.
std::vector<std::string> lines(call::Read& read, const groups::Member& member, const std::string& session, Part part);

/// What a closed rating's row says of its result.
Summary stored_summary(const std::string& result);

}  // namespace covision::evaluation
