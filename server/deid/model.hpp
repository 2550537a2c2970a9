// The tagger's weights: what each feature of a word says for each label. train/ makes the file, model.S compiles it in.
#pragma once

#include <cstddef>
#include <cstdint>
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

// A view of the packed weights, which must outlive it. 262,144 features at most find room in 2 MB.
//
// The file: 64 bytes of head (the magic line, then at 32 the number of buckets as a little-endian u32, at 40 the
// checksum of the rest as a u64), then the buckets of 32 bytes: 4 marks, then 4 rows of 7 weights (i8). A mark of 0 is
// a free row.
class Model {
public:
    static constexpr std::string_view magic = "COVISION TAGGER 1\n";
    static constexpr std::size_t head_size = 64, bucket_size = 32, rows = 4;
    static constexpr std::size_t buckets_at = 32, checksum_at = 40;

    // Throws std::runtime_error when it is something else, cut short or changed.
    explicit Model(std::string_view packed);
    static Model built_in();

    // The weights of a feature, or null when it is not known.
    const std::int8_t* find(std::uint64_t feature) const {
        const char* bucket = table_ + bucket_of(feature, buckets_) * bucket_size;
        const char mark = static_cast<char>(mark_of(feature));
        for (std::size_t row = 0; row < rows; ++row) {
            if (bucket[row] == mark) return reinterpret_cast<const std::int8_t*>(bucket) + rows + row * label_count;
        }
        return nullptr;
    }

    static std::size_t bucket_of(std::uint64_t feature, std::uint32_t buckets) {
        return static_cast<std::size_t>(((feature >> 32) * buckets) >> 32);
    }
    static std::uint8_t mark_of(std::uint64_t feature) {
        const auto mark = static_cast<std::uint8_t>(feature);
        return mark == 0 ? std::uint8_t{1} : mark;
    }
    static std::uint64_t checksum(std::string_view body);

private:
    const char* table_ = nullptr;
    std::uint32_t buckets_ = 0;
};

}  // namespace covision::deid
