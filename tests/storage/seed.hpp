#pragma once
// Random cases that can be run again: the seed is printed with every failure, COVISION_SEED sets it.

#include <cstdlib>
#include <random>
#include <string>

namespace covision::test {

inline unsigned seed() {
    static const unsigned chosen = [] {
        const char* given = std::getenv("COVISION_SEED");
        return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device()();
    }();
    return chosen;
}

inline std::string seed_text() { return "COVISION_SEED=" + std::to_string(seed()); }

}  // namespace covision::test
