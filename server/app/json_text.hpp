#pragma once
// The text in a line such as {"text": "…", "id": 7}. It is not protocol::decode, because a message's text has to be
// normalised and free of control signs, while a file's text is taken as it is.

#include <optional>
#include <string>
#include <string_view>

namespace covision::app {

/// Nothing where the line is no JSON object with a string "text". Other members are passed over, of two texts the last
/// counts. Whether the text is UTF-8 is not asked here.
std::optional<std::string> json_text(std::string_view line);

}  // namespace covision::app
