#include <array>
#include <string>

#include "server/deid/checksums.hpp"
#include "server/deid/digits.hpp"
#include "server/deid/national_ids.hpp"

namespace covision::deid {
namespace {

bool digits_of(std::string_view text, std::size_t count) { return text.size() == count && all_digits(text); }

bool dmy(std::string_view digits, std::size_t at) {
    return day_and_month(two_digits(digits, at), two_digits(digits, at + 2));
}

}  // namespace

bool chi_number(std::string_view digits) { return nhs_number(digits) && dmy(digits, 0); }

bool svnr_austrian(std::string_view digits) {
    if (!digits_of(digits, 10) || digits[0] == '0') return false;
    // Where the days ran out, months 13 and up were given.
    const int day = two_digits(digits, 4), month = two_digits(digits, 6);
    if (day < 1 || day > 31 || month < 1 || month > 15) return false;
    return weighted_sum(digits, {3, 7, 9, 0, 5, 8, 4, 2, 1, 6}) % 11 == digit_value(digits[3]);
}

bool pesel(std::string_view digits) {
    if (!digits_of(digits, 11)) return false;
    const int month = two_digits(digits, 2) % 20;  // 20 is added for each century but the first
    if (!day_and_month(two_digits(digits, 4), month)) return false;
    return weighted_sum(digits, {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1}) % 10 == 0;
}

bool national_number_belgian(std::string_view digits) {
    if (!digits_of(digits, 11)) return false;
    if (two_digits(digits, 2) % 20 > 12 || two_digits(digits, 4) > 31) return false;
    const std::uint64_t body = number_value(digits.substr(0, 9)), check = number_value(digits.substr(9));
    return 97 - body % 97 == check || 97 - (2000000000 + body) % 97 == check;
}

bool personnummer(std::string_view digits) {
    if (digits.size() == 12 && all_digits(digits)) {
        if (digits.substr(0, 2) != "19" && digits.substr(0, 2) != "20" && digits.substr(0, 2) != "18") return false;
        digits.remove_prefix(2);
    }
    if (!digits_of(digits, 10)) return false;
    const int day = two_digits(digits, 4) % 60;  // 60 is added for people who are not registered
    return day_and_month(day, two_digits(digits, 2)) && luhn(digits);
}

bool cpr(std::string_view digits) { return digits_of(digits, 10) && dmy(digits, 0) && digits.substr(6) != "0000"; }

bool fodselsnummer(std::string_view digits) {
    if (!digits_of(digits, 11)) return false;
    const int day = two_digits(digits, 0) % 40, month = two_digits(digits, 2) % 40;  // 40 is added for D and H numbers
    if (!day_and_month(day, month)) return false;
    const int first = weighted_sum(digits, {3, 7, 6, 1, 8, 9, 4, 5, 2, 1});
    const int second = weighted_sum(digits, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1});
    return first % 11 == 0 && second % 11 == 0;
}

