// The WebSocket on real sockets: handshake, calls, what breaks rules, who does not read, the end.
#include "tests/net/server_fixture.hpp"

namespace covision::net {
namespace {

using WebSocketTest = RunningServerTest;

int status(std::uint16_t port, const std::string& token, const Headers& more) {
    return WsClient(port, token, more).reply.status;
}

TEST_F(WebSocketTest, TheHandshakeIsCheckedWhole) {
    const WsClient good(port, "token-1");
    EXPECT_EQ(good.reply.status, 101);
    EXPECT_EQ(good.reply.header("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");  // RFC 6455 §1.3
    EXPECT_EQ(good.reply.header("Sec-WebSocket-Protocol"), "covision.v1");
    EXPECT_EQ(good.reply.header("Sec-WebSocket-Extensions"), "");
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Extensions", "permessage-deflate"}}), 101);
    EXPECT_EQ(status(port, "token-1", {{"Connection", "keep-alive, Upgrade"}}), 101);
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Protocol", "other, covision.v1"}}), 101);
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Protocol", ""}}), 400);
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Protocol", "covision.v2"}}), 400);
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Protocol", "covision.v1\xff"}}), 400);
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Key", "AQIDBAU="}}), 400);
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Key", ""}}), 400);
    EXPECT_EQ(status(port, "token-1", {{"Sec-WebSocket-Version", "8"}}), 426);
    EXPECT_EQ(status(port, "token-1", {{"Upgrade", "h2c"}}), 426);
    EXPECT_EQ(status(port, "token-1", {{"Host", "evil.example"}}), 421);
    EXPECT_EQ(status(port, "", {}), 401);
    EXPECT_EQ(status(port, "nobody", {}), 401);
}

TEST_F(WebSocketTest, OriginsAreComparedExactly) {
    const std::string cookie = "__Host-covision=token-1";
    EXPECT_EQ(status(port, "", {{"Cookie", cookie}, {"Origin", origin()}}), 101);
    EXPECT_EQ(status(port, "", {{"Cookie", cookie}}), 403);
    EXPECT_EQ(status(port, "token-1", {{"Cookie", cookie}}), 403);
    for (const auto& wrong : {std::string("null"), std::string("http://evil.example"), origin() + "0",
                              origin() + ".evil.example", std::string("http://localhost"), origin() + "/"}) {
        EXPECT_EQ(status(port, "", {{"Cookie", cookie}, {"Origin", wrong}}), 403) << wrong;
        EXPECT_EQ(status(port, "token-1", {{"Origin", wrong}}), 403) << wrong;
    }
}

TEST_F(WebSocketTest, CallsAndEvents) {
    WsClient anna(port, "token-1"), ben(port, "token-2");
    EXPECT_TRUE(has(anna.call("feed.follow", in_group()), R"("reset":false)"));
    EXPECT_TRUE(has(ben.call("feed.follow", in_group()), R"("reset":false)"));
    EXPECT_TRUE(has(anna.call("toy.add", word("one")), R"("result":{"number":1},"seq":2)"));
    EXPECT_TRUE(has(anna.next_event(), "toy.added"));
    EXPECT_TRUE(has(ben.next_event(), "toy.added"));
    EXPECT_TRUE(has(ben.next_event(), "toy.reacted"));
    const std::string long_word(100, 'x');
    EXPECT_TRUE(has(ben.call("toy.add", word(long_word)), "invalid_params"));
    EXPECT_TRUE(has(ben.call("toy.count", in_group()), R"("count":1)"));
}

TEST_F(WebSocketTest, ManyWritersAndReadersLoseNothing) {
    constexpr int people = 8, words = 25;
    std::vector<std::unique_ptr<WsClient>> all;
    for (int i = 1; i <= people; ++i) {
        all.push_back(std::make_unique<WsClient>(port, "token-" + std::to_string(i)));
        all.back()->call("feed.follow", in_group());
    }
    for (int n = 0; n < words; ++n)
        for (auto& one : all) one->begin("toy.add", word("w"), WsClient::new_id());
    for (auto& one : all) {
        int seq = 0, replies = 0;
        while (seq < people * words * 2 || replies < words) {
            const auto text = one->next_event();
            if (!has(text, "feed.event")) {
                ++replies;
                continue;
            }
            ASSERT_EQ(std::stoi(text.substr(text.find(R"("seq":)") + 6)), ++seq);
        }
        EXPECT_EQ(replies, words);
    }
}

// Sends bytes, expects a close with this code and the end of the stream.
void expect_close(std::uint16_t port, const std::string& bytes, int code) {
    WsClient client(port, "token-1");
    client.tcp.write(bytes);
    auto frame = client.next_frame();
    while (frame.opcode == 1 || frame.opcode == 10) frame = client.next_frame();
    EXPECT_EQ(frame.opcode, 8);
    EXPECT_EQ(frame.close_code(), code);
    EXPECT_EQ(client.tcp.take_all(), "");
    EXPECT_FALSE(client.tcp.timed_out);
}

TEST_F(WebSocketTest, BrokenRulesCloseWithTheirCode) {
    expect_close(port, client_frame(0xc1, "{}"), 1002);
    expect_close(port, client_frame(0x81, "{}", false), 1002);
    expect_close(port, client_frame(0x82, "{}"), 1003);
    expect_close(port, client_frame(0x81, "\xff"), 1007);
    expect_close(port, client_frame(0x81, std::string(256 * 1024 + 1, 'x')), 1009);
    std::string empty = client_frame(0x01, "");
    for (int i = 0; i < 1000; ++i) empty += client_frame(0x00, "");
    expect_close(port, empty, 1008);
    std::string pings;
    for (int i = 0; i < 5000; ++i) pings += client_frame(0x89, "p");
    expect_close(port, pings, 1008);
    expect_close(port, client_frame(0x88, std::string("\x03\xe9", 2)), 1001);
}

TEST_F(WebSocketTest, PingsAreAnsweredAndABrokenCallHarmsNobody) {
    WsClient client(port, "token-1");
    client.tcp.write(client_frame(0x89, "are you there"));
    const auto pong = client.next_frame();
    EXPECT_EQ(pong.opcode, 10);
    EXPECT_EQ(pong.payload, "are you there");
    client.send_text("rubbish");
    EXPECT_TRUE(has(client.next_text(), "parse_error"));
    const std::string large =
        R"({"jsonrpc":"2.0","id":"x","method":"time.now","params":{"a":")" + std::string(200 * 1024, 'x') + "\"}}";
    client.send_text(large);
    EXPECT_TRUE(has(client.next_text(), "invalid_params"));
    EXPECT_TRUE(has(client.call("time.now", "{}"), "result"));
}

TEST_F(WebSocketTest, AMessageInFragmentsBetweenPings) {
    WsClient client(port, "token-1");
    const std::string text = R"({"jsonrpc":"2.0","id":"x","method":"time.now"})";
    client.tcp.write(client_frame(0x01, text.substr(0, 10)) + client_frame(0x89, "") +
                     client_frame(0x80, text.substr(10)));
    EXPECT_EQ(client.next_frame().opcode, 10);
    EXPECT_TRUE(has(client.next_text(), R"("id":"x","result")"));
}

TEST_F(WebSocketTest, BytesBeforeTheAnswerAreNoFrames) {
    Tcp tcp(port);
    Headers headers{{"Host", "localhost:" + std::to_string(port)},
                    {"Connection", "Upgrade"},
                    {"Upgrade", "websocket"},
                    {"Sec-WebSocket-Version", "13"},
                    {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                    {"Sec-WebSocket-Protocol", "covision.v1"},
                    {"Authorization", "Bearer token-1"}};
    tcp.write(support::request_text("GET", "/ws", headers) + client_frame(0x81, "{}"));
    EXPECT_EQ(support::read_reply(tcp).status, 400);
}

TEST_F(WebSocketTest, AnEndedLoginIsClosed) {
    WsClient anna(port, "token-1"), ben(port, "token-2");
    anna.call("toy.withdraw", R"({"account":")" + id(2) + R"(","login":")" + id(102) + "\"}");
    const auto frame = ben.next_frame();
    EXPECT_EQ(frame.opcode, 8);
    EXPECT_EQ(frame.close_code(), 4401);
    EXPECT_EQ(status(port, "token-2", {}), 401);
}

TEST_F(WebSocketTest, StoppingAnswersThenClosesWithRestart) {
    WsClient anna(port, "token-1");
    for (int i = 0; i < 20; ++i) anna.begin("toy.add", word("w"), id(500 + i));
    anna.tcp.write(client_frame(0x89, "all read"));
    int answered = 0;
    auto frame = anna.next_frame();
    for (; frame.opcode == 1 || frame.opcode == 10; frame = anna.next_frame()) {
        if (frame.opcode == 10) server->stop();
        answered += has(frame.payload, "result") ? 1 : 0;
    }
    EXPECT_EQ(frame.close_code(), 1012);
    EXPECT_EQ(answered, 20);
    anna.tcp.write(client_frame(0x88, std::string("\x03\xf4", 2)));
    EXPECT_EQ(anna.tcp.take_all(), "");
    EXPECT_THROW(Tcp{port}, std::runtime_error);
}

struct SmallTest : ServerTest {
    static rpc::Limits small() {
        rpc::Limits limits;
        limits.queued_bytes = 64 * 1024;
        limits.kernel_buffer = 16 * 1024;
        limits.calls_burst = limits.calls_per_minute = 1000000;
        limits.connections_per_account = 2;
        limits.message = std::chrono::seconds(1);
        limits.closing = std::chrono::seconds(1);
        limits.ping_after = std::chrono::seconds(1);
        limits.silence = std::chrono::seconds(3);
        return limits;
    }
    SmallTest() : ServerTest(small()) { start(); }
};

TEST_F(SmallTest, WhoDoesNotReadIsCutAndTheOthersGoOn) {
    WsClient slow(port, "token-1", {}, 4096), quick(port, "token-2"), writer(port, "token-3");
    slow.call("feed.follow", in_group());
    quick.call("feed.follow", in_group());
    // Until the kernel's buffers and ours are full: two events a word, some 200 bytes each.
    const auto before = http(port, "GET", "/healthz").status;
    EXPECT_EQ(before, 200);
    int words = 0;
    const auto slow_is_cut = [&] {
        const auto text = Counter::exposition();
        const auto place = text.find("\ncovision_slow_readers_total ");
        return text.substr(place + 29, 1) != "0";
    };
    for (; words < 40000 && !slow_is_cut(); words += 50) {
        for (int i = 0; i < 50; ++i) writer.begin("toy.add", word("w"), WsClient::new_id());
        for (int i = 0; i < 50; ++i) writer.next_text();
        for (int i = 0; i < 100; ++i) quick.next_text();
    }
    EXPECT_TRUE(slow_is_cut());
    EXPECT_TRUE(has(quick.call("time.now", "{}"), "result"));
}

TEST_F(SmallTest, ATrickledMessageIsEnded) {
    WsClient client(port, "token-1");
    client.tcp.write(client_frame(0x81, "{\"jsonrpc\"").substr(0, 8));
    auto frame = client.next_frame();
    while (frame.opcode == 9) frame = client.next_frame();
    EXPECT_EQ(frame.opcode, 8);
    EXPECT_EQ(frame.close_code(), 1008);
}

TEST_F(SmallTest, WhoIsSilentIsAskedThenGivenUp) {
    WsClient client(port, "token-1");
    EXPECT_EQ(client.next_frame().opcode, 9);
    EXPECT_EQ(client.tcp.take_all(), "");
    EXPECT_FALSE(client.tcp.timed_out);
}

TEST_F(SmallTest, ConnectionsOfAnAccountAreBounded) {
    WsClient one(port, "token-1"), two(port, "token-1");
    EXPECT_EQ(status(port, "token-1", {}), 429);
    EXPECT_EQ(status(port, "token-2", {}), 101);
}

}  // namespace
}  // namespace covision::net
