// Due work: at its moment, once, after a restart too.
#include "tests/rpc/dispatcher_fixture.hpp"

namespace covision::toy {
namespace {

using namespace std::chrono_literals;

struct DueTest : DispatcherTest {
    void later(Client& client, const std::string& subject, Micros in) {
        call(client, "toy.later",
             in_group(R"(,"subject":")" + subject + R"(","at":")" + rfc3339(house.clock.now() + in) + '"'));
    }
};

TEST_F(DueTest, RunsAtItsMomentAndOnce) {
    auto anna = connect(1);
    call(*anna, "feed.follow", in_group());
    later(*anna, "a", 1h);
    later(*anna, "b", 2h);
    advance(59min);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 0u);
    advance(2min);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 1u);
    advance(2h);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 2u);
    advance(24h);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 2u);
}

TEST_F(DueTest, ANewMomentReplacesTheOldOne) {
    auto anna = connect(1);
    call(*anna, "feed.follow", in_group());
    later(*anna, "a", 1h);
    advance(30min);
    later(*anna, "a", 2h);
    advance(1h);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 0u);
    advance(1h);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 1u);
}

TEST_F(DueTest, OneThatFailsHarmsNoOtherAndIsTriedAgain) {
    auto anna = connect(1);
    call(*anna, "feed.follow", in_group());
    testing::internal::CaptureStderr();
    later(*anna, "broken", 1h);
    later(*anna, "refused", 1h);
    later(*anna, "fine", 1h);
    advance(1h);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 1u);
    advance(2min);
    testing::internal::GetCapturedStderr();
    const storage::Sql left{"SELECT subject FROM due", storage::Sql::Home::own_file};
    storage::Database database(house.path, storage::Mode::read_only);
    EXPECT_EQ(database.all<std::string>(left), std::vector<std::string>{"broken"});
}

TEST_F(DueTest, MoreThanAHundredAtOnce) {
    auto anna = connect(1);
    for (int i = 0; i < 250; ++i) {
        later(*anna, std::to_string(i), 1h);
        house.clock.advance(1s);
    }
    call(*anna, "feed.follow", in_group());
    advance(2h);
    EXPECT_EQ(anna->peer.count("toy.done_later"), 250u);
}

TEST_F(DueTest, IsThereAgainAfterARestart) {
    auto anna = connect(1);
    later(*anna, "a", 1h);
    settle();
    Posts other_posts;
    rpc::Dispatcher other(
        house.services([&](std::function<void()> function) { other_posts.post(std::move(function)); }));
    FakePeer peer;
    const auto ben = other.connected(peer, {id(2), id(102), "127.0.0.1", ""}, "token-2");
    other.received(ben, R"({"jsonrpc":"2.0","id":"f","method":"feed.follow","params":)" + in_group() + "}");
    ASSERT_TRUE(other_posts.run_until([&] { return peer.has("result"); }));
    house.clock.advance(2h);
    ASSERT_TRUE(other_posts.run_until([&] {
        other.tick();
        return peer.has("toy.done_later") || other.in_flight() == 0;
    }));
    ASSERT_TRUE(other_posts.run_until([&] { return peer.has("toy.done_later") && other.in_flight() == 0; }));
    other.disconnected(ben);
    // What the pool and the executor still finish would come back to a dispatcher that is gone.
    house.stop();
}

}  // namespace
}  // namespace covision::toy
