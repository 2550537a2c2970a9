// HTTP: strict reading, routes, headers, signing in.
#include <filesystem>
#include <fstream>

#include "tests/net/server_fixture.hpp"

namespace covision::net {
namespace {

struct HttpTest : ServerTest {
    HttpTest() {
        const auto client = house.folder.path() / "client";
        std::filesystem::create_directories(client / "assets");
        write(client / "index.html", "<!doctype html><title>Covision</title>");
        write(client / "favicon.svg", "<svg/>");
        write(client / "assets" / "app-1f2e.js", "console.log(1)");
        write(client / "assets" / "app-1f2e.js.gz", "squeezed");
        options.client_folder = client.string();
        options.metrics = true;
        options.ready = [this] { return ready.load(); };
        start();
    }
    static void write(const std::filesystem::path& path, const std::string& text) {
        std::ofstream(path, std::ios::binary) << text;
    }
    // What a connection answers to these very bytes, up to its end.
    std::string raw(const std::string& bytes) {
        Tcp tcp(port);
        tcp.write(bytes);
        tcp.end_sending();
        return tcp.take_all();
    }
    int raw_status(const std::string& bytes) {
        const auto answer = raw(bytes);
        return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
    }
    [[nodiscard]] std::string host() const { return "Host: localhost:" + std::to_string(port) + "\r\n"; }

