// What a note holds of our own codes already: "Client A", "her sister B".
#include "server/deid/tokens.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Beside the closed classes, from which the tagger learns.
const WordSet relations(
    "gatte gattin ehegatte ehegattin ehepartner witwe witwer geliebte geliebter expartner expartnerin stiefbruder "
    "stiefschwester stiefopa stiefoma schwiegersohn schwiegertochter pflegebruder pflegeschwester pflegekind adoptivmutter "
    "adoptivvater adoptivsohn adoptivtochter kindsvater kindsmutter kindesvater kindesmutter vetter grosstante grossonkel "
    "schulfreund schulfreundin jugendfreund jugendfreundin patenkind keyworker stepgrandson stepgranddaughter widow widower");

// The proposals count people from A on ("Mr A", "her partner B"): a letter before which others are missing is
// somebody's initial ("Mr K.").
void leave_initials(std::string_view text, std::vector<Token>& tokens) {
    std::uint32_t letters = 0;
    auto bit = [&](const Token& token) { return 1U << (static_cast<unsigned>(text[token.begin] - 'A') & 31U); };
    for (const Token& token : tokens) {
        if (token.word() && token.capital && token.size() == 1) letters |= bit(token);
    }
    std::uint32_t counted = 0;
    while ((letters & (counted + 1)) != 0) counted = counted * 2 + 1;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        if (!token.code || token.size() != 1 || (bit(token) & counted) != 0) continue;
        const bool stop = tokens[i - 1].kind == Token::Kind::sign;
        Token& role = tokens[stop ? i - 2 : i - 1];
        if (!role.entry->is(title) && (role.capital || (!role.entry->is(kin | staff) && !relation_word(role))))
            continue;
        token.code = role.code = false;
    }
}

}  // namespace

bool relation_word(const Token& token) { return relations.has(token); }

void mark_codes(std::string_view text, std::vector<Token>& tokens) {
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        if (!token.word() || !token.capital || token.size() > 2 || token.line_start) continue;
        if (token.size() == 2 && (!token.all_capital || token.entry->classes != 0)) continue;
        std::size_t before = i - 1;
        if (tokens[before].kind == Token::Kind::sign && text[tokens[before].begin] == '.' && before > 0) --before;
        Token& role = tokens[before];
        const bool person = text.substr(role.begin, role.size()) == "Person";
        if (!role.entry->is(kin | staff | title | label) && !relation_word(role) && !person) continue;
        // "Dr A. Miller", "Frau O'Neill": the letter belongs to a name.
        if (i + 2 < tokens.size() && text[tokens[i + 1].begin] == '.' && !tokens[i + 1].space_before) {
            const Token& next = tokens[i + 2];
            if (next.word() && next.capital && !next.sentence_start && !next.line_start) continue;
        }
        if (i + 1 < tokens.size() && !tokens[i + 1].space_before && tokens[i + 1].kind == Token::Kind::sign &&
            (text[tokens[i + 1].begin] == '-' || text[tokens[i + 1].begin] == '&')) {
            continue;
        }
        token.code = true;
        role.code = role.capital || !role.entry->is(title);
    }
    leave_initials(text, tokens);
}

}  // namespace covision::deid
