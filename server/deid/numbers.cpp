// Numbers that name somebody: telephone, insurance, tax, bank and record numbers.
#include <algorithm>

#include "server/deid/calendar.hpp"
#include "server/deid/digits.hpp"
#include "server/deid/number_forms.hpp"
#include "server/deid/records.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// What science, libraries, shops and helplines number, and round sums: no person.
bool published(const Note& note, std::size_t i, const DigitRun& run) {
    static const WordSet labels(
        "pmid isbn issn ean doi nct snomed loinc rxnorm atc orcid ndc cas arxiv din build version timestamp");
    for (std::size_t k = i; k > 0 && i - k < 3 && note.joined(k); --k) {
        if (labels.has(note.at(k - 1))) return true;
    }
    const std::string_view digits = run.digits;
    if (helpline(digits)) return true;
    if (run.groups.size() == 1 && digits.find_first_not_of('0', 2) == std::string_view::npos) return true;  // 10000000
    if (digits.size() != 13 || (digits.substr(0, 3) != "978" && digits.substr(0, 3) != "979")) return false;
    return weighted_sum(digits, {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1}) % 10 == 0;
}

// "1234567 people": a number of many.
bool amount(const Note& note, std::size_t last) {
    static const WordSet counted(
        "people persons euros euro dollars pounds steps followers views users items copies years patients atoms "
        "hours minutes days weeks times kronor rupees menschen schritte einwohner inhabitants units");
    return note.joined(last + 1) && counted.has(note.at(last + 1));
}

// A bracket that closes behind the number is the sentence's: "(07911 123456)", but "(089) 1234567".
std::size_t begin_of(const Note& note, const DigitRun& run, std::size_t last) {
    if (!note.sign(run.first, '(')) return run.first;
    for (std::size_t k = run.first; k <= last; ++k) {
        if (note.sign(k, ')')) return run.first;
    }
    return run.first + 1;
}

// Returns the last token taken, or `i - 1` when nothing was found.
std::size_t judge_run(const Note& note, std::size_t i, Candidates& found) {
    const DigitRun run = read_run(note, i);
    if (run.groups.empty() || run.digits.size() < 6) return i - 1;
    // A value or a word glued before it: "PHQ-9", "$1200", "1,200".
    if (i > 0 && note.glued(i) && note.at(i - 1).kind == Token::Kind::sign) {
        const char c = note.text[note.at(i - 1).begin];
        if (c == '$' || c == ',' || c == '.') return i - 1;
    }
    if (published(note, i, run) || amount(note, run.groups.back().token)) return run.groups.back().token;
    for (std::size_t count = run.groups.size(); count > 0; --count) {
        Verdict verdict = official_number(note, run, count);
        if (!verdict.found && phone_number(note, run, count)) verdict = certain(Type::phone, "phone");
        if (!verdict.found && count == 1 && !run.plus && run.digits_of(1) >= 7) {
            const bool failed = run.digits_of(1) >= 14;  // as long as a card's, but its check is wrong
            verdict = {true, Type::id, run.digits_of(1) >= 8 && !failed ? Level::must_replace : Level::review,
                       "long_number"};
        }
        if (!verdict.found) continue;
        std::size_t last = run.groups[count - 1].token;
        // What hangs on a long number is part of it: "35202-1187745-3", "4410221/882190".
        if (verdict.why == std::string_view("long_number")) {
            for (std::size_t g = 1;
                 g < run.groups.size() && (run.groups[g].before == '-' || run.groups[g].before == '/'); ++g)
                last = run.groups[g].token;
        }
        if (verdict.type == Type::phone || verdict.why == std::string_view("nhs_number"))
            last = with_extension(note, last);
        note.add(found, begin_of(note, run, last), last, verdict.type, verdict.level, verdict.why);
        return last;
    }
    return i - 1;
}

// What is short and needs its word; few words begin like one.
void find_short(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    const char c = static_cast<char>(note.text[token.begin] | 0x20);  // small, where it is a letter
    if (note.sign(i, '#')) find_hash_number(note, i, found);
    if (token.kind == Token::Kind::mixed && note.text[token.begin] == 'x') find_extension(note, i, found);
    const bool soon = note.at(i + 1).number() || note.at(i + 2).number() || note.at(i + 1).kind == Token::Kind::mixed;
    if (!token.word() || token.size() < 2 || token.size() > 12) return;
    if (std::string_view("pkcztgdes").find(c) != std::string_view::npos) find_key(note, i, found);
    if (soon && std::string_view("epbdranf").find(c) != std::string_view::npos) find_extension(note, i, found);
    if (std::string_view("lbcipr").find(c) != std::string_view::npos) find_batch(note, i, found);
}

// What a word at token i says of a number that comes soon.
void find_told(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    const std::uint64_t classes = token.entry->classes;
    if ((classes & (id_word | number_word)) != 0 || (token.capital && token.size() >= 6)) {
        if (record_word(note, i)) find_record(note, i, found);
        if ((classes & number_word) != 0 && note.view(i) != "is" && note.view(i) != "ist")
            find_numbered(note, i, found);
    }
    if (token.all_capital && token.size() <= 6 && token.word()) find_labelled(note, i, found);
    if (token.word() && note.view(i).substr(0, 3) == "end") find_card_end(note, i, found);
    if (i > 0 && (note.view(i) == "4" || note.view(i) == "four")) find_last_four(note, i, found);
    find_short(note, i, found);
}
constexpr std::size_t told_reach = 12;  // tokens; none of these looks further

}  // namespace

void find_numbers(const Note& note, Candidates& found) {
    std::size_t coded = 0;   // tokens before this one are part of a code
    std::size_t figure = 0;  // the next token with a figure in it, from i on
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        for (figure = std::max(figure, i); figure < note.size(); ++figure) {
            const Token::Kind kind = note.tokens[figure].kind;
            if (kind == Token::Kind::number || kind == Token::Kind::mixed) break;
        }
        if (figure < i + told_reach) find_told(note, i, found);
        if (token.entry->is(handle_word)) find_handle(note, i, found);
        const bool opens = token.kind == Token::Kind::sign && (note.sign(i, '+') || note.sign(i, '('));
        if (i >= coded && token.kind != Token::Kind::sign) coded = find_code(note, i, found) + 1;
        if (!token.number() && !opens) continue;
        if (token.number()) {
            const Day date = read_date(note, i);
            if (date.month != 0 && !(note.sign(i + 1, '-') && note.near_before(i, account_word, 4))) {
                i = std::max(i, date.last);
                continue;
            }
        }
        const std::size_t last = judge_run(note, i, found);
        if (last != i - 1) i = last;
    }
    leave_classified(note, found);
}

}  // namespace covision::deid
