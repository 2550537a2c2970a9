// What is rare enough to tell who somebody is: jobs, offices, diseases, families, and words for what was in the news.
// Facts written down for this project. Jobs: unit groups of ISCO-08 that few people work in, and crafts that craft
// registers of Britain and Germany call endangered. Diseases: point prevalence of at most 1–9 in 100,000 as Orphanet
// classes it. Folded: lower case, no accents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace covision::deid {

// What a proposal says instead of a job.
enum class JobFamily { craft, transport, arts, religion, science, outdoors, care, office, media, sport, security };

struct PhraseList {
    std::uint64_t word_class;  // of lexicon.hpp
    JobFamily family;          // meaningful for jobs
    bool german;               // has its endings: Geigenbauer, Geigenbauerin
    std::string_view phrases;  // separated by ;
};

// Calls sink(list, phrase) for each phrase in each of its forms.
using PhraseSink = void (*)(void* context, const PhraseList& list, std::string_view phrase);
void each_phrase(void* context, PhraseSink sink);
// Diseases that are called by a name: "Sanfilippo syndrome", "Sanfilippo-Syndrom", "Morbus Sanfilippo".
std::string_view disease_names();
// The family of a job's phrase; craft when it is none.
JobFamily job_family(std::string_view folded_phrase);

}  // namespace covision::deid
