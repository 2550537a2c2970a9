#pragma once
// Rows of what an account chose for its calendar and mailbox.

#include <optional>
#include <string>

#include "protocol/messages/calendar.hpp"
#include "server/call/context.hpp"

namespace covision::calendar {

using call::Read;
using call::Write;

struct ChoiceRow {
    std::string account;
    protocol::CalendarChoice choice;
    std::optional<Instant> feed_made_at;

    static ChoiceRow from(const storage::Row& row);
};

/// What an account chose, or the defaults.
ChoiceRow choice_of(Read& read, const std::string& account);
void set_choice(Write& write, const std::string& account, const protocol::CalendarChoice& choice);
/// `token`: the keyed hash of the feed's secret. An earlier one ends.
void set_feed(Write& write, const std::string& account, const std::string& token);
void clear_feed(Write& write, const std::string& account);
/// Whose feed this is. `token` is the keyed hash.
std::optional<ChoiceRow> find_feed(Read& read, const std::string& token);

}  // namespace covision::calendar
