// Names by what stands around them: initials, children with their ages, degrees, words that are names; and what has the
// form of a name and is none.
#include "tests/deid/support.hpp"

namespace covision::deid {
namespace {

TEST(Names, initials_are_for_review_unless_they_are_codes) {
    check({
        {"Herr K. spricht wenig, Frau M. weint.", {"NAME? K.", "NAME? M."}},
        {"Mrs K rang again. Nobody answered.", {"NAME? K"}},
        {"T. turned away. She asked why he (T.) was late.", {"NAME? T.", "NAME? T."}},
        // As the proposals write them.
        {"Mr A told Mrs B and her partner C that he was ill.", {}},
        {"Client A cried. Klientin A und Klient B streiten.", {}},
        // No people.
        {"Vitamin D. was low, hepatitis B and plan B were discussed.", {}},
    });
}

TEST(Names, an_initial_keeps_its_person) {
    const std::string text = "Mr K. came late. Mr K. was sorry.";
    EXPECT_EQ(deid::apply(text, detector().scan(text)), "Mr A came late. Mr A was sorry.");
}

TEST(Names, in_rows_and_with_degrees) {
    check({
        {"ch: Tobi 11 Temi 8 Ife 3.", {"NAME? Tobi", "NAME? Temi", "NAME? Ife"}},
        {"Na 139, K 4, Cl 98, Urea 5.", {}},
        {"Cleared to go. F. Ostrowski MD", {"NAME! F. Ostrowski"}},
        {"ich bring die omi winter mit. sie mag das. es geht ihr gut. so ist es.", {"NAME? winter"}},
        {"Grant came twice. His wife saw Grant there. Grant emails her daily.",
         {"NAME! Grant", "NAME! Grant", "NAME? Grant"}},
        {"Will follow. Thank you. Kessler x51668", {"NAME! Kessler", "PHONE! x51668"}},
        {"Given by Osterhagen RN.", {"NAME! Osterhagen"}},
        {"OA Brüggemann sah ihn, Diakon Weigl auch, Herrn Özdemirs Bruder Ali nicht.",
         {"NAME! Brüggemann", "NAME! Weigl", "NAME! Özdemirs", "NAME! Ali"}},
    });
}

TEST(Names, doses_citations_and_german_words_are_none) {
    check({
        {"On Telma 40 OD and Madopar 62.5 mg since the spring.", {}},
        {"Explain Pain (Butler & Moseley) was given to her.", {}},
        {"ich soll sie dazuhole, sagt er. er will aufhörn. es geht nicht. so ist es.", {}},
        {"Kleinstadt", {}},
        {"Festgefahren", {}},
        {"Dieser Tausch geht nicht mehr. Dieser Tausch war so nicht gedacht.", {}},
    });
}

// What people are called in Germany, Austria and Switzerland, also those who came from elsewhere, and who is named
// after a short form.
TEST(Names, of_german_notes) {
    check({
        {"Danach hat Gesche mit Zbyszek telefoniert, Schorsch und Vreni waren nicht dabei.",
         {"NAME! Gesche", "NAME! Zbyszek", "NAME! Schorsch", "NAME! Vreni"}},
        {"Joerg kam nicht, die kleine Hatice weinte.", {"NAME! Joerg", "NAME! Hatice"}},
        {"gestern rief gundula an. sie kommt nicht. es geht ihr gut. so ist es.", {"NAME! gundula"}},
        {"Danach OÄ Finkbeiner informiert, Ri Sauerwein ruft an.", {"NAME! Finkbeiner", "NAME! Sauerwein"}},
        {"Die Verhandlung war vor StRin Obermayr und KHK Prechtl.", {"NAME! Obermayr", "NAME! Prechtl"}},
        {"Gespräch mit Fam. Pietsch und dem Ehepaar Haberkorn.", {"NAME! Pietsch", "NAME! Haberkorn"}},
        {"Im Sport bei Hr. Will läuft es, sagt Frau Bräutigam am Montag.", {"NAME! Will", "NAME! Bräutigam"}},
        {"Seine Frau Angst vor Nähe, die Frau Hilfe braucht.", {}},
        // No names: what is practised, shortened or only a noun.
        {"Die Familie Termin verschoben. Punkt Absatz Komma.", {}},
    });
}

// Instruments are called after people.
TEST(Names, instruments_are_none) {
    EXPECT_EQ(
        left_to_replace("Caspar pins were placed. Drains: Jackson-Pratt x1. A St. Jude 23-mm valve. Bruce protocol."),
        Found{});
    check({
        {"A Carter-Thomason device, a Hasson cannula and Gelpi retractors; Vicryl, Mastisol and Ligaclip.", {}},
        {"The triangle of Calot was dissected, the view of Strasberg obtained, clips placed, skin with Monocryl.", {}},
        {"Braden 21, Morse: 35, Columbia low risk.", {}},
        {"Zugang nach Henry, Naht nach Donati, Kirschner-Drähte, Redon-Drainage.", {}},
        {"Concor COR 2,5 und Jardiance 10 weiter, Ramilich 5, Vomex supp, Otovowen, Kytta b. Bed.", {}},
        {"The pump was seen by Dr. A. Intra-aortic balloon. All was well. Post-prandial rest.", {}},
        {"Braden said so. Dr. L. Strasberg came.", {"NAME! Braden", "NAME! L. Strasberg"}},
    });
    EXPECT_EQ(left_to_replace("Caspar was placed with us, Jude is 23."), (Found{"NAME! Caspar", "NAME! Jude"}));
}

// What somebody has is called after somebody else; what they own is not.
TEST(Names, an_illness_by_its_name_alone) {
    for (const char* text : {"She has Addison's and takes hydrocortisone.", "Known Barrett's on PPI, PMH: Addison's.",
                             "Der nächste Termin ist am Di, 9 Uhr."})
        EXPECT_EQ(found(text), Found{}) << text;
    EXPECT_EQ(found("Addison's mother came."), Found{"NAME! Addison"});
}

}  // namespace
}  // namespace covision::deid
