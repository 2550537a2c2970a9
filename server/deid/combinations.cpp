// Age, small place and job within a few sentences: none of them tells much, all three may.
#include <algorithm>

#include "server/deid/calendar.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

// About three sentences.
constexpr std::size_t near_by = 60;

bool small_place(const Note& note, const Candidate& candidate) {
    if (candidate.type != Type::location || candidate.reason != std::string_view("place")) return false;
    const std::size_t i = note.from(candidate.begin);
    const Phrases phrases = note.phrases(i);
    const Entry& e = phrases.place != nullptr ? *phrases.place : *note.at(i).entry;
    return e.place < 7;  // fewer than about 32,000 people, or in no list
}

// "34", "aged 34", "34-year-old", "(34)": an age of 12 to 89 as notes give it.
bool tells_age(const Note& note, std::size_t i) {
    const int age = value_of(note, i);
    if (age < 12 || age > 89) return false;
    if (note.near_before(i, age_before, 2)) return true;
    const std::size_t next = note.sign(i + 1, '-') ? i + 2 : i + 1;
    if (note.is(next, year_word) || note.view(next).substr(0, 6) == "jährig") return true;
    const bool bracketed = note.sign(i - 1, '(') && (note.sign(i + 1, ')') || note.sign(i + 1, ','));
    const bool apposition = note.sign(i - 1, ',') && note.at(i - 2).capital &&
                            (note.sign(i + 1, ',') || note.sign(i + 1, ';') || note.sign(i + 1, '.'));
    return bracketed || apposition ||
           ((note.view(i - 1) == "is" || note.view(i - 1) == "ist") && note.sign(i + 1, ','));
}

}  // namespace

void find_combinations(const Note& note, Candidates& found) {
    std::vector<std::size_t> places;
    for (const Candidate& candidate : found) {
        if (small_place(note, candidate)) places.push_back(note.from(candidate.begin));
    }
    if (places.empty()) return;
    std::sort(places.begin(), places.end());
    // The job is what is flagged: the place is already, and an age alone is needed for the case.
    auto near_one = [](const std::vector<std::size_t>& sorted, std::size_t i) {
        const auto after = std::lower_bound(sorted.begin(), sorted.end(), i);
        return (after != sorted.end() && *after - i <= near_by) ||
               (after != sorted.begin() && i - *(after - 1) <= near_by);
    };
    std::vector<std::size_t> ages;
    for (std::size_t i = 0; i < note.size(); ++i) {
        if (note.tokens[i].number() && near_one(places, i) && tells_age(note, i)) ages.push_back(i);
    }
    for (std::size_t i = 0; i < note.size() && !ages.empty(); ++i) {
        const Token& token = note.tokens[i];
        if (!token.word() || !token.entry->is(job) || !near_one(places, i) || !near_one(ages, i)) continue;
        const bool stated =
            note.joined(i) && (note.is(i - 1, stop | is_verb | english | german) || note.sign(i - 1, ','));
        if (stated) note.add(found, i, i, Type::profession, Level::review, "job_age_and_place");
    }
}

}  // namespace covision::deid
