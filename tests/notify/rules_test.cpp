// When a mail is tried again, and what a relay's answers mean for it.
#include <gtest/gtest.h>

#include "server/notify/dialogue.hpp"
#include "server/notify/retry.hpp"

namespace covision::notify {
namespace {

using namespace std::chrono_literals;
using Kind = Answer::Kind;

TEST(Retry, DoublesFromOneMinuteToSixHours) {
    SystemRandom random;
    const std::int64_t minutes[] = {1, 2, 4, 8, 16, 32, 64, 128, 256, 288, 288, 288};
    for (int round = 0; round < 200; ++round)
        for (std::int64_t tries = 1; tries <= 12; ++tries) {
            const Micros base = std::chrono::minutes(minutes[tries - 1]), wait = retry_after(tries, random);
            EXPECT_GE(wait, base);
            EXPECT_LE(wait, base * 5 / 4);
        }
    EXPECT_LE(retry_after(1'000'000, random), 6h);
    EXPECT_NE(retry_after(9, random), retry_after(9, random));
    for (int round = 0; round < 200; ++round) EXPECT_LE(rest_after(100, random), 30min);
    EXPECT_GE(rest_after(1, random), 1min);
}

/// Up to and with the answer to the last command of ours.
Answer after(std::initializer_list<const char*> ours, const char* answer, bool handed_over = false) {
    Dialogue dialogue;
    dialogue.heard("220 relay\r\n");
    for (const char* line : ours) {
        dialogue.said(line);
        dialogue.heard("250 Fine\r\n");
    }
    if (handed_over) dialogue.handed_over();
    if (answer != nullptr) dialogue.heard(answer);
    return dialogue.failure("cut");
}

constexpr const char *hello = "EHLO us\r\n", *mail = "MAIL FROM:<a@b.c>\r\n", *rcpt = "RCPT TO:<d@e.f>\r\n",
                     *data = "DATA\r\n";

TEST(Dialogue, OnlyAnAnswerAboutTheMailIsAVerdict) {
    struct Case {
        std::initializer_list<const char*> ours;
        const char* answer;
        Kind kind;
        const char* code;
    };
    for (const Case& one :
         std::initializer_list<Case>{{{}, "554 Go away\r\n", Kind::no_relay, "554"},
                                     {{hello}, "502 What\r\n", Kind::no_relay, "502"},
                                     {{hello, "AUTH PLAIN xyz\r\n"}, "535 5.7.8 No\r\n", Kind::no_relay, "535 5.7.8"},
                                     {{hello, mail}, "550 5.7.1 Not from you\r\n", Kind::no_relay, "550 5.7.1"},
                                     {{hello, mail}, "452 4.3.1 No room\r\n", Kind::no_relay, "452 4.3.1"},
                                     {{hello, mail}, "552 5.3.4 Too big\r\n", Kind::refused, "552 5.3.4"},
                                     {{hello, mail, rcpt}, "550 5.1.1 Nobody\r\n", Kind::refused, "550 5.1.1"},
                                     {{hello, mail, rcpt}, "450 4.2.0 Greylisted\r\n", Kind::later, "450 4.2.0"},
                                     {{hello, mail, rcpt}, "421 4.3.2 Closing\r\n", Kind::no_relay, "421 4.3.2"},
                                     {{hello, mail, rcpt}, "530 5.7.0 Sign in first\r\n", Kind::no_relay, "530 5.7.0"},
                                     {{hello, mail, rcpt, data}, "554 No\r\n", Kind::refused, "554"},
                                     {{hello, mail, rcpt, data}, "451 1.2.3.4.5 is greylisted\r\n", Kind::later, "451"},
                                     {{}, nullptr, Kind::no_relay, "cut"},
                                     {{hello}, nullptr, Kind::no_relay, "cut"},
                                     {{hello, mail}, nullptr, Kind::later, "cut"},
                                     {{hello, mail, rcpt, data}, nullptr, Kind::later, "cut"}}) {
        const auto answer = after(one.ours, one.answer);
        EXPECT_EQ(answer.kind, one.kind) << (one.answer != nullptr ? one.answer : "nothing") << one.ours.size();
        EXPECT_EQ(answer.code, one.code);
        EXPECT_EQ(answer.cut, one.answer == nullptr);
        EXPECT_FALSE(answer.at_relay);
    }
}

TEST(Dialogue, WhatWasHandedOverMayHaveCome) {
    EXPECT_TRUE(after({hello, mail, rcpt, data}, nullptr, true).at_relay);
    // It says that it has not taken it.
    EXPECT_FALSE(after({hello, mail, rcpt, data}, "451 Try again\r\n", true).at_relay);
}

TEST(Dialogue, ReadsTheLastLineOfAnAnswerAndNothingAfterTheGoodbye) {
    Dialogue dialogue;
    dialogue.said(hello);
    dialogue.said(mail);
    dialogue.said(rcpt);
    dialogue.heard("550-5.1.1 There is\r\n");
    EXPECT_FALSE(dialogue.refused());
    dialogue.heard("550 5.1.1 nobody \x1b[2Jhere\r\n");
    dialogue.said("QUIT\r\n");
    dialogue.heard("221 Bye\r\n");
    const auto answer = dialogue.failure("cut");
    EXPECT_EQ(answer.kind, Kind::refused);
    EXPECT_EQ(answer.words, "550 5.1.1 nobody ?[2Jhere");
}

}  // namespace
}  // namespace covision::notify
