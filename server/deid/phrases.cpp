#include "server/deid/phrases.hpp"

#include <unordered_map>

#include "server/deid/lexicon.hpp"
#include "server/deid/phrase_lists.hpp"

namespace covision::deid {
namespace {

bool ends(std::string_view word, std::string_view tail) {
    return word.size() > tail.size() + 2 && word.ends_with(tail);
}

// The phrase with other endings of its last word: "falconer" and "falconers", "Falkner", "Falknerin", "Falknerinnen".
template <typename Sink>
void each_form(const PhraseList& list, std::string_view phrase, Sink sink) {
    sink(phrase);
    const bool person = list.word_class == rare_job || list.word_class == office;
    if (!person || phrase.size() <= 3) return;
    const std::string base(phrase);
    if (!list.german) {
        if (!ends(phrase, "s")) sink(base + 's');
        if (ends(phrase, "man")) {
            const std::string stem = base.substr(0, base.size() - 3);
            sink(stem + "men");
            sink(stem + "woman");
            sink(stem + "women");
        }
        return;
    }
    if (ends(phrase, "e")) {
        const std::string stem = base.substr(0, base.size() - 1);
        for (const char* tail : {"n", "in", "innen"}) sink((*tail == 'n' ? base : stem) + tail);
    } else if (ends(phrase, "mann")) {
        const std::string stem = base.substr(0, base.size() - 4);
        sink(stem + "frau");
        sink(stem + "leute");
    } else {
        for (const char* tail : {"in", "innen", "s", "es", "n", "en", "e"}) sink(base + tail);
    }
}

template <typename Sink>
void each_of(const PhraseList& list, Sink sink) {
    std::string_view rest = list.phrases;
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        each_form(list, rest.substr(0, end), sink);
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
}

template <typename Sink>
void each_list(Sink sink) {
    for (std::size_t i = 0; i < rare_job_lists; ++i) sink(rare_jobs[i]);
    for (std::size_t i = 0; i < office_lists; ++i) sink(offices[i]);
    for (std::size_t i = 0; i < happening_lists; ++i) sink(happenings[i]);
    for (std::size_t i = 0; i < rare_disease_lists; ++i) sink(rare_diseases[i]);
}

}  // namespace

void each_phrase(void* context, PhraseSink sink) {
    each_list([context, sink](const PhraseList& list) {
        each_of(list, [&](std::string_view phrase) { sink(context, list, phrase); });
    });
    const PhraseList& diseases = rare_diseases[0];
    std::string_view rest = disease_names();
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        const std::string name(rest.substr(0, end));
        for (const char* tail : {" syndrome", " disease", " syndrom", " krankheit", "s disease", "s syndrome"}) {
            sink(context, diseases, name + tail);
        }
        sink(context, diseases, "morbus " + name);
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
}

JobFamily job_family(std::string_view folded_phrase) {
    static const auto families = [] {
        std::unordered_map<std::string, JobFamily> made;
        each_list([&made](const PhraseList& list) {
            if (list.word_class != rare_job && list.word_class != office) return;
            each_of(list, [&](std::string_view phrase) { made.insert_or_assign(std::string(phrase), list.family); });
        });
        return made;
    }();
    const auto known = families.find(std::string(folded_phrase));
    return known == families.end() ? JobFamily::craft : known->second;
}

}  // namespace covision::deid
