// Small helpers of the validators. All of them take ASCII.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace covision::deid {

inline bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }
inline int digit_value(char c) { return c - '0'; }

inline bool all_digits(std::string_view text) {
    for (const char c : text) {
        if (!ascii_digit(c)) return false;
    }
    return !text.empty();
}

inline bool all_capitals(std::string_view text) {
    for (const char c : text) {
        if (!ascii_capital(c)) return false;
    }
    return !text.empty();
}

// The value of up to 18 digits.
inline std::uint64_t number_value(std::string_view digits) {
    std::uint64_t result = 0;
    for (const char c : digits) result = result * 10 + static_cast<std::uint64_t>(digit_value(c));
    return result;
}

inline int two_digits(std::string_view text, std::size_t at) {
    return digit_value(text[at]) * 10 + digit_value(text[at + 1]);
}

// The sum of digit times weight over as many digits as there are weights.
inline int weighted_sum(std::string_view digits, std::initializer_list<int> weights) {
    int sum = 0;
    std::size_t i = 0;
    for (const int weight : weights) sum += digit_value(digits[i++]) * weight;
    return sum;
}

inline bool day_and_month(int day, int month) {
    if (month < 1 || month > 12 || day < 1) return false;
    const bool short_month = month == 4 || month == 6 || month == 9 || month == 11;
    return day <= (month == 2 ? 29 : short_month ? 30 : 31);
}

inline int cross_sum(int n) { return n / 10 + n % 10; }

}  // namespace covision::deid
