// What the tests of the de-identifier share.
#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "server/deid/deid.hpp"

namespace covision::deid {

inline const Detector& detector() {
    static const Resources resources = Resources::built_in();
    static const Detector one(resources);
    return one;
}

// The code points [start, end) of a text.
inline std::string cut(std::string_view text, std::size_t start, std::size_t end) {
    std::string result;
    std::size_t points = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++points;
        if (points > start && points <= end) result += c;
    }
    return result;
}

// "NAME! Anna" is one that must be replaced, "LOCATION? Bradford" one to review.
inline std::vector<std::string> found(std::string_view text, const Policy& policy = {}) {
    std::vector<std::string> result;
    for (const Finding& finding : detector().scan(text, policy)) {
        std::string one(type_name(finding.type));
        one += finding.level == Level::must_replace ? "! " : "? ";
        result.push_back(one + cut(text, finding.start, finding.end));
    }
    return result;
}

inline std::vector<std::string> left_to_replace(std::string_view text) {
    std::vector<std::string> result;
    for (std::string& one : found(text)) {
        if (one.find('!') != std::string::npos) result.push_back(std::move(one));
    }
    return result;
}

using Found = std::vector<std::string>;

struct Case {
    const char* text;
    Found expected;
};

inline void check(const std::vector<Case>& cases) {
    for (const Case& one : cases) EXPECT_EQ(found(one.text), one.expected) << one.text;
}

}  // namespace covision::deid
