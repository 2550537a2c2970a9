// What may identify without being a name or a number, what only looks so, and how strict a group may be about it.
#include <gtest/gtest.h>

#include "tests/deid/support.hpp"

namespace covision::deid {
namespace {

TEST(Review, jobs_and_offices) {
    check({{"She is a lighthouse keeper like her mother.", {"PROFESSION? lighthouse keeper"}},
           {"He trained as a falconer.", {"PROFESSION? falconer"}},
           {"Sie ist Geigenbauerin, ihr Mann Hufschmied.", {"PROFESSION? Geigenbauerin", "PROFESSION? Hufschmied"}},
           {"The mayor came, and a High Court judge.", {"PROFESSION? mayor", "PROFESSION? High Court judge"}},
           {"Er ist Landtagsabgeordneter.", {"PROFESSION? Landtagsabgeordneter"}},
           {"He is an MP. MP neg, RVS neg.", {"PROFESSION? MP"}},
           {"A teacher, a nurse and a plumber. Lehrerin, Pfleger, Koch.", {}}});
}

TEST(Review, employers_by_their_letters) {
    check({{"His wife works at MHH, her son a librarian at the ZKFM.", {"ORG? MHH", "ORG? ZKFM"}},
           {"Ihr Bruder ist Arzt an der MHH, früher war sie Bibliothekarin an der FUZB.", {"ORG? MHH", "ORG? FUZB"}},
           {"He is a bus driver for Go North East.", {"ORG? Go North East"}},
           {"She works at the ICU, then for the NHS, and in HR. Er arbeitet bei der KJP.", {}}});
}

TEST(Review, illnesses_families_and_news) {
    check(
        {{"She has stiff person syndrome.", {"RARE? stiff person syndrome"}},
         {"Sein Sohn hat das Sanfilippo-Syndrom.", {"RARE? Sanfilippo-Syndrom"}},
         {"Er hat ALS, älter als sie.", {"RARE? ALS"}},
         {"They have triplets.", {"RARE? triplets"}},
         {"Mutter von Drillingen.", {"RARE? Drillingen"}},
         {"She is one of eleven children.", {"RARE? eleven"}},
         {"It was in the papers.", {"RARE? in the papers"}},
         {"Das stand damals in der Zeitung.", {"RARE? in der Zeitung"}},
         {"Depression, asthma, cancer, Down syndrome, Parkinson's disease, twins, three children, a newspaper.", {}}});
}

TEST(Review, the_only_one) {
    check({{"the only midwife in the valley", {"RARE? the only midwife in the valley"}},
           {"die einzige Hebamme im Dorf", {"RARE? die einzige Hebamme im Dorf"}},
           {"He is one of only four pilots.", {"RARE? one of only four pilots"}},
           {"the only thing in my life, the only one in the family, the only time in weeks, die einzige Sache im Leben",
            {}},
           {"it only works for some in the valley, who only came in the evening, we only met at Easter", {}}});
}

TEST(Review, direct_speech_of_more_than_twelve_words) {
    const std::string long_one = "I wanted him to come home and he never did and so I left";
    for (const char* pair : {"\"|\"", "“|”", "„|“", "»|«", "«|»", "'|'", "‚|‘", "‘|’"}) {
        const std::string_view both(pair);
        const std::size_t bar = both.find('|');
        const std::string quote = std::string(both.substr(0, bar)) + long_one + std::string(both.substr(bar + 1));
        EXPECT_EQ(found("She said " + quote + " and wept."), Found{"RARE? " + quote}) << pair;
    }
    check(
        {{"She said \"I wanted him to come home\" and wept.", {}},
         {"It's the boys' room and the girls' room and that is how they like it in the end, isn't it.", {}},
         {"He said \"no.\n\nThen the paragraph went on for quite a while without any sign that would close it.", {}}});
}

TEST(Review, a_long_quotation_with_a_certain_finding_keeps_its_review) {
    const std::string text =
        "She said \"I told him on 14 March that I will never come to this place again and you know it\" and left.";
    const Found both = {"DATE! 14 March", "RARE? that I will never come to this place again and you know it"};
    EXPECT_EQ(found(text), both);
    std::vector<Finding> certain = detector().scan(text);
    EXPECT_EQ(found(deid::apply(text, certain)), Found{});
    certain.pop_back();  // only what must be replaced
    const std::string quotation =
        "\"I told him on a day in early spring that I will never come to this place again and "
        "you know it\"";
    EXPECT_EQ(found(deid::apply(text, certain)), Found{"RARE? " + quotation});
}

TEST(Review, age_with_small_place_and_job) {
    check({{"She is 41, lives in Llanwrtyd Wells and works as a butcher.",
            {"LOCATION? Llanwrtyd Wells", "PROFESSION? butcher"}},
           {"She is 41 and works as a butcher.", {}}});
}

TEST(Review, feasts_of_one_year_and_old_ages) {
    check({{"It began at Easter 2024.", {"DATE? Easter 2024"}},
           {"Seit Herbst 2019, in the summer of 2018.", {"DATE? Herbst 2019", "DATE? summer of 2018"}},
           {"Easter was hard, Christmas too, the spring as well. Im Herbst war es besser.", {}},
           {"Her neighbour, 94, and a 92yo man, M/95.", {"AGE? 94", "AGE? 92yo", "AGE? 95"}},
           {"Sie ist vierundneunzig Jahre alt.", {"AGE? vierundneunzig"}},
           {"Score 94, 95 %, BP 99/60, 92 kg, over 90 years old.", {}}});
}

TEST(Review, strict_groups_replace_what_others_may_keep) {
    const std::string text =
        "In March he moved to Bradford. Christmas was hard, since last summer too. He may spring up in May.";
    Policy policy;
    EXPECT_EQ(found(text, policy), Found{"LOCATION? Bradford"});
    policy.strictness = Strictness::strict;
    EXPECT_EQ(found(text, policy), Found{"LOCATION! Bradford"});
    policy.strictness = Strictness::strict_us;
    EXPECT_EQ(found(text, policy),
              (Found{"DATE! In March", "LOCATION! Bradford", "DATE! Christmas", "DATE! last summer", "DATE! in May"}));
    const std::string once = deid::apply(text, detector().scan(text, policy));
    EXPECT_EQ(
        once,
        "Earlier that year he moved to a city. That time of the year was hard, since earlier that year too. He may "
        "spring up earlier that year.");
    EXPECT_EQ(found(once, policy), Found{});
    policy.pass = {"Bradford", "christmas"};
    EXPECT_EQ(found(text, policy), (Found{"DATE! In March", "DATE! last summer", "DATE! in May"}));
}

// A long doubtful finding that gives way to a certain one hides nothing else, and a part of a name or place is not all.
TEST(Review, what_is_beside_a_certain_finding) {
    check({{"DAILY SUPERVISED at Rowlands on Duke Street, since then.", {"ORG? Rowlands", "LOCATION! Duke Street"}},
           {"Detained in Bani Walid 8 months.", {"LOCATION! Bani Walid"}},
           {"Letters go to Flat 2, Leith EH6 7BD.", {"LOCATION! Leith EH6 7BD"}},
           {"Sie arbeitet am Diözesanmuseum.", {"ORG? Diözesanmuseum"}},
           {"Heute kam ein Anruf vom Rothmühler Boten.", {"ORG? Rothmühler Boten"}},
           {"Wir lesen hier die deutsche Zeitung und die Nachrichten.", {}},
           {"Überweisung an die Psychiatrische Dienste Aaretal in der Stadt.", {"ORG? Psychiatrische Dienste Aaretal"}},
           {"Er singt im Chor der Markuskirche.", {"ORG? Markuskirche"}}});
    EXPECT_EQ(found("He wrote \"can you ring Anna on 07700 900229 as he will not pick up to me\" at noon."),
              (Found{"NAME! Anna", "PHONE! 07700 900229"}));
}

}  // namespace
}  // namespace covision::deid
