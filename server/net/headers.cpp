// The headers of every answer, the cookie, and what a handshake is checked by.

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "protocol/interface.hpp"
#include "server/net/site.hpp"

namespace covision::net {
namespace {

// No page of ours has an inline script or style, or turns text into markup.
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self' blob:; form-action 'self'; "
    "base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types";

std::string_view reason(int status) {
    switch (status) {
        case 101: return "Switching Protocols";
        case 200: return "OK";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 421: return "Misdirected Request";
        case 426: return "Upgrade Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "Error";
    }
}

void add(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

// RFC 9110 §5.6.7, whatever the locale.
std::string http_date() {
    static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::array<char, 24> rest{};
    std::strftime(rest.data(), rest.size(), " %Y %H:%M:%S GMT", &utc);
    const auto day = std::to_string(utc.tm_mday);
    return std::string(days[utc.tm_wday]) + ", " + (day.size() < 2 ? "0" : "") + day + " " + months[utc.tm_mon] +
           rest.data();
}

void add_policies(std::string& head, bool tls_outside) {
    add(head, "Content-Security-Policy", content_policy);
    add(head, "X-Content-Type-Options", "nosniff");
    add(head, "Referrer-Policy", "no-referrer");
    add(head, "Cross-Origin-Opener-Policy", "same-origin");
    add(head, "Cross-Origin-Resource-Policy", "same-origin");
    add(head, "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()");
    if (tls_outside) add(head, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

std::string base64(const unsigned char* bytes, std::size_t size) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < size; i += 3) {
        const auto left = std::min<std::size_t>(3, size - i);
        unsigned word = 0;
        for (std::size_t k = 0; k < 3; ++k) word = (word << 8) | (k < left ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += k <= left ? alphabet[(word >> (18 - 6 * k)) & 63U] : '=';
    }
    return out;
}

// RFC 6455 §4.2.2
std::string accept_key(std::string_view key) {
    const auto text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
    SHA1(reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data());
    return base64(digest.data(), digest.size());
}

}  // namespace

std::string Site::head(const Response& response, bool keep_alive) const {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reason(response.status)).append("\r\n");
    add(head, "Date", http_date());
    bool cacheable = false;
    for (const auto& [name, value] : response.headers) {
        add(head, name, value);
        cacheable = cacheable || name == "Cache-Control";
    }
    if (!cacheable) add(head, "Cache-Control", "no-store");
    if (response.status != 304) {
        add(head, "Content-Type", response.type);
        add(head, "Content-Length", std::to_string(response.body->size()));
    }
    if (!keep_alive) add(head, "Connection", "close");
    add_policies(head, tls_outside_);
    return head + "\r\n";
}

std::string Site::switching(const Request& request) const {
    std::string head = "HTTP/1.1 101 Switching Protocols\r\n";
    add(head, "Upgrade", "websocket");
    add(head, "Connection", "Upgrade");
    add(head, "Sec-WebSocket-Accept", accept_key(request.header("sec-websocket-key").value_or("")));
    add(head, "Sec-WebSocket-Protocol", protocol::subprotocol);
    add_policies(head, tls_outside_);
    return head + "\r\n";
}

std::string Site::cookie(const std::string& token) const {
    return std::string(cookie_name) + "=" + token + "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=" +
           std::to_string(token.empty() ? 0 : cookie_seconds_);
}

bool is_token_text(std::string_view text) {
    return text.size() <= 128 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '_';
           });
}

Credentials credentials(const Request& request) {
    Credentials found;
    std::string_view rest = request.header("cookie").value_or("");
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        auto one = rest.substr(0, end);
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        if (one.starts_with(cookie_name) && one.substr(cookie_name.size()).starts_with('=')) {
            found.cookie_sent = true;
            found.token = one.substr(cookie_name.size() + 1);
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const auto bearer = request.header("authorization").value_or("");
    if (bearer.starts_with("Bearer ")) {
        found.token = bearer.substr(7);
    }
    if (!is_token_text(found.token)) found.token.clear();
    return found;
}

std::string forwarded_for(const Request& request) {
    std::string_view last;
    for (const auto& [name, value] : request.headers)
        if (name == "x-forwarded-for") last = value;
    last.remove_prefix(std::min(last.rfind(',') + 1, last.size()));
    last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
    return std::string(last);
}

bool is_websocket_key(std::string_view key) {
    if (key.size() != 24 || !key.ends_with("==")) return false;
    // The last digit carries two bits only.
    return std::string_view("AQgw").find(key[21]) != std::string_view::npos &&
           std::all_of(key.begin(), key.end() - 2, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
                      c == '/';
           });
}

}  // namespace covision::net
