// A run of digit groups, as telephone and account numbers are written: "+49 (0) 30 / 12 34-567".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/deid/note.hpp"

namespace covision::deid {

struct DigitRun {
    struct Group {
        std::size_t token = 0;
        std::size_t size = 0;  // digits
        char before = 0;       // what stands between it and the group before: space - . / ( )
    };
    std::size_t first = 0;  // token: the first group, or the '+' or '(' before it
    bool plus = false;
    std::string digits;
    std::vector<Group> groups;

    std::size_t digits_of(std::size_t count) const;  // in the first `count` groups
    bool shaped(std::size_t count, std::initializer_list<std::size_t> sizes) const;
    bool separated_by(std::size_t count, std::string_view signs) const;
};

// The run that begins at token i; empty when none does. At most 12 groups and 24 digits.
DigitRun read_run(const Note& note, std::size_t i);

}  // namespace covision::deid
