// The lists behind phrases.hpp.
#pragma once

#include <cstddef>

#include "server/deid/phrases.hpp"

namespace covision::deid {

extern const PhraseList rare_jobs[];
extern const std::size_t rare_job_lists;
extern const PhraseList offices[];
extern const std::size_t office_lists;
extern const PhraseList happenings[];
extern const std::size_t happening_lists;
extern const PhraseList rare_diseases[];
extern const std::size_t rare_disease_lists;

}  // namespace covision::deid
