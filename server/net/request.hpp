#pragma once
// HTTP/1.1 requests, read strictly (RFC 9112): what two readers could understand differently is refused.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace covision::net {

struct Request {
    std::string method, target;                                // the target is in origin form: "/path?query"
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;
    bool keep_alive = true;

    /// The only header of this name (of names that matter no second one is let in), or nothing.
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    /// Whether a comma-separated header has this word; case does not matter.
    [[nodiscard]] bool lists(std::string_view name, std::string_view word) const;
    /// The target without its query.
    [[nodiscard]] std::string_view path() const;
};

/// ASCII letters in lower case.
[[nodiscard]] std::string lowered(std::string_view text);

struct RequestLimits {
    std::size_t header_bytes, headers, body_bytes;
};

/// Reads requests from one connection, one after the other.
class RequestParser {
public:
    explicit RequestParser(RequestLimits limits) : limits_(limits) {}

    enum class State { more, done, failed };
    /// Takes one request from the front of `input`. `failed`: answer with status() and close, nothing after it can be
    /// trusted.
    State parse(std::string& input);

    [[nodiscard]] Request take() { return std::move(request_); }
    [[nodiscard]] int status() const { return status_; }

private:
    State fail(int status);
    struct Head;  // Beast's, kept out of this header
    bool parse_head(std::string_view head);
    bool take_line(const Head& given);
    bool take_headers(const Head& given);
    bool parse_framing();

    RequestLimits limits_;
    Request request_;
    std::size_t body_ = 0, seen_ = 0;
    bool in_body_ = false;
    int status_ = 400;
};

}  // namespace covision::net
