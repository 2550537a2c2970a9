// In a text of terms: what is called after somebody is a thing, and somebody is found by what stands around them.
#include <gtest/gtest.h>

#include <string>

#include "tests/deid/dev_notes.hpp"

namespace covision::deid {
namespace {

const std::string terms =
    "Laparoscopic cholecystectomy, ASA 2, BMI 31. Induction with propofol 180 mg, fentanyl 100 mcg, size 7.0 tube. Hernia "
    "repair, bowel resection 12 cm, anastomosis. Sutures, drain, catheter 14 Ch. Hb 124, CRP 8, Cr 71. Pneumonia, sepsis, "
    "anaemia. Paracetamol 1 g, ondansetron 4 mg. EBL 50 ml. ";

TEST(BareNotes, a_name_that_nothing_speaks_for_is_a_thing) {
    for (const char* text : {"Cut with Stryker saw.",
                             "Cameron erosions x2 at 38 cm.",
                             "Alexis large, then Omnitract.",
                             "24 Fr Robinson to pelvis.",
                             "Brooke eversion 1 cm, Dansac bag.",
                             "Babcock, Kelly and Deaver counted.",
                             "Cold snare by Exacto, retrieved.",
                             "Fluids in Bio-Yoghurt, Level 6.",
                             "Sara Stedy with one.",
                             "Kemp's reproduces the pain.",
                             "Johnston's method x3.",
                             "No Lugol needed.",
                             "Frova tried, not needed.",
                             "Entresto started 24/26.",
                             "Van Nuys does not apply.",
                             "CTG (Huntleigh Sonicaid) typical.",
                             "Siemens Somatom Force, 75 ml.",
                             "Philips Epiq, LVEF 36%.",
                             "Boston bowel prep 3-2-3.",
                             "Seattle biopsies, Paris Is, Vienna category.",
                             "Nottingham grade 2.",
                             "Steady in Trendelenburg 20.",
                             "On hold in Karnovsky fixative.",
                             "Adequate by Banff 2019.",
                             "Clarke's provocative.",
                             "Lester tool positive.",
                             "Creatinine by Cockcroft.",
                             "Coded T04020 M85003.",
                             "Toilet seat (Derby, 4 inch).",
                             "Medical Research Council sum 44.",
                             "Montgomery and Tarasoff came up.",
                             "Ostenil asked, no.",
                             "Salamol prn, Plenvu before.",
                             "Hess to follow.",
                             "Harvey-Bradshaw comes to 4.",
                             "Hapla felt 7 mm.",
                             "Segment of ten centimetres, Limberg 2, MaRIA 9.",
                             "Scheie 2. OCT normal.",
                             "Colles backslab in Gypsona, Velband.",
                             "Kit ref 07268379190, cat. no. 130-093-547.",
                             "CPT 88305, LOINC 44541-3.",
                             "Ajmaline did not unmask it.",
                             "As Steiner describes, a retreat.",
                             "In Racker's sense a part.",
                             "Medical Research Council dyspnoea scale 3.",
                             "New York Heart Association class II.",
                             "As per Royal College of Radiologists guidance.",
                             "Kidney in University of Wisconsin solution.",
                             "Flowtron from Arjo, mattress from Hill-Rom.",
                             "Biopsy in Michel's medium.",
                             "Stored in Belzer at 4 degrees.",
                             "Patient in Fowler's, later in Sims.",
                             "Cells in Giemsa and in Zenker.",
                             "Seen by Macmillan nurse.",
                             "Smith & Nephew Renasys, KCI VAC.",
                             "Tom Smith arthritis, Clutton.",
                             "Placed in Lloyd Davies, then in Lithotomy.",
                             "Hanifin met, EASI 16.",
                             "Style of Boscolo, Cecchin; Stierlin's delegation."}) {
        EXPECT_EQ(found(terms + text), Found{}) << text;
    }
}

TEST(BareNotes, somebody_is_found_by_what_stands_around) {
    struct Row {
        const char *text, *name;
    };
    for (const Row& row : {Row{"Spoke with Castellano about the fall.", "Castellano"},
                           Row{"Reviewed by Okafor.", "Okafor"},
                           Row{"Fiona collapsed in Tesco.", "Fiona"},
                           Row{"Seen in recovery by Thackeray.", "Thackeray"},
                           Row{"Discussed with Marisol (wife).", "Marisol"},
                           Row{"Call to Hussain at the chemist.", "Hussain"},
                           Row{"Changed, d/w Brannigan.", "Brannigan"},
                           Row{"Birth plan by Shona's midwife.", "Shona"},
                           Row{"Her sister Leyla rang.", "Leyla"},
                           Row{"Daughter Rhiannon rings at 16:00.", "Rhiannon"},
                           Row{"Fiona was tearful.", "Fiona"},
                           Row{"Castellano to review tomorrow.", "Castellano"},
                           Row{"Kelly's daughter was present.", "Kelly"},
                           Row{"Brooke started crying.", "Brooke"},
                           Row{"Trainee: Adeyemi to wire access.", "Adeyemi"},
                           Row{"Told Cameron to fast.", "Cameron"},
                           Row{"Geraint, her partner, stayed.", "Geraint"},
                           Row{"A letter from Fiona was read.", "Fiona"},
                           Row{"Handover to Kelly at eight.", "Kelly"},
                           Row{"Bloods taken by Fiona.", "Fiona"},
                           Row{"Alexis wants to go home.", "Alexis"},
                           Row{"Cameron aware.", "Cameron"},
                           Row{"Maria Lopez, day 2, well.", "Maria Lopez"},
                           Row{"Lives with Brooke and a dog.", "Brooke"},
                           Row{"Seen with Mrs. Brandt, who said so.", "Brandt"},
                           Row{"Surgeon: Thackeray.", "Thackeray"},
                           Row{"Kelly phoned.", "Kelly"},
                           Row{"Barrett agreed to this.", "Barrett"},
                           Row{"Cameron said no.", "Cameron"},
                           Row{"Told by Cecchin to wait.", "Cecchin"},
                           Row{"Boscolo rang at six.", "Boscolo"},
                           Row{"Hanifin met with the family.", "Hanifin"},
                           Row{"Tom Smith seen today.", "Tom Smith"},
                           Row{"Nephew Renas rang.", "Renas"},
                           Row{"Priyanka was with her throughout.", "Priyanka"},
                           Row{"Geraint has been giving her pills.", "Geraint"},
                           Row{"As Maria describes it, worse.", "Maria"},
                           Row{"Rhiannon would not agree.", "Rhiannon"},
                           Row{"Castellano was informed.", "Castellano"},
                           Row{"Oyelaran attended for baby.", "Oyelaran"},
                           Row{"Verified by Adeyemi.", "Adeyemi"},
                           Row{"Robinson RN held pressure.", "Robinson"},
                           Row{"Fr Robinson visited.", "Robinson"}}) {
        const Found all = found(terms + row.text);
        const bool named = std::any_of(all.begin(), all.end(), [&row](const std::string& one) {
            return one.substr(0, 4) == "NAME" && one.substr(6) == row.name;
        });
        EXPECT_TRUE(named) << row.text;
    }
    EXPECT_EQ(found(terms + "Her mother came from Dudley at six."), Found{"LOCATION? Dudley"});
    EXPECT_EQ(found(terms + "Since last year in Dudley, alone."), Found{"LOCATION? Dudley"});

    EXPECT_EQ(found(terms + "Daughter works for Royal College of Music."), Found{"ORG? Royal College of Music"});
    EXPECT_EQ(found(terms + "Works at Brannigans as a driver."), Found{"ORG? Brannigans"});
    EXPECT_EQ(found(terms + "Badge T04020 lost."), Found{"ID? T04020"});
    EXPECT_EQ(found(terms + "Kit given, ref 07268379190."), Found{"PHONE! 07268379190"});
    EXPECT_EQ(found(terms + "Coded today, mobile 07700 900123."), Found{"PHONE! 07700 900123"});
}

TEST(BareNotes, a_list_of_first_names_is_one_of_people) {
    const Found all = found(
        "Bed 1 Fiona, D2 lap chole, Hb 112, CRP 40, NBM since six, 125 ml/h. Bed 2 Tomasz, D1 hemi, NG out 400 ml, K 3.1, "
        "PCA. Bed 3 Aisha, abscess, IV co-amoxiclav 1.2 g tds, T 38.4, CT 2 pm. Bed 4 Kieran, D5 TKR, INR 2.1, warfarin "
        "3 mg, ROM 0-80, TTO. Bed 5 Rosalind, UTI, Na 128, 1.5 l restriction, AMT 4.");
    EXPECT_EQ(all, (Found{"NAME! Fiona", "NAME! Tomasz", "NAME! Aisha", "NAME! Kieran", "NAME! Rosalind"}));
}

}  // namespace
}  // namespace covision::deid
