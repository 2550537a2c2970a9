#include "server/features/ideas/rules.hpp"

#include <algorithm>

#include "server/base/refused.hpp"

namespace covision::ideas {

bool is_early(std::span<const consultation::Phase* const> phases, std::size_t phase) {
    const auto advises = [](const auto* each) { return each != nullptr && each->advice; };
    if (phase >= phases.size() || advises(phases[phase])) return false;
    return std::any_of(phases.begin() + static_cast<std::ptrdiff_t>(phase), phases.end(), advises);
}

void may_list(const Moment& moment, Part part) {
    if (moment.ended) throw Refused("session_ended", "This session is over. The ideas are with who presented.");
    if (!moment.somebody_presents) throw Refused("nobody_presents", "Nobody presents now to whom an idea could go.");
    if (part == Part::presents) throw Refused("for_you", "The others note ideas for you. You get them afterwards.");
}

void may_note(const Moment& moment, Part part) {
    may_list(moment, part);
    if (part == Part::leads && moment.has_scribe)
        throw Refused("scribe_notes", "You lead; the scribe and the others note ideas.");
    if (moment.early) throw Refused("idea_too_early", "This phase is for something else. Keep your idea until later.");
}

bool gift_is_open(const Moment& moment, bool current) { return moment.ended || !current || !moment.silent; }

std::optional<Instant> ask_again(Instant now, Instant until) {
    return now + ask_after < until ? std::optional(now + ask_after) : std::nullopt;
}

}  // namespace covision::ideas
