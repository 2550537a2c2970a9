// The frame codec alone: RFC 6455, in one piece and byte by byte.
#include "server/net/frames.hpp"

#include <gtest/gtest.h>

#include "server/net/out_queue.hpp"
#include "tests/support/ws_client.hpp"

namespace covision::net {
namespace {

using support::client_frame;

struct Heard final : FrameReader::Sink {
    bool on_message(std::string_view text) override { return add("m:", text); }
    bool on_ping(std::string_view text) override { return add("ping:", text); }
    bool on_pong() override { return add("pong", ""); }
    bool on_close(std::uint16_t code) override {
        add("close:", std::to_string(code));
        return false;
    }
    bool add(std::string_view kind, std::string_view text) {
        all.append(all.empty() ? "" : " ").append(kind).append(text);
        return true;
    }
    std::string all;
};

// What is heard, or the code of the fault; the same in one piece and byte by byte.
std::string outcome(const std::string& bytes, FrameReader::Limits limits = {200, 4}) {
    std::string first;
    for (const std::size_t piece : {bytes.size(), std::size_t{1}, std::size_t{3}}) {
        FrameReader reader(limits);
        Heard heard;
        std::optional<FrameFault> fault;
        for (std::size_t at = 0; at < bytes.size() && !fault; at += piece) {
            auto part = bytes.substr(at, piece);
            fault = reader.feed(part.data(), part.size(), heard);
        }
        auto text = heard.all + (fault ? " fault:" + std::to_string(fault->code) : "");
        if (first.empty()) first = text;
        EXPECT_EQ(text, first) << "in pieces of " << piece;
    }
    return first;
}

TEST(Frames, WholeMessages) {
    EXPECT_EQ(outcome(client_frame(0x81, "hello") + client_frame(0x81, "") + client_frame(0x81, "x")),
              "m:hello m: m:x");
    const std::string long_text(150, 'a');
    EXPECT_EQ(outcome(client_frame(0x81, long_text)), "m:" + long_text);
    const std::string longer(70000, 'b');
    EXPECT_EQ(outcome(client_frame(0x81, longer), {100000, 4}), "m:" + longer);
}

TEST(Frames, FragmentsWithControlFramesBetween) {
    EXPECT_EQ(outcome(client_frame(0x01, "he") + client_frame(0x89, "p") + client_frame(0x00, "l") +
                      client_frame(0x8a, "") + client_frame(0x80, "lo")),
              "ping:p pong m:hello");
    // A character may be split between fragments.
    EXPECT_EQ(outcome(client_frame(0x01, "\xc3") + client_frame(0x80, "\xa9")), "m:\xc3\xa9");
}

TEST(Frames, BrokenRules) {
    const std::string error = " fault:1002";
    for (const int first : {0xc1, 0xa1, 0x91, 0x83, 0x87, 0x8b, 0x8f})
        EXPECT_EQ(outcome(client_frame(first, "x")), error);
    EXPECT_EQ(outcome(client_frame(0x81, "x", false)), error);                           // not masked
    EXPECT_EQ(outcome(client_frame(0x80, "x")), error);                                  // nothing to continue
    EXPECT_EQ(outcome(client_frame(0x01, "x") + client_frame(0x81, "y")), error);        // a message in a message
    EXPECT_EQ(outcome(client_frame(0x09, "x")), error);                                  // a ping in fragments
    EXPECT_EQ(outcome(client_frame(0x89, std::string(126, 'x'))), error);                // a long ping
    EXPECT_EQ(outcome(std::string("\x81\xfe\x00\x05\0\0\0\0hello", 13)), error);         // not the shortest length
    EXPECT_EQ(outcome(std::string("\x81\xff\0\0\0\0\0\0\xff\xff\0\0\0\0", 14)), error);  // the same, in eight bytes
    EXPECT_EQ(outcome(std::string("\x81\xff\x80\0\0\0\0\0\0\0\0\0\0\0", 14)), error);    // a negative length
    EXPECT_EQ(outcome(client_frame(0x82, "x")), " fault:1003");                          // binary
}

TEST(Frames, Bounds) {
    EXPECT_EQ(outcome(client_frame(0x81, std::string(200, 'a'))), "m:" + std::string(200, 'a'));
    EXPECT_EQ(outcome(client_frame(0x81, std::string(201, 'a'))), " fault:1009");
    // Seen by its head already: nothing of it is kept.
    EXPECT_EQ(outcome(std::string("\x81\xff\0\0\0\x7f\xff\xff\xff\xff", 10)), " fault:1009");
    EXPECT_EQ(outcome(client_frame(0x01, std::string(120, 'a')) + client_frame(0x80, std::string(81, 'a'))),
              " fault:1009");
    const auto empty = client_frame(0x00, "");
    EXPECT_EQ(outcome(client_frame(0x01, "") + empty + empty + client_frame(0x80, "")), "m:");
    EXPECT_EQ(outcome(client_frame(0x01, "") + empty + empty + empty + empty), " fault:1008");
}

TEST(Frames, Closing) {
    EXPECT_EQ(outcome(client_frame(0x88, "")), "close:0");
    EXPECT_EQ(outcome(client_frame(0x88, std::string("\x03\xe8", 2) + "bye")), "close:1000");
    EXPECT_EQ(outcome(client_frame(0x88, std::string("\x11\x31", 2))), "close:4401");
    EXPECT_EQ(outcome(client_frame(0x88, "x")), " fault:1002");
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 2999, 5000})
        EXPECT_EQ(outcome(client_frame(0x88, std::string{static_cast<char>(code >> 8), static_cast<char>(code & 255)})),
                  " fault:1002")
            << code;
    EXPECT_EQ(outcome(client_frame(0x88, std::string("\x03\xe8\xff", 3))), " fault:1007");
}

