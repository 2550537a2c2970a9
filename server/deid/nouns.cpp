#include "server/deid/nouns.hpp"

#include <algorithm>

namespace covision::deid {

std::string fitted(const Note& note, const Noun& noun, std::size_t token) {
    const std::size_t before = note.word_before(token);
    const bool near = before < note.size() && before + 1 == token;
    const std::string_view word = near ? note.view(before) : std::string_view{};
    if (!note.at(token).german) {
        const bool bare = word == "the" || word == "a" || word == "an" || word == "her" || word == "his" ||
                          word == "their" || word == "my" || word == "The";
        return bare ? std::string(noun.noun) : std::string(noun.article) + ' ' + std::string(noun.noun);
    }
    const std::string_view lead = near && before > 0 ? note.view(before - 1) : std::string_view{};
    if (word == "den" && (lead == "bei" || lead == "mit" || lead == "von" || lead == "zu")) return "Leuten dort";
    if (noun.feminine == "Nähe" && lead != "in" && lead != "In" && (word == "der" || word == "einer")) return "Straße";
    auto one_of = [word](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    if (one_of({"das", "dem", "den", "im", "am", "beim", "vom", "zum", "ins", "ans", "einem", "ihrem", "seinem"})) {
        return std::string(noun.neuter);
    }
    if (one_of({"der", "die", "zur", "einer", "eine", "ihre", "ihrer", "seine", "seiner"}))
        return std::string(noun.feminine);
    const bool dative = one_of({"in", "bei", "aus", "von", "nach", "mit", "an", "zu", "unter"});
    return std::string(dative ? noun.dative : noun.one);
}

}  // namespace covision::deid
