// What the rules share: the note as tokens, and the candidates that they hand on. Internal to the de-identifier.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/deid/deid.hpp"
#include "server/deid/tokens.hpp"

namespace covision::deid {

struct Candidate {
    std::uint32_t begin = 0, end = 0;  // bytes of the prepared text
    Type type = Type::name;
    Level level = Level::review;
    std::string_view reason = "";
    bool whole = false;   // all its words belong to it: a name by its word alone inside of it is a part
    bool likely = false;  // only asked about as the note is dense: gives way to any other
};
using Candidates = std::vector<Candidate>;

// The longest entries of several words that begin at a token; `last` is meaningless where the entry is null.
struct Phrases {
    const Entry* place = nullptr;
    std::size_t place_last = 0;
    const Entry* clinical = nullptr;
    std::size_t clinical_last = 0;
    const Entry* rare = nullptr;  // of phrases.hpp
    std::size_t rare_last = 0;
};

// How a note writes its full dates with slashes: not at all, so that nothing tells, the American or the European way.
enum class DayOrder : std::uint8_t { none, either, month_first, day_first };

// What a note is full of: certain identifiers, terms and no identifiers, neither; prior.hpp.
enum class Prior : std::uint8_t { usual, dense, bare };

struct Note {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<std::uint32_t> first_from;  // of each 32 bytes of the text the first token that begins there or later
    bool german = false;
    bool lower_style = false;  // sentences mostly begin in lower case: so may names
    DayOrder day_order = DayOrder::none;
    Prior prior = Prior::usual;
    Strictness strictness = Strictness::standard;
    const Lexicon* lexicon = nullptr;
    const Model* model = nullptr;
    Token nothing;  // stands before the first and after the last token

    // Cuts the text into its tokens.
    void cut();
    // The first token that begins at this byte or later; size() when there is none.
    std::size_t from(std::uint32_t byte) const;

    std::size_t size() const { return tokens.size(); }
    // Any index is allowed; so rules may look around without asking.
    const Token& at(std::size_t i) const { return i < tokens.size() ? tokens[i] : nothing; }
    std::string_view view(const Token& token) const { return text.substr(token.begin, token.end - token.begin); }
    std::string_view view(std::size_t i) const { return view(at(i)); }
    bool sign(std::size_t i, char c) const {
        const Token& token = at(i);
        return token.kind == Token::Kind::sign && token.size() == 1 && text[token.begin] == c;
    }
    bool is(std::size_t i, std::uint64_t classes) const { return at(i).entry->is(classes); }
    // On the same line as the token before it, and near: nothing or one space between.
    bool joined(std::size_t i) const { return i < tokens.size() && !tokens[i].line_start; }
    bool glued(std::size_t i) const { return joined(i) && !tokens[i].space_before; }
    // The last word before token i on its line, at most 8 tokens away; size() when there is none.
    std::size_t word_before(std::size_t i) const;
    // A word of these classes at most `reach` tokens before i, on the same line.
    bool near_before(std::size_t i, std::uint64_t classes, std::size_t reach) const;
    Phrases phrases(std::size_t i) const;
    void add(Candidates& found, std::size_t first, std::size_t last, Type type, Level level,
             std::string_view why) const {
        found.push_back({tokens[first].begin, tokens[last].end, type, level, why});
    }
};

// The rules. Each reads the whole note and adds its candidates; overlaps are settled later, in settle().
void find_dates(const Note& note, Candidates& found);
void find_ages(const Note& note, Candidates& found);
void find_numbers(const Note& note, Candidates& found);
void find_addresses(const Note& note, Candidates& found);
void find_names(const Note& note, Candidates& found);
void find_tagged(const Note& note, Candidates& found);
void find_acting(const Note& note, Candidates& found);
void find_places(const Note& note, Candidates& found);
void find_organisations(const Note& note, Candidates& found);
void find_rarities(const Note& note, Candidates& found);
void find_seasons(const Note& note, Candidates& found);
void find_quotes(const Note& note, Candidates& found);
// After the others: it looks at what they found.
void find_combinations(const Note& note, Candidates& found);
void find_own_words(const Note& note, const Policy& policy, Candidates& found);

// Names that only the whole note tells; short forms and slips of names that were accepted.
void find_repeated(const Note& note, Candidates& found);
// A doubtful name that comes three times is one.
void raise_repeated(const Note& note, Candidates& found);
void find_variants(const Note& note, const Candidates& settled, Candidates& found);
// Is one, folded, another form of the other: "basti" of "bastian", "bill" of "william", "jonhson" of "johnson"?
bool variant_of(std::string_view form, std::string_view name);

// Corrections between the rules and the findings; corrections.cpp says what each does.
void take_hyphenated(const Note& note, Candidates& found);
void take_towns(const Note& note, Candidates& found);
// A doubtful name that is rather an instrument, a medicine or a score.
bool of_trade(const Note& note, const Candidate& candidate);
// A name for certain that in a text of terms is rather a thing, as nothing around it speaks for somebody.
bool rather_eponym(const Note& note, const Candidate& candidate);
// In a text of terms, too, somebody, somewhere or an employer: by what stands around it. bare.cpp
bool speaks_for_itself(const Note& note, const Candidate& candidate);
// A term, an instrument, or whom such a thing is called after.
inline bool term_of_trade(const Token& token) {
    const Entry& e = *token.entry;
    return token.word() &&
           (e.is(instrument) || e.has(Entry::clinical) || (token.capital && e.has(Entry::clinical_or_name)));
}
void leave_codes(const Note& note, Candidates& found);
void join_names(const Note& note, Candidates& settled);
// Of a quotation that holds something certain, the longest part beside that; `quotes` is what find_quotes found.
void part_quotes(const Note& note, const Candidates& quotes, Candidates& settled);

// In order and without overlaps: certain before doubtful, long before short.
Candidates settle(Candidates found);
// Looks for the parts of accepted names everywhere in the note.
void spread_names(const Note& note, const Candidates& settled, Candidates& found);

// For each candidate what could stand there instead, in the note's language.
std::vector<std::vector<std::string>> propose(const Note& note, const Candidates& settled);

}  // namespace covision::deid
