// Check digits and other rules by which a number shows what it is. `digits` are ASCII digits only unless said
// otherwise.
#pragma once

#include <string_view>

namespace covision::deid {

bool luhn(std::string_view digits);                    // any length; ISO/IEC 7812
bool verhoeff(std::string_view digits);                // any length
bool iso7064_mod11_10(std::string_view digits);        // the last digit is the check
bool card(std::string_view digits);                    // 13–19 digits, known first digits, Luhn
bool iban(std::string_view compact);                   // letters and digits without spaces; ISO 13616, mod 97, lengths
bool nhs_number(std::string_view digits);              // 10 digits, mod 11
bool social_security_number(std::string_view digits);  // US, 9 digits, without the ranges never given out
bool tax_id_german(std::string_view digits);           // 11 digits, ISO 7064 mod 11,10, one digit repeated
bool bsn(std::string_view digits);                     // Dutch, 9 digits, 11-test
bool dni(std::string_view compact);                    // Spanish DNI or NIE: 12345678Z, X1234567L
bool nir(std::string_view digits);                     // French, 15 digits, key = 97 - n mod 97
bool ahv(std::string_view digits);                     // Swiss, 13 digits from 756, EAN-13
bool pension_number_german(std::string_view compact);  // 12 signs, 65170839J003
bool insurance_number_german(std::string_view compact);  // a letter and 9 digits, A123456780
bool national_insurance(std::string_view compact);       // UK, AB123456C

}  // namespace covision::deid
