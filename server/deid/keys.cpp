// What opens something or rings somebody and is short: door codes, PINs, passwords, extensions, pagers; and numbers
// with nothing but a "#" before them.
#include "server/deid/calendar.hpp"
#include "server/deid/code_chain.hpp"
#include "server/deid/records.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

const WordSet secrets(
    "pin passcode password passwort kennwort keycode combination zugangscode turcode geheimzahl kombination "
    "doorcode entsperrcode");
// Before "code": what the code opens.
const WordSet opened(
    "gate door entry access alarm security lock key safe locker pass pin building garage house verification pickup "
    "login front back unlock activation phone confirmation entrance keysafe");
// … and whose codes are no secret.
const WordSet public_codes(
    "cpt icd dsm billing procedure diagnosis diagnostic zip post area dress error sort color colour penal criminal "
    "country snomed postal source read");
const WordSet words_for_any("password passcode passwort kennwort");  // a password may be any word
const WordSet extensions(
    "ext extn extension pager beeper bleep pgr durchwahl durchw dw piepser ruckfragen app apparat nebenstelle dect fax");
// … and behind which two figures are enough.
const WordSet short_extensions("durchwahl durchw dw app apparat nebenstelle fax");
const WordSet batches("lot batch charge los locker inmate");
const WordSet bookings("pnr booking confirmation locator reservation buchungscode");

bool passes(const Note& note, std::size_t i) {
    return note.sign(i, ':') || note.sign(i, '#') || note.sign(i, '=') || note.sign(i, '"') || note.sign(i, '(') ||
           note.sign(i, '.') || note.is(i, number_word) || note.view(i) == "was";
}

// The token after ":", "is", "number"; with `far` also after "for the front door is". size() when there is none.
std::size_t told_at(const Note& note, std::size_t i, bool far) {
    std::size_t at = i + 1;
    if (far && note.joined(at) && note.at(at).word() && !passes(note, at)) {
        const std::string_view word = note.view(at);
        if (word != "for" && word != "to" && word != "of" && word.substr(0, 1) != "f" && word.substr(0, 2) != "zu") {
            return note.size();
        }
        const std::size_t end = at + 6;
        while (at < end && note.joined(at) && note.at(at).word() && note.view(at) != "is" && note.view(at) != "ist")
            ++at;
        if (!passes(note, at)) return note.size();
    }
    while (at < i + 10 && note.joined(at) && passes(note, at)) ++at;
    return note.joined(at) ? at : note.size();
}

}  // namespace

bool public_code(const Note& note, std::size_t i) {
    const Token& owner = i > 0 && note.joined(i) ? note.at(i - 1) : note.nothing;
    return public_codes.has(owner) || owner.entry->has(Entry::clinical);
}

void find_key(const Note& note, std::size_t i, Candidates& found) {
    const bool code = note.view(i) == "code" || note.view(i) == "Code";
    const bool key_safe = note.view(i) == "safe" && i > 0 && (note.view(i - 1) == "key" || note.view(i - 1) == "Key");
    if (!code && !key_safe && !secrets.has(note.at(i))) return;
    const std::size_t at = told_at(note, i, true);
    if (at >= note.size() || !(note.at(at).number() || note.at(at).kind == Token::Kind::mixed)) return;
    const std::size_t before = note.word_before(i);
    const Token& owner = before + 1 == i ? note.at(before) : note.nothing;
    if (code && public_code(note, i)) return;
    const Chain chain = read_chain(note, at);
    const bool groups = chain.groups == 3 && chain.hyphen && chain.letters == 0;  // 14-32-07
    const bool open = words_for_any.has(note.at(i));
    if (chain.slash || chain.digits < (open ? 1U : 3U) || chain.digits > 8 || (chain.letters > 0 && !open && !code))
        return;
    if (chain.letters == 0 && chain.groups > 1 && !groups) return;
    if (chain.letters > 0 && dose(note.view(at)) && !open) return;
    const bool certain = !code || opened.has(owner);
    if (!certain && (at == i + 1 || chain.digits < 4)) return;
    note.add(found, at, chain.last, Type::id, certain ? Level::must_replace : Level::review, "access_code");
}

