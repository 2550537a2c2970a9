#include <array>
#include <string>

#include "server/deid/checksums.hpp"
#include "server/deid/digits.hpp"
#include "server/deid/national_ids.hpp"

namespace covision::deid {
namespace {

bool digits_of(std::string_view text, std::size_t count) { return text.size() == count && all_digits(text); }

bool ymd(std::string_view digits, std::size_t at) {
    return day_and_month(two_digits(digits, at + 4), two_digits(digits, at + 2));
}

// D a digit, L a capital, any other sign stands for itself.
bool formed(std::string_view text, std::string_view form) {
    if (text.size() != form.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool right = form[i] == 'D'   ? ascii_digit(text[i])
                           : form[i] == 'L' ? ascii_capital(text[i])
                                            : text[i] == form[i];
        if (!right) return false;
    }
    return true;
}

bool one_of(char c, std::string_view signs) { return signs.find(c) != std::string_view::npos; }

}  // namespace

bool social_insurance_canadian(std::string_view digits) {
    return digits_of(digits, 9) && digits[0] != '0' && digits[0] != '8' && luhn(digits);
}

bool tax_file_australian(std::string_view digits) {
    return digits_of(digits, 9) && digits != "000000000" &&
           weighted_sum(digits, {1, 4, 3, 7, 5, 8, 6, 9, 10}) % 11 == 0;
}

bool medicare_australian(std::string_view digits) {
    if ((digits.size() != 10 && digits.size() != 11) || !all_digits(digits)) return false;
    if (digits[0] < '2' || digits[0] > '6' || digits[9] == '0') return false;
    return weighted_sum(digits, {1, 3, 7, 9, 1, 3, 7, 9}) % 10 == digit_value(digits[8]);
}

bool medicare_american(std::string_view compact) {
    constexpr std::string_view form = "DLXDLXDLLDD";  // X is either
    if (compact.size() != form.size() || compact[0] == '0') return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool letter = ascii_capital(compact[i]) && !one_of(compact[i], "SLOIBZ");
        const bool number = ascii_digit(compact[i]);
        if (form[i] == 'D' ? !number : form[i] == 'L' ? !letter : !letter && !number) return false;
    }
    return true;
}

bool nhi(std::string_view compact) {
    if (compact.size() != 7 || !all_capitals(compact.substr(0, 3))) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (compact[i] == 'I' || compact[i] == 'O') return false;
        const int value = compact[i] - 'A' + 1 - (compact[i] > 'I' ? 1 : 0) - (compact[i] > 'O' ? 1 : 0);
        sum += value * static_cast<int>(7 - i);
    }
    if (formed(compact, "LLLDDLL")) return !one_of(compact[5], "IO") && !one_of(compact[6], "IO");
    if (!all_digits(compact.substr(3))) return false;
    sum += weighted_sum(compact.substr(3), {4, 3, 2});
    return sum % 11 != 0 && (11 - sum % 11) % 10 == digit_value(compact[6]);
}

bool aadhaar(std::string_view digits) { return digits_of(digits, 12) && digits[0] > '1' && verhoeff(digits); }

bool pan_indian(std::string_view compact) {
    return formed(compact, "LLLLLDDDDL") && one_of(compact[3], "PCHFATBLJG") && compact.substr(5, 4) != "0000";
}

