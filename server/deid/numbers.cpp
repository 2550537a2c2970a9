// Numbers that name somebody: telephone, insurance, tax, bank and record numbers.
#include <algorithm>
#include <cctype>

#include "server/deid/calendar.hpp"
#include "server/deid/checksums.hpp"
#include "server/deid/digit_run.hpp"

namespace covision::deid {
namespace {

struct Verdict {
    bool found = false;
    Type type = Type::id;
    Level level = Level::must_replace;
    const char* why = "";
};

Verdict certain(Type type, const char* why) { return {true, type, Level::must_replace, why}; }

// The first `count` groups as a number with check digits or a fixed form.
Verdict official(const Note& note, const DigitRun& run, std::size_t count) {
    const std::string digits = run.digits.substr(0, run.digits_of(count));
    const bool whole = count == 1;
    const bool id_near = note.near_before(run.first, id_word, 6);
    switch (digits.size()) {
        case 6:
            if (run.shaped(count, {2, 2, 2}) && run.separated_by(count, "-") &&
                note.near_before(run.first, account_word, 6)) {
                return certain(Type::account, "account_number");
            }
            break;
        case 9:
            if (run.shaped(count, {3, 2, 4}) && (run.separated_by(count, "-") || run.separated_by(count, " ")) &&
                (social_security_number(digits) || id_near)) {
                return certain(Type::id, "social_security_number");
            }
            if (whole && id_near && (social_security_number(digits) || bsn(digits))) {
                return certain(Type::id, "insurance_number");
            }
            break;
        case 10:
            if ((whole || (run.shaped(count, {3, 3, 4}) && run.separated_by(count, " -"))) && nhs_number(digits) &&
                !note.near_before(run.first, account_word, 4) &&
                (id_near || !note.near_before(run.first, phone_word, 4))) {
                return certain(Type::id, "nhs_number");
            }
            break;
        case 11:
            if ((whole || run.shaped(count, {2, 3, 3, 3})) && tax_id_german(digits))
                return certain(Type::id, "tax_number");
            break;
        case 13:
            if ((whole || run.shaped(count, {3, 4, 4, 2})) && ahv(digits)) return certain(Type::id, "insurance_number");
            break;
        case 15:
            if ((whole || run.shaped(count, {1, 2, 2, 2, 3, 3, 2}) || run.shaped(count, {13, 2})) && nir(digits)) {
                return certain(Type::id, "insurance_number");
            }
            break;
        default: break;
    }
    const bool card_shape = whole || run.shaped(count, {4, 4, 4, 4}) || run.shaped(count, {4, 6, 5}) ||
                            run.shaped(count, {4, 6, 4}) || run.shaped(count, {4, 4, 4, 4, 3});
    if (card_shape && run.separated_by(count, " -") && card(digits)) return certain(Type::account, "card_number");
    if (digits.size() >= 6 && note.near_before(run.first, account_word, 5) && run.separated_by(count, " -")) {
        return certain(Type::account, "account_number");
    }
    return {};
}

bool north_american(const DigitRun& run, std::size_t count) {
    const std::size_t skip = count == 4 && run.groups[0].size == 1 && run.digits[0] == '1' ? 1 : 0;
    if (count - skip != 3) return false;
    const auto& g = run.groups;
    if (g[skip].size != 3 || g[skip + 1].size != 3 || g[skip + 2].size != 4) return false;
    return run.digits[skip] >= '2' && run.separated_by(count, " -.)(/");
}

// A national number from its 0 on, in the groups of one of the countries that write it so.
bool national(const Note& note, const DigitRun& run, std::size_t count) {
    const std::size_t size = run.digits_of(count);
    if (run.digits[0] != '0' || size < 8 || size > 13) return false;
    if (count == 1) {
        const std::string_view start = std::string_view(run.digits).substr(0, 2);
        if (size == 11 && (start == "07" || start == "01" || start == "02")) return true;
        if (size == 12 && start == "01") return true;
        return size == 10 && (start == "06" || start == "07" || start == "04");
    }
    if (run.digits[1] == '0' || run.groups[0].size < 2 || run.groups[0].size > 6) return false;
    for (std::size_t g = 1; g < count; ++g) {
        if (run.groups[g].size < 2) return false;
    }
    if (run.separated_by(count, ".") && run.groups[0].size != 2) return false;
    return size >= 10 || (size == 9 && !run.separated_by(count, ".")) || note.near_before(run.first, phone_word, 5);
}

bool phone(const Note& note, const DigitRun& run, std::size_t count) {
    const std::size_t size = run.digits_of(count);
    const auto& g = run.groups;
    if (run.plus) return size >= 8 && size <= 15 && run.digits[0] != '0';
    if (run.digits.rfind("00", 0) == 0 && run.digits.size() > 2 && run.digits[2] != '0' && size >= 10 && size <= 16) {
        return count > 1 || size >= 11;
    }
    if (north_american(run, count) || national(note, run, count)) return true;
    if (size == 9 && run.digits[0] >= '6' && (run.shaped(count, {3, 3, 3}) || run.shaped(count, {3, 2, 2, 2})) &&
        run.separated_by(count, " -")) {
        return true;
    }
    const bool told = note.near_before(run.first, phone_word, 5);
    if (run.shaped(count, {3, 4}) && g[1].before == '-' && (told || run.digits.rfind("555", 0) == 0)) return true;
    if (!told || size < 6 || size > 15) return false;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < count; ++i) longest = std::max(longest, g[i].size);
    if (longest == 2 && size >= 6) return note.near_before(run.first, phone_word, 2) && run.separated_by(count, " ");
    return longest >= 3 && (size >= 7 || count == 1);
}

// "ext. 12", "x12", "DW 3" after a telephone number.
std::size_t with_extension(const Note& note, std::size_t last) {
    std::size_t at = last + 1;
    const std::string_view word = note.view(at);
    if (!note.joined(at)) return last;
    if (word == "ext" || word == "x" || word == "extension" || word == "DW") {
        ++at;
        if (note.sign(at, '.')) ++at;
        return note.at(at).number() && note.at(at).size() <= 6 ? at : last;
    }
    if (note.at(at).kind == Token::Kind::mixed && word.size() <= 6 && word[0] == 'x') return at;
    return last;
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
    for (std::size_t count = run.groups.size(); count > 0; --count) {
        Verdict verdict = official(note, run, count);
        if (!verdict.found && phone(note, run, count)) verdict = certain(Type::phone, "phone");
        if (!verdict.found && count == 1 && !run.plus && run.digits_of(1) >= 7) {
            verdict = {true, Type::id, run.digits_of(1) >= 9 ? Level::must_replace : Level::review, "long_number"};
        }
        if (!verdict.found) continue;
        std::size_t last = run.groups[count - 1].token;
        if (verdict.type == Type::phone) last = with_extension(note, last);
        note.add(found, run.first, last, verdict.type, verdict.level, verdict.why);
        return last;
    }
    return i - 1;
}

bool glue_sign(const Note& note, std::size_t i) {
    return note.glued(i) && (note.sign(i, '-') || note.sign(i, '/') || note.sign(i, '.') || note.sign(i, '_'));
}

// "MRN: 48-2213", "Patient ID is A7731": a word for a record, then its number.
void find_record(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    bool told = note.at(i).all_capital;
    for (int skipped = 0; skipped < 6 && note.joined(at); ++skipped, ++at) {
        if (note.sign(at, ':') || note.sign(at, '#')) {
            told = true;
        } else if (note.is(at, number_word)) {
            told = told || note.view(at) != "is";
        } else if (!note.is(at, id_word) && !note.sign(at, '.') && !note.sign(at, '(') && !note.sign(at, ')') &&
                   !note.sign(at, '-')) {
            break;
        }
    }
    if (!note.joined(at)) return;
    std::size_t last = at, digits = 0;
    for (std::size_t k = at; k < note.size() && k < at + 12; ++k) {
        if (k > at && !note.glued(k)) break;
        const Token& token = note.tokens[k];
        if (token.kind == Token::Kind::sign) {
            if (!glue_sign(note, k) || !note.glued(k + 1)) break;
            continue;
        }
        if (token.word() && token.size() > 5) break;
        for (const char c : note.view(token)) digits += std::isdigit(static_cast<unsigned char>(c)) != 0 ? 1U : 0U;
        last = k;
    }
    if (read_date(note, at).month != 0 || read_date(note, last).month != 0) return;
    const bool year = at == last && note.at(at).number() && digits == 4;
    if (digits >= (told ? 4U : 6U) && !(year && !note.at(i).all_capital)) {
        note.add(found, at, last, Type::id, Level::must_replace, "record_number");
    }
}

// "A1234567", "12AB34567": letters and many digits are a code, "1000mg" is a dose.
void find_code(const Note& note, std::size_t i, Candidates& found) {
    const std::string_view text = note.view(i);
    std::size_t digits = 0;
    for (const char c : text) digits += c >= '0' && c <= '9' ? 1U : 0U;
    if (note.near_before(i, plate_word, 3) && text.size() >= 5 && digits >= 2 && digits < text.size()) {
        note.add(found, i, i, Type::plate, Level::must_replace, "plate");
        return;
    }
    const bool dose = text[0] >= '0' && text[0] <= '9' && text.size() - digits <= 4 && text.back() > '9' &&
                      text.find_last_of("0123456789") + 1 == digits;
    if (digits >= 5 && text.size() >= 7 && !dose) note.add(found, i, i, Type::id, Level::must_replace, "code");
}

}  // namespace

void find_numbers(const Note& note, Candidates& found) {
    for (std::size_t i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        if (token.entry->is(id_word)) find_record(note, i, found);
        if (token.kind == Token::Kind::mixed) find_code(note, i, found);
        const bool opens = token.kind == Token::Kind::sign && (note.sign(i, '+') || note.sign(i, '('));
        if (!token.number() && !opens) continue;
        if (token.number()) {
            const Day date = read_date(note, i);
            if (date.month != 0) {
                i = std::max(i, date.last);
                continue;
            }
        }
        const std::size_t last = judge_run(note, i, found);
        if (last != i - 1) i = last;
    }
}

}  // namespace covision::deid
