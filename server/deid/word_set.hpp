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
        std::size_t size = 1;
        while (size * 2 < hashes_.size()) size *= 2;
        sieve_.resize(size);
        for (const std::uint64_t hash : hashes_) sieve_[place(hash)] |= bit(hash);
    }
    bool has(const Token& token) const { return token.hash != 0 && has(token.hash); }
    bool has(std::uint64_t hash) const {
        return (sieve_[place(hash)] & bit(hash)) != 0 && std::binary_search(hashes_.begin(), hashes_.end(), hash);
    }

private:
    std::size_t place(std::uint64_t hash) const { return (hash >> 40) & (sieve_.size() - 1); }
    static std::uint64_t bit(std::uint64_t hash) { return 1ULL << (hash >> 32 & 63U); }

    std::vector<std::uint64_t> hashes_;
    std::vector<std::uint64_t> sieve_;  // a few bits a word: most tokens are in no list
};

}  // namespace covision::deid
