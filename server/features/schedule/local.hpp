#pragma once
// Local wall time, as a series keeps it: no zone, minutes fine, "2026-11-24T16:30"; and dates, "2026-11-24".

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace covision::schedule {

using LocalDate = std::chrono::local_days;
using LocalTime = std::chrono::local_time<std::chrono::minutes>;

/// The last year in which sessions are planned.
constexpr int last_year = 2199;

/// Exactly "YYYY-MM-DDTHH:MM", a day that exists, from 1970 to `until`; anything else is nullopt.
std::optional<LocalTime> parse_local_time(std::string_view text, int until = last_year);
/// Exactly "YYYY-MM-DD", in the same range.
std::optional<LocalDate> parse_local_date(std::string_view text, int until = last_year);

std::string to_text(LocalTime at);
std::string to_text(LocalDate day);

}  // namespace covision::schedule
