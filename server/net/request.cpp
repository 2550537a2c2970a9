#include "server/net/request.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <charconv>

namespace covision::net {

namespace http = boost::beast::http;

struct RequestParser::Head {
    const http::request_header<>& head;
};

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
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

std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

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
        if (!parse_head(std::string_view(input).substr(0, end + 4)) || !parse_framing()) return State::failed;
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

// Beast knows the grammar; what it lets through and two readers could understand differently is refused here.
bool RequestParser::parse_head(std::string_view head) {
    // A folded line: Beast would unfold it (RFC 9112 §5.2 lets a server refuse it).
    if (head.find("\r\n ") != std::string_view::npos || head.find("\r\n\t") != std::string_view::npos) return false;
    http::request_parser<http::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(head.size()) + 1);
    parser.body_limit(boost::none);
    boost::system::error_code error;
    parser.put(boost::asio::const_buffer(head.data(), head.size()), error);
    if (error || !parser.is_header_done()) {
        if (error == http::error::bad_version) status_ = 505;
        return false;
    }
    const Head parsed{parser.get()};
    return take_line(parsed) && take_headers(parsed);
}

bool RequestParser::take_line(const Head& given) {
    const auto& head = given.head;
    const auto method = head.method_string();
    if (method != "GET" && method != "HEAD" && method != "POST") {
        status_ = 405;
        return false;
    }
    const std::string_view target(head.target().data(), head.target().size());
    const bool printable = std::all_of(target.begin(), target.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!printable || !target.starts_with('/') || target.find('#') != std::string_view::npos) return false;
    request_.method = std::string(method);
    request_.target = target;
    request_.keep_alive = head.version() == 11;
    return true;
}

bool RequestParser::take_headers(const Head& given) {
    const auto bad = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; };
    for (const auto& field : given.head) {
        const std::string_view value(field.value().data(), field.value().size());
        if (std::any_of(value.begin(), value.end(), bad)) return false;
        auto name = lowered({field.name_string().data(), field.name_string().size()});
        const bool alone = std::find(once_only.begin(), once_only.end(), name) != once_only.end();
        if (alone && request_.header(name)) return false;
        if (request_.headers.size() >= limits_.headers) {
            status_ = 431;
            return false;
        }
        request_.headers.emplace_back(std::move(name), value);
    }
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