bool kennitala(std::string_view digits) {
    if (!digits_of(digits, 10) || !dmy(digits, 0) || (digits[9] != '9' && digits[9] != '0' && digits[9] != '8')) {
        return false;
    }
    return weighted_sum(digits, {3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

bool hetu(std::string_view compact) {
    if (compact.size() != 10 || !all_digits(compact.substr(0, 9)) || !dmy(compact, 0)) return false;
    return "0123456789ABCDEFHJKLMNPRSTUVWXY"[number_value(compact.substr(0, 9)) % 31] == compact[9];
}

bool pps(std::string_view compact) {
    if (compact.size() < 8 || compact.size() > 9 || !all_digits(compact.substr(0, 7))) return false;
    int sum = weighted_sum(compact, {8, 7, 6, 5, 4, 3, 2});
    if (compact.size() == 9) {
        if (std::string_view("ABHWTX").find(compact[8]) == std::string_view::npos) return false;
        if (compact[8] != 'W') sum += 9 * (compact[8] - 'A' + 1);
    }
    return "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23] == compact[7];
}

bool codice_fiscale(std::string_view compact) {
    if (compact.size() != 16) return false;
    constexpr std::string_view form = "LLLLLLDDLDDLDDDL";
    for (std::size_t i = 0; i < 16; ++i) {
        // Where two people would share one, digits are written as LMNPQRSTUV.
        const bool omocodia = std::string_view("LMNPQRSTUV").find(compact[i]) != std::string_view::npos;
        if (form[i] == 'L' ? !ascii_capital(compact[i]) : !ascii_digit(compact[i]) && !omocodia) return false;
    }
    if (std::string_view("ABCDEHLMPRST").find(compact[8]) == std::string_view::npos) return false;
    constexpr std::array<int, 36> odd = {1,  0,  5, 7, 9,  13, 15, 17, 19, 21, 1,  0,  5,  7,  9,  13, 15, 17,
                                         19, 21, 2, 4, 18, 20, 11, 3,  6,  8,  12, 14, 16, 10, 22, 25, 24, 23};
    int sum = 0;
    for (std::size_t i = 0; i < 15; ++i) {
        const int value = ascii_digit(compact[i]) ? digit_value(compact[i]) : compact[i] - 'A';
        const int index = ascii_digit(compact[i]) ? value : value + 10;
        sum += i % 2 == 0 ? odd[static_cast<std::size_t>(index)] : value;
    }
    return compact[15] - 'A' == sum % 26;
}

bool nif_portuguese(std::string_view digits) {
    if (!digits_of(digits, 9) || digits[0] == '0' || digits[0] == '4' || digits[0] == '7') return false;
    const int check = 11 - weighted_sum(digits, {9, 8, 7, 6, 5, 4, 3, 2}) % 11;
    return (check >= 10 ? 0 : check) == digit_value(digits[8]);
}

bool rodne_cislo(std::string_view digits) {
    if (!digits_of(digits, 10)) return false;
    int month = two_digits(digits, 2) % 50;  // 50 for women, 20 more where numbers ran out
    if (month > 20) month -= 20;
    return day_and_month(two_digits(digits, 4), month) && number_value(digits) % 11 == 0;
}

bool cnp(std::string_view digits) {
    if (!digits_of(digits, 13) || digits[0] == '0') return false;
    if (!day_and_month(two_digits(digits, 5), two_digits(digits, 3))) return false;
    const int check = weighted_sum(digits, {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9}) % 11;
    return (check == 10 ? 1 : check) == digit_value(digits[12]);
}

bool egn(std::string_view digits) {
    if (!digits_of(digits, 10)) return false;
    if (!day_and_month(two_digits(digits, 4), two_digits(digits, 2) % 20)) return false;
    return weighted_sum(digits, {2, 4, 8, 5, 10, 9, 7, 3, 6}) % 11 % 10 == digit_value(digits[9]);
}

bool tckn(std::string_view digits) {
    if (!digits_of(digits, 11) || digits[0] == '0') return false;
    const int first = weighted_sum(digits, {7, -1, 7, -1, 7, -1, 7, -1, 7}) % 10;
    const int second = weighted_sum(digits, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}) % 10;
    return (first + 10) % 10 == digit_value(digits[9]) && second == digit_value(digits[10]);
}

bool oib(std::string_view digits) { return digits_of(digits, 11) && iso7064_mod11_10(digits); }

bool isikukood(std::string_view digits) {
    if (!digits_of(digits, 11) || digits[0] < '1' || digits[0] > '6') return false;
    if (!day_and_month(two_digits(digits, 5), two_digits(digits, 3))) return false;
    int check = weighted_sum(digits, {1, 2, 3, 4, 5, 6, 7, 8, 9, 1}) % 11;
    if (check == 10) check = weighted_sum(digits, {3, 4, 5, 6, 7, 8, 9, 1, 2, 3}) % 11 % 10;
    return check == digit_value(digits[10]);
}

bool jmbg(std::string_view digits) {
    if (!digits_of(digits, 13) || !dmy(digits, 0)) return false;
    const int rest = weighted_sum(digits, {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
    return rest != 1 && (11 - rest) % 11 == digit_value(digits[12]);
}

bool amka(std::string_view digits) { return digits_of(digits, 11) && dmy(digits, 0) && luhn(digits); }

}  // namespace covision::deid
