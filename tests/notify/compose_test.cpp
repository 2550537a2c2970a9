// Messages as bytes. That others read them back is in delivery.test.mjs.
#include "server/notify/compose.hpp"

#include <gtest/gtest.h>

#include "server/notify/encoding.hpp"

namespace covision::notify {
namespace {

using namespace std::chrono;

const Stamp stamp{{"Covision", "covision@example.org"}, "token", Instant{sys_days{2026y / 11 / 23} + 1h + 47min + 5s}};

Message simple() {
    Message message;
    message.to = "ann@example.org";
    message.to_name = "Ann";
    message.subject = "Covision: Tuesday";
    message.text = "Hello.\n";
    return message;
}

std::string code_of(const Message& message) {
    try {
        compose(message, stamp);
        return "composed";
    } catch (const BadMessage& error) {
        return error.what();
    }
}

TEST(Compose, APlainTextIsOnePart) {
    EXPECT_EQ(compose(simple(), stamp),
              "Date: Mon, 23 Nov 2026 01:47:05 +0000\r\n"
              "From: \"Covision\"\r\n <covision@example.org>\r\n"
              "To: \"Ann\"\r\n <ann@example.org>\r\n"
              "Subject: Covision: Tuesday\r\n"
              "Message-ID: <token@example.org>\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "X-Auto-Response-Suppress: All\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=utf-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "\r\n"
              "Hello.\r\n");
}

TEST(Compose, NothingThatBecomesAFieldMayHoldALineEnd) {
    using namespace std::string_literals;
    for (const auto& end : {"\r\n"s, "\n"s, "\r"s, "\0"s, "\x1b"s, "\x7f"s}) {
        const auto evil = "x" + end + "Bcc: victim@example.org";
        auto message = simple();
        message.subject = evil;
        EXPECT_EQ(code_of(message), "header");
        message = simple();
        message.to_name = evil;
        EXPECT_EQ(code_of(message), "header");
        message = simple();
        message.to = "ann@example.org" + end;
        EXPECT_EQ(code_of(message), "address");
        message = simple();
        message.headers = {{"Content-Language", evil}};
        EXPECT_EQ(code_of(message), "header");
        message.headers = {{"Content-Language:" + end, "de"}};
        EXPECT_EQ(code_of(message), "header");
        message = simple();
        message.calendar = "BEGIN:VCALENDAR\r\n";
        message.method = "REQUEST" + end;
        EXPECT_EQ(code_of(message), "calendar");
        message.method = "REQUEST";
        message.calendar_file = "a.ics\"" + end;
        EXPECT_EQ(code_of(message), "calendar");
    }
}

TEST(Compose, ACalendarAloneIsAttachedAsACalendar) {
    auto message = simple();
    message.calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    message.method = "PUBLISH";
    message.calendar_inside = false;
    message.calendar_file = "dates.ics";
    const auto mail = compose(message, stamp);
    EXPECT_EQ(mail.find("multipart/alternative"), std::string::npos);
    EXPECT_NE(mail.find("Content-Type: text/calendar; charset=utf-8; method=PUBLISH\r\n"), std::string::npos);
    EXPECT_NE(mail.find("Content-Disposition: attachment; filename=\"dates.ics\"\r\n"), std::string::npos);
}

TEST(Encoding, Base64OfEveryLength) {
    // RFC 4648 §10
    EXPECT_EQ(base64_lines(""), "");
    EXPECT_EQ(base64_lines("f"), "Zg==\r\n");
    EXPECT_EQ(base64_lines("fo"), "Zm8=\r\n");
    EXPECT_EQ(base64_lines("foo"), "Zm9v\r\n");
    EXPECT_EQ(base64_lines("foobar"), "Zm9vYmFy\r\n");
    EXPECT_EQ(base64_lines(std::string(60, 'a')).substr(74), "Fh\r\nYWFh\r\n");
}

TEST(Encoding, QuotedPrintableKeepsLinesShortAndTheirEndsVisible) {
    EXPECT_EQ(quoted_printable("a=b\nends in a space \nä\tx\t\r\nlast"),
              "a=3Db\r\nends in a space=20\r\n=C3=A4\tx=09\r\nlast\r\n");
    EXPECT_EQ(quoted_printable("\n\n"), "\r\n\r\n");
    const auto wrapped = quoted_printable(std::string(80, 'x'));
    EXPECT_EQ(wrapped, std::string(75, 'x') + "=\r\n" + std::string(5, 'x') + "\r\n");
    EXPECT_EQ(quoted_printable(std::string(74, 'x') + "ä"), std::string(74, 'x') + "=\r\n=C3=A4\r\n");
}

TEST(Encoding, FieldsAreEncodedWordsThatEndBetweenCharacters) {
    EXPECT_EQ(header_text("Covision: Tuesday 24 November, 16:30"), "Covision: Tuesday 24 November, 16:30");
    EXPECT_EQ(header_text("Grüße"), "=?UTF-8?B?R3LDvMOfZQ==?=");
    // What looks like an encoded word would be read as one.
    EXPECT_EQ(header_text("=?UTF-8?Q?x?="), "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?=");
    std::string euros = "x";
    for (int i = 0; i < 40; ++i) euros += "€";
    const auto words = header_text(euros);
    std::size_t count = 0;
    for (std::size_t at = 0; (at = words.find("=?UTF-8?B?", at)) != std::string::npos; ++at) ++count;
    EXPECT_EQ(count, 4U);
    EXPECT_EQ(words.substr(0, words.find("\r\n ")), "=?UTF-8?B?eOKCrOKCrOKCrOKCrOKCrOKCrOKCrOKCrOKCrOKCrOKCrA==?=");
    EXPECT_EQ(header_phrase("Ann \"the\" \\ One"), R"("Ann \"the\" \\ One")");
}

TEST(Encoding, DatesAreInUtc) {
    EXPECT_EQ(mail_date(Instant{sys_days{2028y / 2 / 29} + 23h + 59min + 59s + 999ms}),
              "Tue, 29 Feb 2028 23:59:59 +0000");
    EXPECT_EQ(mail_date(Instant{sys_days{2026y / 10 / 1}}), "Thu, 1 Oct 2026 00:00:00 +0000");
}

}  // namespace
}  // namespace covision::notify
