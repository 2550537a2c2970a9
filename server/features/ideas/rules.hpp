#pragma once
// Who may note and read ideas, and when. Pure.

#include <cstddef>
#include <optional>
#include <span>

#include "server/base/time.hpp"
#include "server/features/consultation/formats.hpp"

namespace covision::ideas {

/// So many of one consultation at most.
inline constexpr std::size_t most_ideas = 100;
/// A list of a case that was only told is kept this long after the session.
inline constexpr std::chrono::hours told_kept{24 * 30};

/// scribe consults; leads: has no scribe beside, where `has_scribe` is false.
enum class Part { presents, leads, consults };

/// A session at one moment.
struct Moment {
    bool ended = false;
    bool somebody_presents = false;
    bool has_scribe = false;
    bool silent = false;  // who presents listens
    bool early = false;   // advice comes in a later phase
};

/// The phase allows no advice, and a later one does.
bool is_early(std::span<const consultation::Phase* const> phases, std::size_t phase);

/// Refused session_ended, nobody_presents, for_you (who presents), scribe_notes (who leads beside a scribe),
/// idea_too_early.
void may_note(const Moment& moment, Part part);
/// The list of those at work. Refused as above, but for the last two.
void may_list(const Moment& moment, Part part);

/// Whether who presented may read the list now: never while the presenter listens. `current`: the group is at this
/// very consultation.
bool gift_is_open(const Moment& moment, bool current);

/// A first step: asked about two weeks later, and again where it was not yet the time; kept 90 days at most.
inline constexpr std::chrono::hours ask_after{24 * 14};
inline constexpr std::chrono::hours step_kept{24 * 90};
/// It can be written until so long after the session.
inline constexpr std::chrono::hours step_written{24 * 7};

/// When to ask again about a step that ends at `until`; nullopt: there is no later time.
std::optional<Instant> ask_again(Instant now, Instant until);

}  // namespace covision::ideas
