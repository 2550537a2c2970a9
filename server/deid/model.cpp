#include "server/deid/model.hpp"

#include <stdexcept>

#include "server/deid/fold.hpp"

extern "C" {
extern const char covision_tagger_begin[];
extern const char covision_tagger_end[];
}

namespace covision::deid {
Model::Model(std::string_view packed) {
    const bool whole = packed.size() >= head_size && packed.substr(0, magic.size()) == magic;
    if (whole) buckets_ = little_endian<std::uint32_t>(packed.data() + buckets_at);
    if (!whole || buckets_ == 0 || packed.size() != head_size + buckets_ * bucket_size ||
        checksum(packed.substr(head_size)) != little_endian<std::uint64_t>(packed.data() + checksum_at)) {
        throw std::runtime_error("the tagger's model is damaged or of another version");
    }
    table_ = packed.data() + head_size;
}

Model Model::built_in() {
    return Model({covision_tagger_begin, static_cast<std::size_t>(covision_tagger_end - covision_tagger_begin)});
}

std::uint64_t Model::checksum(std::string_view body) {
    std::uint64_t sum = hash_seed;
    for (std::size_t at = 0; at + 8 <= body.size(); at += 8) {
        sum = (sum ^ little_endian<std::uint64_t>(body.data() + at)) * 1099511628211ULL;
        sum ^= sum >> 29;
    }
    return sum;
}

}  // namespace covision::deid
