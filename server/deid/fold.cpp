#include "server/deid/fold.hpp"

#include <utf8proc.h>

namespace covision::deid {
namespace {

// Letters that NFD does not take apart.
std::string_view plain_letter(utf8proc_int32_t point) {
    switch (point) {
        case 0xf8: return "o";
        case 0x142: return "l";
        case 0x111: return "d";
        case 0xe6: return "ae";
        case 0x153: return "oe";
        case 0xf0: return "d";
        case 0xfe: return "th";
        case 0x131: return "i";
        default: return {};
    }
}

char lower(char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); }

template <typename Sink>
void fold_into(std::string_view word, Sink sink) {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
    auto left = static_cast<utf8proc_ssize_t>(word.size());
    while (left > 0) {
        if (*at < 0x80) {
            const char c = static_cast<char>(*at);
            if (c != '\'') sink(lower(c));
            ++at, --left;
            continue;
        }
        utf8proc_int32_t point = 0;
        const utf8proc_ssize_t used = utf8proc_iterate(at, left, &point);
        if (used <= 0) return;
        at += used, left -= used;
        utf8proc_int32_t parts[8];
        int last_class = 0;
        constexpr auto options =
            static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
        const utf8proc_ssize_t count = utf8proc_decompose_char(point, parts, 8, options, &last_class);
        for (utf8proc_ssize_t i = 0; i < count && i < 8; ++i) {
            const std::string_view plain = plain_letter(parts[i]);
            for (const char c : plain) sink(c);
            if (!plain.empty()) continue;
            utf8proc_uint8_t bytes[4];
            const utf8proc_ssize_t size = utf8proc_encode_char(parts[i], bytes);
            for (utf8proc_ssize_t b = 0; b < size; ++b) sink(static_cast<char>(bytes[b]));
        }
    }
}

}  // namespace

std::uint64_t folded_hash(std::string_view word, std::uint64_t hash) {
    fold_into(word, [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL; });
    return hash;
}

std::string folded(std::string_view word) {
    std::string result(word.size(), '\0');
    std::size_t size = 0, at = 0;
    for (; at < word.size() && static_cast<unsigned char>(word[at]) < 0x80; ++at) {
        if (word[at] != '\'') result[size++] = lower(word[at]);
    }
    result.resize(size);
    fold_into(word.substr(at), [&result](char c) { result += c; });
    return result;
}

}  // namespace covision::deid
