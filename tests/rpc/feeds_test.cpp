// Following a feed: snapshot and what is above it, audiences, resuming, rights that end.
#include "tests/rpc/dispatcher_fixture.hpp"

namespace covision::toy {
namespace {

using FeedsTest = DispatcherTest;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string epoch_of(const std::string& answer) { return answer.substr(answer.find(R"("epoch":")") + 9, 36); }

std::vector<int> numbers(const FakePeer& peer) {
    std::vector<int> all;
    for (const auto& frame : peer.frames)
        if (has(frame, "feed.event")) all.push_back(std::stoi(frame.substr(frame.find(R"("seq":)") + 6)));
    return all;
}

TEST_F(FeedsTest, OnlyTheAudienceSeesAnEventWhole) {  // P-25
    auto anna = connect(1);
    auto ben = connect(2);
    call(*anna, "feed.follow", in_group());
    call(*ben, "feed.follow", in_group());
    call(*anna, "toy.add", word("one", id(1)));
    ASSERT_TRUE(wait_for(*anna, "toy.reacted"));
    ASSERT_TRUE(wait_for(*ben, "toy.reacted"));
    EXPECT_TRUE(anna->peer.has("toy.added"));
    EXPECT_FALSE(ben->peer.has("toy.added"));
    EXPECT_TRUE(ben->peer.has(std::string(R"("params":{"group":")") + group + R"(","seq":1})"));
}

TEST_F(FeedsTest, ResumesBehindANumber) {  // P-26
    auto anna = connect(1);
    const auto start = call(*anna, "feed.follow", in_group());
    for (int i = 0; i < 5; ++i) call(*anna, "toy.add", word("w", i == 1 ? id(2) : ""));
    settle();
    auto ben = connect(1);
    const auto first = call(*ben, "feed.follow", in_group());
    EXPECT_TRUE(has(first, R"("seq":10,"reset":false)")) << first;
    const auto since = [&](int seq) {
        return in_group(R"(,"epoch":")" + epoch_of(first) + R"(","since":)" + std::to_string(seq));
    };
    EXPECT_TRUE(has(call(*ben, "feed.follow", since(2)), R"("seq":10,"reset":false)"));
    EXPECT_EQ(numbers(ben->peer), (std::vector<int>{3, 4, 5, 6, 7, 8, 9, 10}));
    EXPECT_FALSE(has(ben->peer.frames[1], "toy.added"));  // in the past too, only the audience sees it
    call(*ben, "feed.follow", since(10));
    EXPECT_TRUE(numbers(ben->peer).empty());
    EXPECT_TRUE(has(call(*ben, "feed.follow", since(11)), R"("reset":true)"));
    const auto elsewhere = in_group(R"(,"epoch":")" + id(9) + R"(","since":2)");
    EXPECT_TRUE(has(call(*ben, "feed.follow", elsewhere), R"("reset":true)"));
    EXPECT_TRUE(numbers(ben->peer).empty());
    // Where nobody had written, the beginning is the beginning of what came.
    const auto from_nothing = in_group(R"(,"epoch":")" + epoch_of(start) + R"(","since":0)");
    call(*ben, "feed.follow", from_nothing);
    EXPECT_EQ(numbers(ben->peer).size(), 10u);
}

TEST_F(FeedsTest, NothingIsLostOrDoubledWhileOthersWrite) {  // P-24, P-27
    auto writer = connect(1);
    auto reader = connect(2);
    call(*writer, "toy.add", word("w"));
    const auto epoch = epoch_of(call(*reader, "feed.follow", in_group()));
    for (int round = 0; round < 40; ++round) {
        const auto before = reader->peer.frames.size();
        for (int i = 0; i < 3; ++i) send(*writer, id(100 + round * 3 + i), "toy.add", word("w"));
        send(*reader, "again-" + std::to_string(round), "feed.follow",
             in_group(R"(,"epoch":")" + epoch + R"(","since":2)"));
        reply(*reader, "again-" + std::to_string(round));
        // All that this follow delivered, and what came after it, continues without a gap.
        reader->peer.frames.erase(reader->peer.frames.begin(),
                                  reader->peer.frames.begin() + static_cast<std::ptrdiff_t>(before));
        const auto place = reader->peer.place("again-").value();
        reader->peer.frames.erase(reader->peer.frames.begin(),
                                  reader->peer.frames.begin() + static_cast<std::ptrdiff_t>(place) + 1);
        settle();
        const auto got = numbers(reader->peer);
        for (std::size_t i = 0; i < got.size(); ++i) ASSERT_EQ(got[i], static_cast<int>(i) + 3);
        ASSERT_EQ(got.size(), static_cast<std::size_t>((round + 1) * 6));
        reader->peer.frames.clear();
    }
}

TEST_F(FeedsTest, UnfollowEndsIt) {
    auto anna = connect(1);
    call(*anna, "feed.follow", in_group());
    EXPECT_TRUE(has(call(*anna, "feed.unfollow", in_group()), R"("result":{})"));
    call(*anna, "toy.add", word("w"));
    settle();
    EXPECT_TRUE(numbers(anna->peer).empty());
}

TEST_F(FeedsTest, OnesOwnAccountMayBeFollowedAndNobodyElses) {
    auto anna = connect(1);
    EXPECT_TRUE(has(call(*anna, "feed.follow", R"({"group":")" + id(1) + "\"}"), R"("reset":false)"));
    EXPECT_TRUE(has(call(*anna, "feed.follow", R"({"group":")" + id(2) + "\"}"), R"("code":"not_found")"));
}

TEST_F(FeedsTest, WhoseRightEndsGetsNothingOfThatCommitNorWhatWaited) {  // P-32
    auto anna = connect(1);
    auto ben = connect(2);
    auto tab = connect(2);
    for (auto* client : {anna.get(), ben.get(), tab.get()}) call(*client, "feed.follow", in_group());
    ben->peer.held = true;
    call(*anna, "toy.add", word("queued"));
    settle();
    EXPECT_EQ(ben->peer.waiting.size(), 2u);
    call(*anna, "toy.withdraw", in_group(R"(,"account":")" + id(2) + '"'));
    call(*anna, "toy.add", word("after"));
    settle();
    ben->peer.release();
    EXPECT_TRUE(numbers(ben->peer).empty());
    EXPECT_EQ(numbers(tab->peer), (std::vector<int>{1, 2}));
    EXPECT_EQ(ben->peer.closed, 0);
    EXPECT_TRUE(has(call(*ben, "feed.follow", in_group()), R"("code":"not_found")"));
    EXPECT_TRUE(has(call(*ben, "time.now", "{}"), "result"));
}

TEST_F(FeedsTest, ARightThatEndsWhileAFollowIsUnderWayEndsThatToo) {
    auto anna = connect(1);
    for (int round = 2; round < 10; ++round) {
        auto other = connect(round);
        send(*anna, id(50 + round), "toy.withdraw", in_group(R"(,"account":")" + id(round) + '"'));
        send(*other, "follow", "feed.follow", in_group());
        reply(*other, "follow");
        call(*anna, "toy.add", word("after"));
        settle();
        EXPECT_FALSE(other->peer.has("toy.added")) << round;
    }
}

TEST_F(FeedsTest, AnEndedLoginIsClosedAndOnlyThatOne) {
    auto anna = connect(1);
    auto ben = connect(2);
    call(*ben, "feed.follow", in_group());
    send(*anna, id(70), "toy.withdraw", R"({"account":")" + id(2) + R"(","login":")" + id(102) + "\"}");
    send(*anna, id(71), "toy.add", word("after"));
    reply(*anna, id(71));
    settle();
    EXPECT_EQ(ben->peer.closed, 4401);
    EXPECT_TRUE(numbers(ben->peer).empty());
    EXPECT_EQ(anna->peer.closed, 0);
    // One's own: the answer still comes.
    const auto own = call(*anna, "toy.withdraw", R"({"account":")" + id(1) + "\"}");
    EXPECT_TRUE(has(own, R"("result":{})"));
    EXPECT_EQ(anna->peer.closed, 4401);
    EXPECT_EQ(anna->peer.frames.size(), 1u);
}

TEST_F(FeedsTest, ALoginThatEndedByTimeIsFoundOut) {
    auto anna = connect(1);
    auto ben = connect(2);
    storage::Database(house.path).run(sql::sign_out, id(101));
    advance(std::chrono::minutes(6));
    EXPECT_EQ(anna->peer.closed, 4401);
    EXPECT_EQ(ben->peer.closed, 0);
}

struct SmallFeedsTest : DispatcherTest {
    static rpc::Limits small() {
        rpc::Limits limits;
        limits.feeds = 1;
        limits.resume_events = 4;
        return limits;
    }
    SmallFeedsTest() : DispatcherTest(small()) {}
};

TEST_F(SmallFeedsTest, AreBounded) {
    auto anna = connect(1);
    const auto epoch = epoch_of(call(*anna, "feed.follow", in_group()));
    EXPECT_TRUE(has(call(*anna, "feed.follow", R"({"group":")" + id(1) + "\"}"), R"("code":"too_many_feeds")"));
    for (int i = 0; i < 3; ++i) call(*anna, "toy.add", word("w"));
    const auto behind = call(*anna, "feed.follow", in_group(R"(,"epoch":")" + epoch + R"(","since":0)"));
    EXPECT_TRUE(has(behind, R"("reset":true)")) << behind;
}

}  // namespace
}  // namespace covision::toy
