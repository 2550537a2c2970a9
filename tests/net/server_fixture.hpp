#pragma once
// The real server on real sockets above the toy house.

#include <thread>

#include "server/base/counters.hpp"
#include "server/net/server.hpp"
#include "tests/rpc/toy_house.hpp"
#include "tests/support/ws_client.hpp"

namespace covision::net {

using support::client_frame;
using support::Headers;
using support::http;
using support::HttpReply;
using support::Tcp;
using support::WsClient;
using toy::id;

inline bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

struct ServerTest : testing::Test {
    explicit ServerTest(rpc::Limits limits = {}) : house(limits) {
        options.port = 0;
        options.limits = limits;
        options.openrpc = R"({"openrpc":"1.3.2"})";
    }
    ~ServerTest() override { stop(); }

    void start() {
        dispatcher = std::make_unique<rpc::Dispatcher>(
            house.services([this](std::function<void()> function) { server->post(std::move(function)); }));
        server = std::make_unique<Server>(options);
        port = server->port();
        thread = std::thread([this] { server->run(*dispatcher); });
    }
    void stop() {
        if (!thread.joinable()) return;
        server->stop();
        thread.join();
        house.stop();
    }

    [[nodiscard]] std::string origin() const { return "http://localhost:" + std::to_string(port); }
    static std::string in_group(const std::string& more = {}) {
        return std::string(R"({"group":")") + toy::group + '"' + more + "}";
    }
    static std::string word(const std::string& text) { return in_group(R"(,"word":")" + text + '"'); }

    toy::House house;
    Options options;
    std::unique_ptr<rpc::Dispatcher> dispatcher;
    std::unique_ptr<Server> server;
    std::thread thread;
    std::uint16_t port = 0;
};

/// Started with the standard bounds.
struct RunningServerTest : ServerTest {
    RunningServerTest() { start(); }
};

}  // namespace covision::net
