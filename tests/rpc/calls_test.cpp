// From a frame to its answer: errors, order, repetition, quotas.
#include <fstream>

#include "tests/rpc/dispatcher_fixture.hpp"

namespace covision::toy {
namespace {

using CallsTest = DispatcherTest;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_F(CallsTest, AWriteIsAnsweredWithItsNumberBeforeItsEvents) {  // P-16
    auto anna = connect(1);
    call(*anna, "feed.follow", in_group());
    const auto answer = call(*anna, "toy.add", word("one"));
    EXPECT_TRUE(has(answer, R"("result":{"number":1})")) << answer;
    EXPECT_TRUE(has(answer, R"("seq":2)")) << answer;  // the event and the reaction to it
    ASSERT_TRUE(wait_for(*anna, "toy.reacted"));
    EXPECT_EQ(anna->peer.place(R"("result")"), 0u);
    EXPECT_EQ(anna->peer.place("toy.added"), 1u);
    EXPECT_EQ(anna->peer.place("toy.reacted"), 2u);
}

TEST_F(CallsTest, ReadsSeeEarlierWritesOfTheirConnection) {  // P-14
    auto anna = connect(1);
    for (int i = 0; i < 20; ++i) send(*anna, id(100 + i), "toy.add", word("w" + std::to_string(i)));
    send(*anna, "count", "toy.count", in_group());
    send(*anna, "computed", "toy.compute", in_group());
    send(*anna, id(200), "toy.add", word("behind"));
    send(*anna, "look", "toy.look", in_group());
    send(*anna, id(201), "toy.slow", word("slow"));
    send(*anna, "last", "toy.count", in_group());
    EXPECT_TRUE(has(reply(*anna, "count"), R"("count":20)"));
    EXPECT_TRUE(has(reply(*anna, "computed"), R"("count":20)"));
    EXPECT_TRUE(has(reply(*anna, "look"), R"("count":21)"));
    EXPECT_TRUE(has(reply(*anna, "last"), R"("count":22)"));
}

TEST_F(CallsTest, SentTwiceIsDoneOnce) {  // P-19, P-20
    auto anna = connect(1);
    const auto first = call(*anna, "toy.add", word("one"), id(5));
    const auto again = call(*anna, "toy.add", word("one"), id(5));
    EXPECT_TRUE(has(first, R"({"number":1})"));
    EXPECT_TRUE(has(again, R"({"number":1})")) << again;
    EXPECT_TRUE(has(call(*anna, "toy.count", in_group()), R"("count":1)"));
    EXPECT_TRUE(has(call(*anna, "toy.add", word("two"), id(5)), R"("code":"id_reused")"));
    EXPECT_TRUE(has(call(*anna, "toy.hidden", in_group(), id(5)), R"("code":"id_reused")"));
    // Another account's calls are its own.
    auto ben = connect(2);
    EXPECT_TRUE(has(call(*ben, "toy.add", word("two"), id(5)), R"({"number":2})"));
}

TEST_F(CallsTest, TwiceInOneBatchIsDoneOnceToo) {
    auto anna = connect(1);
    auto tab = connect(1);
    send(*anna, id(7), "toy.add", word("one"));
    send(*tab, id(7), "toy.add", word("one"));
    EXPECT_TRUE(has(reply(*anna, id(7)), R"({"number":1})"));
    EXPECT_TRUE(has(reply(*tab, id(7)), R"({"number":1})"));
}

TEST_F(CallsTest, DoneCallsAreForgottenAfterSevenDays) {
    auto anna = connect(1);
    call(*anna, "toy.add", word("one"), id(5));
    house.clock.advance(std::chrono::hours(24 * 7 + 1));
    for (int i = 0; i < 256; ++i) {
        house.clock.advance(std::chrono::seconds(1));
        call(*anna, "toy.add", word("more"));
    }
    EXPECT_TRUE(has(call(*anna, "toy.add", word("one"), id(5)), R"({"number":258})"));
}

TEST_F(CallsTest, SecretsAreDerivedAnewAndNeverStored) {
    auto anna = connect(1);
    const auto first = call(*anna, "toy.hidden", in_group(), id(5));
    EXPECT_EQ(call(*anna, "toy.hidden", in_group(), id(5)), first);
    const auto from = first.find(R"("secret":")") + 10;
    const auto secret = first.substr(from, first.find('"', from) - from);
    EXPECT_EQ(secret.size(), 43u);
    settle();
    EXPECT_EQ(house.folder.all_bytes().find(secret), std::string::npos);
}

TEST_F(CallsTest, ARefusalChangesNothingAndIsNotRemembered) {  // P-21, P-38
    auto anna = connect(1);
    const auto answer = call(*anna, "toy.fail", R"({"how":"refused"})", id(5));
    EXPECT_TRUE(has(answer, R"("code":"toy_refused","details":{"why":"because"})")) << answer;
    EXPECT_TRUE(has(call(*anna, "toy.fail", R"({"how":"fine"})", id(5)), R"("result":{})"));
}

TEST_F(CallsTest, OursIsInternalAndSaysNothing) {  // P-37
    auto anna = connect(1);
    testing::internal::CaptureStderr();
    const auto answer = call(*anna, "toy.fail", R"({"how":"broken"})");
    const auto log = testing::internal::GetCapturedStderr();
    EXPECT_TRUE(has(answer, R"("code":"internal")") && has(answer, "incident")) << answer;
    EXPECT_FALSE(has(answer, "broken"));
    const auto from = answer.find(R"("incident":")") + 12;
    EXPECT_TRUE(has(log, answer.substr(from, 36))) << log;
    EXPECT_FALSE(has(log, "a text of")) << log;
    EXPECT_TRUE(has(call(*anna, "toy.count", in_group()), R"("count":0)"));
}

TEST_F(CallsTest, AFullDiskIsSaid) {
    auto anna = connect(1);
    EXPECT_TRUE(has(call(*anna, "toy.fail", R"({"how":"full"})"), R"("code":"storage_unavailable")"));
}

TEST_F(CallsTest, MistakesNameTheirPlace) {  // P-3, P-35
    auto anna = connect(1);
    auto& peer = anna->peer;
    dispatcher.received(anna->connection, "{");
    EXPECT_TRUE(has(peer.frames.back(), R"("code":"parse_error")") && has(peer.frames.back(), R"("id":null)"));
    dispatcher.received(anna->connection, "[]");
    EXPECT_TRUE(has(peer.frames.back(), R"("code":"invalid_request")"));
    send(*anna, "x", "toy.nothing", "{}");
    EXPECT_TRUE(has(peer.frames.back(), R"("code":"unknown_method")"));
    send(*anna, "x", "toy_knock", R"({"word":"friend"})");
    EXPECT_TRUE(has(peer.frames.back(), R"("code":"unknown_method")"));
    send(*anna, "x", "toy.count", R"({"group":7})");
    EXPECT_TRUE(has(peer.frames.back(), R"("path":"params.group")")) << peer.frames.back();
    send(*anna, "x", "toy.add", word("no uuid"));
    EXPECT_TRUE(has(peer.frames.back(), R"("path":"id")")) << peer.frames.back();
    EXPECT_TRUE(has(call(*anna, "toy.slow", R"({"group":7})"), R"("path":"params.group")"));
    EXPECT_TRUE(has(call(*anna, "feed.follow", R"({"group":7})"), R"("path":"params.group")"));
    EXPECT_TRUE(has(call(*anna, "time.now", R"({"zone":7})"), R"("path":"params.zone")"));
    EXPECT_TRUE(has(call(*anna, "time.now", "{}"), R"("at":"2026-11-24T00:00:00Z")"));
}

TEST_F(CallsTest, WhatWasPreparedOnAnOldStateIsPreparedAgain) {
    auto anna = connect(1);
    auto ben = connect(2);
    // Ben's word is committed between what Anna prepares and what she writes, or before, or after: all are right.
    for (int i = 0; i < 30; ++i) {
        send(*anna, id(100 + i), "toy.slow", word("slow"));
        send(*ben, id(200 + i), "toy.add", word("quick"));
        EXPECT_TRUE(has(reply(*anna, id(100 + i)), R"("result")"));
        EXPECT_TRUE(has(reply(*ben, id(200 + i)), R"("result")"));
    }
    EXPECT_TRUE(has(call(*anna, "toy.count", in_group()), R"("count":60)"));
}

TEST_F(CallsTest, AnotherGroupIsNotThere) {  // P-31
    auto anna = connect(1);
    const auto other = std::string(R"({"group":")") + other_group + "\"}";
    for (const auto* method : {"toy.count", "toy.compute", "toy.look", "feed.follow"})
        EXPECT_TRUE(has(call(*anna, method, other), R"("code":"not_found")")) << method;
}

TEST_F(CallsTest, ADroppedConnectionsCallsStillCount) {
    auto anna = connect(1);
    send(*anna, id(5), "toy.add", word("one"));
    dispatcher.disconnected(anna->connection);
    settle();
    EXPECT_TRUE(anna->peer.frames.empty());
    auto again = connect(1);
    EXPECT_TRUE(has(call(*again, "toy.add", word("one"), id(5)), R"({"number":1})"));
    EXPECT_TRUE(has(call(*again, "toy.count", in_group()), R"("count":1)"));
}

TEST_F(CallsTest, DrainingRefusesNewCallsAndEndsOldOnes) {
    auto anna = connect(1);
    send(*anna, id(5), "toy.add", word("one"));
    dispatcher.drain();
    send(*anna, id(6), "toy.add", word("two"));
    EXPECT_TRUE(has(reply(*anna, id(6)), R"("code":"restarting")"));
    EXPECT_TRUE(has(reply(*anna, id(5)), R"({"number":1})"));
    settle();
    EXPECT_EQ(dispatcher.in_flight(), 0u);
}

struct QuotaTest : DispatcherTest {
    static rpc::Limits small() {
        rpc::Limits limits;
        limits.calls_burst = 10;
        limits.calls_per_minute = 60;
        limits.refused_in_row = 20;
        limits.connections_per_account = 2;
        limits.connections_per_address = 3;
        limits.connections = 5;
        limits.open_burst = 2;
        limits.calls_in_flight = 4;
        return limits;
    }
    QuotaTest() : DispatcherTest(small()) {}
};

TEST_F(QuotaTest, TooManyCallsAreToldToSlowDown) {
    auto anna = connect(1);
    auto ben = connect(2);
    for (int i = 0; i < 10; ++i) EXPECT_TRUE(has(call(*anna, "time.now", "{}"), "result"));
    EXPECT_TRUE(has(call(*anna, "time.now", "{}"), R"("code":"slow_down")"));
    EXPECT_TRUE(has(call(*ben, "time.now", "{}"), "result"));
    house.clock.advance(std::chrono::seconds(2));
    EXPECT_TRUE(has(call(*anna, "time.now", "{}"), "result"));
    EXPECT_TRUE(has(call(*anna, "time.now", "{}"), "result"));
    EXPECT_TRUE(has(call(*anna, "time.now", "{}"), "slow_down"));
    for (int i = 0; i < 20; ++i) dispatcher.received(anna->connection, "rubbish");
    EXPECT_EQ(anna->peer.closed, 1008);
}

TEST_F(QuotaTest, CallsInFlightAreBounded) {
    auto anna = connect(1);
    for (int i = 1; i <= 6; ++i) send(*anna, id(i), "toy.add", word("w"));
    settle();
    EXPECT_EQ(anna->peer.count("slow_down"), 2u);
    EXPECT_EQ(anna->peer.count("result"), 4u);
}

TEST_F(QuotaTest, ConnectionsAreBounded) {
    using rpc::Admission;
    auto one = connect(1);
    auto two = connect(1);
    EXPECT_EQ(dispatcher.admits({id(1), "", "10.0.0.1", ""}), Admission::too_many_of_account);
    EXPECT_EQ(dispatcher.admits({id(2), "", "127.0.0.1", ""}), Admission::yes);
    auto three = connect(2);
    EXPECT_EQ(dispatcher.admits({id(3), "", "127.0.0.1", ""}), Admission::too_many_of_address);
    EXPECT_EQ(dispatcher.admits({id(3), "", "10.0.0.1", ""}), Admission::yes);
    dispatcher.disconnected(one->connection);
    EXPECT_EQ(dispatcher.admits({id(1), "", "127.0.0.1", ""}), Admission::yes);
}

struct OpenTest : QuotaTest {
    rpc::HttpAnswer open(const std::string& name, const std::string& body, const std::string& token = {}) {
        std::optional<rpc::HttpAnswer> got;
        dispatcher.open(name, body, token, {"", "", "127.0.0.1", "test"},
                        [&](rpc::HttpAnswer answer) { got = std::move(answer); });
        EXPECT_TRUE(posts.run_until([&] { return got.has_value(); }));
        return got.value_or(rpc::HttpAnswer{});
    }
};

TEST_F(OpenTest, SignsInAndOut) {
    const auto in = open("toy_knock", R"({"word":"friend"})");
    EXPECT_EQ(in.status, 200);
    EXPECT_EQ(in.body, R"({"number":1})");
    ASSERT_TRUE(in.login_token && in.login_token->size() == 43);
    std::optional<call::Caller> who;
    bool told = false;
    dispatcher.authenticate(*in.login_token, "127.0.0.1", "browser", [&](std::optional<call::Caller> caller) {
        who = std::move(caller);
        told = true;
    });
    ASSERT_TRUE(posts.run_until([&] { return told; }));
    ASSERT_TRUE(who);
    EXPECT_EQ(who->account, id(1));
    EXPECT_EQ(who->device, "browser");
    // Whoever is signed in already is known in an open method.
    EXPECT_EQ(open("toy_knock", R"({"word":"friend"})", *in.login_token).body, R"({"number":2})");
    house.clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(open("toy_knock", R"({"word":"out"})").login_token, "");
}

TEST_F(OpenTest, RefusesByName) {
    const auto wrong = open("toy_knock", R"({"word":"foe"})");
    EXPECT_EQ(wrong.status, 403);
    EXPECT_TRUE(has(wrong.body, R"("code":"wrong_word")"));
    EXPECT_FALSE(wrong.login_token);
    EXPECT_EQ(open("toy_knock", R"({"word":7})").status, 400);
    EXPECT_EQ(open("toy_knock", "{}").status, 429);
    EXPECT_EQ(open("toy.count", "{}").status, 404);
    EXPECT_EQ(open("nothing", "{}").status, 404);
}

}  // namespace
}  // namespace covision::toy
