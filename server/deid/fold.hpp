// Folding a word to its key in the lexicon: lower case, no accents, no apostrophes, as train/make_gazetteer.py does it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace covision::deid {

inline constexpr std::uint64_t hash_seed = 14695981039346656037ULL;

// FNV-1a, so that the key of "new york" can be continued from that of "new".
inline std::uint64_t hash_more(std::uint64_t hash, std::string_view bytes) {
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    return hash;
}

// The hash of a folded word; the word must be valid UTF-8.
std::uint64_t folded_hash(std::string_view word, std::uint64_t hash = hash_seed);
std::string folded(std::string_view word);

}  // namespace covision::deid
