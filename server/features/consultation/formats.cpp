#include "server/features/consultation/formats.hpp"

#include "server/features/consultation/builtin.hpp"

namespace covision::consultation {

int Format::minutes() const {
    int sum = 0;
    for (const auto& phase : phases) sum += phase.minutes;
    return sum;
}

std::span<const Format> formats() {
    static const std::vector<Format> all{reflecting_team(), intervision(),    case_consultation(),
                                         balint(),          interview_team(), consultancy(),
                                         wise_crowds(),     troika(),         peer_support()};
    return all;
}

std::span<const Format> frames() {
    static const std::vector<Format> all{arrival(), quiet(), pause_between(), echo(), closing()};
    return all;
}

const Format* find_format(std::string_view code) {
    for (const auto all : {formats(), frames()})
        for (const auto& format : all)
            if (format.code == code) return &format;
    return nullptr;
}

}  // namespace covision::consultation