    std::atomic<bool> ready{true};
};

TEST_F(HttpTest, ServesTheClientFromMemory) {
    const auto page = http(port, "GET", "/");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.body, "<!doctype html><title>Covision</title>");
    EXPECT_EQ(page.header("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(page.header("Cache-Control"), "no-cache");
    EXPECT_EQ(http(port, "GET", "/groups/17/rota").body, page.body);
    EXPECT_EQ(http(port, "GET", "/", {{"If-None-Match", page.header("ETag")}}).status, 304);
    const auto script = http(port, "GET", "/assets/app-1f2e.js");
    EXPECT_EQ(script.body, "console.log(1)");
    EXPECT_TRUE(has(script.header("Cache-Control"), "immutable"));
    const auto squeezed = http(port, "GET", "/assets/app-1f2e.js", {{"Accept-Encoding", "br, gzip"}});
    EXPECT_EQ(squeezed.body, "squeezed");
    EXPECT_EQ(squeezed.header("Content-Encoding"), "gzip");
    const auto head = http(port, "HEAD", "/");
    EXPECT_EQ(head.header("Content-Length"), std::to_string(page.body.size()));
    for (const auto* none : {"/none.js", "/assets/none.js", "/../covision.db", "/%2e%2e/covision.db", "/.git/config"})
        EXPECT_EQ(http(port, "GET", none).status, 404) << none;
}

TEST_F(HttpTest, EveryAnswerHasItsPolicies) {
    for (const auto* path : {"/", "/none.js", "/openrpc.json", "/healthz", "/ws"}) {
        const auto reply = http(port, "GET", path);
        const auto policy = reply.header("Content-Security-Policy");
        EXPECT_TRUE(has(policy, "default-src 'none'") && has(policy, "trusted-types") &&
                    has(policy, "frame-ancestors 'none'"))
            << path;
        EXPECT_FALSE(has(policy, "unsafe"));
        EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(reply.header("Referrer-Policy"), "no-referrer");
        EXPECT_EQ(reply.header("Cross-Origin-Opener-Policy"), "same-origin");
        EXPECT_EQ(reply.header("Strict-Transport-Security"), "");  // plain, on this machine only
    }
    EXPECT_EQ(http(port, "GET", "/openrpc.json").header("Cache-Control"), "no-store");
}

TEST_F(HttpTest, HealthReadinessMetrics) {
    EXPECT_EQ(http(port, "GET", "/healthz").body, "ok\n");
    EXPECT_EQ(http(port, "GET", "/readyz").status, 200);
    ready = false;
    EXPECT_EQ(http(port, "GET", "/readyz").status, 503);
    EXPECT_EQ(http(port, "GET", "/openrpc.json").body, R"({"openrpc":"1.3.2"})");
    EXPECT_EQ(http(port, "GET", "/metrics.txt").status, 404);
    const auto numbers = http(server->metrics_port(), "GET", "/metrics");
    EXPECT_TRUE(has(numbers.body, "covision_http_requests_total"));
    EXPECT_EQ(http(server->metrics_port(), "GET", "/").status, 404);
    EXPECT_EQ(http(server->metrics_port(), "GET", "/metrics", {{"Host", "evil.example"}}).status, 421);
}

TEST_F(HttpTest, OnlyItsOwnNamesAreAnswered) {
    EXPECT_EQ(http(port, "GET", "/", {{"Host", "evil.example"}}).status, 421);
    EXPECT_EQ(http(port, "GET", "/", {{"Host", "localhost"}}).status, 421);
    const auto moved = http(port, "GET", "/groups/1?x=2", {{"Host", "127.0.0.1:" + std::to_string(port)}});
    EXPECT_EQ(moved.status, 307);
    EXPECT_EQ(moved.header("Location"), origin() + "/groups/1?x=2");
    EXPECT_EQ(http(port, "GET", "/healthz", {{"Host", "127.0.0.1:" + std::to_string(port)}}).status, 200);
}

TEST_F(HttpTest, WhatTwoReadersCouldReadDifferentlyIsRefused) {
    const std::string get = "GET / HTTP/1.1\r\n", post = "POST /auth/toy_knock HTTP/1.1\r\n";
    EXPECT_EQ(raw_status(get + "\r\n"), 400);                    // no Host
    EXPECT_EQ(raw_status(get + host() + host() + "\r\n"), 400);  // two
    EXPECT_EQ(raw_status(post + host() + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"), 400);
    EXPECT_EQ(raw_status(post + host() + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}"), 400);
    EXPECT_EQ(raw_status(post + host() + "Transfer-Encoding: xchunked\r\n\r\n"), 400);
    EXPECT_EQ(raw_status(post + host() + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 411);
    for (const auto* length : {"-1", "+2", "2,2", "0x2", "", " ", "2 2"})
        EXPECT_EQ(raw_status(post + host() + "Content-Length: " + length + "\r\n\r\n{}"), 400) << length;
    EXPECT_EQ(raw_status(post + host() + "Content-Length: 99999999999999999999999\r\n\r\n{}"), 400);
    EXPECT_EQ(raw_status(post + host() + "Content-Length: 17000\r\n\r\n"), 413);
    EXPECT_EQ(raw_status(get + "Host : localhost\r\n\r\n"), 400);
    EXPECT_EQ(raw_status(get + host() + "X: a\r\n folded\r\n\r\n"), 400);
    EXPECT_EQ(raw_status(get + host() + "X: a\nY: b\r\n\r\n"), 400);
    EXPECT_EQ(raw_status(get + host() + std::string("X: a\0b\r\n\r\n", 10)), 400);
    EXPECT_EQ(raw_status("GET  / HTTP/1.1\r\n" + host() + "\r\n"), 400);
    EXPECT_EQ(raw_status("GET http://localhost/ HTTP/1.1\r\n" + host() + "\r\n"), 400);
    EXPECT_EQ(raw_status("GET / HTTP/2.0\r\n" + host() + "\r\n"), 505);
    EXPECT_EQ(raw_status(get + host() + "X: " + std::string(20000, 'a') + "\r\n\r\n"), 431);
    std::string many;
    for (int i = 0; i < 70; ++i) many += "X-" + std::to_string(i) + ": a\r\n";
    EXPECT_EQ(raw_status(get + host() + many + "\r\n"), 431);
    for (const auto* method : {"TRACE", "CONNECT", "OPTIONS", "PUT", "DELETE", "PATCH", "get", "BREW"})
        EXPECT_EQ(raw_status(std::string(method) + " / HTTP/1.1\r\n" + host() + "\r\n"), 405) << method;
}

TEST_F(HttpTest, AfterARefusedRequestNothingIsRead) {
    const auto answer = raw("POST / HTTP/1.1\r\n" + host() +
                            "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n" + host() + "\r\n");
    EXPECT_TRUE(has(answer, "HTTP/1.1 411"));
    EXPECT_EQ(answer.find("HTTP/1.1", 9), std::string::npos);
    EXPECT_TRUE(has(answer, "Connection: close"));
}

TEST_F(HttpTest, RequestsOneAfterTheOther) {
    const auto one = "GET /healthz HTTP/1.1\r\n" + host() + "\r\n";
    const auto answer = raw(one + one + "GET /none.js HTTP/1.1\r\n" + host() + "Connection: close\r\n\r\n" + one);
    std::size_t count = 0;
    for (auto at = answer.find("HTTP/1.1 "); at != std::string::npos; at = answer.find("HTTP/1.1 ", at + 1)) ++count;
    EXPECT_EQ(count, 3u);
    Tcp tcp(port);
    for (const char c : one) tcp.write({&c, 1});
    EXPECT_EQ(support::read_reply(tcp).status, 200);
}

TEST_F(HttpTest, SigningInSetsTheCookie) {
    const auto reply = support::post_auth(port, "toy_knock", R"({"word":"friend"})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.body, R"({"number":1})");
    const auto cookie = reply.header("Set-Cookie");
    EXPECT_TRUE(cookie.starts_with("__Host-covision=")) << cookie;
    for (const auto* part : {"; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"}) EXPECT_TRUE(has(cookie, part));
    EXPECT_EQ(reply.header("Cache-Control"), "no-store");
    const auto token = support::token_of(reply);
    EXPECT_EQ(token.size(), 43u);
    // Who is signed in is known there, and may sign out.
    EXPECT_EQ(
        support::post_auth(port, "toy_knock", R"({"word":"friend"})", {{"Cookie", "a=b; __Host-covision=" + token}})
            .body,
        R"({"number":2})");
    const auto out = support::post_auth(port, "toy_knock", R"({"word":"out"})");
    EXPECT_TRUE(has(out.header("Set-Cookie"), "__Host-covision=; ") && has(out.header("Set-Cookie"), "Max-Age=0"));
    const auto wrong = support::post_auth(port, "toy_knock", R"({"word":"foe"})");
    EXPECT_EQ(wrong.status, 403);
    EXPECT_EQ(wrong.body, R"({"code":"wrong_word","message":"That is not the word.","details":{}})");
}

TEST_F(HttpTest, SigningInIsForOurOwnPages) {
    const std::string body = R"({"word":"friend"})";
    const auto status = [&](Headers headers) {
        return support::post_auth(port, "toy_knock", body, std::move(headers)).status;
    };
    for (const auto& wrong : {std::string("null"), std::string("http://evil.example"), origin() + ".evil.example",
                              "https://localhost:" + std::to_string(port), "http://xlocalhost:" + std::to_string(port)})
        EXPECT_EQ(status({{"Origin", wrong}}), 403) << wrong;
    EXPECT_EQ(status({{"X-Covision", "2"}}), 403);
    EXPECT_EQ(status({{"Content-Type", "text/plain"}}), 415);
    EXPECT_EQ(status({{"Content-Type", "application/json; charset=utf-8"}}), 200);
    const Headers bare{{"Content-Type", "application/json"}, {"X-Covision", "1"}};
    const auto without_origin = [&](Headers more) {
        more.insert(bare.begin(), bare.end());
        return http(port, "POST", "/auth/toy_knock", std::move(more), body).status;
    };
    EXPECT_EQ(without_origin({}), 403);
    EXPECT_EQ(without_origin({{"Sec-Fetch-Site", "cross-site"}}), 403);
    EXPECT_EQ(without_origin({{"Sec-Fetch-Site", "same-origin"}}), 200);
    EXPECT_EQ(http(port, "GET", "/auth/toy_knock").status, 405);
    EXPECT_EQ(support::post_auth(port, "toy.add", "{}").status, 404);
    EXPECT_EQ(support::post_auth(port, "../etc", "{}").status, 404);
    EXPECT_EQ(support::post_auth(port, "toy_knock", "{").status, 400);
}

struct ImpatientTest : ServerTest {
    static rpc::Limits impatient() {
        rpc::Limits limits;
        limits.handshake = limits.keep_alive = std::chrono::seconds(1);
        limits.closing = std::chrono::seconds(1);
        return limits;
    }
    ImpatientTest() : ServerTest(impatient()) { start(); }
};

TEST_F(ImpatientTest, WhoDoesNotFinishARequestIsSentAway) {
    Tcp silent(port), slow(port);
    slow.write("GET / HTTP/1.1\r\nHost:");
    EXPECT_EQ(silent.take_all(), "");
    EXPECT_FALSE(silent.timed_out);
    EXPECT_TRUE(has(slow.take_all(), "HTTP/1.1 408"));
}

}  // namespace
}  // namespace covision::net
