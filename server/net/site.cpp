#include "server/net/site.hpp"

#include <algorithm>

#include "protocol/interface.hpp"
#include "protocol/json.hpp"

namespace covision::net {
namespace {

std::shared_ptr<const std::string> shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

Route answer(Response response) {
    Route route;
    route.response = std::move(response);
    return route;
}

Route refuse(int status, std::string_view code, std::string_view message) {
    return answer(problem(status, code, message));
}

Route plain(int status, std::string text) {
    Response response;
    response.status = status;
    response.type = "text/plain; charset=utf-8";
    response.body = shared(std::move(text));
    return answer(std::move(response));
}

/// "/calendar/TOKEN.ics": TOKEN, or "".
std::string calendar_token(std::string_view path) {
    constexpr std::string_view begin = "/calendar/", end = ".ics";
    if (!path.starts_with(begin) || !path.ends_with(end) || path.size() <= begin.size() + end.size()) return {};
    const auto token = path.substr(begin.size(), path.size() - begin.size() - end.size());
    return is_token_text(token) ? std::string(token) : std::string();
}

// A path of the client's own: no file would be called so.
bool is_client_route(std::string_view path) {
    return path.find("/.") == path.npos && path.substr(path.rfind('/') + 1).find('.') == path.npos;
}

/// As browsers send it: "https://covision.example" or with a port, nothing behind it.
void check_origin(const std::string& origin, bool tls_outside) {
    const auto scheme = origin.find("://");
    const auto host = scheme == origin.npos ? std::string() : origin.substr(scheme + 3);
    const bool plain_host = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':' || c == '[' ||
               c == ']';
    });
    if (!plain_host || (origin.substr(0, scheme) != "https" && (tls_outside || origin.substr(0, scheme) != "http")))
        throw StartError("This is no origin that a browser could come from: " + origin +
                         ". Write it like https://covision.example.org, without a path.");
}

}  // namespace

Response problem(int status, std::string_view code, std::string_view message) {
    Response response;
    response.status = status;
    response.body = shared(protocol::encode_problem(code, message));
    if (status == 405) response.headers.emplace_back("Allow", "GET, HEAD, POST");
    return response;
}

Response unreadable(int status) {
    switch (status) {
        case 405: return problem(status, "method_not_allowed", "Only GET, HEAD and POST are answered here.");
        case 408: return problem(status, "too_slow", "The request did not come in time.");
        case 411: return problem(status, "length_required", "Send a Content-Length, not chunks.");
        case 413: return problem(status, "too_large", "The body is too large.");
        case 417: return problem(status, "expectation_failed", "Send the body at once, without Expect.");
        case 431: return problem(status, "headers_too_large", "The headers are too large.");
        case 505: return problem(status, "version", "Only HTTP/1.1 is spoken here.");
        default: return problem(status, "bad_request", "This is no request that can be understood.");
    }
}

Site::Site(const Options& options, std::uint16_t port)
    : files_(options.client_folder),
      origins_(options.origins.begin(), options.origins.end()),
      port_(std::to_string(port)),
      openrpc_(shared(options.openrpc)),
      ready_(options.ready),
      tls_outside_(options.behind_proxy || !options.certificate.empty()),
      cookie_seconds_(options.limits.cookie.count()) {
    for (const auto& origin : origins_) check_origin(origin, tls_outside_);
    if (!tls_outside_) origins_.insert("http://localhost:" + port_);
    for (const auto& origin : origins_) hosts_.insert(origin.substr(origin.find("//") + 2));
    address_ = options.origins.empty() ? "http://localhost:" + port_ : options.origins.front();
}

Route Site::route(const Request& request) const {
    const auto path = request.path();
    // Whoever looks after the process asks by address.
    if (request.method != "POST" && path == "/healthz") return plain(200, "ok\n");
    if (request.method != "POST" && path == "/readyz")
        return !ready_ || ready_() ? plain(200, "ready\n") : plain(503, "not ready\n");
    if (auto elsewhere = misdirected(request)) return std::move(*elsewhere);
    if (path == "/ws") return upgrade(request);
    return request.method == "POST" ? post(request) : get(request);
}

// Another name may be another's page that has been made to point here (DNS rebinding).
std::optional<Route> Site::misdirected(const Request& request) const {
    const auto host = lowered(request.header("host").value_or(""));
    if (hosts_.count(host)) return std::nullopt;
    const bool by_number = host == "127.0.0.1:" + port_ || host == "[::1]:" + port_;
    if (!tls_outside_ && by_number && request.method != "POST" && request.path() != "/ws") {
        auto moved = problem(307, "moved", "This server is called localhost.");
        moved.headers.emplace_back("Location", "http://localhost:" + port_ + request.target);
        return answer(std::move(moved));
    }
    return refuse(421, "wrong_host", "This server is not called so. Use the address that it prints at its start.");
}

