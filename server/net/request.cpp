#include "server/net/request.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace covision::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

// RFC 9110 §5.6.2
bool is_token(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               (c != 0 && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// Twice would mean that somebody before us may have read the other one.
constexpr std::array<std::string_view, 16> once_only{
    "host",       "content-length", "transfer-encoding", "content-type", "origin",
    "cookie",     "authorization",  "sec-websocket-key", "x-covision",   "sec-websocket-version",
    "connection", "upgrade",        "sec-fetch-site",    "expect",       "if-none-match",
    "user-agent"};

}  // namespace

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (key == name) return value;
    return std::nullopt;
}

bool Request::lists(std::string_view name, std::string_view word) const {
    for (const auto& [key, value] : headers) {
        if (key != name) continue;
        for (std::string_view rest = value; !rest.empty();) {
            const auto comma = std::min(rest.find(','), rest.size());
            if (same(trimmed(rest.substr(0, comma)), word)) return true;
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
    }
    return false;
}

std::string_view Request::path() const { return std::string_view(target).substr(0, target.find('?')); }

RequestParser::State RequestParser::fail(int status) {
    status_ = status;
    return State::failed;
}

RequestParser::State RequestParser::parse(std::string& input) {
    if (!in_body_) {
        // What was searched before needs no second look, but for the three bytes an end may have begun with.
        const auto end = input.find("\r\n\r\n", seen_ > 3 ? seen_ - 3 : 0);
        const auto least = end == std::string::npos ? input.size() - std::min<std::size_t>(input.size(), 3) : end;
        if (least > limits_.header_bytes) return fail(431);
        if (end == std::string::npos) {
            seen_ = input.size();
            return State::more;
        }
        request_ = {};
        status_ = 400;
        if (!parse_head(std::string_view(input).substr(0, end)) || !parse_framing()) return State::failed;
        input.erase(0, end + 4);
        in_body_ = true;
        seen_ = 0;
    }
    if (input.size() < body_) return State::more;
    request_.body = input.substr(0, body_);
    input.erase(0, body_);
    in_body_ = false;
    return State::done;
}

bool RequestParser::parse_head(std::string_view head) {
    bool first = true;
    for (;;) {
        const auto end = std::min(head.find("\r\n"), head.size());
        const auto line = head.substr(0, end);
        if (line.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) return false;
        if (!(first ? parse_line(line) : parse_header(line))) return false;
        first = false;
        if (end == head.size()) return true;
        head.remove_prefix(end + 2);
    }
}

bool RequestParser::parse_line(std::string_view line) {
    const auto one = line.find(' ');
    const auto two = line.find(' ', one == std::string_view::npos ? one : one + 1);
    if (two == std::string_view::npos) return false;
    const auto method = line.substr(0, one), target = line.substr(one + 1, two - one - 1),
               version = line.substr(two + 1);
    if (!is_token(method)) return false;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        const bool http = version.size() == 8 && version.starts_with("HTTP/");
        status_ = http ? 505 : 400;
        return false;
    }
    const bool known = method == "GET" || method == "HEAD" || method == "POST";
    const bool printable = std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!known) {
        status_ = 405;
        return false;
    }
    if (!printable || !target.starts_with('/') || target.find('#') != std::string_view::npos) return false;
    request_.method = method;
    request_.target = target;
    request_.keep_alive = version == "HTTP/1.1";
    return true;
}

bool RequestParser::parse_header(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return false;  // folded lines too
    const auto value = trimmed(line.substr(colon + 1));
    const auto bad = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; };
    if (std::any_of(value.begin(), value.end(), bad)) return false;
    auto name = lowered(line.substr(0, colon));
    const bool alone = std::find(once_only.begin(), once_only.end(), name) != once_only.end();
    if (alone && request_.header(name)) return false;
    if (request_.headers.size() >= limits_.headers) {
        status_ = 431;
        return false;
    }
    request_.headers.emplace_back(std::move(name), value);
    return true;
}

bool RequestParser::parse_framing() {
    body_ = 0;
    if (!request_.header("host")) return false;
    const auto length = request_.header("content-length");
    if (const auto coding = request_.header("transfer-encoding")) {
        // Nobody we serve needs it, and half of all smuggling does.
        status_ = same(*coding, "chunked") && !length ? 411 : 400;
        return false;
    }
    if (request_.header("expect")) {
        status_ = 417;
        return false;
    }
    if (length) {
        const auto digits = std::all_of(length->begin(), length->end(), [](char c) { return c >= '0' && c <= '9'; });
        if (length->empty() || !digits) return false;
        const auto [end, error] = std::from_chars(length->data(), length->data() + length->size(), body_);
        if (error != std::errc{} || body_ > limits_.body_bytes) {
            status_ = 413;
            return false;
        }
    }
    if (request_.lists("connection", "close")) request_.keep_alive = false;
    return true;
}

}  // namespace covision::net