void find_extension(const Note& note, std::size_t i, Candidates& found) {
    const std::string_view text = note.view(i);
    const Token& token = note.at(i);
    if (token.kind == Token::Kind::mixed) {  // x51668
        const bool parted = text.size() == 2 && text[1] <= '9' && note.sign(i + 1, '-') && note.glued(i + 1) &&
                            note.glued(i + 2) && note.at(i + 2).number() && note.at(i + 2).size() == 4;
        if (parted) note.add(found, i, i + 2, Type::phone, Level::must_replace, "phone");  // x3-2290
        const bool digits = text.find_first_not_of("0123456789", 1) == std::string_view::npos;
        const bool timed = i > 0 && note.joined(i) && note.at(i - 1).number();
        // Four figures may be anything: only after a name, a comma, a word for a telephone.
        const Token& before = i > 0 && note.joined(i) ? note.at(i - 1) : note.nothing;
        const bool led = text.size() == 6 || (before.word() && before.capital) || note.sign(i - 1, ',') ||
                         before.entry->is(phone_word) || note.view(before) == "at";
        if (!led) return;
        const bool round = text.ends_with("00");  // x1000
        if (digits && !round && text.size() >= 5 && text.size() <= 6 && !timed && !note.is(i + 1, year_word)) {
            note.add(found, i, i, Type::phone, Level::must_replace, "phone");
        }
        return;
    }
    if (!extensions.has(token)) return;
    std::size_t at = told_at(note, i, false);
    if (note.sign(at, '-') && note.glued(at + 1)) ++at;                  // DW -4417
    const bool stretched = token.size() == 9 && note.view(i)[1] != 'u';  // an extension of 90 degrees
    const bool hyphened = note.sign(at - 1, '-') && note.german;
    const std::size_t least = stretched ? 4 : short_extensions.has(token) && (hyphened || token.size() == 2) ? 2 : 3;
    if (at >= note.size() || !note.at(at).number()) return;
    if (note.at(at).size() == 1 && note.sign(at + 1, '-') && note.glued(at + 1) && note.at(at + 2).size() == 4 &&
        note.at(at + 2).number() && note.glued(at + 2)) {
        note.add(found, at, at + 2, Type::phone, Level::must_replace, "phone");  // 5-1192
        return;
    }
    if (note.at(at).size() < least || note.at(at).size() > 7) return;
    if (note.glued(at + 1) && (note.sign(at + 1, '.') || note.sign(at + 1, '/')) && note.glued(at + 2)) return;
    note.add(found, at, at, Type::phone, Level::must_replace, "phone");
}

void find_hash_number(const Note& note, std::size_t i, Candidates& found) {
    std::size_t at = i + 1;
    while (note.joined(at) && (note.sign(at, ':') || note.sign(at, '.'))) ++at;
    if (!note.joined(at) || !(note.at(at).number() || note.at(at).kind == Token::Kind::mixed)) return;
    if (read_date(note, at).month != 0) return;
    const Chain chain = read_chain(note, at);
    const bool told =
        at > i + 1 || note.at(at).space_before || (note.joined(i) && note.is(i - 1, id_word | number_word));
    const bool mixed = chain.letters > 0 && chain.capitals && chain.digits >= 4 && told;  // else a hashtag
    if (chain.slash || chain.dot || (chain.letters > 0 && !mixed) || chain.letters > 4) return;
    const bool owned = note.joined(i) && note.is(i - 1, id_word);  // badge #4471
    if (chain.letters == 0 && chain.digits < (owned ? 4U : told ? 5U : 6U)) return;
    note.add(found, at, chain.last, Type::id, Level::must_replace, "record_number");
}

void find_batch(const Note& note, std::size_t i, Candidates& found) {
    const bool booking = bookings.has(note.at(i));
    if (!booking && !batches.has(note.at(i))) return;
    const std::size_t at = told_at(note, i, false);
    if (at >= note.size() || note.at(at).kind == Token::Kind::sign) return;
    const Chain chain = read_chain(note, at);
    const bool told = at > i + 1;
    const bool mixed = chain.letters > 0 && chain.capitals && chain.digits >= 3 && chain.compact.size() >= 4;
    const bool booked = booking && chain.capitals && chain.compact.size() == 6 && chain.letters > 1 && chain.digits > 0;
    const bool hyphened = !booking && chain.hyphen && chain.digits >= 6;  // inmate 12345-067
    if (booking ? !booked : !mixed && !hyphened && !(told && chain.digits >= 4)) return;
    if (read_date(note, at).month != 0 || chain.slash || dose(note.view(at)) || chain.longest_word > 4) return;
    note.add(found, at, chain.last, Type::id, Level::must_replace, "record_number");
}

}  // namespace covision::deid
