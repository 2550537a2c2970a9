#include "server/deid/checksums.hpp"

#include <gtest/gtest.h>

namespace covision::deid {
namespace {

struct Case {
    const char* number;
    bool valid;
};

void check(bool (*validator)(std::string_view), std::initializer_list<Case> cases) {
    for (const Case& one : cases) EXPECT_EQ(validator(one.number), one.valid) << one.number;
}

TEST(Checksums, card) {
    check(card, {{"4111111111111111", true},
                 {"378282246310005", true},
                 {"5555555555554444", true},
                 {"6011111111111117", true},
                 {"4111111111111112", false},
                 {"0000000000000000", false},
                 {"9111111111111111", false},
                 {"411111111111", false},
                 {"41111111111111111111", false},
                 {"4111a11111111111", false},
                 {"", false}});
}

TEST(Checksums, iban) {
    check(iban, {{"GB82WEST12345698765432", true},
                 {"DE89370400440532013000", true},
                 {"FR1420041010050500013M02606", true},
                 {"NL91ABNA0417164300", true},
                 {"CH9300762011623852957", true},
                 {"DE89370400440532013001", false},
                 {"DE8937040044053201300", false},
                 {"GB82west12345698765432", false},
                 {"DE89 3704 0044 0532 0130 00", false},
                 {"XX", false}});
}

TEST(Checksums, nhs_number) {
    check(nhs_number, {{"9434765919", true},
                       {"4010232137", true},
                       {"9434765918", false},
                       {"1111111111", false},
                       {"943476591", false},
                       {"943476591A", false}});
}

TEST(Checksums, social_security_number) {
    check(social_security_number, {{"123456789", true},
                                   {"001010001", true},
                                   {"899999999", true},
                                   {"000123456", false},
                                   {"666123456", false},
                                   {"900123456", false},
                                   {"123006789", false},
                                   {"123450000", false},
                                   {"12345678", false}});
}

TEST(Checksums, tax_id_german) {
    check(tax_id_german, {{"86095742719", true},
                          {"47036892816", true},
                          {"65929970489", true},
                          {"86095742718", false},
                          {"06095742719", false},
                          {"12345678901", false},
                          {"8609574271", false}});
}

TEST(Checksums, bsn) {
    check(bsn,
          {{"111222333", true}, {"123456782", true}, {"123456789", false}, {"000000000", false}, {"11122233", false}});
}

TEST(Checksums, dni) {
    check(dni, {{"12345678Z", true},
                {"X1234567L", true},
                {"Y1234567X", true},
                {"12345678A", false},
                {"W1234567L", false},
                {"1234567Z", false}});
}

TEST(Checksums, nir) {
    check(nir, {{"185057800608491", true},
                {"255081416802538", true},
                {"185057800608492", false},
                {"385057800608491", false},
                {"18505780060843", false}});
}

TEST(Checksums, ahv) {
    check(ahv, {{"7569217076985", true}, {"7569217076986", false}, {"7559217076985", false}, {"756921707698", false}});
}

TEST(Checksums, german_insurance) {
    check(pension_number_german,
          {{"65170839J003", true}, {"15070649C103", true}, {"65170839J004", false}, {"651708390003", false}});
    check(insurance_number_german,
          {{"A123456780", true}, {"A123456781", false}, {"1123456780", false}, {"A12345678", false}});
}

TEST(Checksums, national_insurance) {
    check(national_insurance, {{"AB123456C", true},
                               {"QQ123456C", false},
                               {"GB123456A", false},
                               {"AB123456E", false},
                               {"AO123456A", false},
                               {"AB12345C", false}});
}

TEST(Checksums, luhn) { check(luhn, {{"0", true}, {"18", true}, {"19", false}, {"", false}, {"79927398713", true}}); }

}  // namespace
}  // namespace covision::deid
