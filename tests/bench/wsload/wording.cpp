#include "tests/bench/wsload/wording.hpp"

#include <charconv>
#include <cstdlib>

namespace covision::bench {
namespace {

constexpr int stamp_digits = 19;

void number(std::string& out, std::uint64_t value, int width) {
    char digits[24];
    auto* end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    for (auto have = end - digits; have < width; ++have) out += '0';
    out.append(digits, end);
}

void body(std::string& out, std::int64_t ts, std::size_t size) {
    const auto at = out.size();
    out += "ts=";
    number(out, static_cast<std::uint64_t>(ts), stamp_digits);
    out += ';';
    if (out.size() < at + size) out.resize(at + size, 'x');
}

bool is_variable(std::string_view name) {
    return name == "i" || name == "g" || name == "m" || name == "n" || name == "line" || name == "body";
}

/// Takes the escape that follows the backslash at `at`; returns where it ends.
std::size_t unescape(std::string_view text, std::size_t at, std::string& out) {
    const char what = text[++at];
    if (what == 'x' && at + 2 < text.size()) {
        out += static_cast<char>(std::stoi(std::string(text.substr(at + 1, 2)), nullptr, 16));
        return at + 2;
    }
    out += what == 'r' ? '\r' : what == 'n' ? '\n' : what == 't' ? '\t' : what;
    return at;
}

}  // namespace

Wording::Wording(std::string_view text) {
    std::string literal;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) {
            at = unescape(text, at, literal);
            continue;
        }
        const auto end = text[at] == '{' ? text.find('}', at) : std::string_view::npos;
        const auto inside = end == std::string_view::npos ? std::string_view{} : text.substr(at + 1, end - at - 1);
        const auto name = inside.substr(0, inside.find(':'));
        if (!is_variable(name)) {
            literal += text[at];
            continue;
        }
        const int width = name.size() < inside.size() ? std::atoi(inside.data() + name.size() + 1) : 0;
        parts_.push_back({std::move(literal), name.front(), width});
        literal.clear();
        at = end;
    }
    parts_.push_back({std::move(literal), 0, 0});
}

void Wording::render(std::string& out, const Vars& vars, std::size_t body_size,
                     const std::vector<std::string>& lines) const {
    for (const auto& part : parts_) {
        out += part.literal;
        switch (part.variable) {
            case 'i': number(out, vars.i, part.width); break;
            case 'g': number(out, vars.g, part.width); break;
            case 'm': number(out, vars.m, part.width); break;
            case 'n': number(out, vars.n, part.width); break;
            case 'l': out += vars.i < lines.size() ? lines[vars.i] : ""; break;
            case 'b': body(out, vars.ts, body_size); break;
            default: break;
        }
    }
}

}  // namespace covision::bench
