// Days in figures, door codes, extensions, batch numbers: short numbers that only their surroundings tell.
#include <gtest/gtest.h>

#include "tests/deid/support.hpp"

namespace covision::deid {
namespace {

TEST(ShortForms, days_in_figures) {
    check({{"On 3/6 she was weaned.", {"DATE! 3/6"}},
           {"RTC 4/18.", {"DATE! 4/18"}},
           {"She wants it by 25th. On the 14th he fell.", {"DATE? 25th", "DATE? 14th"}},
           {"Hausbesuch am Di 12.4., DOLS exp 31.08.", {"DATE! 12.4.", "DATE! 31.08."}},
           {"LMP 4/26, no bleeding", {"DATE! 4/26"}},
           {"F/u 10/4 at 2pm", {"DATE! 10/4"}},
           {"since 4/7", {"DATE! 4/7"}},
           {"seen on 30/9 and 7/10", {"DATE! 30/9", "DATE! 7/10"}},
           {"Seen 8.14.2019 in clinic.", {"DATE! 8.14.2019"}},
           {"DOB 14 08 1951", {"DATE! 14 08 1951"}},
           {"14Aug2019, again Aug14", {"DATE! 14Aug2019", "DATE! Aug14"}},
           {"born on the seventeenth of May", {"DATE! seventeenth of May"}},
           {"on the twenty-first of June", {"DATE! twenty-first of June"}},
           {"am dreizehnten März", {"DATE! dreizehnten März"}},
           {"im Urlaub (8.7. bis 29.7.)", {"DATE! 8.7.", "DATE! 29.7."}},
           {"vom 14.8.-16.8. in Kur", {"DATE! 14.8.", "DATE! 16.8."}},
           {"on 2003-Sep-14", {"DATE! 2003-Sep-14"}},
           {"Adm 3.14.98 for chest pain", {"DATE! 3.14.98"}},
           {"8-10 September 2014", {"DATE? 8", "DATE! 10 September 2014"}},
           {"14 and 15 March", {"DATE? 14", "DATE! 15 March"}},
           {"March 14 and 15; March 14 and 15 mg", {"DATE! March 14", "DATE? 15", "DATE! March 14"}},
           {"6/3: no show\n6/10 - phone call", {"DATE? 6/3", "DATE? 6/10"}},
           {"homework done by 4/7, h/v 22.01, sonst nett, Verlegung 12.6. nach Passau",
            {"DATE! 22.01", "DATE! 12.6.", "LOCATION? Passau"}},
           {"Kontakt am 5.6. u. 12.6., dann Urlaub.", {"DATE! 5.6.", "DATE! 12.6."}},
           {"Rechnung v. 1.9. bezahlt, Befund d. 3.4. fehlt, hat am 14. Firmung, am 15. Termin war nichts.",
            {"DATE! 1.9.", "DATE! 3.4.", "DATE? 14."}},
           {"Urlaub 1.–14.2. und 25./26.9., in der Nacht vom 2. auf 3.11. war sie wach.",
            {"DATE! 1.–14.2.", "DATE! 25./26.9.", "DATE! 2. auf 3.11."}},
           {"Nachtdienst 30.12./31.12.2024 und 1.3.2025/2.3.2025 ruhig, seit 3. Feber 2025 Spätdienst.",
            {"DATE! 30.12.", "DATE! 31.12.2024", "DATE! 1.3.2025", "DATE! 2.3.2025", "DATE! 3. Feber 2025"}},
           {"Unterbringung läuft ab, XVII 1188/24.", {"ID! XVII 1188/24"}},
           {"Empfehlung: Kontrolle beim Haus, Termin Mo.", {}},
           {"Geboren ist er am 24. XII. 2014, zuletzt hier am 18.VI. und am 4ten Juni.",
            {"DATE! 24. XII. 2014", "DATE! 18.VI.", "DATE! 4ten Juni"}},
           {"Das war im Herbst 22, am Gründonnerstag 2024; im Sommer 24 Grad, Punkt 1. und 2. geklärt, 3. IV. Gabe.",
            {"DATE? Herbst 22", "DATE? Gründonnerstag 2024"}},
           {"Hr. Braun, 93-j., ist gestürzt, Frau Braun (Jg. 1931) nicht, Herr Kurz, 94 J., auch.",
            {"NAME! Braun", "AGE? 93", "NAME! Braun", "AGE? 1931", "NAME! Kurz", "AGE? 94"}},
           {"Siehe Kap. 14.3. und Abb. 13.2. der Satzung, Version 13.4. Sie hat BMI 17.2. Das war am 3. Tag so.", {}},
           {"called 6/3, 6/10, 6/17", {"DATE? 6/3", "DATE? 6/10", "DATE? 6/17"}},
           {"pain 1/10, 4/10, 7/10 and scores 3/5, 4/5, 5/5", {}},
           {"review 3/7, due 1/12, r/v 2/52, RTC 6/12", {}},
           {"session 6/12, visit 3/8, the card expires 09/28", {}},
           {"el 14 de marzo de 2025, le 3 mars, 7 kwietnia 1986, 5 maart, 12 Aralık 2020",
            {"DATE! 14 de marzo de 2025", "DATE! 3 mars", "DATE! 7 kwietnia 1986", "DATE! 5 maart",
             "DATE! 12 Aralık 2020"}},
           {"3 Mars bars, 2 Mayo clinics", {}},
           {"Karfreitag", {}},
           {"her first March without him, the second May", {}}});
}

// A note that writes full dates with slashes means a day by "3/14" where no score can stand.
TEST(ShortForms, days_in_figures_where_the_note_writes_dates_so) {
    check({{"Admitted 03/02/2019. CXR 3/4 clear, labs 3/14.", {"DATE! 03/02/2019", "DATE? 3/4", "DATE? 3/14"}},
           {"DOB 07/19/1951. Fell 11/9, pain 4/10, power 4/5, 2/6 systolic murmur, Percocet 5/325, 24/7, 1/2 tab.",
            {"DATE! 07/19/1951", "DATE? 11/9"}},
           {"Fell 11/9, pain 4/10; scored 11/26, MoCA 22/30, FRAX 14/6, level 5/29", {}}});
}

TEST(ShortForms, codes_that_open_something) {
    check({{"The gate code is 4471.", {"ID! 4471"}},
           {"alarm code: 0912", {"ID! 0912"}},
           {"PIN 0912", {"ID! 0912"}},
           {"Daughter has the key safe 4471.", {"ID! 4471"}},
           {"wristband WB4471, billed J1885 in FY2023", {"ID? WB4471"}},
           {"lost tag HX7719", {"ID? HX7719"}},
           {"my passcode is 533676", {"ID! 533676"}},
           {"code for the front door is 4471", {"ID? 4471"}},
           {"Zugangscode 922069", {"ID! 922069"}},
           {"locker combination 14-32-07", {"ID! 14-32-07"}},
           {"Passwort: Hase33", {"ID! Hase33"}},
           {"CPT code 90837, ICD code 296, code blue, a code of conduct, area code of the heart", {}},
           {"pin removal at 6 weeks, pin 2.0 mm, combination 3 drugs, combination 5/325", {}}});
}

TEST(ShortForms, extensions_batches_and_bare_numbers) {
    check({{"Thank you, x51668", {"PHONE! x51668"}},
           {"pager #51668", {"PHONE! 51668"}},
           {"ext. 4417 or bleep 3312", {"PHONE! 4417", "PHONE! 3312"}},
           {"an interpreter (#902102) was there", {"ID! 902102"}},
           {"Job #: 073761", {"ID! 073761"}},
           {"given in the left arm (lot W00275)", {"ID! W00275"}},
           {"employee id E00431", {"ID! E00431"}},
           {"Unit No: 441-22-90", {"ID! 441-22-90"}},
           {"SSN last four 4412, the last four weeks, the last 4 sessions", {"ID! 4412"}},
           {"Rückruf Fax -44 oder DW 31, App. 2291, Apparat 118.",
            {"PHONE! 44", "PHONE! 31", "PHONE! 2291", "PHONE! 118"}},
           {"App 14 Tage probiert, Funk 112, Fax 2 Seiten.", {}},
           {"tel. 5550144, beeper: 5-1192, DW -4417", {"PHONE! 5550144", "PHONE! 5-1192", "PHONE! 4417"}},
           {"booking PNR X7K2PQ, inmate 12345-067, badge #4471", {"ID! X7K2PQ", "ID! 12345-067", "ID! 4471"}},
           {"booking 4 rooms, confirmation BIAS of 2019, reservation 12", {}},
           {"HRN 16-38-70", {"ID! 16-38-70"}},
           {"pay to 1CqUmDjqNxtcMtRPPpPDEKErqGtuK9uZZ5 today", {"ID! 1CqUmDjqNxtcMtRPPpPDEKErqGtuK9uZZ5"}},
           {"#1 depression, #2 pain, #2020, x1000 magnification, 4x1000 mg, extension 120 degrees, a lot 5000", {}},
           {"#AIDS2014 #RB21281 #90210 follow me please x1435, GBP20000, 10ThingsThatAreAttractive, on twitter 4rest",
            {}},
           {"pT4N2M1, T4N2M1, in 2011 Bremen voted, the bank of 1667-1745, the car for $ 2000 OBO, 85265971236 hours",
            {"LOCATION? Bremen"}},
           {"P 88 BP 132/84, HR 72 RR 14/16, G2P1011, in charge of 12 staff", {}}});
}

TEST(ShortForms, numbers_that_lead_to_nobody) {
    for (const char* text :
         {"1-800-656-4673, (800) 273-8255, 1-800-273-TALK, ever since 9/11, 10000000 times worse",
          "Samaritans on 116 123, Childline 0800 1111, Lifeline 988, the line 0800 111 0 111, text 741741",
          "ISBN 978-3-16-148410-0, ISBN 9783161484100, 9783161484100, EAN 4006381333931, PMID 12345678, NCT01234567",
          "1234567 people, 12345678 Einwohner, SNOMED 73211009, build 20210304, 10-12-14 mg, 3.141592653589793"}) {
        EXPECT_EQ(found(text), Found{}) << text;
    }
    // The check is wrong, yet the author may have meant one.
    check({{"Sample 4111111111111112 here.", {"ID? 4111111111111112"}},
           {"Sample 4111 1111 1111 1112 here.", {"ACCOUNT? 4111 1111 1111 1112"}},
           {"DE89 3704 0044 0532 0130 01 is wrong.", {"ACCOUNT? 3704 0044 0532 0130 01"}},
           {"from A/c 3371 0201 0044 812", {"ACCOUNT! 3371 0201 0044 812"}}});
}

TEST(ShortForms, streets) {
    check(
        {{"will see him at W 40th St", {"LOCATION! W 40th St"}},
         {"Er wohnt im Wohnheim Zum Alten Speicher 5, mit drei anderen.", {"LOCATION! Zum Alten Speicher 5"}},
         {"ul. Długa 44/50 or al. Jerozolimskie 121", {"LOCATION! ul. Długa 44/50", "LOCATION! al. Jerozolimskie 121"}},
         {"Karl Johans gate 12, 0154 Oslo", {"LOCATION! Karl Johans gate 12, 0154 Oslo"}},
         {"4409 Skolvägen 22", {"LOCATION! 4409 Skolvägen 22"}},
         {"Plac Wolności 3, 61-738 Poznań", {"LOCATION! Plac Wolności 3, 61-738 Poznań"}},
         {"İstiklal Cad. No: 78", {"LOCATION! İstiklal Cad. No: 78"}},
         {"Calle 93 # 14-20", {"LOCATION! Calle 93 # 14-20"}},
         {"3 place de la République", {"LOCATION! 3 place de la République"}},
         {"P.O. Box 30123", {"LOCATION! P.O. Box 30123"}},
         {"via Zoom 3 times, took place Friday 3, naproxen bd. Omeprazole 20, the Garden gate 4, Boarding Gate 12", {}},
         {"Er kommt Am Montag 5 Minuten zu spät, Im Mai 5 Mal.", {}}});
}

}  // namespace
}  // namespace covision::deid
