// Each kind of identifier in a sentence, and what only looks like one.
#include <gtest/gtest.h>

#include "tests/deid/support.hpp"

namespace covision::deid {
namespace {

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
          "06-12345678",      "0176 2395 4410",  "0412 345 678",     "07700900123",         "+353 87 123 4567"}) {
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

// One of each country, as people write it, with the word before it where the number alone says too little.
TEST(Structured, numbers_of_many_countries) {
    for (const char* number : {"CHI {0101701241}",
                               "NHS no {943 476 5919}",
                               "NI number {QQ 12 34 56 C}",
                               "PPS {6433435F}",
                               "SIN {130 692 544}",
                               "TFN {123 456 782}",
                               "Medicare {2123 45670 1}",
                               "MBI {1EG4-TE5-MK73}",
                               "NHI {ZZZ0016}",
                               "Aadhaar {2341 2341 2346}",
                               "PAN {ACUPA7085R}",
                               "BSN {111222333}",
                               "NIR {2 55 08 14 168 025 38}",
                               "DNI {12345678-Z}",
                               "NIE {X-1234567-L}",
                               "the codice fiscale {RSSMRA85T10A562S}",
                               "{86 095 742 719}",
                               "KVNR {A123456780}",
                               "RVNR {65 170839 J 003}",
                               "{756.9217.0769.85}",
                               "SVNR {1237 010180}",
                               "PESEL {44051401359}",
                               "{85.07.30-033.28}",
                               "{811228-9874}",
                               "CPR {211062-5629}",
                               "{151086 95088}",
                               "hetu {131052-308T}",
                               "{710319/2745}",
                               "{529.982.247-25}",
                               "{910131-1234567}",
                               "{800101 5009 087}",
                               "{770305-02-1234}",
                               "{12.345.678-5}",
                               "{20-05536168-2}",
                               "{35202-1187745-3}",
                               "{912-84-1234}",
                               "{784-1990-1234567-1}",
                               "{1-2345-67890-12-1}",
                               "{900.123.456-7}",
                               "NRIC {S1234567D}",
                               "{11010519491231002X}",
                               "{BOXW310820HNERXN09}",
                               "VIN {1M8GDM9AXKP042788}",
                               "{MORGA657054SM9IJ}",
                               "IMEI {49 015420 323751 8}",
                               "Steuernummer {181/815/08155}",
                               "passport {C4J7KX92M}",
                               "Reisepass Nr. {C01X00T47}",
                               "Sie steht auf der Warteliste Nr. {0417}",
                               "permit {D1234567}",
                               "MRN {48-22137}",
                               "Az. {12 F 345/21}",
                               "{7 Ls 420 Js 31877/23}",
                               "case no. {2024-00815}",
                               "Gesch.-Nr. {XVII 88/24}",
                               "policy {XLH 0009 4417 226}",
                               "HSN {418 227 905}",
                               "(Nr. {C4J7KX92M})",
                               "prisoner {A4471EK}",
                               "{GFI-XI-0327}",
                               "ref {FH/MCQ/20391}",
                               "file {4.2-7781/22}",
                               "FIR no. {614/22}",
                               "Lic. # {K441 207 882}"}) {
        std::string text(number);
        const std::size_t open = text.find('{'), close = text.find('}');
        const std::string wanted = text.substr(open + 1, close - open - 1);
        text.erase(close, 1).erase(open, 1);
        EXPECT_EQ(found("it says " + text + " on the form"), Found{"ID! " + wanted}) << number;
    }
}

TEST(Structured, plates_handles_and_networks) {
    check({{"reg 151-LM-2207", {"PLATE! 151-LM-2207"}},
           {"Kennzeichen W-12345 A", {"PLATE! W-12345 A"}},
           {"Kennzeichen ZH 123456", {"PLATE! ZH 123456"}},
           {"license plate 7KLM492", {"PLATE! 7KLM492"}},
           {"The plate AB-123-CD.", {"PLATE! AB-123-CD"}},
           {"vehicle MH 31 EK 4471", {"PLATE! MH 31 EK 4471"}},
           {"matrícula 1234 BCD", {"PLATE! 1234 BCD"}},
           {"kenteken 12-ABC-3", {"PLATE! 12-ABC-3"}},
           {"stood there, M-AB 1234, all night", {"PLATE! M-AB 1234"}},
           {"on insta: quiet_river88", {"ID! quiet_river88"}},
           {"@anna.k_04 wrote", {"ID! @anna.k_04"}},
           {"MAC 00-1A-2B-3C-4D-5E", {"IP! 00-1A-2B-3C-4D-5E"}},
           {"MAC 00:1a:2b:3c:4d:5e", {"IP! 00:1a:2b:3c:4d:5e"}},
           {"BIC DEUTDEFF500, sort code 20-48-19", {"ACCOUNT! DEUTDEFF500", "ACCOUNT! 20-48-19"}},
           {"the card ends 4417", {"ACCOUNT! 4417"}}});
}

// What notes are full of and nobody is known by.
TEST(Structured, look_alikes) {
    for (const char* text :
         {"4/7 2/52 6/12, 120/80, 5/5, PHQ-9 18/27, GAD-7 9/21, MoCA 24/30, 10/10 pain, 24/7, 50/50, 16/8 fasting",
          "quetiapine 100 200 300 mg, 1000mg, 5000IU, 0.5 ml, 20-40 mg, 2 x 500, 75mcg/h, 1,000 mg, lithium 0.82",
          "F32.1, F43.10, G40.2, ICD-10, DSM-5-TR, DSM-IV 296.33, 6A70.1, Z63.0, CYP2D6, 5-HT2A, SCL-90-R, HAM-D 12",
          "p. 112, pp. 34-38, chapter 3.2, section 4.1.2, para 12, Figure 7, table 2, slides 10-12, 3rd ed.",
          "TSH 2.41, HbA1c 48, eGFR 88, Na 139, K 4.2, Hb 13.5, CRP <5, BMI 17.9, 62 kg, 168 cm, 38.5 C, sats 98%",
          "10:30, 9.15 am, 14:00-15:30, 50 min, 3 x weekly, 45-60 minutes, 1:1, 2:1 staffing, ratio 1:4, 06:00",
          "since 2019, 2019-2021, in the 90s, 1990s, the 5th session, 3rd trimester, 26/40, G3P0+2, T 98.4",
          "GAF 55, CGI 4, HoNOS 12, BDI-II 27, PCL-5 55, AUDIT 18, CORE-10 21, Y-BOCS 19, WAIS 112, IQ 84-91",
          "Sitzung 12 von 25, 3 Stunden, 12,5 mg, 1-0-1-0, 2/3 der Zeit, 50 %, GdB 60, Pflegegrad 3, § 35 BtMG",
          "500 euros, $1200, 30k a year, 2 000 steps, 10 000 steps, room 12, ward 7, bus 42, year 9, level 3"}) {
        EXPECT_EQ(found(text), Found{}) << text;
    }
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
           {"Her mother, Ingrid, is 91 and lives with them.", {"NAME! Ingrid", "AGE? 91"}},
           {"At 103, she lives alone. At 45, she left.", {"AGE? 103"}},
           {"Er ist 92 Jahre alt.", {"AGE? 92"}},
           {"Mrs Doyle 94, frail.", {"NAME! Doyle", "AGE? 94"}},
           {"Mr Finch 91 \u2014 day 2", {"NAME! Finch", "AGE? 91"}},
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
    EXPECT_EQ(left_to_replace("a walk down Memory Lane, on Wall Street, out of Sesame Street"), Found{});
}

}  // namespace
}  // namespace covision::deid