bool cpf(std::string_view digits) {
    if (!digits_of(digits, 11) || digits.find_first_not_of(digits[0]) == std::string_view::npos) return false;
    const int first = weighted_sum(digits, {10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    const int second = weighted_sum(digits, {11, 10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    return first == digit_value(digits[9]) && second == digit_value(digits[10]);
}

bool resident_chinese(std::string_view compact) {
    if (compact.size() != 18 || !all_digits(compact.substr(0, 17)) || !ymd(compact, 8)) return false;
    if (compact.substr(6, 2) != "19" && compact.substr(6, 2) != "20") return false;
    const int sum = weighted_sum(compact, {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2});
    return "10X98765432"[sum % 11] == compact[17];
}

bool resident_korean(std::string_view digits) {
    return digits_of(digits, 13) && ymd(digits, 0) && digits[6] >= '1' && digits[6] <= '8';
}

bool identity_south_african(std::string_view digits) {
    return digits_of(digits, 13) && ymd(digits, 0) && (digits[10] == '0' || digits[10] == '1') && luhn(digits);
}

bool nric(std::string_view compact) {
    if (!formed(compact, "LDDDDDDDL") || !one_of(compact[0], "STFGM")) return false;
    const bool citizen = compact[0] == 'S' || compact[0] == 'T';
    const int added = compact[0] == 'T' || compact[0] == 'G' ? 4 : compact[0] == 'M' ? 3 : 0;
    const int sum = weighted_sum(compact.substr(1), {2, 7, 6, 5, 4, 3, 2}) + added;
    const std::string_view checks = citizen ? "JZIHGFEDCBA" : compact[0] == 'M' ? "XWUTRQPNJLK" : "XWUTRQPNMLK";
    return checks[static_cast<std::size_t>(sum % 11)] == compact[8];
}

bool hkid(std::string_view compact) {
    if (compact.size() != 8 && compact.size() != 9) return false;
    const std::size_t letters = compact.size() - 7;
    if (!all_capitals(compact.substr(0, letters)) || !all_digits(compact.substr(letters, 6))) return false;
    auto letter = [](char c) { return c - 'A' + 10; };
    int sum = letters == 2 ? letter(compact[0]) * 9 + letter(compact[1]) * 8 : 36 * 9 + letter(compact[0]) * 8;
    sum += weighted_sum(compact.substr(letters), {7, 6, 5, 4, 3, 2});
    const int check = (11 - sum % 11) % 11;
    return check == 10 ? compact.back() == 'A' : compact.back() == static_cast<char>('0' + check);
}

bool curp(std::string_view compact) {
    if (compact.size() != 18 || !formed(compact.substr(0, 10), "LLLLDDDDDD") || !ymd(compact, 4)) return false;
    if (!one_of(compact[10], "HMX") || !all_capitals(compact.substr(11, 5)) || !ascii_digit(compact[17])) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        const char c = compact[i];
        // The letters after N stand one further, as Ñ is counted.
        const int value = ascii_digit(c) ? digit_value(c) : c - 'A' + 10 + (c > 'N' ? 1 : 0);
        sum += value * static_cast<int>(18 - i);
    }
    return (10 - sum % 10) % 10 == digit_value(compact[17]);
}

bool rut(std::string_view compact) {
    if (compact.size() < 8 || compact.size() > 9 || !all_digits(compact.substr(0, compact.size() - 1))) return false;
    int sum = 0, weight = 2;
    for (std::size_t i = compact.size() - 1; i-- > 0;) {
        sum += digit_value(compact[i]) * weight;
        weight = weight == 7 ? 2 : weight + 1;
    }
    return "0K987654321"[sum % 11] == compact.back();
}

bool cuit(std::string_view digits) {
    if (!digits_of(digits, 11) || (digits[0] != '2' && digits[0] != '3')) return false;
    const int check = 11 - weighted_sum(digits, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
    return check != 10 && check % 11 == digit_value(digits[10]);
}

bool teudat_zehut(std::string_view digits) { return digits_of(digits, 9) && digits != "000000000" && luhn(digits); }

bool identity_malaysian(std::string_view digits) { return digits_of(digits, 12) && ymd(digits, 0); }

bool vin_form(std::string_view compact) {
    if (compact.size() != 17) return false;
    std::size_t digits = 0, letters = 0;
    for (const char c : compact) {
        if (!ascii_digit(c) && (!ascii_capital(c) || one_of(c, "IOQ"))) return false;
        (ascii_digit(c) ? digits : letters) += 1;
    }
    // The last four are always a counter.
    return letters >= 3 && digits >= 4 && all_digits(compact.substr(13));
}

bool vin(std::string_view compact) {
    if (!vin_form(compact)) return false;
    constexpr std::array<int, 26> letters = {1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4,
                                             5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
    constexpr std::array<int, 17> weights = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        const char c = compact[i];
        sum += weights[i] * (ascii_digit(c) ? digit_value(c) : letters[static_cast<std::size_t>(c - 'A')]);
    }
    return compact[8] == "0123456789X"[sum % 11];
}

bool imei(std::string_view digits) { return digits_of(digits, 15) && digits[0] != '0' && luhn(digits); }

bool bic(std::string_view compact) {
    if ((compact.size() != 8 && compact.size() != 11) || !all_capitals(compact.substr(0, 6))) return false;
    for (const char c : compact.substr(6)) {
        if (!ascii_digit(c) && !ascii_capital(c)) return false;
    }
    constexpr std::string_view countries =
        "AT AU BE BG BR CA CH CN CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IL IN IS IT JP KR LI LT LU LV MC MT MX NL "
        "NO NZ PL PT RO RS RU SE SG SI SK TR UA US ZA";
    const std::size_t at = countries.find(compact.substr(4, 2));
    return at != std::string_view::npos && at % 3 == 0;
}

bool npi(std::string_view digits) {
    return digits_of(digits, 10) && (digits[0] == '1' || digits[0] == '2') && luhn("80840" + std::string(digits));
}

bool dea(std::string_view compact) {
    if (compact.size() != 9 || !all_capitals(compact.substr(0, 1)) || !all_digits(compact.substr(2))) return false;
    if (!ascii_capital(compact[1]) && compact[1] != '9') return false;
    return weighted_sum(compact.substr(2), {1, 2, 1, 2, 1, 2}) % 10 == digit_value(compact[8]);
}

bool driver_british(std::string_view text) {
    if (text.size() != 16 || !all_digits(text.substr(5, 6)) || !ascii_digit(text[13])) return false;
    bool filler = false;
    for (const char c : text.substr(0, 5)) {
        if (c == '9') filler = true;
        if (c != '9' && (!ascii_capital(c) || filler)) return false;
    }
    const int month = two_digits(text, 6) % 50, day = two_digits(text, 8);  // 50 is added for women
    return text[0] != '9' && day_and_month(day, month) && all_capitals(text.substr(14));
}

}  // namespace covision::deid
