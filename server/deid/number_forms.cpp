#include "server/deid/number_forms.hpp"

#include <algorithm>
#include <array>

#include "server/deid/checksums.hpp"
#include "server/deid/digits.hpp"
#include "server/deid/national_ids.hpp"

namespace covision::deid {
namespace {

using Validator = bool (*)(std::string_view);

bool nine_digits(std::string_view digits) {
    return social_insurance_canadian(digits) || tax_file_australian(digits) || bsn(digits) || nif_portuguese(digits) ||
           teudat_zehut(digits);
}
// Written as no telephone number of nine digits is: those begin with 5 or more.
bool nine_digits_low(std::string_view digits) { return digits[0] < '5' && nine_digits(digits); }
bool birth_first(std::string_view digits) {  // of ten digits with a hyphen after six
    return cpr(digits) || personnummer(digits) || kennitala(digits);
}
bool birth_and_check(std::string_view digits) {
    return chi_number(digits) || egn(digits) || rodne_cislo(digits) || personnummer(digits) || kennitala(digits);
}
bool eleven_digits(std::string_view digits) {
    return tax_id_german(digits) || pesel(digits) || national_number_belgian(digits) || fodselsnummer(digits) ||
           tckn(digits) || cpf(digits) || isikukood(digits) || amka(digits) || cuit(digits);
}
bool thirteen_digits(std::string_view digits) {
    return ahv(digits) || cnp(digits) || jmbg(digits) || identity_south_african(digits);
}
bool any_digits(std::string_view) { return true; }
// The American tax office's number for those without a social security number.
bool itin(std::string_view digits) {
    const int group = two_digits(digits, 3);
    return digits[0] == '9' && group >= 50 && group <= 99 && group != 66 && group != 89 && group != 93;
}
bool identity_emirati(std::string_view digits) { return digits.substr(0, 3) == "784"; }

// A number by the sizes of its groups (one sign a group, d for 13), what stands between them, and its check. Where
// `asks` is set a word for a number has to stand before it ("insurance", "Aktenzeichen").
struct Form {
    std::string_view sizes, between;
    Validator valid;
    bool asks;
    const char* why;
};

constexpr Form forms[] = {
    {"324", "- ", social_security_number, false, "social_security_number"},
    {"324", "- ", itin, false, "tax_number"},
    {"324", "- ", any_digits, true, "social_security_number"},
    {"333", "-", nine_digits, false, "insurance_number"},
    {"333", " .", nine_digits_low, false, "insurance_number"},
    {"333", " -.", any_digits, true, "insurance_number"},
    {"9", "", nine_digits, true, "insurance_number"},
    {"9", "", social_security_number, true, "insurance_number"},
    {"64", "-", birth_first, false, "insurance_number"},
    {"64", " /", birth_and_check, false, "insurance_number"},
    {"84", "-", personnummer, false, "insurance_number"},
    {"46", " -/", svnr_austrian, false, "insurance_number"},
    {"65", " -", fodselsnummer, false, "insurance_number"},
    {"22232", ".- ", national_number_belgian, false, "insurance_number"},
    {"444", " -", aadhaar, false, "insurance_number"},
    {"3332", ".- ", cpf, false, "insurance_number"},
    {"571", "-", any_digits, false, "insurance_number"},
    {"67", "-", resident_korean, false, "insurance_number"},
    {"643", " ", identity_south_african, false, "insurance_number"},
    {"624", "- ", identity_malaysian, false, "insurance_number"},
    {"2331", ".- ", rut, false, "insurance_number"},
    {"1331", ".- ", rut, false, "insurance_number"},
    {"3331", ".-", any_digits, false, "insurance_number"},
    {"2331", ".-", any_digits, false, "insurance_number"},
    {"1331", ".-", any_digits, false, "insurance_number"},
    {"3471", "-", identity_emirati, false, "insurance_number"},
    {"14521", "-", any_digits, false, "insurance_number"},
    {"271", "-", any_digits, false, "insurance_number"},
    {"281", "-", cuit, false, "insurance_number"},
    {"451", " -", medicare_australian, false, "insurance_number"},
    {"2333", " ", tax_id_german, false, "tax_number"},
    {"235", "/", any_digits, false, "tax_number"},
    {"335", "/", any_digits, false, "tax_number"},
    {"344", "/", any_digits, false, "tax_number"},
    {"3442", ". -", ahv, false, "insurance_number"},
    {"1222332", " ", nir, false, "insurance_number"},
    {"d2", " ", nir, false, "insurance_number"},
    {"2661", " -", imei, false, "code"},
    {"b", "", eleven_digits, false, "insurance_number"},
    {"d", "", thirteen_digits, false, "insurance_number"},
    {"f", "", nir, false, "insurance_number"},
};

// "100 200 300" is a row of doses, whatever its check says.
bool rounded(std::string_view digits, const DigitRun& run, std::size_t count) {
    std::size_t at = 0;
    for (std::size_t g = 0; g < count; ++g) {
        at += run.groups[g].size;
        if (digits[at - 1] != '0' && digits[at - 1] != '5') return false;
    }
    return count > 1;
}

bool fits(const Form& form, const DigitRun& run, std::size_t count) {
    if (form.sizes.size() != count) return false;
    for (std::size_t g = 0; g < count; ++g) {
        const char c = form.sizes[g];
        if (run.groups[g].size != static_cast<std::size_t>(ascii_digit(c) ? c - '0' : c - 'a' + 10)) return false;
    }
    return run.separated_by(count, form.between);
}

// Ten digits that pass the NHS's check, unless what stands around makes them a telephone or account number.
bool health_number(const Note& note, const DigitRun& run, std::size_t count, std::string_view digits, bool id_near) {
    if (digits.size() != 10) return false;
    const bool shape = count == 1 || (run.shaped(count, {3, 3, 4}) && run.separated_by(count, " -"));
    return shape && nhs_number(digits) && !note.near_before(run.first, account_word, 4) &&
           (id_near || !note.near_before(run.first, phone_word, 4));
}

// "1667-1745"
bool years(const DigitRun& run, std::size_t count) {
    return run.shaped(count, {4, 4}) && run.digits < "2100" && run.digits >= "1000" &&
           run.digits.substr(4, 4) > run.digits.substr(0, 4) && run.digits.substr(4, 4) < "2100";
}

// "3371 0201 0044 812": groups of four, as banks write what they number.
bool row_of_fours(const DigitRun& run, std::size_t count) {
    if (run.digits_of(count) < 13 || count != run.groups.size() || !run.separated_by(count, " ")) return false;
    for (std::size_t g = 0; g + 1 < count; ++g) {
        if (run.groups[g].size != 4) return false;
    }
    return run.groups[count - 1].size <= 4;
}

bool card_shape(const DigitRun& run, std::size_t count) {
    return (count == 1 || run.shaped(count, {4, 4, 4, 4}) || run.shaped(count, {4, 6, 5}) ||
            run.shaped(count, {4, 6, 4}) || run.shaped(count, {4, 4, 4, 4, 3})) &&
           run.separated_by(count, " -");
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
    if (run.digits[1] == '0') return false;
    // "0 15 22 / 9 80 41 37": in pairs, as German forms print it.
    const bool pairs = run.groups[0].size == 1 && count >= 3;
    if (run.groups[0].size > 6 || (run.groups[0].size < 2 && !pairs)) return false;
    std::size_t singles = 0;
    for (std::size_t g = 1; !pairs && g < count; ++g) singles += run.groups[g].size < 2 ? 1U : 0U;
    if (singles > (size >= 10 ? 1U : 0U)) return false;
    if (run.separated_by(count, ".") && run.groups[0].size != 2) return false;
    return size >= 10 || (size == 9 && !run.separated_by(count, ".")) || note.near_before(run.first, phone_word, 5);
}

// Numbers without a leading 0: Spain, Portugal, Poland, Norway, Denmark, Brazil, China, Russia, India.
bool without_zero(const Note& note, const DigitRun& run, std::size_t count) {
    const std::size_t size = run.digits_of(count);
    const char first = run.digits[0];
    if (size == 9 && first >= '5' && run.separated_by(count, " -") &&
        (run.shaped(count, {3, 3, 3}) || run.shaped(count, {3, 2, 2, 2}))) {
        return true;
    }
    if (size == 10 && first >= '6' && run.separated_by(count, " -") && run.shaped(count, {5, 5})) return true;
    if (size == 11 && first == '1' && run.separated_by(count, " -") && run.shaped(count, {3, 4, 4})) return true;
    const bool bracketed = count > 1 && run.groups[1].before == ')';
    if (bracketed && size >= 8 && size <= 12) return true;
    return size == 8 && run.shaped(count, {2, 2, 2, 2}) && run.separated_by(count, " ") &&
           note.near_before(run.first, phone_word, 4);
}

}  // namespace

bool helpline(std::string_view digits) {
    constexpr std::array<std::string_view, 25> lines = {
        "08001110111", "08001110222", "08001110550", "08000116016", "116123",     "116111",      "116117",
        "08001111",    "18002738255", "8002738255",  "18006624357", "8006624357", "18007997233", "8007997233",
        "18006564673", "8006564673",  "18009506264", "8009506264",  "8664887386", "741741",      "85258",
        "131114",      "1300224636",  "1800551800",  "18884884673"};
    return std::find(lines.begin(), lines.end(), digits) != lines.end();
}

Verdict official_number(const Note& note, const DigitRun& run, std::size_t count) {
    const std::string digits = run.digits.substr(0, run.digits_of(count));
    const bool id_near = note.near_before(run.first, id_word, 6);
    if (run.shaped(count, {2, 2, 2}) && run.separated_by(count, "-") && note.near_before(run.first, account_word, 6)) {
        return certain(Type::account, "account_number");
    }
    if (health_number(note, run, count, digits, id_near)) return certain(Type::id, "nhs_number");
    if (card_shape(run, count) && card(digits)) return certain(Type::account, "card_number");
    const bool round = rounded(digits, run, count);
    for (const Form& form : forms) {
        if (fits(form, run, count) && (form.asks ? id_near : !round || id_near) && form.valid(digits)) {
            return certain(Type::id, form.why);
        }
    }
    if (digits.size() >= 6 && !years(run, count) && note.near_before(run.first, account_word, 5) &&
        run.separated_by(count, " -")) {
        return certain(Type::account, "account_number");
    }
    if (row_of_fours(run, count)) {
        const bool told = note.sign(run.first - 2, '/') && (note.view(run.first - 1) == "c");  // A/c
        return {true, Type::account, told ? Level::must_replace : Level::review, "account_number"};
    }
    return {};
}

bool phone_number(const Note& note, const DigitRun& run, std::size_t count) {
    const std::size_t size = run.digits_of(count);
    const auto& g = run.groups;
    if (helpline(std::string_view(run.digits).substr(0, size))) return false;
    const Token& before = run.first > 0 ? note.at(run.first - 1) : note.nothing;
    if (note.joined(run.first) && before.number() && before.size() == g[0].size) return false;  // amid a longer row
    if (run.plus) return size >= 8 && size <= 15 && run.digits[0] != '0';
    if (run.digits.rfind("00", 0) == 0 && run.digits.size() > 2 && run.digits[2] != '0' && size >= 10 && size <= 16) {
        return count > 1 || size >= 11;
    }
    if (north_american(run, count) || national(note, run, count) || without_zero(note, run, count)) return true;
    const bool told = note.near_before(run.first, phone_word, 5);
    if (run.shaped(count, {3, 4}) && g[1].before == '-' && (told || run.digits.rfind("555", 0) == 0)) return true;
    if (!told || size < 6 || size > 15) return false;
    if (count < g.size() && g[count].before == ' ' && g[count].size == g[0].size) return false;  // 4111 1111 1111 1112
    std::size_t longest = 0;
    for (std::size_t i = 0; i < count; ++i) longest = std::max(longest, g[i].size);
    if (longest == 2 && size >= 6) return note.near_before(run.first, phone_word, 2) && run.separated_by(count, " ");
    return longest >= 3 && (size >= 7 || count == 1);
}

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

}  // namespace covision::deid
