// Which runs of digit groups are numbers of a known kind.
#pragma once

#include <string_view>

#include "server/deid/digit_run.hpp"

namespace covision::deid {

struct Verdict {
    bool found = false;
    Type type = Type::id;
    Level level = Level::must_replace;
    const char* why = "";
};

inline Verdict certain(Type type, const char* why) { return {true, type, Level::must_replace, why}; }

// The first `count` groups as an insurance, tax, identity, bank or card number.
Verdict official_number(const Note& note, const DigitRun& run, std::size_t count);
// … as a telephone number of any country.
bool phone_number(const Note& note, const DigitRun& run, std::size_t count);
// Helplines that anybody may ring; they lead to nobody. Digits as they are dialled within their country.
bool helpline(std::string_view digits);
// "ext. 12" after a telephone number that ends with token `last`: the new last token.
std::size_t with_extension(const Note& note, std::size_t last);

}  // namespace covision::deid
