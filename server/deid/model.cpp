#include "server/deid/model.hpp"

#include <stdexcept>

#include "server/deid/fold.hpp"

extern "C" {
extern const char covision_tagger_begin[];
extern const char covision_tagger_end[];
}

namespace covision::deid {
namespace {

std::uint64_t little_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[i - 1]);
    return value;
}

}  // namespace

Model::Model(std::string_view packed) {
    const bool whole = packed.size() >= head_size && packed.substr(0, magic.size()) == magic;
    if (whole) buckets_ = static_cast<std::uint32_t>(little_endian(packed.substr(buckets_at, 4)));
    if (!whole || buckets_ == 0 || packed.size() != head_size + buckets_ * bucket_size ||
        checksum(packed.substr(head_size)) != little_endian(packed.substr(checksum_at, 8))) {
        throw std::runtime_error("the tagger's model is damaged or of another version");
    }
    table_ = packed.data() + head_size;
}

Model Model::built_in() {
    return Model({covision_tagger_begin, static_cast<std::size_t>(covision_tagger_end - covision_tagger_begin)});
}

std::uint64_t Model::checksum(std::string_view body) {
    std::uint64_t sum = hash_seed;
    for (; !body.empty(); body.remove_prefix(body.size() < 8 ? body.size() : 8)) {
        sum = (sum ^ little_endian(body.substr(0, 8))) * 1099511628211ULL;
        sum ^= sum >> 29;
    }
    return sum;
}

}  // namespace covision::deid
