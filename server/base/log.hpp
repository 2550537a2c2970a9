#pragma once
// One JSON object a line on standard error: {"at":…,"level":…,"event":…, fields}. Never a member's text, a secret or a
// password: callers pass ids, codes and numbers.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace covision::log {

using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

void info(std::string_view event, Fields fields = {});
void warn(std::string_view event, Fields fields = {});
void error(std::string_view event, Fields fields = {});

/// Text as a JSON string with its quotes; control characters and broken bytes come out escaped.
std::string quoted(std::string_view text);

}  // namespace covision::log
