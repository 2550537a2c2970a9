// Codes of letters and digits, plates, court files, user names.
#include <string>

#include "server/deid/calendar.hpp"
#include "server/deid/checksums.hpp"
#include "server/deid/code_chain.hpp"
#include "server/deid/digits.hpp"
#include "server/deid/national_ids.hpp"
#include "server/deid/records.hpp"

namespace covision::deid {
namespace {

// A British prisoner's number: A1234BC.
bool prisoner(std::string_view text) {
    return text.size() == 7 && ascii_capital(text[0]) && all_digits(text.substr(1, 4)) && all_capitals(text.substr(5));
}

// Identity numbers with letters, known by form and check.
bool known_code(const std::string& text) {
    return national_insurance(text) || pension_number_german(text) || insurance_number_german(text) || dni(text) ||
           medicare_american(text) || codice_fiscale(text) || pan_indian(text) || resident_chinese(text) ||
           nric(text) || prisoner(text) || curp(text) || vin(text) || driver_british(text) || iban(text);
}

// … whose check is weak or that look like other things, so that a word for a number has to stand before.
bool likely_code(const std::string& text) {
    return nhi(text) || pps(text) || hetu(text) || hkid(text) || dea(text) || rut(text) || vin_form(text);
}

// "G2P1011": pregnancies and births.
// How often letters and figures take turns; many times in what a machine made, hardly ever in what one wrote.
int changes(std::string_view text) {
    int count = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (static_cast<unsigned char>(text[i]) >= 0x80) return 0;
        count += ascii_digit(text[i]) != ascii_digit(text[i - 1]) ? 1 : 0;
    }
    return count;
}
// A Bitcoin address in its older form.
bool wallet(std::string_view text) {
    constexpr std::string_view signs = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    return text.size() >= 26 && text.size() <= 35 && (text[0] == '1' || text[0] == '3') && changes(text) >= 2 &&
           text.find_first_not_of(signs) == std::string_view::npos;
}
bool amount_of_money(std::string_view text) {  // GBP20000
    const std::string_view unit = text.substr(0, 3);
    return text.size() > 3 && all_digits(text.substr(3)) &&
           (unit == "GBP" || unit == "EUR" || unit == "USD" || unit == "CHF" || unit == "AUD" || unit == "CAD");
}
bool vanity(std::string_view text) {  // 1-800-273-TALK
    return text.size() == 11 && text.substr(0, 2) == "18" && all_digits(text.substr(0, 7)) &&
           all_capitals(text.substr(7));
}
bool registered(std::string_view text) { return text.size() == 11 && text.substr(0, 3) == "NCT"; }  // a trial
bool births(std::string_view text) {
    return text.size() >= 4 && text[0] == 'G' && ascii_digit(text[1]) && text.find('P') < 4;
}

// Long enough a mixture that nothing else looks so: a serial number, a file with its year.
bool coded(const Note& note, std::size_t i, const Chain& chain) {
    const bool single = chain.last == i;
    const bool short_words = chain.longest_word <= (single ? 40U : 6U);
    if (chain.letters == 0) return chain.digits >= 7 && chain.slash && chain.hyphen;  // 4.2-7781/22
    if (!short_words || births(chain.compact) || amount_of_money(chain.compact) || vanity(chain.compact) ||
        registered(chain.compact) || (chain.dot && !chain.slash && chain.groups > 3))
        return false;
    if (chain.digits >= 5 && chain.compact.size() >= 7 && (chain.capitals || single || chain.digits >= 6)) return true;
    if (single && chain.compact.size() >= 24) return wallet(chain.compact) || changes(chain.compact) >= 6;  // a key
    if (single) return chain.capitals && chain.digits >= 2 && chain.letters >= 2 && chain.compact.size() >= 11;
    const Token& last = note.at(chain.last);
    return chain.capitals && chain.groups >= 3 && chain.letters >= 3 && last.number() && last.size() >= 4 &&
           note.view(last)[0] != '1' && note.view(last)[0] != '2';
}

// "WB4471", "Y4471": shorter, so for review; no American billing code ("J1885"), no year ("FY2023").
bool short_code(std::string_view text) {
    std::size_t letters = 0;
    while (letters < text.size() && ascii_capital(text[letters])) ++letters;
    const std::string_view digits = text.substr(letters);
    if (letters == 0 || letters > 3 || digits.size() < 4 || digits.size() > 6 || !all_digits(digits)) return false;
    const bool year = digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
    const bool billed = letters == 1 && digits.size() == 4 && std::string_view("FINOWXYZ").find(text[0]) == text.npos;
    return !year && !billed && !amount_of_money(text) && !registered(text);
}

bool month_inside(const Note& note, std::size_t first, std::size_t last) {
    for (std::size_t k = first; k <= last; ++k) {
        if (note.is(k, month)) return true;
    }
    return false;
}

// A word for a plate at most `reach` tokens before, in the same clause.
bool plate_near(const Note& note, std::size_t i, std::size_t reach) {
    for (std::size_t k = i; reach > 0 && k > 0 && !note.at(k).line_start; --reach) {
        --k;
        if (note.is(k, plate_word)) return true;
        if (note.sign(k, ';') || note.sign(k, '/') || (note.sign(k, '.') && note.at(k + 1).sentence_start))
            return false;
    }
    return false;
}

// After "reg", "Kennzeichen": up to three groups of capitals and digits, spaces or hyphens between.
bool find_plate(const Note& note, std::size_t i, Candidates& found) {
    const bool strong = note.at(i).kind == Token::Kind::mixed && note.at(i).size() >= 6 && note.at(i).all_capital;
    if (note.at(i).entry->has(Entry::clinical) || !plate_near(note, i, strong ? 8 : 4)) return false;
    std::size_t last = i, letters = 0, digits = 0, groups = 0;
    for (std::size_t k = i; k < note.size() && groups < 4; ++k) {
        const Token& token = note.tokens[k];
        if (k > i && !note.joined(k)) break;
        if (note.sign(k, '-') && note.glued(k) && note.glued(k + 1)) continue;
        const bool last_letter = groups > 0 && token.size() == 1 && (!note.joined(k + 1) || !note.at(k + 1).word());
        const bool capitals = token.word() && token.size() <= 3 && (token.all_capital || token.size() == 1) &&
                              token.capital && (last_letter || !token.entry->is(stop));
        if (!capitals && !(token.number() && token.size() <= 6) && token.kind != Token::Kind::mixed) break;
        for (const char c : note.view(token)) (ascii_digit(c) ? digits : letters) += 1;
        last = k;
        ++groups;
    }
    if (note.sign(last + 1, '/') || note.sign(last + 1, '%') || note.sign(i - 1, '$')) return false;
    if (letters + digits < 4 || letters + digits > 9 || letters == 0 || digits == 0) return false;
    if (groups == 1 && (letters < 2 || dose(note.view(i)) || !ascii_capital(note.view(i).back())) && digits < 3) {
        return false;
    }
    note.add(found, i, last, Type::plate, Level::must_replace, "plate");
    return true;
}

// "P 88 BP 122/80" is no file.
bool vital(std::string_view word) {
    return word == "BP" || word == "RR" || word == "HR" || word == "HF" || word == "P" || word == "AF" || word == "BD";
}

// The register of a court of guardianship; it has no number of a chamber before it.
bool guardianship(std::string_view word) { return word == "XVII" || word == "XVI" || word == "XIV"; }

// "34 F 218/24", "7 Ls 420 Js 31877/23", "XVII 1188/24": how German courts and prosecutors number their files.
std::size_t find_court_file(const Note& note, std::size_t i, Candidates& found) {
    std::size_t registers = guardianship(note.view(i)) && note.joined(i + 1) ? 1 : 0;
    std::size_t at = i + registers;
    while (registers < 3 && note.at(at).number() && note.at(at).size() <= 4 && note.joined(at + 1)) {
        const Token& sign = note.at(at + 1);
        if (!sign.word() || !sign.capital || sign.size() > 5 || sign.entry->is(month | weekday)) break;
        if ((sign.size() > 3 && !sign.all_capital) || vital(note.view(at + 1))) break;
        if (!note.joined(at + 2)) break;
        ++registers;
        at += 2;
    }
    if (registers == 0 || !note.at(at).number() || note.at(at).size() > 6) return i;
    if (!note.sign(at + 1, '/') || !note.glued(at + 1) || !note.glued(at + 2)) return i;
    const Token& year = note.at(at + 2);
    if (!year.number() || (year.size() != 2 && year.size() != 4)) return i;
    const bool sure = registers > 1 || note.near_before(i, id_word, 8) || note.at(at).size() >= 3;
    note.add(found, i, at + 2, Type::id, sure ? Level::must_replace : Level::review, "record_number");
    return at + 2;
}

}  // namespace

