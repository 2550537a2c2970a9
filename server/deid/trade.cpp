// What stands among instruments, medicines and scores is one of them: "Ligaclip", "Braden 21", "Carter-Thomason
// device".
#include <algorithm>

#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"
#include "server/deid/people.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Scores and scales that go by a name or a town many have; the others the lexicon knows.
const WordSet scales(
    "barthel beck bishop boston braden calgary canadian bristol columbia conners edinburgh forrest glasgow hamilton katz lawton manchester montgomery morse "
    "milwaukee montreal murphy norton ottawa oswestry oxford ramsay ransom ranson russell stanley tanner tinetti wells young zung");

// "Braden 21", "Morse: 35", "Columbia low risk".
bool scored(const Note& note, std::size_t i) {
    std::size_t next = i + 1;
    if (note.sign(next, ':') || note.sign(next, '=')) ++next;
    if (!note.joined(next)) return false;
    const std::string_view word = note.view(next);
    const bool level = (word == "low" || word == "moderate" || word == "high" || word == "negative") &&
                       (note.view(next + 1) == "risk" || !note.joined(next + 1) || !note.at(next + 1).word());
    const bool stage =
        note.at(next).all_capital && word.find_first_not_of("IV") == std::string_view::npos;  // Forrest III
    return level || stage || (note.at(next).number() && note.at(next).size() <= 3);
}

// How many words of the trade stand on the same line within a few words, token i apart.
std::size_t company(const Note& note, std::size_t i) {
    constexpr std::size_t reach = 12;
    std::size_t first = i, last = i, count = 0;
    while (first > 0 && i - first < reach && note.joined(first)) --first;
    while (last - i < reach && note.joined(last + 1)) ++last;
    for (std::size_t k = first; k <= last; ++k) {
        const Token& token = note.at(k);
        const bool word = token.word() && token.size() > 2 && k != i;
        const bool trade = token.entry->is(instrument) || token.entry->has(Entry::clinical) ||
                           (token.capital && token.entry->has(Entry::clinical_or_name));
        if (word && trade) ++count;
    }
    return count;
}

constexpr std::size_t enough = 3;  // words of the trade around a doubtful one

}  // namespace

bool of_trade(const Note& note, const Candidate& candidate) {
    const std::size_t i = token_at(note, candidate.begin);
    const Token& word = note.at(i);
    const bool single = word.end == candidate.end;
    if (single && candidate.type != Type::org && scales.has(word) && scored(note, i)) return true;
    // "Zugang nach Henry", "triangle of Calot"
    const bool by_whom =
        single && i > 1 && note.joined(i) && note.joined(i - 1) && note.is(i - 2, instrument | eponym_after);
    const bool after_whom =
        by_whom && (note.view(i - 1) == "nach" || (note.view(i - 1) == "of" && candidate.level == Level::review));
    if (after_whom && candidate.type == Type::name) return true;
    if (candidate.level != Level::review || !word.capital) return false;
    if (candidate.type == Type::location && !note.near_before(i, place_before | lives, 3)) {
        return single && candidate.reason == std::string_view("place") && company(note, i) > enough;
    }
    if (candidate.type != Type::name) return false;
    if (candidate.reason == std::string_view("same_name")) return false;
    std::size_t last = i;
    while (last + 1 < note.size() && note.at(last + 1).begin < candidate.end) ++last;
    if (last > i + 2 || evidence(note, i, last) > 0) return false;
    for (std::size_t k = i; k <= last; ++k) {
        if (note.at(k).word() && clean(note.at(k)) && note.at(k).entry->given >= 4) return false;
    }
    return company(note, i) >= enough;
}

}  // namespace covision::deid
