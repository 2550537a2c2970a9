#include "server/deid/tagger_features.hpp"

#include <algorithm>
#include <array>

#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

enum Shape : std::uint8_t { none, lower, capital, capitals, camel, single, mixed, number, sign, clitic };

constexpr std::uint64_t role_classes = title | kin | month | weekday | says | is_verb | toward | called | label |
                                       greeting | particle | place_before | lives | street | org_head | works | at_for |
                                       stop | office | eponym_after | staff | family_group | doctor | generic_org |
                                       signature | harmless | age_before | inner_particle;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t h = (a ^ b * 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL;
    return h ^ h >> 32;
}

// The number of a feature: its kind and up to two values.
std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b = 0) {
    const std::uint64_t h = mix((kind + 1) * 0xA0761D6478BD642FULL + a, b) * 0xE7037ED1A0B428DBULL;
    return h ^ h >> 29;
}

std::uint32_t bucket(unsigned level, unsigned low, unsigned high) {
    return level == 0 ? 0U : level < low ? 1U : level < high ? 2U : 3U;
}

std::uint16_t known_of(const Entry& e) {
    std::uint32_t known =
        bucket(e.given, 4, 7) | bucket(e.family, 6, 9) << 2 | bucket(e.place, 5, 9) << 4 | bucket(e.word, 3, 5) << 6;
    known |= (e.has(Entry::german_word) ? 1U : 0U) << 8 | (e.has(Entry::clinical) ? 1U : 0U) << 9;
    known |= (e.has(Entry::clinical_or_name) ? 1U : 0U) << 10 | (e.has(Entry::nationality) ? 1U : 0U) << 11;
    known |= (e.has(Entry::region) || e.has(Entry::state) ? 1U : 0U) << 12 | (e.has(Entry::begins) ? 1U : 0U) << 13;
    return static_cast<std::uint16_t>(known);
}

constexpr std::uint16_t compound_bit = 1U << 14;

std::uint8_t coarse_of(const Entry& e) {
    const unsigned named = e.given >= 6 ? 2 : e.given > 0 || e.family >= 6 ? 1 : 0;
    const unsigned ordinary = e.has(Entry::clinical) || e.word >= 3 || e.has(Entry::german_often) ? 2
                              : e.word > 0 || e.has(Entry::german_word)                           ? 1
                                                                                                  : 0;
    return static_cast<std::uint8_t>(named | ordinary << 2 | (e.place >= 5 || e.has(Entry::state) ? 16U : 0U));
}

std::uint8_t shape_of(const Note& note, const Token& token) {
    switch (token.kind) {
        case Token::Kind::number: return number;
        case Token::Kind::sign: return sign;
        case Token::Kind::clitic: return clitic;
        case Token::Kind::mixed: return mixed;
        case Token::Kind::word: break;
    }
    if (!token.capital) return lower;
    if (token.size() == 1) return single;
    if (token.all_capital) return capitals;
    const std::string_view word = note.view(token).substr(1);
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) ? camel : capital;
}

// Its spelling's bytes, in lower case as far as ASCII goes.
std::uint64_t affix(std::string_view bytes) {
    std::uint64_t value = bytes.size();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        value = value << 8 | byte;
    }
    return value;
}

// "Gesprächsnotiz" ends in a German word; so it is hardly a name, though in no list.
bool compound(const Note& note, const Token& token) {
    const std::string_view word = note.view(token);
    std::array<std::uint64_t, 13> ends;
    std::size_t count = 0;
    for (std::size_t cut = 3; cut + 4 <= word.size() && cut < 16; ++cut) {
        if ((static_cast<unsigned char>(word[cut]) & 0xc0) == 0x80) continue;
        ends[count] = folded_hash(word.substr(cut));
        note.lexicon->prefetch(ends[count++]);
    }
    return std::any_of(ends.begin(), ends.begin() + count,
                       [&](std::uint64_t end) { return note.lexicon->find(end).has(Entry::german_word); });
}

// "dazuhole", "aufhörn", "wöchentlich": a German word's form, so hardly a name in lower case.
bool german_form(std::string_view word) {
    constexpr std::string_view heads[] = {"ge",  "ver", "be",  "ent",  "er",   "zer",  "an",   "auf",
                                          "aus", "ab",  "ein", "mit",  "vor",  "zu",   "um",   "hin",
                                          "her", "weg", "los", "dazu", "nach", "über", "unter"};
    constexpr std::string_view tails[] = {"en",  "te",    "st",  "lich", "isch", "ung",  "heit", "keit",
                                          "end", "ern",   "eln", "chen", "los",  "haft", "bar",  "sam",
                                          "mal", "weise", "rn",  "ln",   "ig",   "est",  "tet"};
    auto begins = [word](std::string_view head) {
        return word.substr(0, head.size()) == head && word.size() > head.size() + 3;
    };
    auto ends = [word](std::string_view tail) { return word.size() > tail.size() + 2 && word.ends_with(tail); };
    return std::any_of(std::begin(heads), std::end(heads), begins) ||
           std::any_of(std::begin(tails), std::end(tails), ends);
}

