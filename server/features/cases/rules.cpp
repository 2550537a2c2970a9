#include "server/features/cases/rules.hpp"

#include <algorithm>
#include <cctype>

#include "protocol/enums.hpp"
#include "server/base/refused.hpp"

namespace covision::cases {

using protocol::CaseState;
using protocol::Closed;
using protocol::ConflictAnswer;

std::optional<Closed> why_closed(CaseState state, Instant submitted_at, const Viewer& viewer) {
    if (state == CaseState::shredded || state == CaseState::withdrawn) return Closed::shredded;
    if (viewer.is_presenter) return std::nullopt;
    if (!viewer.has_signed) return Closed::sign_first;
    if (submitted_at < viewer.joined_at) return Closed::before_joining;
    if (!viewer.confirmed) return Closed::not_confirmed;
    if (!viewer.answer) return Closed::answer_first;
    if (*viewer.answer != ConflictAnswer::no) return Closed::away;
    return std::nullopt;
}

bool sees_blur(std::optional<Closed> closed) {
    return !closed || *closed == Closed::answer_first || *closed == Closed::away;
}

std::vector<Place> undecided(protocol::WrittenField field, const std::vector<deid::Finding>& findings,
                             const std::vector<protocol::Kept>& kept) {
    std::vector<Place> places;
    for (const auto& finding : findings) {
        bool certain = finding.level == deid::Level::must_replace;
        auto covers = [&](const protocol::Kept& span) {
            return span.field == field && span.start <= static_cast<std::int64_t>(finding.start) &&
                   span.end >= static_cast<std::int64_t>(finding.end);
        };
        if (certain || std::none_of(kept.begin(), kept.end(), covers))
            places.push_back({field, finding.start, finding.end, certain});
    }
    return places;
}

void refuse_undecided(const std::vector<Place>& places) {
    if (places.empty()) return;
    constexpr std::size_t most = 50;
    std::string named;
    for (std::size_t i = 0; i < std::min(places.size(), most); ++i)
        named += (named.empty() ? "" : ",") + protocol::enum_name(places[i].field) + ":" +
                 std::to_string(places[i].start) + "-" + std::to_string(places[i].end);
    auto certain = std::count_if(places.begin(), places.end(), [](const Place& place) { return place.certain; });
    auto doubtful = static_cast<std::ptrdiff_t>(places.size()) - certain;
    throw Refused(
        "identifiers_left",
        "Some places may still identify somebody. Replace the certain ones, and replace or keep each doubtful "
        "one.",
        {{"places", named}, {"certain", std::to_string(certain)}, {"doubtful", std::to_string(doubtful)}});
}

namespace {

std::string path_of(const char* list, std::size_t i) {
    return "params.policy." + std::string(list) + "[" + std::to_string(i) + "]";
}

void check_have_letters(const protocol::OwnWords& words, const char* list) {
    // Every letter outside of ASCII counts; a rare sign that is none does no harm.
    const auto letter = [](char sign) {
        return (sign & '\x80') != 0 || std::isalnum(static_cast<unsigned char>(sign)) != 0;
    };
    for (std::size_t i = 0; i < words.size(); ++i)
        if (std::none_of(words[i].value.begin(), words[i].value.end(), letter))
            throw Refused("word_empty", "A word needs at least one letter or digit.", {{"path", path_of(list, i)}});
}

}  // namespace

void check_own_words(const protocol::Policy& policy) {
    check_have_letters(policy.flag, "flag");
    check_have_letters(policy.pass, "pass");
    for (std::size_t i = 0; i < policy.pass.size(); ++i)
        if (std::find(policy.flag.begin(), policy.flag.end(), policy.pass[i]) != policy.flag.end())
            throw Refused("word_in_both", "A word is either always replaced or never flagged, not both.",
                          {{"path", path_of("pass", i)}});
}

Instant shred_time(Instant ends, std::int64_t keep_days) { return ends + std::chrono::hours(24 * keep_days); }

}  // namespace covision::cases
