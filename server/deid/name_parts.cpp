#include "server/deid/name_parts.hpp"

#include <algorithm>

#include "server/deid/name_evidence.hpp"

namespace covision::deid {

bool name_word(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!token.word() || !token.capital) return false;
    if (token.size() == 1) return true;
    if (blocked(note, i) || token.entry->is(month | title) ||
        (token.entry->is(org_head | street) && token.entry->family < 8)) {
        return false;
    }
    // A common word is part of a name only when it is a usual family or given name too.
    const bool ordinary = token.german ? token.entry->has(Entry::german_word) : token.entry->word > 0;
    return !ordinary || token.entry->family >= 7 || token.entry->given >= 6;
}

Parts read_parts(const Note& note, std::size_t i) {
    Parts parts;
    std::size_t at = i;
    while (parts.count < 6) {
        const Token& token = note.at(at);
        const bool begins = parts.count == 0;
        if (!begins && !note.joined(at)) break;
        if (!begins && token.sentence_start) break;
        if (!begins && token.word() && token.entry->is(particle) && note.sign(at + 1, '-') && note.glued(at + 1) &&
            note.glued(at + 2) && name_word(note, at + 2)) {
            at += 2;  // al-Zahra
            continue;
        }
        if (!begins && token.word() && token.entry->is(particle) && !token.capital) {
            // von, van der: counts when a name follows; "der" alone is an article
            if (token.entry->is(inner_particle)) break;
            std::size_t next = at + 1;
            while (note.joined(next) && note.is(next, particle) && !note.at(next).capital) ++next;
            if (next > at + 2 || !note.joined(next) || !name_word(note, next)) break;
            at = next;
            continue;
        }
        if (!begins && token.word() && !token.capital && note.view(at) == "v" && note.sign(at + 1, '.') &&
            note.glued(at + 1) && note.joined(at + 2) && name_word(note, at + 2)) {
            at += 2;  // Maximilian v. Thadden
            continue;
        }
        if (begins ? !(token.word() && (token.capital)) : !name_word(note, at)) break;
        parts.at[parts.count++] = at;
        ++at;
        if (token.size() == 1 && note.sign(at, '.') && note.glued(at)) ++at;
        if (note.sign(at, '-') && note.glued(at) && note.glued(at + 1)) ++at;
    }
    auto degree_after = [&note, &parts] {  // "F. Ostrowski MD"
        const Token& last = note.at(parts.last());
        return last.all_capital && last.size() <= 5 && last.entry->family < 6 && last.entry->given < 4 &&
               !note.at(parts.at[parts.count - 2]).all_capital;
    };
    while (parts.count > 1 && (initial(note, parts.last()) || degree_after())) --parts.count;
    return parts;
}

bool in_compound(const Note& note, std::size_t i) {
    auto foreign = [&](std::size_t k) { return note.at(k).word() && note.at(k).entry->given == 0; };
    if (note.sign(i + 1, '-') && note.glued(i + 1) && note.glued(i + 2) && foreign(i + 2)) {
        return note.at(i + 2).entry->family < 7;
    }
    return i > 1 && note.sign(i - 1, '-') && note.glued(i) && note.glued(i - 1) && foreign(i - 2);
}

bool half_word(const Note& note, std::size_t i) {
    return note.sign(i + 1, '-') && note.glued(i + 2) && !note.at(i + 2).capital && !note.at(i).entry->known();
}

bool noun_form(std::string_view word) {
    constexpr std::string_view tails[] = {"ung",      "ungen", "heit",  "heiten", "keit",  "keiten", "schaft",
                                          "schaften", "ion",   "ionen", "tät",    "täten", "ismus",  "nis",
                                          "nisse",    "tum",   "ling",  "linge",  "chen",  "ik"};
    return std::any_of(std::begin(tails), std::end(tails),
                       [word](std::string_view tail) { return word.size() > tail.size() + 3 && word.ends_with(tail); });
}

}  // namespace covision::deid
