// A connection's HTTP side.
#include <boost/asio/ip/address.hpp>

#include "server/base/counters.hpp"
#include "server/net/connection.hpp"
#include "server/net/sender.hpp"

namespace covision::net {
namespace {

Counter requests_counter("covision_http_requests_total", "HTTP requests, upgrades among them");

Response response_of(rpc::HttpAnswer answer) {
    Response response;
    response.status = answer.status;
    response.type = std::move(answer.type);
    if (!answer.etag.empty()) {
        response.headers.emplace_back("ETag", std::move(answer.etag));
        response.headers.emplace_back("Cache-Control", "private, max-age=900");
    }
    response.body = std::make_shared<const std::string>(std::move(answer.body));
    return response;
}

Response not_admitted(rpc::Admission why) {
    switch (why) {
        case rpc::Admission::too_many_of_account:
            return problem(429, "too_many_connections", "You are connected too often. Close a window.");
        case rpc::Admission::too_many_of_address:
            return problem(429, "too_many_connections", "Too many connections from your network.");
        default: return problem(503, "too_many_connections", "The server is full. Try again later.");
    }
}

}  // namespace

void Connection::next_request() {
    while (stage_ == Stage::request) {
        const auto state = http_->parser.parse(http_->input);
        if (state == RequestParser::State::more) {
            if (!http_->input.empty() && !std::exchange(http_->begun, true))
                deadline_ = Steady::now() + hub_.limits.handshake;
            return;
        }
        requests_counter.add();
        stage_ = Stage::busy;
        if (state == RequestParser::State::failed) {
            http_->request = {};
            return respond(unreadable(http_->parser.status()), false);
        }
        http_->request = http_->parser.take();
        ++http_->served;
        handle();
    }
}

void Connection::handle() {
    const auto& request = http_->request;
    auto route = metrics_ ? hub_.site.metrics_route(request, hub_.metrics_port) : hub_.site.route(request);
    switch (route.kind) {
        case Route::Kind::open: return open(std::move(route));
        case Route::Kind::calendar: return calendar(std::move(route));
        case Route::Kind::upgrade: return upgrade(std::move(route));
        case Route::Kind::metrics:
            route.response.type = "text/plain; version=0.0.4; charset=utf-8";
            route.response.body = std::make_shared<const std::string>(Counter::exposition());
            break;
        default: break;
    }
    respond(route.response, true);
}

void Connection::respond(const Response& response, bool keep) {
    const auto& request = http_->request;
    keep = keep && request.keep_alive && !hub_.stopping && http_->served < hub_.limits.requests_per_connection;
    queue(std::make_shared<const std::string>(hub_.site.head(response, keep)));
    if (request.method != "HEAD" && response.status != 304 && !response.body->empty()) queue(response.body);
    if (!keep) return end_stream();
    stage_ = Stage::request;
    http_->begun = false;
    deadline_ = Steady::now() + hub_.limits.keep_alive;
}

// After an answer that took its time.
void Connection::resume() {
    next_request();
    read();
}

void Connection::open(Route route) {
    auto& request = http_->request;
    // Weakly: an answer may be left over when the sockets are gone already.
    hub_.dispatcher.open(std::move(route.name), std::move(request.body), std::move(route.token), caller(),
                         [weak = weak_from_this()](rpc::HttpAnswer answer) {
                             const auto self = weak.lock();
                             if (!self || self->stage_ != Stage::busy) return;
                             const auto token = answer.login_token;
                             auto response = response_of(std::move(answer));
                             if (token) response.headers.emplace_back("Set-Cookie", self->hub_.site.cookie(*token));
                             self->respond(response, true);
                             self->resume();
                         });
}

void Connection::calendar(Route route) {
    auto known = std::string(http_->request.header("if-none-match").value_or(""));
    hub_.dispatcher.calendar(std::move(route.token), std::move(known), caller().address,
                             [weak = weak_from_this()](rpc::HttpAnswer answer) {
                                 const auto self = weak.lock();
                                 if (!self || self->stage_ != Stage::busy) return;
                                 self->respond(response_of(std::move(answer)), true);
                                 self->resume();
                             });
}

void Connection::upgrade(Route route) {
    // Nobody may speak before the answer: those bytes would be taken for frames of a socket that is none yet.
    if (!http_->input.empty()) return respond(unreadable(400), false);
    if (hub_.stopping) return respond(problem(503, "restarting", "The server is restarting."), false);
    const auto who = caller();
    hub_.dispatcher.authenticate(
        route.token, who.address, who.device,
        [weak = weak_from_this(), token = route.token](std::optional<call::Caller> found) {
            const auto self = weak.lock();
            if (!self || self->stage_ != Stage::busy) return;
            const auto admitted = found ? self->hub_.dispatcher.admits(*found) : rpc::Admission::yes;
            if (found && admitted == rpc::Admission::yes && !self->hub_.stopping)
                return self->become_socket(std::move(*found), token);
            self->respond(found ? not_admitted(admitted) : problem(401, "signed_out", "Sign in again."), true);
            self->resume();
        });
}

void Connection::become_socket(call::Caller caller, std::string token) {
    queue(std::make_shared<const std::string>(hub_.site.switching(http_->request)));
    http_.reset();
    stage_ = Stage::socket;
    heard_ = Steady::now();
    deadline_ = {};
    rpc_ = hub_.dispatcher.connected(*this, std::move(caller), std::move(token));
    read();
}

void Connection::sweep_request() {
    if (hub_.now <= deadline_) return;
    if (http_->input.empty()) return gone();
    http_->request = {};
    respond(unreadable(408), false);
}

call::Caller Connection::caller() const {
    call::Caller made;
    made.address = address_;
    if (hub_.behind_proxy) {
        boost::system::error_code wrong;
        const auto forwarded = asio::ip::make_address(forwarded_for(http_->request), wrong);
        if (!wrong) made.address = sender_of(forwarded);
    }
    made.device = http_->request.header("user-agent").value_or("");
    return made;
}

}  // namespace covision::net
