// Numbers by which states and insurers know a person, each with its form and check digit. `digits` are ASCII digits
// only, `compact` capitals and digits without spaces or signs. Sources: the issuing offices' published rules.
#pragma once

#include <string_view>

namespace covision::deid {

// Europe
bool chi_number(std::string_view digits);               // Scotland, 10: day of birth, mod 11
bool svnr_austrian(std::string_view digits);            // Austria, 10: serial, check, day of birth; mod 11
bool pesel(std::string_view digits);                    // Poland, 11: day of birth, weights 1 3 7 9
bool national_number_belgian(std::string_view digits);  // 11: day of birth, 97 - n mod 97
bool personnummer(std::string_view digits);             // Sweden, 10 or 12: day of birth, Luhn
bool cpr(std::string_view digits);                      // Denmark, 10: day of birth (no check since 2007)
bool fodselsnummer(std::string_view digits);            // Norway, 11: day of birth, two checks mod 11
bool kennitala(std::string_view digits);                // Iceland, 10: day of birth, mod 11
bool hetu(std::string_view compact);                    // Finland, 131052308T (sign left out), mod 31
bool pps(std::string_view compact);                     // Ireland, 1234567T or 1234567TA, mod 23
bool codice_fiscale(std::string_view compact);          // Italy, 16 signs with a check letter
bool nif_portuguese(std::string_view digits);           // 9, mod 11
bool rodne_cislo(std::string_view digits);              // Czechia, Slovakia, 10: day of birth, divisible by 11
bool cnp(std::string_view digits);                      // Romania, 13: day of birth, mod 11
bool egn(std::string_view digits);                      // Bulgaria, 10: day of birth, mod 11
bool tckn(std::string_view digits);                     // Turkey, 11, two checks
bool oib(std::string_view digits);                      // Croatia, 11, ISO 7064 mod 11,10
bool isikukood(std::string_view digits);                // Estonia, Lithuania, 11: day of birth, mod 11 twice
bool jmbg(std::string_view digits);                     // Serbia, Slovenia …, 13: day of birth, mod 11
bool amka(std::string_view digits);                     // Greece, 11: day of birth, Luhn

// The rest of the world
bool social_insurance_canadian(std::string_view digits);  // 9, Luhn
bool tax_file_australian(std::string_view digits);        // 9, mod 11
bool medicare_australian(std::string_view digits);        // 10 or 11, weights 1 3 7 9
bool medicare_american(std::string_view compact);         // MBI, 11 signs by position, no check
bool nhi(std::string_view compact);                       // New Zealand, ABC1235 (mod 11) or the form ABC12DE
bool aadhaar(std::string_view digits);                    // India, 12, Verhoeff
bool pan_indian(std::string_view compact);                // India, ABCPA1234A, form only
bool cpf(std::string_view digits);                        // Brazil, 11, two checks mod 11
bool resident_chinese(std::string_view compact);          // 18: day of birth, ISO 7064 mod 11-2
bool resident_korean(std::string_view digits);            // 13: day of birth
bool identity_south_african(std::string_view digits);     // 13: day of birth, Luhn
bool nric(std::string_view compact);                      // Singapore, S1234567D
bool hkid(std::string_view compact);                      // Hong Kong, A1234563, mod 11
bool curp(std::string_view compact);                      // Mexico, 18 signs: day of birth, check digit
bool rut(std::string_view compact);                       // Chile, 123456785 or …K, mod 11
bool cuit(std::string_view digits);                       // Argentina, 11, mod 11
bool teudat_zehut(std::string_view digits);               // Israel, 9, Luhn
bool identity_malaysian(std::string_view digits);         // 12: day of birth

// Things that lead to a person
bool vin(std::string_view compact);          // vehicle, 17 signs, the check digit of ISO 3779 as North America uses it
bool vin_form(std::string_view compact);     // … without it, as elsewhere
bool imei(std::string_view digits);          // 15, Luhn
bool bic(std::string_view compact);          // bank, 8 or 11 signs, a known country; no check
bool npi(std::string_view digits);           // US practitioner, 10, Luhn after 80840
bool dea(std::string_view compact);          // US prescriber, 2 letters and 7 digits
bool driver_british(std::string_view text);  // 16 signs, the form of the DVLA

}  // namespace covision::deid
