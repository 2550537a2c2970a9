// What is asked about only in a note that is full of identifiers: each row stands alone first, and under a letterhead.
#include <gtest/gtest.h>

#include "tests/deid/support.hpp"

namespace covision::deid {
namespace {

struct Row {
    const char* text;
    Found alone, among;
};

void check_rows(const std::string& letterhead, const std::vector<Row>& rows) {
    const std::size_t head = found(letterhead).size();
    for (const Row& row : rows) {
        EXPECT_EQ(found(row.text), row.alone) << row.text;
        Found both = found(letterhead + row.text);
        ASSERT_GE(both.size(), head) << row.text;
        both.erase(both.begin(), both.begin() + static_cast<std::ptrdiff_t>(head));
        EXPECT_EQ(both, row.among) << row.text;
    }
}

const std::string english = "MRN: 4471-20938\nDOB: 04/17/1948\nDr. Feldman, 317-555-0186\n";
const std::string german = "Patientennummer: 447120938\ngeb. 17.04.1948\nDr. Feldmann, Tel. 0176 55501398\n";

TEST(Likely, capitals_that_nothing_explains) {
    check_rows(english, {{"He was taken to Holy Name with pain.", {}, {"ORG? Holy Name"}},
                         {"Options are home hospice (Pathways) or nothing.", {}, {"ORG? Pathways"}},
                         {"Seen today with SW Okonjo, asleep.", {}, {"NAME? Okonjo"}},
                         {"There is no Babinski, a negative Lachman.", {}, {}},
                         {"Consult at the BMC lab tomorrow.", {}, {"ORG? BMC"}},
                         {"Seen at the ER.", {}, {}},
                         {"Grew up in the west of Ireland, then France.", {}, {}},
                         {"Off sick, so Kwang-su in charge.", {}, {"NAME? Kwang-su"}},
                         {"Next visit soon. Temperance to chase it. Plan to chase it.", {}, {"NAME? Temperance"}},
                         {"Out for tea, housing - Covenant.", {}, {"ORG? Covenant"}}});
    check_rows(
        german,
        {{"Seither Tropfen v. HÄ Warnecke, das hilft.", {}, {"NAME? Warnecke"}},
         {"Danach kam der Nachbar (Wanzke) zu ihr.", {}, {"NAME? Wanzke"}},
         {"Seither bei der Logopädin Krantzow, das hilft.", {}, {"NAME? Krantzow"}},
         {"Ihr Bruder Son ist in Haft.", {}, {"NAME? Son"}},
         {"Das Hospiz Sternenlicht nimmt sie auf.", {}, {"ORG? Sternenlicht"}},
         {"Sie ist im KSW gewesen, dann im MRT.", {}, {"ORG? KSW"}},
         {"Sie mag die Pflegegruppe Termine zu spät. Der Sohn (Ausbildung) kommt.", {}, {}},
         {"Danach ist er in der Lenne ertrunken, sie auf Pellworm.", {}, {"LOCATION? Lenne", "LOCATION? Pellworm"}},
         {"Er stand auf der A7 im Stau, B12 ist normal.", {}, {"LOCATION? A7"}},
         {"Das hat die Löwenapotheke gebracht, die Notapotheke nicht.", {}, {"ORG? Löwenapotheke"}},
         {"Akte liegt bei U. Beetz, Z. n. OP.", {}, {"NAME? U. Beetz"}},
         {"Er legt ihm einen Regenschirm auf den Stapel.", {}, {}}});
}

TEST(Likely, who_spoke_and_who_wrote) {
    check_rows(english, {{"It was read.\nRSE/lm   Job 12", {}, {"NAME? RSE", "NAME? lm"}},
                         {"TR: dq / ab\n", {}, {"NAME? dq", "NAME? ab"}},
                         {"scribe kz\n", {}, {"NAME? kz"}},
                         {"d. wojtowicz rn", {"NAME? wojtowicz"}, {"NAME? d. wojtowicz"}},
                         {"PT/OT seen and the rest of it.", {}, {}},
                         {"T: 5/19/13 mjb", {"DATE! 5/19/13"}, {"DATE! 5/19/13", "NAME? mjb"}},
                         {"C. Sizemore RN/tlw", {"NAME! C. Sizemore"}, {"NAME! C. Sizemore", "NAME? tlw"}},
                         {"That is all.\nga", {}, {"NAME? ga"}}});
}

TEST(Likely, numbers_that_are_kept_for_somebody) {
    check_rows(english,
               {{"Paged bpr 1187 again.", {}, {"ID? 1187"}},
                {"Ring to the safe, envelope 0988 there.", {}, {"ID? 0988"}},
                {"Resident in the back, Rm 114B today.", {}, {"ID? 114B"}},
                {"Ring cut off, bagged #6681.", {}, {"ID? 6681"}},
                {"Seen under H-20771, asleep.", {}, {"ID? H-20771"}},
                {"Please page p33871 at noon.", {}, {"PHONE? p33871"}},
                {"seen tues 16 may p5", {}, {"DATE? 16 may"}},
                {"she took 2 may need more", {}, {}},
                {"All quiet.\n3/12 am. settled, washed.", {}, {"DATE? 3/12"}},
                {"Continue.\nT.M.", {}, {"NAME? T.M"}},
                {"Her last drink was 01-04 at home.", {}, {"DATE? 01-04"}},
                {"Home ~10/16 if well.", {}, {"DATE? 10/16"}},
                {"Ordering: D. Quist, echo.", {"NAME? D. Quist"}, {"NAME? D. Quist"}},
                {"Line out 6/14. Seen again 6/11.", {"DATE? 6/14", "DATE? 6/11"}, {"DATE? 6/14", "DATE? 6/11"}},
                {"BP 120 today, 40mg given.", {}, {}}});
}

TEST(Likely, who_and_where_in_lower_case) {
    check_rows(english, {{"Chaperone kaz (HCA) for the weight.", {}, {"NAME? kaz"}},
                         {"Seen in clinic. Pt blessing okoro, 34F, low mood.", {}, {"NAME? blessing okoro"}},
                         {"He has a walker (new) and pain, 34F.", {}, {}},
                         {"The pastor's wife Comfort sits with him.", {}, {"NAME? Comfort"}},
                         {"Log passed to PC 1183 at night.", {}, {"ID? 1183"}}});
    check_rows(
        "rang 07700 900461. nhs no 943 476 5919. dob 12/03/1961.\n",
        {{"she saw gp mistry. then home. he works at kotter. tea.", {"ORG? kotter"}, {"NAME? mistry", "ORG? kotter"}},
         {"weighed by kaz (hca) today. macca (supervisor) rang. home.", {"NAME? macca"}, {"NAME? kaz", "NAME? macca"}},
         {"bought at greggs. saw the nurse. ate it.", {"ORG? greggs"}, {"ORG? greggs"}}});
}

}  // namespace
}  // namespace covision::deid
