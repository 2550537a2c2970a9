#pragma once
// The private feed: GET /calendar/TOKEN.ics.

#include "server/call/table.hpp"

namespace covision::calendar {

/// What the secret's owner has in the calendar; nullopt: nobody's secret. `known`: If-None-Match as it came. Whether it
/// is the same is found out without making it.
std::optional<call::Document> feed(call::Read& read, const std::string& token, std::string_view known);

}  // namespace covision::calendar
