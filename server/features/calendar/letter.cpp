#include "server/features/calendar/letter.hpp"

#include <algorithm>

namespace covision::calendar {
namespace {

constexpr std::size_t line_length = 72;

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

/// Breaks at spaces; `indent` stands before every line but the first.
std::string wrapped(std::string_view text, std::string_view indent = {}) {
    std::string out;
    std::size_t length = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        if (length > 0 && length + 1 + characters(word) > line_length) {
            out.append("\n").append(indent);
            length = indent.size();
        } else if (length > 0) {
            out += ' ';
            ++length;
        }
        out += word;
        length += characters(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    return out;
}

std::string anchor(const Link& link) {
    return "<a href=\"" + escaped(link.address) + "\">" + escaped(link.label) + "</a>";
}

}  // namespace

std::string plain(const Letter& letter) {
    std::string out;
    for (const auto& block : letter.blocks) {
        if (!out.empty()) out += "\n";
        if (!block.paragraph.empty()) out += wrapped(block.paragraph) + "\n";
        for (const auto& item : block.items) out += wrapped("- " + item, "  ") + "\n";
        for (const auto& link : block.links) out += link.label + ":\n" + link.address + "\n";
    }
    return out;
}

std::string html(const Letter& letter) {
    std::string out = "<!doctype html>\n<html lang=\"" + letter.language +
                      "\"><head><meta charset=\"utf-8\"><title>Covision</title></head>\n"
                      "<body style=\"font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em\">\n";
    for (const auto& block : letter.blocks) {
        if (!block.paragraph.empty()) out += "<p>" + escaped(block.paragraph) + "</p>\n";
        if (!block.items.empty()) {
            out += "<ul>\n";
            for (const auto& item : block.items) out += "<li>" + escaped(item) + "</li>\n";
            out += "</ul>\n";
        }
        for (const auto& link : block.links) out += "<p>" + anchor(link) + "</p>\n";
    }
    return out + "</body></html>\n";
}

}  // namespace covision::calendar
