#pragma once
// A session as an agenda: items one after the other, each a format with its phases. A run keeps what it needs of each,
// so that it goes on as it was begun when a format changes.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/features/consultation/formats.hpp"

namespace covision::consultation {

struct Stretch {
    std::string code;  // of the format's phase
    int minutes = 0;
};

struct Item {
    std::string format;
    std::int64_t version = 0;     // the group's own; 0: the built-in one
    std::vector<Stretch> phases;  // never empty
    std::optional<std::string> case_id, presenter;

    int minutes() const;  // the sum
};

/// Never empty.
using Agenda = std::vector<Item>;

/// The format as an item of an agenda. `minutes` can be chosen where there is one phase, within its bounds; it may also
/// repeat the usual sum. Refused item_minutes.
Item item_of(const Format& format, std::int64_t version, std::optional<int> minutes);

/// What a built-in format says of a phase; nullptr: a later release has none of this name.
const Phase* find_phase(const std::string& format, const std::string& code);

/// Leading in one item.
struct Lead {
    std::optional<std::string> leader, deputy;
    /// Leads by right and cannot in this item.
    std::optional<std::string> lender;
    /// Was named deputy by somebody; nullopt: nobody was.
    std::optional<std::string> named = {};
};

/// Who leads an item. Whoever presents it or is away for its case lends the lead to the deputy, or else to the first of
/// `others`, but to nobody who is not `at_hand` with a device to lead from; and has it back in the first item in which
/// they are `able` again; who stood in is the deputy then. Somebody leads as long as one of them all is able and at
/// hand. Whoever was named deputy is it in every item in which they are able and do not lead.
Lead lead_of_item(const Lead& before, const std::vector<std::string>& others,
                  const std::function<bool(const std::string&)>& able,
                  const std::function<bool(const std::string&)>& at_hand);

}  // namespace covision::consultation
