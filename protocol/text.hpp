#pragma once
// UTF-8 as the wire wants it: normalised, counted in code points, quoted for JSON.

#include <cstddef>
#include <string>
#include <string_view>

namespace covision::protocol {

/// Code points of well-formed UTF-8.
[[nodiscard]] std::size_t code_points(std::string_view utf8);

/// The text in normalisation form C. Only after text_fault() found nothing: the time for sorting combining marks grows
/// with the square of their number.
[[nodiscard]] std::string nfc(std::string utf8);

/// What makes well-formed UTF-8 unfit for any text, as the end of a sentence ("must not …"), or nullptr: control
/// characters other than line feed and tab, or more than 30 combining marks in a row (UAX #15, stream-safe text).
[[nodiscard]] const char* text_fault(std::string_view utf8);

/// True where there is nothing but white space, however Unicode spells it.
[[nodiscard]] bool is_blank(std::string_view utf8);

/// Appends the text as a JSON string. Bytes that are no UTF-8 become U+FFFD, so that a frame is always valid.
void append_quoted(std::string& json, std::string_view text);

}  // namespace covision::protocol
