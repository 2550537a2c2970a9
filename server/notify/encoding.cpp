#include "server/notify/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace covision::notify {
namespace {

constexpr std::size_t line_length = 76;

std::string base64(std::string_view bytes) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t k = 0; k < 3; ++k)
            three = three << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k < bytes.size() + 1 ? alphabet[three >> (18 - 6 * k) & 63U] : '=';
    }
    return text;
}

std::string hex(char c) {
    char text[4];
    std::snprintf(text, sizeof text, "=%02X", static_cast<unsigned char>(c));
    return text;
}

bool printable(char c) { return c >= 0x20 && c < 0x7f; }

/// What fits into one encoded word: at most 36 bytes (48 of base64, "=?UTF-8?B?" and "?=": 60), whole characters.
std::size_t word_bytes(std::string_view text) {
    std::size_t length = std::min<std::size_t>(36, text.size());
    if (length == text.size()) return length;
    while (length > 1 && (static_cast<unsigned char>(text[length]) & 0xc0U) == 0x80U) --length;
    return length;
}

std::string encoded_words(std::string_view text) {
    std::string words;
    while (!text.empty()) {
        const auto length = word_bytes(text);
        // A space between two encoded words is not part of the text.
        if (!words.empty()) words += "\r\n ";
        words.append("=?UTF-8?B?").append(base64(text.substr(0, length))).append("?=");
        text.remove_prefix(length);
    }
    return words;
}

bool plain(std::string_view text) {
    return text.size() <= 60 && std::all_of(text.begin(), text.end(), printable) &&
           text.find("=?") == std::string_view::npos;
}

/// One line's worth of quoted-printable, soft breaks included.
void quote_line(std::string_view line, std::string& out) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool at_end = i + 1 == line.size();
        const bool as_it_is = (printable(c) && c != '=' && !(c == ' ' && at_end)) || (c == '\t' && !at_end);
        const auto piece = as_it_is ? std::string(1, c) : hex(c);
        if (used + piece.size() > line_length - 1) {
            out += "=\r\n";
            used = 0;
        }
        out += piece;
        used += piece.size();
    }
    out += "\r\n";
}

}  // namespace

std::string base64_lines(std::string_view bytes) {
    const auto text = base64(bytes);
    std::string lines;
    for (std::size_t i = 0; i < text.size(); i += line_length) lines.append(text, i, line_length).append("\r\n");
    return lines;
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        quote_line(line, out);
    }
    return out;
}

std::string header_text(std::string_view text) { return plain(text) ? std::string(text) : encoded_words(text); }

std::string header_phrase(std::string_view name) {
    if (!plain(name)) return encoded_words(name);
    std::string quoted = "\"";
    for (char c : name) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

std::string mail_date(Instant at) {
    using namespace std::chrono;
    static constexpr std::array names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss time{floor<seconds>(at - day)};
    char text[48];
    std::snprintf(text, sizeof text, "%s, %u %s %d %02d:%02d:%02d +0000", names[weekday{day}.c_encoding()],
                  static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                  static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text;
}

}  // namespace covision::notify
