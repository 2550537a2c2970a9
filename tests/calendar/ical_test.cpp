// The text of calendars, line by line; that others' libraries read it the same is shown in tests/e2e.

#include "server/features/calendar/ical.hpp"

#include <gtest/gtest.h>

namespace covision::calendar {
namespace {

Instant at(const char* text) { return parse_rfc3339(text).value(); }

Entry entry(const char* starts, const char* ends) {
    Entry made;
    made.uid = "0190-x@covision";
    made.starts = at(starts);
    made.ends = at(ends);
    made.zone = "Europe/Berlin";
    made.title = "Covision";
    made.changed = at("2026-10-01T08:00:00Z");
    return made;
}

std::string text_of(Entry made, Method method = Method::publish) {
    return to_text({method, "", at("2026-10-02T08:00:00Z"), {std::move(made)}});
}

bool has_line(const std::string& text, const std::string& line) {
    return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

TEST(Ical, AnEntryNamesItsTimeByItsZone) {
    auto made = entry("2026-11-24T15:30:00Z", "2026-11-24T17:00:00Z");
    made.sequence = 3;
    const auto text = text_of(made);
    EXPECT_TRUE(has_line(text, "DTSTART;TZID=Europe/Berlin:20261124T163000")) << text;
    EXPECT_TRUE(has_line(text, "DTEND;TZID=Europe/Berlin:20261124T180000"));
    EXPECT_TRUE(has_line(text, "SEQUENCE:3"));
    EXPECT_TRUE(has_line(text, "STATUS:CONFIRMED"));
    EXPECT_TRUE(has_line(text, "METHOD:PUBLISH"));
    EXPECT_TRUE(has_line(text, "DTSTAMP:20261002T080000Z"));
    EXPECT_TRUE(has_line(text, "LAST-MODIFIED:20261001T080000Z"));
    EXPECT_TRUE(has_line(text, "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"));
    EXPECT_EQ(text.find("freeassociation"), text.npos);
    EXPECT_LT(text.size(), 900u);
}

TEST(Ical, InTheHourThatIsShownTwiceUtcIsClear) {
    // 02:00 to 03:00 in Berlin on 2026-10-25 comes twice, from 00:00Z and from 01:00Z.
    const auto text = text_of(entry("2026-10-25T00:30:00Z", "2026-10-25T02:00:00Z"));
    EXPECT_TRUE(has_line(text, "DTSTART:20261025T003000Z")) << text;
    EXPECT_TRUE(has_line(text, "DTEND;TZID=Europe/Berlin:20261025T030000")) << text;
    EXPECT_TRUE(has_line(text_of(entry("2026-10-24T23:59:00Z", "2026-10-25T01:30:00Z")),
                         "DTSTART;TZID=Europe/Berlin:20261025T015900"));
}

TEST(Ical, TextIsEscapedAndFolded) {
    auto made = entry("2026-11-24T15:30:00Z", "2026-11-24T17:00:00Z");
    made.title = "Dienstag; Grüße, \\ und ein sehr langer Name mit vielen Umlauten: äöüäöüäöüäöüäöüäöüäöüäöüäöüäöü";
    made.description = "Du leitest diese Sitzung.\nDTSTART:20200101T000000Z";
    const auto text = text_of(made);
    EXPECT_TRUE(has_line(text, "DESCRIPTION:Du leitest diese Sitzung.\\nDTSTART:20200101T000000Z")) << text;
    EXPECT_NE(text.find("SUMMARY:Dienstag\\; Grüße\\, \\\\ und"), text.npos);
    std::size_t from = 0;
    for (std::size_t end; (end = text.find("\r\n", from)) != text.npos; from = end + 2) {
        EXPECT_LE(end - from, 75u);
        // No character is cut in two.
        EXPECT_NE(static_cast<unsigned char>(text[from] == ' ' ? text[from + 1] : text[from]) & 0xc0U, 0x80U);
    }
    EXPECT_EQ(from, text.size());
}

TEST(Ical, ALinkAddsNoLines) {
    auto made = entry("2026-11-24T15:30:00Z", "2026-11-24T17:00:00Z");
    made.url = "https://call.example/room";
    EXPECT_TRUE(has_line(text_of(made), "URL:" + made.url));
    made.url += "\r\nATTENDEE:mailto:mallory@example.org";
    EXPECT_EQ(text_of(made).find("ATTENDEE"), std::string::npos);
}

TEST(Ical, AMailsPartNamesBothAndAsksForNoReply) {
    auto made = entry("2026-11-24T15:30:00Z", "2026-11-24T17:00:00Z");
    Parties parties;
    parties.from = "covision@example.org";
    parties.from_name = "Covision";
    parties.to = "ann@example.org";
    parties.to_name = "Ann \"A\";ORG=x\r\nSUMMARY:y";
    parties.coming = true;
    made.parties = parties;
    auto text = text_of(made, Method::request);
    for (std::size_t fold; (fold = text.find("\r\n ")) != text.npos;) text.erase(fold, 3);
    EXPECT_TRUE(has_line(text, "METHOD:REQUEST"));
    EXPECT_TRUE(has_line(text, "ORGANIZER;CN=Covision:mailto:covision@example.org")) << text;
    EXPECT_NE(text.find("RSVP=FALSE:mailto:ann@example.org\r\n"), text.npos) << text;
    EXPECT_NE(text.find("PARTSTAT=ACCEPTED"), text.npos);
    EXPECT_EQ(text.find("\r\nSUMMARY:y"), text.npos) << text;
    made.cancelled = true;
    const auto cancelled = text_of(made, Method::cancel);
    EXPECT_TRUE(has_line(cancelled, "METHOD:CANCEL"));
    EXPECT_TRUE(has_line(cancelled, "STATUS:CANCELLED"));
    EXPECT_TRUE(has_line(cancelled, "UID:0190-x@covision"));
}

}  // namespace
}  // namespace covision::calendar
