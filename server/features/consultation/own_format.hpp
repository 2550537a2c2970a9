#pragma once
// A group's own copy of a format: other minutes within the phases' bounds, scripts in its own words. Each saving is a
// version that stays; a session keeps the one it ran on.

#include <cstdint>
#include <string>
#include <vector>

#include "server/features/consultation/agenda.hpp"
#include "server/features/groups/permit.hpp"
#include "server/storage/database.hpp"

namespace covision::consultation {

/// What differs from the built-in format.
struct OwnPhase {
    std::string code;
    int minutes = 0;
    std::string script;  // empty: the built-in one

    bool operator==(const OwnPhase&) const = default;
};

struct OwnFormat {
    std::string format;
    std::int64_t version = 0;
    std::vector<OwnPhase> phases;

    static OwnFormat from(const storage::Row& row);
};

/// What of `phases` differs from the built-in format. Refused unknown_phase, phase_minutes (details: phase).
std::vector<OwnPhase> difference(const Format& format, const std::vector<OwnPhase>& phases);
/// The built-in format as the group has it. Phases that a later release has no more are left out, and its bounds hold.
Format with_own(Format format, const std::vector<OwnPhase>& own);
/// The format as an item of a run has it, whatever has become of it since. `known`: the item's version of it, or
/// nullptr.
Format as_run(const Item& item, const Format* known);

/// The latest versions of a group.
std::vector<OwnFormat> own_formats(storage::Database& db, const groups::Member& member);
/// Version 0 is the built-in one. Nothing: there is no such version.
std::optional<Format> find_version(storage::Database& db, const groups::Member& member, const std::string& format,
                                   std::int64_t version);
void add_version(call::Write& write, const groups::Member& member, const OwnFormat& own);

}  // namespace covision::consultation
