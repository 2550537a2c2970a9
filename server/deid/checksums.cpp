#include "server/deid/checksums.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "server/deid/digits.hpp"

namespace covision::deid {
bool luhn(std::string_view digits) {
    if (!all_digits(digits)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int d = digit_value(digits[digits.size() - 1 - i]);
        sum += i % 2 == 0 ? d : cross_sum(2 * d);
    }
    return sum % 10 == 0;
}

bool card(std::string_view digits) {
    if (digits.size() < 13 || digits.size() > 19) return false;
    if (digits[0] < '2' || digits[0] > '6') return false;  // no card begins otherwise
    return luhn(digits);
}

bool iban(std::string_view compact) {
    if (compact.size() < 15 || compact.size() > 34 || !ascii_capital(compact[0]) || !ascii_capital(compact[1]))
        return false;
    if (!ascii_digit(compact[2]) || !ascii_digit(compact[3])) return false;
    struct Length {
        std::string_view country;
        std::size_t size;
    };
    constexpr std::array<Length, 22> lengths = {{{"DE", 22}, {"AT", 20}, {"CH", 21}, {"LI", 21}, {"GB", 22}, {"IE", 22},
                                                 {"FR", 27}, {"ES", 24}, {"NL", 18}, {"BE", 16}, {"IT", 27}, {"PT", 25},
                                                 {"PL", 28}, {"LU", 20}, {"DK", 18}, {"NO", 15}, {"SE", 24}, {"FI", 18},
                                                 {"CZ", 24}, {"GR", 27}, {"HU", 28}, {"TR", 26}}};
    for (const Length& known : lengths) {
        if (compact.substr(0, 2) == known.country && compact.size() != known.size) return false;
    }
    unsigned rest = 0;
    auto take = [&rest](char c) {
        if (ascii_digit(c)) {
            rest = (rest * 10 + static_cast<unsigned>(digit_value(c))) % 97;
        } else {
            rest = (rest * 100 + static_cast<unsigned>(c - 'A' + 10)) % 97;
        }
    };
    for (const char c : compact) {
        if (!ascii_digit(c) && !ascii_capital(c)) return false;
    }
    for (const char c : compact.substr(4)) take(c);
    for (const char c : compact.substr(0, 4)) take(c);
    return rest == 1;
}

bool nhs_number(std::string_view digits) {
    if (digits.size() != 10 || !all_digits(digits)) return false;
    if (digits.find_first_not_of(digits[0]) == std::string_view::npos) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += digit_value(digits[i]) * static_cast<int>(10 - i);
    const int check = (11 - sum % 11) % 11;
    return check != 10 && check == digit_value(digits[9]);
}

bool social_security_number(std::string_view digits) {
    if (digits.size() != 9 || !all_digits(digits)) return false;
    const auto area = number_value(digits.substr(0, 3));
    return area != 0 && area != 666 && area < 900 && digits.substr(3, 2) != "00" && digits.substr(5) != "0000";
}

bool iso7064_mod11_10(std::string_view digits) {
    if (digits.size() < 2 || !all_digits(digits)) return false;
    int product = 10;
    for (const char c : digits.substr(0, digits.size() - 1)) {
        const int sum = (digit_value(c) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit_value(digits.back());
}

bool verhoeff(std::string_view digits) {
    if (!all_digits(digits)) return false;
    // The dihedral group of order ten, by its formula; p is the permutation 1 5 7 6 2 8 3 0 9 4, applied once a place.
    auto multiplied = [](int a, int b) {
        if (a < 5) return b < 5 ? (a + b) % 5 : (a + b - 5) % 5 + 5;
        return b < 5 ? (a - 5 - b + 5) % 5 + 5 : (a - b + 5) % 5;
    };
    constexpr std::array<int, 10> p = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    int check = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int value = digit_value(digits[digits.size() - 1 - i]);
        for (std::size_t times = i % 8; times > 0; --times) value = p[static_cast<std::size_t>(value)];
        check = multiplied(check, value);
    }
    return check == 0;
}

bool tax_id_german(std::string_view digits) {
    if (digits.size() != 11 || !all_digits(digits) || digits[0] == '0') return false;
    std::array<int, 10> times{};
    int most = 0;
    for (const char c : digits.substr(0, 10)) most = std::max(most, ++times[static_cast<std::size_t>(digit_value(c))]);
    return (most == 2 || most == 3) && iso7064_mod11_10(digits);
}

bool bsn(std::string_view digits) {
    if (digits.size() != 9 || !all_digits(digits) || digits == "000000000") return false;
    int sum = -digit_value(digits[8]);
    for (std::size_t i = 0; i < 8; ++i) sum += digit_value(digits[i]) * static_cast<int>(9 - i);
    return sum % 11 == 0;
}

bool dni(std::string_view compact) {
    if (compact.size() != 9) return false;
    std::string digits(compact.substr(0, 8));
    if (digits[0] >= 'X' && digits[0] <= 'Z') digits[0] = static_cast<char>('0' + (digits[0] - 'X'));
    if (!all_digits(digits)) return false;
    return "TRWAGMYFPDXBNJZSQVHLCKE"[number_value(digits) % 23] == compact[8];
}

bool nir(std::string_view digits) {
    if (digits.size() != 15 || !all_digits(digits) || (digits[0] != '1' && digits[0] != '2')) return false;
    const auto month = number_value(digits.substr(3, 2));
    if (month == 0 || (month > 12 && month < 20)) return false;
    return 97 - number_value(digits.substr(0, 13)) % 97 == number_value(digits.substr(13));
}

bool ahv(std::string_view digits) {
    if (digits.size() != 13 || !all_digits(digits) || digits.substr(0, 3) != "756") return false;
    int sum = 0;
    for (std::size_t i = 0; i < 13; ++i) sum += digit_value(digits[i]) * (i % 2 == 0 ? 1 : 3);
    return sum % 10 == 0;
}

bool pension_number_german(std::string_view compact) {
    if (compact.size() != 12 || !ascii_capital(compact[8])) return false;
    std::string digits(compact.substr(0, 8));
    const int letter = compact[8] - 'A' + 1;
    digits += static_cast<char>('0' + letter / 10);
    digits += static_cast<char>('0' + letter % 10);
    digits += compact.substr(9);
    if (!all_digits(digits)) return false;
    constexpr std::array<int, 12> weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    int sum = 0;
    for (std::size_t i = 0; i < 12; ++i) sum += cross_sum(digit_value(digits[i]) * weights[i]);
    return sum % 10 == digit_value(compact[11]);
}

bool insurance_number_german(std::string_view compact) {
    if (compact.size() != 10 || !ascii_capital(compact[0]) || !all_digits(compact.substr(1))) return false;
    const int letter = compact[0] - 'A' + 1;
    std::string digits{static_cast<char>('0' + letter / 10), static_cast<char>('0' + letter % 10)};
    digits += compact.substr(1, 8);
    int sum = 0;
    for (std::size_t i = 0; i < 10; ++i) sum += cross_sum(digit_value(digits[i]) * (i % 2 == 0 ? 1 : 2));
    return sum % 10 == digit_value(compact[9]);
}

bool national_insurance(std::string_view compact) {
    if (compact.size() != 9 || !ascii_capital(compact[0]) || !ascii_capital(compact[1]) ||
        !all_digits(compact.substr(2, 6))) {
        return false;
    }
    if (compact[8] < 'A' || compact[8] > 'D') return false;
    constexpr std::string_view never_first = "DFIQUV", never_second = "DFIOQUV";
    if (never_first.find(compact[0]) != std::string_view::npos) return false;
    if (never_second.find(compact[1]) != std::string_view::npos) return false;
    const std::string_view prefix = compact.substr(0, 2);
    return prefix != "BG" && prefix != "GB" && prefix != "KN" && prefix != "NK" && prefix != "NT" && prefix != "TN" &&
           prefix != "ZZ";
}

}  // namespace covision::deid
