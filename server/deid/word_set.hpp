// A short closed list that one rule asks for: folded words with spaces between. To be kept in a static constant.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/deid/fold.hpp"
#include "server/deid/tokens.hpp"

namespace covision::deid {

class WordSet {
public:
    explicit WordSet(std::string_view words) {
        while (!words.empty()) {
            const std::size_t end = std::min(words.find(' '), words.size());
            hashes_.push_back(folded_hash(words.substr(0, end)));
            words.remove_prefix(std::min(end + 1, words.size()));
        }
        std::sort(hashes_.begin(), hashes_.end());
    }
    bool has(const Token& token) const {
        return token.hash != 0 && std::binary_search(hashes_.begin(), hashes_.end(), token.hash);
    }

private:
    std::vector<std::uint64_t> hashes_;
};

}  // namespace covision::deid
