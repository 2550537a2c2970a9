#include "server/app/deid_progress.hpp"

#include <array>
#include <cstdio>
#include <ostream>

namespace covision::app {

void Progress::add(std::size_t notes, std::size_t bytes) {
    notes_ += notes;
    bytes_ += bytes;
    const auto now = Clock::now();
    if (!shown_ || now - said_ < std::chrono::milliseconds(200)) return;
    said_ = now;
    write();
    stands_ = true;
}

void Progress::write() {
    const double megabytes = static_cast<double>(bytes_) / 1e6;
    const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
    std::array<char, 80> line{};
    std::snprintf(line.data(), line.size(), "\r%zu notes, %.1f MB, %.1f MB/s ", notes_, megabytes,
                  megabytes / (seconds > 0 ? seconds : 1));
    to_ << line.data() << std::flush;
}

void Progress::clear() {
    if (stands_) to_ << "\r\033[K" << std::flush;
    stands_ = false;
}

void Progress::end() {
    if (said_ == Clock::time_point{}) return;
    write();
    to_ << "\n" << std::flush;
}

}  // namespace covision::app
