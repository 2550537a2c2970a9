// The tagger's weights: what each feature of a word says for each label. train/ makes the file, model.S compiles it in.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace covision::deid {

// How a word stands to the name that it is in.
enum class Label : std::uint8_t {
    outside,
    begin_name,
    inside_name,
    begin_location,
    inside_location,
    begin_org,
    inside_org
};
inline constexpr std::size_t label_count = 7;

// The sum of some features' weights: seven lanes of 16 bits in two words. 256 features at most.
class Sums {
public:
    // Eight bytes, of which the last is not read: weights with 128 added.
    void add(std::uint64_t row) {
        even_ += row & lanes;
        odd_ += row >> 8 & lanes;
        ++count_;
    }
    int of(Label label) const {
        const auto at = static_cast<unsigned>(label);
        return static_cast<int>(((at % 2 == 0 ? even_ : odd_) >> (at / 2 * 16)) & 0xffff) - 128 * count_;
    }

private:
    static constexpr std::uint64_t lanes = 0x00ff00ff00ff00ffULL;
    std::uint64_t even_ = 0, odd_ = 0;
    int count_ = 0;
};

template <typename Number>
Number little_endian(const char* bytes) {
    Number value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, bytes, sizeof value);
    } else {
        for (std::size_t i = 0; i < sizeof value; ++i) value |= Number{static_cast<unsigned char>(bytes[i])} << 8 * i;
    }
    return value;
}

// A view of the packed weights, which must outlive it. 262,144 features at most find room in 2 MB.
//
// The file: 64 bytes of head (the magic line, then at 32 the number of buckets as a little-endian u32, at 40 the
// checksum of the rest as a u64), then the buckets of 32 bytes: 4 rows of 7 weights (u8, 128 is none), then 4 marks. A
// mark of 0 is a free row.
class Model {
public:
    static constexpr std::string_view magic = "COVISION TAGGER 2\n";
    static constexpr std::size_t head_size = 64, bucket_size = 32, rows = 4, marks_at = rows * label_count;
    static constexpr std::size_t buckets_at = 32, checksum_at = 40;
    static constexpr int no_weight = 128;

    // Throws std::runtime_error when it is something else, cut short or changed.
    explicit Model(std::string_view packed);
    static Model built_in();

    // Eight bytes for Sums::add; an unknown feature weighs nothing. No branches: which row it is cannot be foreseen.
    std::uint64_t row(std::uint64_t feature) const {
        constexpr std::uint32_t each = 0x01010101U, high = 0x80808080U;
        const char* bucket = bucket_at(feature);
        const std::uint32_t marks = little_endian<std::uint32_t>(bucket + marks_at) ^ each * mark_of(feature);
        const std::uint32_t equal = (marks - each) & ~marks & high;
        const auto which = static_cast<unsigned>(std::countr_zero(equal | 1U << 31)) / 8;
        const auto weights = little_endian<std::uint64_t>(bucket + which * label_count);
        constexpr std::uint64_t none = 0x8080808080808080ULL;
        const std::uint64_t known = 0 - static_cast<std::uint64_t>(equal != 0);  // a mask, as a choice becomes a branch
        return (weights & known) | (none & ~known);
    }

    // Begins to fetch what row() will read.
    void prefetch(std::uint64_t feature) const { __builtin_prefetch(bucket_at(feature)); }

    static std::size_t bucket_of(std::uint64_t feature, std::uint32_t buckets) {
        return static_cast<std::size_t>(((feature >> 32) * buckets) >> 32);
    }
    static std::uint8_t mark_of(std::uint64_t feature) {
        const auto mark = static_cast<std::uint8_t>(feature);
        return mark == 0 ? std::uint8_t{1} : mark;
    }
    static std::uint64_t checksum(std::string_view body);

private:
    const char* bucket_at(std::uint64_t feature) const { return table_ + bucket_of(feature, buckets_) * bucket_size; }

    const char* table_ = nullptr;
    std::uint32_t buckets_ = 0;
};

}  // namespace covision::deid
