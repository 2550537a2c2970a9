#pragma once
// A dispatcher above the toy house.

#include "tests/rpc/fake_peer.hpp"
#include "tests/rpc/toy_house.hpp"

namespace covision::toy {

struct DispatcherTest : testing::Test {
    struct Client {
        FakePeer peer;
        rpc::ConnectionPtr connection;
    };

    explicit DispatcherTest(rpc::Limits limits = {}) : house(limits) {}
    ~DispatcherTest() override { house.stop(); }

    std::unique_ptr<Client> connect(int account) {
        auto client = std::make_unique<Client>();
        client->connection = dispatcher.connected(client->peer, {id(account), id(100 + account), "127.0.0.1", "test"},
                                                  "token-" + std::to_string(account));
        return client;
    }

    /// Sends a call; does not wait.
    void send(Client& client, const std::string& call, const std::string& method, const std::string& params) {
        dispatcher.received(client.connection, R"({"jsonrpc":"2.0","id":")" + call + R"(","method":")" + method +
                                                   R"(","params":)" + params + "}");
    }
    /// Sends a call and returns its reply.
    std::string call(Client& client, const std::string& method, const std::string& params, std::string call_id = {}) {
        if (call_id.empty()) call_id = id(++calls);
        client.peer.frames.clear();
        send(client, call_id, method, params);
        return reply(client, call_id);
    }
    std::string reply(Client& client, const std::string& call_id) {
        const auto mark = R"("id":")" + call_id + '"';
        EXPECT_TRUE(posts.run_until([&] { return client.peer.has(mark); })) << call_id;
        const auto place = client.peer.place(mark);
        return place ? client.peer.frames[*place] : "";
    }
    bool wait_for(Client& client, const std::string& text) {
        return posts.run_until([&] { return client.peer.has(text); });
    }
    /// All that was begun has been delivered.
    void settle() {
        EXPECT_TRUE(posts.run_until([&] { return dispatcher.in_flight() == 0; }));
    }
    /// The clock moves and is looked at until nothing more follows from it.
    void advance(Micros by) {
        house.clock.advance(by);
        for (int i = 0; i < 6; ++i) {
            dispatcher.tick();
            settle();
        }
    }

    static std::string in_group(const std::string& more = {}) {
        return std::string(R"({"group":")") + group + '"' + more + "}";
    }
    static std::string word(const std::string& text, const std::string& only = {}) {
        return in_group(R"(,"word":")" + text + '"' + (only.empty() ? "" : R"(,"only":")" + only + '"'));
    }

    House house;
    Posts posts;
    rpc::Dispatcher dispatcher{
        house.services([this](std::function<void()> function) { posts.post(std::move(function)); })};
    int calls = 1000;
};

}  // namespace covision::toy