// In lower case only a word that is a name and little else, or one that stands where names stand.
bool lower_candidate(const Note& note, std::size_t i, bool plain_line) {
    const Token& token = note.tokens[i];
    const Entry& e = *token.entry;
    if (token.size() < 3 || e.is(stop | says | is_verb | toward | month | weekday)) return false;
    const bool ordinary = e.word > 0 || e.has(Entry::german_word) || e.has(Entry::clinical);
    const bool family = e.family >= 7 && !token.german;  // "arbeitet schwarz"
    if (!ordinary && (e.given >= 4 || family || e.place >= 5)) return true;
    if (token.german && !e.known() && german_form(note.view(token))) return false;
    if (plain_line && (ordinary ? e.given >= 7 && e.classes == 0 : token.size() >= 4)) return true;
    if (e.given >= 6 && !token.german && note.joined(i + 1) && note.is(i + 1, says | is_verb)) return true;  // mason is
    if (!note.joined(i) || i == 0) return false;
    if (e.given >= 6 && note.is(i - 1, kin | title | staff | called | toward | greeting)) return true;
    if (!ordinary && i > 1 && note.is(i - 1, is_verb) && note.is(i - 2, called)) return true;  // my name is krithika
    return !ordinary && note.is(i - 1, token.german ? title | called : kin | title | staff | called | greeting);
}

}  // namespace

Features::Features(const Note& note) : note_(note), cells_(note.size() + 2 * edge) {
    mark_lines();
    for (std::size_t i = 0; i < note.size(); ++i) fill(i, cells_[i + edge]);
    mark_repeats();
}

void Features::fill(std::size_t i, Cell& cell) const {
    const Token& token = note_.tokens[i];
    const Entry& e = *token.entry;
    cell.shape = shape_of(note_, token);
    cell.line_start = token.line_start;
    if (token.hash != 0) {
        cell.word = static_cast<std::uint32_t>(token.hash ^ token.hash >> 32);
        cell.known = known_of(e);
        cell.coarse = coarse_of(e);
        const std::uint64_t role = e.classes & role_classes;
        cell.role = static_cast<std::uint32_t>(role * 0x9E3779B97F4A7C15ULL >> 32);
    } else if (token.number()) {
        cell.word = 2 + std::min<std::uint32_t>(token.size(), 6);
    } else {
        cell.word = 16 + static_cast<std::uint32_t>(affix(note_.view(token).substr(0, 3)));
    }
    const bool letters = token.word() || token.kind == Token::Kind::mixed;
    if (letters && token.capital) {
        // "The" and "Das" begin sentences; a name that begins with them has an entry of its own.
        cell.candidate = !e.is(stop) || e.given >= 6 || (!token.sentence_start && token.size() > 1);
        if (token.german && !e.known() && token.size() >= 7 && compound(note_, token)) cell.known |= compound_bit;
    } else if (token.word()) {
        cell.candidate = lower_candidate(note_, i, cell.line == 1 || cell.line == 4);
        cell.link = e.is(particle | at_for) || token.size() <= 3;
    } else {
        cell.link = token.number() || cell.shape == clitic || note_.sign(i, '&') || note_.sign(i, '-') ||
                    note_.sign(i, '.') || note_.sign(i, '\'');
    }
}

// 1: no capital in the line, 2: title case, 3: nothing but capitals, 4: the sentence begins in lower case.
void Features::mark_lines() {
    for (std::size_t first = 0; first < note_.size();) {
        unsigned words = 0, capital_words = 0, loud = 0, any = 0;
        std::size_t last = first;
        do {
            const Token& token = note_.tokens[last];
            any += token.capital ? 1U : 0U;
            if (token.word() && token.size() > 3) {
                ++words;
                capital_words += token.capital ? 1U : 0U;
                loud += token.all_capital ? 1U : 0U;
            }
            ++last;
        } while (last < note_.size() && !note_.tokens[last].line_start);
        std::uint8_t line = 0;
        if (any == 0)
            line = 1;
        else if (words >= 2 && loud * 5 >= words * 4)
            line = 3;
        else if (words >= 3 && capital_words * 4 >= words * 3)
            line = 2;
        bool careless = false;
        for (std::size_t i = first; i < last; ++i) {
            const Token& token = note_.tokens[i];
            if (token.sentence_start && token.word()) careless = !token.capital;
            cells_[i + edge].line = line == 0 && careless ? 4 : line;
        }
        first = last;
    }
}

