// The text as the rules read it: NFC, plain apostrophes, hyphens and spaces, nothing invisible; and the way back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace covision::deid {

class Prepared {
public:
    // Throws InvalidText.
    explicit Prepared(std::string_view utf8);

    std::string_view text() const { return text_; }
    // Code points of the original text for bytes [begin, end) of text(); begin < end.
    std::size_t origin_begin(std::size_t begin) const { return plain_ ? begin : origin_[begin]; }
    std::size_t origin_end(std::size_t end) const;

private:
    std::string text_;
    bool plain_ = true;                  // ASCII: bytes are code points
    std::vector<std::uint32_t> origin_;  // for each byte of text_ and its end, the first code point it came from
};

}  // namespace covision::deid
