#pragma once
// How text travels in a mail: RFC 2045 (base64, quoted-printable), RFC 2047 (words in header fields), RFC 5322 (dates).
// Lines end in CRLF and are at most 76 characters long.

#include <string>
#include <string_view>

#include "server/base/time.hpp"

namespace covision::notify {

/// Lines of base64, each with its CRLF.
std::string base64_lines(std::string_view bytes);
/// Quoted-printable of text whose lines end in "\n" or "\r\n"; ends in CRLF.
std::string quoted_printable(std::string_view text);
/// Text for an unstructured header field: as it is where it is short plain ASCII, else encoded words, folded.
std::string header_text(std::string_view text);
/// A name in front of an address: quoted, or encoded words.
std::string header_phrase(std::string_view name);
/// "Mon, 23 Nov 2026 01:47:32 +0000"
std::string mail_date(Instant at);

}  // namespace covision::notify