// Bit 1: also in lower case, bits 2 and 4: with a capital inside of a sentence, once or more often than here.
void Features::mark_repeats() {
    std::size_t size = 256;  // so large that two words hardly ever meet
    while (size < note_.size() * 8) size *= 2;
    std::vector<std::uint8_t> seen(size);
    auto slot = [&](std::size_t i) -> std::uint8_t& { return seen[cells_[i + edge].word * 2654435761U % size]; };
    for (std::size_t i = 0; i < note_.size(); ++i) {
        const Token& token = note_.tokens[i];
        if (!token.word()) continue;
        std::uint8_t& bits = slot(i);
        if (!token.capital)
            bits |= 1;
        else if (!token.sentence_start)
            bits = static_cast<std::uint8_t>(bits | ((bits & 2) != 0 ? 4U : 2U));
    }
    for (std::size_t i = 0; i < note_.size(); ++i) {
        if (note_.tokens[i].word()) cells_[i + edge].repeat = slot(i);
    }
}

// A line's neighbours stand on the same line.
const Features::Cell& Features::near(std::size_t i, int offset) const {
    const std::size_t at = i + edge;
    if (offset < 0) {
        for (int k = 0; k > offset; --k) {
            if (cells_[at - static_cast<std::size_t>(-k)].line_start) return cells_.front();
        }
        return cells_[at - static_cast<std::size_t>(-offset)];
    }
    for (int k = 1; k <= offset; ++k) {
        if (cells_[at + static_cast<std::size_t>(k)].line_start) return cells_.front();
    }
    return cells_[at + static_cast<std::size_t>(offset)];
}

void Features::read(std::size_t i, std::uint64_t* ids) const {
    const Token& token = note_.tokens[i];
    const std::string_view text = note_.view(token);
    const Cell& here = cells_[i + edge];
    const Cell &before = near(i, -1), &before2 = near(i, -2), &after = near(i, 1), &after2 = near(i, 2);
    const unsigned form = here.shape | (token.sentence_start ? 16U : 0U) | (token.german ? 32U : 0U);
    const std::size_t size = text.size();
    auto head = [&](std::size_t n) { return affix(text.substr(0, n)); };
    auto tail = [&](std::size_t n) { return affix(text.substr(size - std::min(n, size))); };
    std::uint64_t* id = ids;
    std::uint64_t kind = 0;
    auto add = [&](std::uint64_t a, std::uint64_t b = 0) { *id++ = feature(kind++, a, b); };
    add(here.word);
    add(here.word, form);
    add(before.word, here.coarse | unsigned{here.shape} << 8);
    add(after.word, here.coarse | unsigned{here.shape} << 8);
    add(before2.word, here.shape);
    add(after2.word, here.shape);
    add(before.word, before2.word);
    add(after.word, after2.word);
    add(tail(2), form);
    add(tail(3), form);
    add(tail(4), form);
    add(head(2), form);
    add(head(4), form);
    add(here.known, form);
    add(here.known, unsigned{here.shape} | unsigned{here.line} << 8 | unsigned{here.repeat} << 16);
    add(here.known, before.known);
    add(here.known, after.known);
    add(here.coarse | unsigned{before.coarse} << 8 | unsigned{after.coarse} << 16,
        here.shape | unsigned{before.shape} << 8 | unsigned{after.shape} << 16);
    add(before.role, here.coarse | unsigned{here.shape} << 8);
    add(after.role, here.coarse | unsigned{here.shape} << 8);
    add(before.role, before2.role | std::uint64_t{here.shape} << 32);
    add(after.role, after2.role | std::uint64_t{here.shape} << 32);
    add(before.role, after.role | std::uint64_t{here.shape} << 32);
    add(here.role, form);
    add(here.repeat | unsigned{here.coarse} << 8, form);
    add(form, before.shape | unsigned{before2.shape} << 8 | unsigned{after.shape} << 16 | unsigned{after2.shape} << 24);
    add(here.line | unsigned{here.coarse} << 8, form);
}

void Features::read_seeds(std::size_t i, std::uint64_t* seeds) const {
    const Cell &here = cells_[i + edge], &before = near(i, -1), &after = near(i, 1);
    seeds[0] = feature(100, here.shape, here.known);
    seeds[1] = feature(101, here.word);
    seeds[2] = feature(102, before.word, here.shape);
    seeds[3] = feature(103, before.coarse | unsigned{here.coarse} << 8, here.shape | unsigned{before.shape} << 8);
    seeds[4] = feature(104, after.role, here.coarse | unsigned{here.shape} << 8 | unsigned{after.shape} << 16);
}

void Features::read_labelled(const std::uint64_t* seeds, Label before, std::uint64_t* ids) {
    for (std::size_t k = 0; k < labelled; ++k) ids[k] = feature(200, seeds[k], static_cast<std::uint64_t>(before));
}

}  // namespace covision::deid