Route Site::get(const Request& request) const {
    const auto path = request.path();
    if (path == "/openrpc.json") {
        Response document;
        document.body = openrpc_;
        return answer(std::move(document));
    }
    if (const auto* found = files_.find(path)) return file(request, *found);
    if (auto token = calendar_token(path); !token.empty()) {
        Route route;
        route.kind = Route::Kind::calendar;
        route.token = std::move(token);
        return route;
    }
    if (path.starts_with("/auth/")) return refuse(405, "method_not_allowed", "This takes POST.");
    if (is_client_route(path) && files_.index()) return file(request, *files_.index());
    return refuse(404, "not_found", "There is nothing under this address.");
}

Route Site::file(const Request& request, const File& file) const {
    Response response;
    response.type = file.type;
    response.headers.emplace_back("ETag", file.etag);
    response.headers.emplace_back("Cache-Control", file.forever ? "public, max-age=31536000, immutable" : "no-cache");
    if (file.gzip) response.headers.emplace_back("Vary", "Accept-Encoding");
    if (request.header("if-none-match").value_or("") == file.etag) {
        response.status = 304;
    } else if (file.gzip && request.lists("accept-encoding", "gzip")) {
        response.body = file.gzip;
        response.headers.emplace_back("Content-Encoding", "gzip");
    } else {
        response.body = file.body;
    }
    return answer(std::move(response));
}

// Three signs that our own page asks, none of which another site's form or script can give.
Route Site::post(const Request& request) const {
    const auto path = request.path();
    if (!path.starts_with("/auth/") || path.size() > 70)
        return refuse(404, "not_found", "There is nothing under this address.");
    const auto origin = request.header("origin");
    const bool ours = origin ? origins_.count(*origin) > 0 : request.header("sec-fetch-site") == "same-origin";
    if (!ours) return refuse(403, "wrong_origin", "This may only be asked from the server's own pages.");
    if (request.header("x-covision") != "1") return refuse(403, "header_missing", "Send the header X-Covision: 1.");
    const auto type = lowered(request.header("content-type").value_or(""));
    if (type.substr(0, type.find(';')) != "application/json")
        return refuse(415, "wrong_type", "Send application/json.");
    Route route;
    route.kind = Route::Kind::open;
    route.name = path.substr(6);
    route.token = credentials(request).token;
    return route;
}

Route Site::upgrade(const Request& request) const {
    const bool wanted = request.method == "GET" && request.lists("connection", "upgrade") &&
                        request.lists("upgrade", "websocket") && request.keep_alive;
    if (!wanted) {
        auto missing = problem(426, "upgrade_required", "This address speaks WebSocket.");
        missing.headers.emplace_back("Upgrade", "websocket");
        return answer(std::move(missing));
    }
    if (request.header("sec-websocket-version") != "13") {
        auto version = problem(426, "websocket_version", "Only version 13 is spoken here.");
        version.headers.emplace_back("Sec-WebSocket-Version", "13");
        return answer(std::move(version));
    }
    if (!is_websocket_key(request.header("sec-websocket-key").value_or("")) || !request.body.empty())
        return refuse(400, "bad_request", "This is no WebSocket handshake.");
    const auto who = credentials(request);
    const auto origin = request.header("origin");
    if (origin ? origins_.count(*origin) == 0 : who.cookie_sent)
        return refuse(403, "wrong_origin", "A WebSocket may only be opened from the server's own pages.");
    if (!request.lists("sec-websocket-protocol", protocol::subprotocol))
        return refuse(400, "subprotocol", "Ask for the subprotocol covision.v1.");
    if (who.token.empty()) return refuse(401, "signed_out", "Sign in first.");
    Route route;
    route.kind = Route::Kind::upgrade;
    route.token = who.token;
    return route;
}

Route Site::metrics_route(const Request& request, std::uint16_t port) const {
    const auto host = lowered(request.header("host").value_or(""));
    const auto at = ":" + std::to_string(port);
    if (host != "127.0.0.1" + at && host != "localhost" + at)
        return refuse(421, "wrong_host", "This server is not called so.");
    if (request.method == "POST" || request.path() != "/metrics")
        return refuse(404, "not_found", "There is nothing under this address.");
    Route route;
    route.kind = Route::Kind::metrics;
    return route;
}

}  // namespace covision::net
