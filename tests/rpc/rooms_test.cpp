// Presence: who is in a session's room.
#include "server/rpc/rooms.hpp"

#include "server/rpc/connection.hpp"
#include "tests/rpc/dispatcher_fixture.hpp"

namespace covision::toy {
namespace {

struct RoomsTest : DispatcherTest {
    static std::string room() { return in_group(std::string(R"(,"session":")") + session + '"'); }
    static std::string here(int account) { return R"({"account":")" + id(account) + R"(","nearness":"here"})"; }
    /// Gone at this moment of the clock.
    std::string gone(int account, const std::string& nearness) {
        return R"({"account":")" + id(account) + R"(","nearness":")" + nearness + R"(","gone_at":")" +
               rfc3339(house.clock.now()) + R"("})";
    }
    std::string lost(int account) { return gone(account, "reconnecting"); }
    std::string left(int account) { return gone(account, "left"); }
    std::string enter(Client& client) { return call(client, "presence.enter", room()); }
    std::string last(Client& client) {
        return client.peer.frames.empty() ? "" : std::exchange(client.peer.frames, {}).back();
    }
    std::string people(const std::string& all) { return R"("people":[)" + all + "]"; }
    void expect(const std::string& text, const std::string& all) {
        EXPECT_NE(text.find(people(all)), std::string::npos) << text;
    }
};

TEST_F(RoomsTest, EveryoneInsideHearsWhoComesAndGoes) {
    auto anna = connect(1);
    auto ben = connect(2);
    auto outside = connect(3);
    expect(enter(*anna), here(1));
    expect(enter(*ben), here(1) + "," + here(2));
    expect(last(*anna), here(1) + "," + here(2));
    expect(call(*ben, "presence.leave", room()), here(1) + "," + left(2));
    expect(last(*anna), here(1) + "," + left(2));
    EXPECT_TRUE(outside->peer.frames.empty());
    EXPECT_NE(call(*ben, "presence.leave", room()).find("not_found"), std::string::npos);
}

TEST_F(RoomsTest, TwoDevicesAreOnePerson) {
    auto anna = connect(1);
    auto ben = connect(2);
    auto tab = connect(2);
    enter(*anna);
    enter(*ben);
    last(*anna);
    enter(*tab);
    EXPECT_TRUE(anna->peer.frames.empty());
    dispatcher.disconnected(ben->connection);
    EXPECT_TRUE(anna->peer.frames.empty());
    dispatcher.disconnected(tab->connection);
    expect(last(*anna), here(1) + "," + lost(2));
}

TEST_F(RoomsTest, WhoComesBackInTimeWasNeverGone) {
    auto anna = connect(1);
    auto ben = connect(2);
    enter(*anna);
    enter(*ben);
    dispatcher.disconnected(ben->connection);
    const auto was_lost = here(1) + "," + lost(2);
    advance(std::chrono::seconds(19));
    expect(last(*anna), was_lost);
    auto again = connect(2);
    expect(enter(*again), here(1) + "," + here(2));
    expect(last(*anna), here(1) + "," + here(2));
    advance(std::chrono::seconds(60));
    EXPECT_TRUE(anna->peer.frames.empty());
}

TEST_F(RoomsTest, ALateEndOfAnOldConnectionChangesNothing) {
    auto anna = connect(1);
    auto old = connect(2);
    auto young = connect(2);
    enter(*anna);
    enter(*old);
    enter(*young);
    last(*anna);
    dispatcher.disconnected(old->connection);
    advance(std::chrono::seconds(60));
    EXPECT_TRUE(anna->peer.frames.empty());
}

TEST_F(RoomsTest, WhoDoesNotComeBackIsGone) {
    auto anna = connect(1);
    auto ben = connect(2);
    enter(*anna);
    enter(*ben);
    dispatcher.disconnected(ben->connection);
    last(*anna);
    const auto has_left = here(1) + "," + left(2);
    advance(std::chrono::seconds(21));
    expect(last(*anna), has_left);
}

TEST_F(RoomsTest, MethodsMayAskSinceWhenSomebodyIsGone) {
    const rpc::Limits limits;
    rpc::Rooms rooms(limits);
    const auto since = [&](int account) { return rooms.gone_since(group, session, id(account)); };
    const auto start = house.clock.now();
    EXPECT_EQ(since(1), std::nullopt) << "no room, nothing is known";
    auto anna = connect(1), ben = connect(2);
    rooms.enter(anna->connection, group, session, start);
    EXPECT_EQ(since(1), std::nullopt);
    EXPECT_EQ(since(2), start) << "since the room was opened";
    rooms.enter(ben->connection, group, session, start + std::chrono::seconds(1));
    EXPECT_EQ(since(2), std::nullopt);
    rooms.lose(*ben->connection, start + std::chrono::seconds(2));
    rooms.tick(start + std::chrono::seconds(90));
    EXPECT_EQ(since(2), start + std::chrono::seconds(2));
    rooms.enter(ben->connection, group, session, start + std::chrono::seconds(91));
    rooms.leave(*ben->connection, group, session, start + std::chrono::seconds(92));
    EXPECT_EQ(since(2), start + std::chrono::seconds(92));
    EXPECT_EQ(rooms.gone_since(other_group, session, id(2)), std::nullopt);
}

TEST_F(RoomsTest, WhoseRightEndsIsOutAtOnce) {
    auto anna = connect(1);
    auto ben = connect(2);
    enter(*anna);
    enter(*ben);
    call(*anna, "toy.withdraw", in_group(R"(,"account":")" + id(2) + '"'));
    settle();
    EXPECT_TRUE(anna->peer.has(people(here(1))));
    ben->peer.frames.clear();
    EXPECT_NE(enter(*ben).find("not_found"), std::string::npos);
    call(*anna, "presence.leave", room());
    EXPECT_EQ(ben->peer.count("presence.changed"), 0u);
}

TEST_F(RoomsTest, OnlyMembersEnter) {
    auto anna = connect(1);
    const auto elsewhere = std::string(R"({"group":")") + other_group + R"(","session":")" + session + "\"}";
    EXPECT_NE(call(*anna, "presence.enter", elsewhere).find("not_found"), std::string::npos);
}

}  // namespace
}  // namespace covision::toy
