#include "server/deid/note.hpp"

#include <algorithm>

#include "server/deid/fold.hpp"

namespace covision::deid {

namespace {

constexpr std::size_t stride = 32;  // bytes

void consider(Phrases& phrases, const Entry& entry, std::size_t last) {
    if (entry.place > 0 || entry.has(Entry::region) || entry.has(Entry::state)) {
        phrases.place = &entry;
        phrases.place_last = last;
    }
    if (entry.has(Entry::clinical) || entry.has(Entry::clinical_or_name)) {
        phrases.clinical = &entry;
        phrases.clinical_last = last;
    }
    if (entry.is(rare_job | rare_disease | rare_family | in_news | office)) {
        phrases.rare = &entry;
        phrases.rare_last = last;
    }
}

}  // namespace

void Note::cut() {
    tokens = tokenise(text, *lexicon);
    nothing.entry = &lexicon->find(0);
    nothing.line_start = nothing.space_before = true;
    first_from.reserve(text.size() / stride + 1);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        while (first_from.size() * stride <= tokens[i].begin) first_from.push_back(static_cast<std::uint32_t>(i));
    }
}

std::size_t Note::from(std::uint32_t byte) const {
    const std::size_t part = byte / stride;
    std::size_t i = part < first_from.size() ? first_from[part] : tokens.size();
    while (i < tokens.size() && tokens[i].begin < byte) ++i;
    return i;
}

std::size_t Note::word_before(std::size_t i) const {
    for (int left = 8; left > 0 && i > 0 && i < tokens.size() && !tokens[i].line_start; --left) {
        --i;
        if (tokens[i].kind == Token::Kind::word || tokens[i].kind == Token::Kind::mixed) return i;
    }
    return tokens.size();
}

bool Note::near_before(std::size_t i, std::uint64_t classes, std::size_t reach) const {
    if (i >= tokens.size()) return false;
    for (std::size_t left = reach; left > 0 && i > 0 && !tokens[i].line_start; --left) {
        --i;
        if (tokens[i].entry->is(classes)) return true;
        const bool short_form = i > 0 && tokens[i - 1].size() <= 4 && tokens[i - 1].entry->is(classes);  // "Tel."
        if (sign(i, '.') && at(i + 1).sentence_start && !short_form) return false;
    }
    return false;
}

Phrases Note::phrases(std::size_t i) const {
    Phrases result;
    const bool of_gazetteer = at(i).entry->has(Entry::begins);
    if (!of_gazetteer && !is(i, phrase_start)) return result;
    std::uint64_t hash = at(i).hash;
    std::size_t next = i + 1;
    for (int words = 1; words < 6; ++words) {
        bool glued_s = false;
        if (at(next).kind == Token::Kind::clitic && joined(next)) {
            hash = hash_more(hash, "s");
            glued_s = true;
            ++next;
        }
        if (glued_s) consider(result, lexicon->find(hash), next - 1);
        if (((sign(next, '-') || sign(next, '.')) && glued(next)) && joined(next + 1)) ++next;
        const Token& token = at(next);
        if (!joined(next) || token.kind == Token::Kind::sign || token.kind == Token::Kind::clitic) break;
        if (!of_gazetteer && !token.entry->is(phrase_part)) break;
        hash = folded_hash(view(token), hash_more(hash, " "));
        consider(result, lexicon->find(hash), next);
        ++next;
    }
    return result;
}

void find_own_words(const Note& note, const Policy& policy, Candidates& found) {
    for (const std::string& own : policy.flag) {
        const std::vector<Token> wanted = tokenise(own, *note.lexicon);
        if (wanted.empty()) continue;
        for (std::size_t i = 0; i + wanted.size() <= note.size(); ++i) {
            bool same = true;
            for (std::size_t w = 0; same && w < wanted.size(); ++w) {
                const Token& token = note.tokens[i + w];
                same = token.kind == wanted[w].kind && token.hash == wanted[w].hash &&
                       (token.hash != 0 ||
                        note.view(token) == std::string_view(own).substr(wanted[w].begin, wanted[w].size()));
            }
            if (same) note.add(found, i, i + wanted.size() - 1, Type::org, Level::must_replace, "own_word");
        }
    }
}

}  // namespace covision::deid