TEST(Frames, Utf8) {
    for (const auto* good : {"", "plain ascii, rather long", "\xc3\xa9", "\xed\x9f\xbf", "\xee\x80\x80",
                             "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"})
        EXPECT_TRUE(is_utf8(good)) << good;
    for (const auto* bad : {"\x80", "\xc0\xaf", "\xc1\xbf", "\xc3", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                            "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "eight ok\xff", "\xe2\x82"})
        EXPECT_FALSE(is_utf8(bad));
    EXPECT_EQ(outcome(client_frame(0x81, "\xff")), " fault:1007");
    EXPECT_EQ(outcome(client_frame(0x01, "\xc3") + client_frame(0x80, "x")), " fault:1007");
}

TEST(Frames, HeadsOfOurs) {
    const auto head = [](std::size_t size) {
        const auto made = frame_head(Opcode::text, size);
        return std::string(made.bytes.data(), made.size);
    };
    EXPECT_EQ(head(125), "\x81\x7d");
    EXPECT_EQ(head(126), std::string("\x81\x7e\x00\x7e", 4));
    EXPECT_EQ(head(65536), std::string("\x81\x7f\0\0\0\0\0\x01\0\0", 10));
    EXPECT_EQ(close_frame(1012, "restart"), "\x88\x09\x03\xf4restart");
}

rpc::Frame text(std::string value) { return std::make_shared<const std::string>(std::move(value)); }

std::string drained(OutQueue& queue, std::size_t step) {
    std::string all;
    std::string piece(step, '\0');
    while (!queue.empty()) {
        const auto size = queue.gather(piece.data(), step);
        all += piece.substr(0, size);
        queue.sent(size);
    }
    EXPECT_EQ(queue.bytes(), 0u);
    return all;
}

TEST(OutQueue, LeavesInOrderWhateverTheSteps) {
    for (const std::size_t step : {1U, 2U, 3U, 7U, 100U}) {
        OutQueue queue;
        queue.push(text("raw "));
        queue.push_frame(Opcode::text, text("one"), 1);
        queue.push_frame(Opcode::text, text("two"), 2);
        EXPECT_EQ(queue.bytes(), 14u);
        EXPECT_EQ(drained(queue, step), "raw \x81\x03one\x81\x03two");
    }
}

TEST(OutQueue, DropsByTagButNeverHalfAFrame) {
    OutQueue queue;
    queue.push_frame(Opcode::text, text("one"), 1);
    queue.push_frame(Opcode::text, text("two"), 1);
    queue.push_frame(Opcode::text, text("three"), 2);
    queue.sent(1);  // one's first byte has left
    queue.drop(1);
    EXPECT_EQ(queue.count(), 2u);
    EXPECT_EQ(drained(queue, 3), "\x03one\x81\x05three");
    queue.push_frame(Opcode::text, text("four"), 1);
    queue.drop_all();
    EXPECT_TRUE(queue.empty());
}

}  // namespace
}  // namespace covision::net
