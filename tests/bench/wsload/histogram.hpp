#pragma once
// A latency histogram in log-linear steps: 64 for each power of two, so an error below 1.6 %.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace covision::bench {

class Histogram {
public:
    void add(std::int64_t ns) {
        const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(ns, 1));
        ++counts_[index(value)];
        ++total_;
        max_ = std::max(max_, value);
    }

    [[nodiscard]] double quantile_us(double q) const {
        if (total_ == 0) return 0;
        const auto wanted = static_cast<std::uint64_t>(q * static_cast<double>(total_ - 1)) + 1;
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < counts_.size(); ++i)
            if ((seen += counts_[i]) >= wanted) return static_cast<double>(middle(i)) / 1e3;
        return max_us();
    }
    [[nodiscard]] double max_us() const { return static_cast<double>(max_) / 1e3; }

private:
    static std::size_t index(std::uint64_t value) {
        const int exponent = std::max(0, static_cast<int>(std::bit_width(value)) - 7);
        return static_cast<std::size_t>(exponent) * 64 + static_cast<std::size_t>(value >> exponent);
    }
    static std::uint64_t middle(std::size_t i) {
        if (i < 128) return i;
        const std::size_t exponent = i / 64 - 1;
        return (static_cast<std::uint64_t>(i - exponent * 64) << exponent) + ((1ULL << exponent) >> 1);
    }

    std::vector<std::uint64_t> counts_ = std::vector<std::uint64_t>(std::size_t{64} * 60);
    std::uint64_t total_ = 0, max_ = 0;
};

}  // namespace covision::bench
