// Each kind of identifier in a sentence, and what only looks like one.
#include <gtest/gtest.h>

#include "tests/deid/support.hpp"

namespace covision::deid {
namespace {

using Found = std::vector<std::string>;

struct Case {
    const char* text;
    Found expected;
};

void check(const std::vector<Case>& cases) {
    for (const Case& one : cases) EXPECT_EQ(found(one.text), one.expected) << one.text;
}

TEST(Structured, contact) {
    check({{"Write to anna.k+x@mail.example.co.uk today.", {"EMAIL! anna.k+x@mail.example.co.uk"}},
           {"jürgen (at) beispiel (punkt) de", {"EMAIL! jürgen (at) beispiel (punkt) de"}},
           {"See https://example.org/a?b=c.", {"URL! https://example.org/a?b=c"}},
           {"It was on www.example.com, she said.", {"URL! www.example.com"}},
           {"The page practice-example.com has it.", {"URL! practice-example.com"}},
           {"From 192.168.17.4 at night.", {"IP! 192.168.17.4"}},
           {"Host 2001:db8::ff00:42:8329 answered.", {"IP! 2001:db8::ff00:42:8329"}},
           {"Her insta is @quietriver_88.", {"ID! @quietriver_88"}},
           {"Version 1.2.3 at 10:30:15, ratio 300.1.2.3.", {}}});
}

TEST(Structured, phone) {
    for (const char* number :
         {"07700 900123",     "020 7946 0958",   "+44 20 7946 0958", "+44 (0)20 7946 0958", "0161 496 0000",
          "(555) 234-5678",   "555-234-5678",    "555.234.5678",     "1-800-234-5678",      "+1 555 234 5678",
          "+49 30 1234567",   "0049 30 1234567", "030 / 1234567",    "0171 2345678",        "0761-123456",
          "+41 44 668 18 00", "044 668 18 00",   "06 12 34 56 78",   "+33 6 12 34 56 78",   "612 345 678",
          "06-12345678",      "0412 345 678",    "07700900123",      "+353 87 123 4567"}) {
        EXPECT_EQ(found(std::string("She left ") + number + " for us."), Found{std::string("PHONE! ") + number})
            << number;
    }
    check({{"Call 555-0123 please.", {"PHONE! 555-0123"}},
           {"Tel. 12 34 56", {"PHONE! 12 34 56"}},
           {"Scores 12 15 18 22 27 over 5 weeks.", {}},
           {"Dose 0.5 mg, 10-20 mg, 1,000 mg; 2019-2021; 1 200 300 steps.", {}}});
}

TEST(Structured, numbers) {
    check({{"SSN 123-45-6789.", {"ID! 123-45-6789"}},
           {"Her NHS number is 943 476 5919.", {"ID! 943 476 5919"}},
           {"NHS 9434765919", {"ID! 9434765919"}},
           {"Steuer-ID 86 095 742 719", {"ID! 86 095 742 719"}},
           {"Steuer-ID 86095742719", {"ID! 86095742719"}},
           {"NI AB 12 34 56 C", {"ID! AB 12 34 56 C"}},
           {"DNI 12345678Z", {"ID! 12345678Z"}},
           {"NIR 1 85 05 78 006 084 91", {"ID! 1 85 05 78 006 084 91"}},
           {"AHV 756.9217.0769.85", {"ID! 756.9217.0769.85"}},
           {"RVNR 65 170839 J 003", {"ID! 65 170839 J 003"}},
           {"IBAN DE89 3704 0044 0532 0130 00 bei der Bank", {"ACCOUNT! DE89 3704 0044 0532 0130 00"}},
           {"Card 4111 1111 1111 1111", {"ACCOUNT! 4111 1111 1111 1111"}},
           {"MRN: 4822137", {"ID! 4822137"}},
           {"Patient ID: A-77-314", {"ID! A-77-314"}},
           {"Aktenzeichen 12 F 345/21", {"ID! 12 F 345/21"}},
           {"Fallnummer 2024-00815", {"ID! 2024-00815"}},
           {"Her car, AB12 CDE, was seen.", {"PLATE! AB12 CDE"}},
           {"Das Auto mit dem Kennzeichen HH-AB 1234 stand da.", {"PLATE! HH-AB 1234"}},
           {"Reference 123456789 was given.", {"ID! 123456789"}}});
}

TEST(Structured, dates) {
    for (const char* date : {"14 March", "14th March", "14th of March", "March 14", "March 14th", "March 14, 2025",
                             "14 March 2025", "14 Mar 2025", "Mar 14, 2025", "14/03/2025", "14-03-2025", "03/14/2025",
                             "2025-03-14", "14.03.2025", "14.3.25", "14-Mar-2025"}) {
        EXPECT_EQ(found(std::string("We met on ") + date + "; it went well."), Found{std::string("DATE! ") + date})
            << date;
    }
    for (const char* date :
         {"14. März", "14. März 2025", "14.03.2025", "14.03.25", "14.03.", "14. Dezember", "1. Mai"}) {
        EXPECT_EQ(found(std::string("Wir haben uns am ") + date + " getroffen."), Found{std::string("DATE! ") + date})
            << date;
    }
    check({{"Born at 03:42 in the night.", {"DATE! 03:42"}},
           {"It began in March 2025 or so.", {"DATE? March 2025"}},
           {"on the 14th, she left", {"DATE? 14th"}},
           {"on the 5th session we met", {}},
           {"In March and on Monday; at Christmas; in 2019; since 1998.", {}},
           {"4/7 2/52 6/12, 120/80, 5/5, 18/27, 24/7 and 50/50.", {}},
           {"She may 3 times refuse; march 4 miles.", {}},
           {"Meeting at 14:30, 10-12 weeks, 1.5 mg, chapter 3.2.", {}}});
}

TEST(Structured, ages) {
    check({{"She is 93 years old.", {"AGE? 93"}},
           {"A 95-year-old man.", {"AGE? 95-year-old"}},
           {"aged 91", {"AGE? 91"}},
           {"Er ist 92 Jahre alt.", {"AGE? 92"}},
           {"Die 97-jährige Frau schläft.", {"AGE? 97-jährige"}},
           {"She is 34, over 90 years old at heart, weighs 95 kg; 99 % sure.", {}},
           {"A 45-year-old woman, aged 45.", {}}});
}

TEST(Structured, addresses) {
    check({{"She moved to 12 Oak Street last year.", {"LOCATION! 12 Oak Street"}},
           {"at 221B Baker Street, London NW1 6XE.", {"LOCATION! 221B Baker Street, London NW1 6XE"}},
           {"742 Evergreen Terrace, Springfield, IL 62704", {"LOCATION! 742 Evergreen Terrace, Springfield, IL 62704"}},
           {"Sie wohnt in der Hauptstraße 12, 79098 Freiburg.", {"LOCATION! Hauptstraße 12, 79098 Freiburg"}},
           {"Goethestr. 5a", {"LOCATION! Goethestr. 5a"}},
           {"Er wohnt in der Berliner Straße 12.", {"LOCATION! Berliner Straße 12"}},
           {"Kerkstraat 31", {"LOCATION! Kerkstraat 31"}},
           {"12 rue de la Paix", {"LOCATION! 12 rue de la Paix"}},
           {"the postcode SW1A 1AA", {"LOCATION! SW1A 1AA"}},
           {"80331 München", {"LOCATION! 80331 München"}},
           {"PO Box 4471", {"LOCATION! PO Box 4471"}},
           {"on the street, down the road, a long way, 3 place settings", {}},
           {"auf der Straße, Weg 3, ein langer Weg", {}}});
}

}  // namespace
}  // namespace covision::deid
