// Short notes in the register of practice, with what must be found in them, and notes in which nothing may be found.
#include <gtest/gtest.h>

#include "tests/deid/support.hpp"

namespace covision::deid {
namespace {

TEST(Notes, english) {
    const std::vector<Case> cases = {
        {"Anna is 34 and lives in Bradford with her sister Marta. On 14 March she told Dr Miller that Tom, her partner, "
         "had moved out. Anna's sleep is poor since.",
         {"NAME! Anna", "LOCATION? Bradford", "NAME! Marta", "DATE! 14 March", "NAME! Miller", "NAME! Tom",
          "NAME! Anna"}},
        {"ct came late again. my sister sarah called, she said. mrs patel from the surgery rang on 07700 900123.",
         {"NAME! sarah", "NAME! patel", "PHONE! 07700 900123"}},
        {"I saw Will yesterday; Will was calm. Grace said that the will to change matters. Mark told her no.",
         {"NAME? Will", "NAME? Will", "NAME! Grace", "NAME! Mark"}},
        {"He works at Tesco and his daughter goes to Oakwood Primary School. His wife studied at the University of Leeds.",
         {"ORG? Tesco", "ORG? Oakwood Primary School", "ORG? University of Leeds"}},
        {"Client: Xiomara Quispe, seen with her son Diego (7).", {"NAME! Xiomara Quispe", "NAME! Diego"}},
        {"Dear Priya,\nthank you for the referral.\n\nKind regards,\nSusan O'Neill",
         {"NAME! Priya", "NAME! Susan O'Neill"}},
        {"She is the daughter of the mayor and the only midwife in the valley.",
         {"PROFESSION? mayor", "RARE? the only midwife in the valley"}},
    };
    for (const Case& one : cases) EXPECT_EQ(found(one.text), one.expected) << one.text;
}

TEST(Notes, german) {
    const std::vector<Case> cases = {
        {"Frau Schmidt (42) berichtet, dass ihr Mann Thomas am 14. März 2025 ausgezogen ist. Anna, ihre Tochter, besucht "
         "das Goethe-Gymnasium in Freiburg.",
         {"NAME! Schmidt", "NAME! Thomas", "DATE! 14. März 2025", "NAME! Anna", "ORG? Goethe-Gymnasium",
          "LOCATION? Freiburg"}},
        {"Hr. Özdemir wurde von Fr. Dr. Weber-Kohl überwiesen. Herrn Özdemirs Bruder Ali wohnt in Köln.",
         {"NAME! Özdemir", "NAME! Weber-Kohl", "NAME! Özdemirs", "NAME! Ali", "LOCATION? Köln"}},
        {"Der Klient heißt Mehmet Yılmaz und arbeitet bei Siemens in München.",
         {"NAME! Mehmet Yılmaz", "ORG? Siemens", "LOCATION? München"}},
        {"Tel. 0761 1234567, wohnhaft Hauptstraße 12, 79098 Freiburg.",
         {"PHONE! 0761 1234567", "LOCATION! Hauptstraße 12, 79098 Freiburg"}},
        {"Herr Koch hat Angst vor dem Wald. Der Koch im Haus hat keine.", {"NAME! Koch", "NAME? Koch"}},
    };
    for (const Case& one : cases) EXPECT_EQ(found(one.text), one.expected) << one.text;
}

TEST(Notes, nothing_to_find) {
    for (
        const char* text : {
            "Mental Status Exam: Patient is alert and oriented x4. Mood low, affect flat. PHQ-9 18/27, GAD-7 12, BP "
            "120/80, power 5/5. Sertraline 50 mg od, quetiapine 25 mg nocte. Review in 2/52, then 6/12. F32.1, ICD-10.",
            "Parkinson's disease in the family. Asperger syndrome was discussed, Rorschach refused, Beck Depression "
            "Inventory 24, Edinburgh Postnatal Depression Scale 9.",
            "She feels hopeless on Mondays and in March. Christmas was hard. CBT and EMDR discussed. Will see again in 2 "
            "weeks. May need a referral to CAMHS. Hope is low. Grace period agreed.",
            "Presenting Problem: Anxiety. Family History: Mother Depressed. Treatment Plan: Weekly Sessions. Patient "
            "Education: Sleep Hygiene. Follow Up: Monday 10:30.",
            "A Muslim woman of 45 from a large family, German and Turkish at home, no longer religious.",
            "He is 89 years old. On the 5th session he brought a drawing. It was 24/7 work, 50/50 with his wife.",
            "Die Klientin wirkt müde und traurig. Am Montag kommt sie wieder. Im März war es schwer, an Weihnachten auch. "
            "Die Mutter hat Depressionen. Der Vater trinkt. Verhaltenstherapie seit 3 Jahren, Sertralin 50 mg, F33.1.",
            "Herr A und Frau B kommen gemeinsam. Das Paar streitet über Geld, Haushalt und Erziehung. Die Sitzung "
            "dauerte 50 Minuten. Nächster Termin in zwei Wochen.",
            "Client A told Partner B that Sister A was ill. Klientin A und Klient B. Frau A sagt nichts. Mrs A called.",
        }) {
        EXPECT_EQ(found(text), Found{}) << text;
    }
}

TEST(Notes, own_words) {
    Policy policy;
    policy.flag = {"Haus Sonnenschein"};
    policy.pass = {"tesco"};
    EXPECT_EQ(found("She works at Tesco, later in the haus sonnenschein.", policy), Found{"ORG! haus sonnenschein"});
}

TEST(Notes, proposals_keep_the_sense) {
    struct Rewrite {
        const char *before, *after;
    };
    for (const Rewrite& one : {
             Rewrite{
                 "Anna met Tom, her partner, on 14 March 2025. Tom left on 4 April 2025. Anna Berg cried.",
                 "Client A met Partner A, her partner, on a day in early spring. Partner A left on a day about three "
                 "weeks later. Client A cried."},
             Rewrite{"Her sister Marta lives in London. Marta is calm.",
                     "Her sister A lives in a large city. Sister A is calm."},
             Rewrite{"His sons Tom and Ben left his mother. Ann cried.",
                     "His sons A and B left his mother. Client A cried."},
             Rewrite{"Her mother-in-law Gladys, her ex-husband Carl and her stepson Leo came. Gladys cried.",
                     "Her mother-in-law A, her ex-husband A and her stepson A came. Mother-in-law A cried."},
             Rewrite{"Er kam mit seiner Gattin Amra. Amra weinte. Die Stiefschwester Jana blieb.",
                     "Er kam mit seiner Gattin A. Gattin A weinte. Die Stiefschwester A blieb."},
             Rewrite{"She said it was the best day. Aunt Bola rang in the evening.",
                     "She said it was the best day. Aunt A rang in the evening."},
             Rewrite{"Text me (07911 123456) or call (089) 1234567.",
                     "Text me (a phone number) or call a phone number."},
             Rewrite{"We met on the 3rd of Feb 2025, and again on the 4th of May 2025.",
                     "We met on the day in late winter, and again on the day about three months later."},
             Rewrite{"She was born on 3 May 1985.", "She was born on a day in the 1980s."},
             Rewrite{"Frau Berg kam am 14. März. Berg weinte.",
                     "Frau A kam am Anfang des Frühlings. Klientin A weinte."},
             Rewrite{"Er arbeitet bei Siemens in München und ist 92 Jahre alt.",
                     "Er arbeitet bei einer Firma in einer Großstadt und ist über 90 Jahre alt."},
             Rewrite{"How do you take a 90 yr old man to a field?",
                     "How do you take a ninety-plus yr old man to a field?"},
             Rewrite{"Patient: Frau Berg, *14.08.1978. Vorstellung 02.09.2023, danach 23.09.2023.",
                     "Patient: Frau A, *in den 1970er-Jahren. Vorstellung Anfang des Herbsts, danach etwa drei Wochen "
                     "später."},
             Rewrite{"We met on 1 March 2024.\n29 March 2024 Anna cried.",
                     "We met on a day in early spring.\nAbout four weeks later Client A cried."},
             Rewrite{"Wir warten auf den 28.08.2024.", "Wir warten auf den späten Sommer."},
             Rewrite{"Der Vater hat einen Kiosk an der Bochumer Straße 112.",
                     "Der Vater hat einen Kiosk an der Straße."},
             Rewrite{"Sie ist eine Restauratorin.", "Sie ist eine Fachkraft im Handwerk."},
             Rewrite{"Her father was posted to Munich by the firm. She cried.",
                     "Her father was posted to a large city by the firm. She cried."},
         }) {
        const std::string once = deid::apply(one.before, detector().scan(one.before));
        EXPECT_EQ(once, one.after);
        EXPECT_EQ(found(once), Found{});
    }
}

// Short forms, nicknames, slips and initials are the same person.
TEST(Notes, a_name_is_found_in_every_form) {
    const std::vector<Case> cases = {
        {"Bastian Fuchs came. Then Basti left, with Bastis brother.",
         {"NAME! Bastian Fuchs", "NAME! Basti", "NAME! Bastis"}},
        {"Please ring before Friday.\nCaoimhe, caoimhe.guidance@school.example",
         {"NAME! Caoimhe", "EMAIL! caoimhe.guidance@school.example"}},
        {"Her husband William rang. Bill cried. Later Wiliam slept.", {"NAME! William", "NAME! Bill", "NAME! Wiliam"}},
        {"her sister Margaret and J. Johnson met Maggie's friend; Jonhson wept.",
         {"NAME! Margaret", "NAME! J. Johnson", "NAME! Maggie", "NAME! Jonhson"}},
    };
    for (const Case& one : cases) EXPECT_EQ(found(one.text), one.expected) << one.text;
    const std::string text = "Her husband William rang. Bill cried. Later Wiliam slept.";
    EXPECT_EQ(deid::apply(text, detector().scan(text)), "Her husband A rang. Husband A cried. Later Husband A slept.");
}

TEST(Notes, reasons_are_said_in_both_languages) {
    for (const Finding& finding : detector().scan("Anna, SSN 123-45-6789, lives at 12 Oak Street, born 3 May 1985.")) {
        EXPECT_FALSE(reason(finding.reason_code, Language::en).empty());
        EXPECT_NE(reason(finding.reason_code, Language::en), reason(finding.reason_code, Language::de));
        EXPECT_NE(reason(finding.reason_code, Language::en), reason("no such code", Language::en))
            << finding.reason_code;
    }
}

}  // namespace
}  // namespace covision::deid
