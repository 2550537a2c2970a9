// What could stand instead of a rare job, an illness, direct speech, the news, "the only … in …".
#pragma once

#include <string>
#include <vector>

#include "server/deid/note.hpp"

namespace covision::deid {

std::vector<std::string> rare_words(const Note& note, const Candidate& candidate);

}  // namespace covision::deid
