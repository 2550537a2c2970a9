#pragma once
// Who may open a case, and what a text must be like to be taken. Pure.

#include <optional>
#include <string>
#include <vector>

#include "protocol/messages/cases.hpp"
#include "server/deid/deid.hpp"

namespace covision::cases {

struct Viewer {
    bool is_presenter = false;
    bool has_signed = false;
    bool confirmed = true;
    Instant joined_at;
    std::optional<protocol::ConflictAnswer> answer;
};

/// Why a case is not open to this viewer; nothing: it is.
std::optional<protocol::Closed> why_closed(protocol::CaseState state, Instant submitted_at, const Viewer& viewer);

/// Whether the viewer may see the four blurred fields (to answer the conflict question by).
bool sees_blur(std::optional<protocol::Closed> closed);

/// A place in a text that keeps it from being taken.
struct Place {
    protocol::WrittenField field = protocol::WrittenField::text;
    std::size_t start = 0, end = 0;  // code points, half-open
    bool certain = false;
};

/// Findings that are neither replaced nor (for doubtful ones) kept by the author. A kept span covers a finding when
/// both are of the same field and the finding lies inside it; certain findings cannot be kept.
std::vector<Place> undecided(protocol::WrittenField field, const std::vector<deid::Finding>& findings,
                             const std::vector<protocol::Kept>& kept);

/// Throws Refused identifiers_left that names up to 50 places ("text:12-17") and counts both kinds; nothing for none.
void refuse_undecided(const std::vector<Place>& places);

/// Throws Refused word_empty or word_in_both, with the `path` of the word.
void check_own_words(const protocol::Policy& policy);

/// When a case of a session that ends at `ends` is shredded.
Instant shred_time(Instant ends, std::int64_t keep_days);

}  // namespace covision::cases
