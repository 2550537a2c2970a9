#include "protocol/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace covision::protocol {
namespace {

const utf8proc_uint8_t* bytes(std::string_view text) { return reinterpret_cast<const utf8proc_uint8_t*>(text.data()); }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Takes one code point off the front; -1 for one byte that is no UTF-8.
utf8proc_int32_t take(std::string_view& text) {
    if (is_ascii(text.front())) {  // most of all text, and all of what is no text
        const auto byte = static_cast<unsigned char>(text.front());
        text.remove_prefix(1);
        return byte;
    }
    utf8proc_int32_t point = -1;
    const auto length = utf8proc_iterate(bytes(text), static_cast<utf8proc_ssize_t>(text.size()), &point);
    text.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 1);
    return length > 0 ? point : -1;
}

bool is_control(utf8proc_int32_t point) {
    if (point == '\n' || point == '\t') return false;
    return point < 0x20 || (point >= 0x7f && point < 0xa0);
}

bool is_space(utf8proc_int32_t point) {
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:  // zero width space, joiners, byte order mark: nothing to see either
            return true;
        default: return false;
    }
}

}  // namespace

std::size_t code_points(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::string nfc(std::string utf8) {
    if (std::all_of(utf8.begin(), utf8.end(), is_ascii)) return utf8;
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(bytes(utf8), static_cast<utf8proc_ssize_t>(utf8.size()), &mapped,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
    if (length < 0) throw std::logic_error("nfc() was given what is no UTF-8");
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

const char* text_fault(std::string_view utf8) {
    constexpr int most_marks = 30;
    int marks = 0;
    while (!utf8.empty()) {
        const auto point = take(utf8);
        if (is_control(point)) return "contain control characters other than line feed and tab";
        marks = point < 0x80 || utf8proc_get_property(point)->combining_class == 0 ? 0 : marks + 1;
        if (marks > most_marks) return "stack more than 30 combining marks";
    }
    return nullptr;
}

bool is_blank(std::string_view utf8) {
    while (!utf8.empty()) {
        if (!is_space(take(utf8))) return false;
    }
    return true;
}

void append_quoted(std::string& json, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    const auto plain = [](char c) { return is_ascii(c) && c >= 0x20 && c != '"' && c != '\\'; };
    json += '"';
    while (true) {
        const auto run = std::find_if_not(text.begin(), text.end(), plain);
        json.append(text.begin(), run);
        text.remove_prefix(static_cast<std::size_t>(run - text.begin()));
        if (text.empty()) break;
        const auto c = static_cast<unsigned char>(text.front());
        if (c == '"' || c == '\\') {
            json += {'\\', text.front()};
        } else if (c == '\n') {
            json += "\\n";
        } else if (c < 0x20) {
            json += {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
        } else {
            const auto before = text;
            json += take(text) < 0 ? std::string_view("\xef\xbf\xbd") : before.substr(0, before.size() - text.size());
            continue;
        }
        text.remove_prefix(1);
    }
    json += '"';
}

}  // namespace covision::protocol
