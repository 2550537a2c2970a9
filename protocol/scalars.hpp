#pragma once
// What a single value must be: the rules of each kind, and the sentences that say so. For json.cpp.

#include <optional>
#include <string>
#include <string_view>

#include "protocol/type.hpp"

namespace covision::protocol {

/// "This member must be a whole number from 1 to 5."
[[nodiscard]] std::string expectation(const Type& type);

/// Checks a JSON string (well-formed UTF-8) against a type of any kind and stores it, texts in normalisation form C.
/// @returns what is wrong, as a sentence, or nothing. It never repeats the text.
[[nodiscard]] std::optional<std::string> set_string(const Type& type, void* value, std::string text);

/// At most 40 of a-z A-Z 0-9 _, beginning with a letter.
[[nodiscard]] bool is_member_name(std::string_view name);

}  // namespace covision::protocol