std::size_t find_code(const Note& note, std::size_t i, Candidates& found) {
    const Token& token = note.tokens[i];
    const bool may_begin = token.kind == Token::Kind::mixed || token.number() || (token.word() && token.capital) ||
                           (note.sign(i + 1, '_') && note.glued(i + 1));
    if (!may_begin) return i;
    if (i > 0 && note.glued(i) && note.at(i - 1).kind != Token::Kind::sign) return i;
    if (i > 0 && glue_sign(note, i - 1) && note.glued(i)) return i;  // not the beginning of its chain
    // A hashtag, unless a word before it tells otherwise.
    const bool hashtag = i > 1 && note.sign(i - 1, '#') && note.glued(i) && !token.number() && !note.is(i - 2, id_word);
    if (hashtag && !note.glued(i - 1)) return i;
    if (token.number() || guardianship(note.view(i))) {
        const std::size_t file = find_court_file(note, i, found);
        if (file != i) return file;
    }
    if ((token.all_capital || token.size() == 1 || !token.word()) && find_plate(note, i, found)) return i;
    if (token.word() && !token.all_capital && !glue_sign(note, i + 1)) return i;  // a word by itself
    const Chain chain = read_chain(note, i);
    if (chain.underscore && chain.letters >= 3 && chain.compact.size() >= 5) {
        note.add(found, i, chain.last, Type::id, Level::must_replace, "handle");
        return chain.last;
    }
    if (chain.last == i && token.all_capital && bic(chain.compact) && note.near_before(i, account_word, 3)) {
        note.add(found, i, i, Type::account, Level::must_replace, "account_number");
        return i;
    }
    if (chain.digits == 0 || read_date(note, i).month != 0) return i;
    if (chain.last == i && (token.number() || dose(note.view(i)))) return i;
    const bool asked = note.near_before(i, id_word, 5);
    const bool known = chain.capitals && (known_code(chain.compact) || (asked && likely_code(chain.compact)));
    if (!known && chain.last == i && !coded(note, i, chain) && short_code(note.view(i))) {
        note.add(found, i, i, Type::id, Level::review, "code");
        return i;
    }
    if (!known && (!coded(note, i, chain) || month_inside(note, i, chain.last))) return i;
    note.add(found, i, chain.last, Type::id, Level::must_replace, known ? "insurance_number" : "code");
    return chain.last;
}

void find_handle(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    for (int skipped = 0; skipped < 4 && note.joined(at); ++skipped, ++at) {
        const bool passes = note.sign(at, ':') || note.sign(at, '-') || note.sign(at, '(') || note.sign(at, '@') ||
                            note.is(at, handle_word | number_word | is_verb | called) || note.view(at) == "name" ||
                            note.view(at) == "account" || note.view(at) == "as" || note.view(at) == "als";
        if (!passes) break;
    }
    if (!note.joined(at)) return;
    const Chain chain = read_chain(note, at);
    const bool word_like = chain.digits == 1 && ascii_digit(chain.compact[0]);  // "on twitter 4rest of day"
    const bool numbered = chain.digits > 0 && chain.letters >= 3 && !note.at(at).number() && !word_like;
    const bool dotted = chain.dot && chain.groups == 2 && chain.letters >= 6 && !note.at(chain.last).capital;
    if (!chain.underscore && !numbered && !dotted) return;
    note.add(found, at, chain.last, Type::id, Level::must_replace, "handle");
}

}  // namespace covision::deid
