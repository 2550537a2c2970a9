// The published examples of each number, the same with its check broken, and other forms.
#include "server/deid/national_ids.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/deid/checksums.hpp"

namespace covision::deid {
namespace {

struct Row {
    const char* name;
    bool (*validator)(std::string_view);
    std::vector<const char*> valid, invalid;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        for (const char* number : row.valid) {
            EXPECT_TRUE(row.validator(number)) << row.name << ' ' << number;
            EXPECT_FALSE(row.validator(std::string(number) + 'Z')) << row.name << ' ' << number << 'Z';
        }
        for (const char* number : row.invalid) EXPECT_FALSE(row.validator(number)) << row.name << ' ' << number;
        for (const char* number : {"", "0", "ABC", "Ä", "000000000000000000"}) {
            EXPECT_FALSE(row.validator(number)) << row.name << ' ' << number;
        }
    }
}

TEST(NationalIds, europe) {
    check({
        {"CHI", chi_number, {"0101701241"}, {"0101701242", "3201701234", "9434765919"}},
        {"AT", svnr_austrian, {"1237010180"}, {"1238010180", "1237320180", "0237010180"}},
        {"PL", pesel, {"44051401359", "02070803628"}, {"44051401358", "44053201359"}},
        {"BE", national_number_belgian, {"85073003328", "17073003384"}, {"85073003329", "85130033285"}},
        {"SE", personnummer, {"8112289874", "198112289874"}, {"8112289873", "8113289874", "178112289874"}},
        {"DK", cpr, {"2110625629"}, {"3210625629", "2113625629", "2110620000"}},
        {"NO", fodselsnummer, {"15108695088"}, {"15108695089", "15138695088"}},
        {"IS", kennitala, {"1201743399"}, {"1201743389", "3201743399"}},
        {"FI", hetu, {"131052308T"}, {"131052308U", "321052308T"}},
        {"IT", codice_fiscale, {"RSSMRA85T10A562S", "MRTMTT25D09F205Z"}, {"RSSMRA85T10A562T", "RSSMRA85Z10A562S"}},
        {"PT", nif_portuguese, {"123456789", "501964843"}, {"123456788", "023456789"}},
        {"CZ", rodne_cislo, {"7103192745"}, {"7103192746", "7133192745"}},
        {"RO", cnp, {"1630615123457"}, {"1630615123458", "1631315123457"}},
        {"BG", egn, {"7523169263"}, {"7523169262", "7533169263"}},
        {"TR", tckn, {"17291716060"}, {"17291716061", "07291716060"}},
        {"HR", oib, {"33392005961"}, {"33392005962"}},
        {"EE", isikukood, {"36805280109", "33309240064"}, {"36805280108", "96805280109"}},
        {"RS", jmbg, {"0101006500006"}, {"0101006500007", "3201006500006"}},
        {"GR", amka, {"01013099997"}, {"01013099998", "32013099997"}},
    });
}

TEST(NationalIds, letters_at_the_end) {
    for (const char* number : {"6433435F", "6433435OA", "1234567T"}) EXPECT_TRUE(pps(number)) << number;
    for (const char* number : {"6433435G", "6433435OB", "643343F", "6433435F9"}) EXPECT_FALSE(pps(number)) << number;
    for (const char* number : {"123456785", "125319092", "10000013K"}) EXPECT_TRUE(rut(number)) << number;
    for (const char* number : {"123456784", "12345678", "1"}) EXPECT_FALSE(rut(number)) << number;
    for (const char* code : {"DEUTDEFF", "DEUTDEFF500", "NWBKGB2L"}) EXPECT_TRUE(bic(code)) << code;
    for (const char* code : {"ABCDXXEF", "DEUTDEF", "DEUT1EFF", "DEUTDEFF5", "deutdeff"})
        EXPECT_FALSE(bic(code)) << code;
}

TEST(NationalIds, world) {
    check({
        {"CA", social_insurance_canadian, {"130692544"}, {"130692545", "046454286"}},
        {"AU tax", tax_file_australian, {"123456782"}, {"123456783"}},
        {"AU Medicare", medicare_australian, {"2123456701"}, {"2123456711", "1123456701", "2123456700"}},
        {"US Medicare", medicare_american, {"1EG4TE5MK73"}, {"0EG4TE5MK73", "1SG4TE5MK73", "1EGTTE5MK73"}},
        {"NZ", nhi, {"ZZZ0016", "ZZZ00AX"}, {"ZZZ0017", "IZZ0016", "ZZ00016"}},
        {"IN", aadhaar, {"234123412346"}, {"234123412347", "134123412346", "243123412346"}},
        {"IN PAN", pan_indian, {"ACUPA7085R"}, {"ACUXA7085R", "ACUPA0000R", "ACUPA70855"}},
        {"BR", cpf, {"52998224725"}, {"52998224726", "11111111111"}},
        {"CN", resident_chinese, {"11010519491231002X"}, {"110105194912310021", "11010519491331002X"}},
        {"KR", resident_korean, {"9710131019902"}, {"9713131019902", "9710139019902"}},
        {"ZA", identity_south_african, {"8001015009087"}, {"8001015009088", "8001015009287"}},
        {"SG", nric, {"S1234567D"}, {"S1234567E", "A1234567D"}},
        {"HK", hkid, {"A1234563", "AB9876543"}, {"A1234564", "A123456"}},
        {"MX", curp, {"BOXW310820HNERXN09"}, {"BOXW310820HNERXN08", "BOXW311320HNERXN09"}},
        {"AR", cuit, {"20055361682"}, {"20055361683", "90055361682"}},
        {"IL", teudat_zehut, {"123456782"}, {"123456783"}},
        {"MY", identity_malaysian, {"770305021234"}, {"771305021234"}},
    });
}

TEST(NationalIds, things) {
    check({
        {"VIN", vin, {"1M8GDM9AXKP042788"}, {"1M8GDM9A1KP042788", "1M8GDM9AXKPO42788"}},
        {"IMEI", imei, {"490154203237518"}, {"490154203237519", "090154203237518"}},
        {"NPI", npi, {"1234567893"}, {"1234567894", "3234567893"}},
        {"DEA", dea, {"AB1234563", "F91234563"}, {"AB1234564", "1B1234563"}},
        {"DVLA", driver_british, {"MORGA657054SM9IJ", "LEE99601019AB8CD"}, {"MORGA697054SM9IJ", "MO9GA657054SM9IJ"}},
    });
    EXPECT_TRUE(vin_form("WVWZZZ1JZXW000001"));
    EXPECT_FALSE(vin_form("ABCDEFGHJKLMNPRST"));
}

}  // namespace
}  // namespace covision::deid
