// Parts of an address: house numbers, and what goes on with it after the street.
#include "server/deid/addresses.hpp"

namespace covision::deid {
namespace {

// ", 61-738 Poznań", ", 120 00 Praha", ", 0154 Oslo": the town's last token, or `at`.
std::size_t code_with_town(const Note& note, std::size_t at) {
    const Token& token = note.at(at);
    if (!token.number() || !note.sign(at - 1, ',') || token.size() > 4 || token.size() < 2) return at;
    std::size_t town = at + 1;
    const bool hyphen = note.sign(town, '-') && note.glued(town) && note.glued(town + 1);
    if (token.size() != 3 && hyphen && note.at(town + 1).size() == 3 && note.at(town + 1).number()) town += 2;
    if (token.size() == 3 && note.at(town).number() && note.at(town).size() == 2) ++town;
    if (town == at + 1 && token.size() != 4) return at;
    if (!note.joined(town) || !note.at(town).word() || !note.at(town).capital || note.is(town, stop | month)) return at;
    while (note.sign(town + 1, '-') && note.glued(town + 1) && note.at(town + 2).capital) town += 2;
    return town;
}

}  // namespace

bool house_number(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (token.number()) return token.size() <= 5;
    const std::string_view text = note.view(i);
    return token.kind == Token::Kind::mixed && text.size() <= 5 && text[0] >= '0' && text[0] <= '9' &&
           text[text.size() - 2] <= '9';  // 12a, not 14th or 20mg
}

std::size_t with_town(const Note& note, std::size_t last) {
    std::size_t at = last + 1;
    const std::size_t end_of_reach = at + 16;
    while (at < note.size() && at < end_of_reach) {
        if (note.sign(at, ',') || (note.sign(at, '.') && note.glued(at) && note.joined(at + 1))) {
            ++at;
            continue;
        }
        const Token& token = note.at(at);
        if (token.line_start && note.at(at).paragraph_start) break;
        const std::size_t coded = code_with_town(note, at);
        if (coded != at) {
            last = coded;
        } else if (token.entry->is(house) && (note.at(at + 1).number() || note.at(at + 1).kind == Token::Kind::mixed)) {
            last = at + 1;
        } else if (token.number() && token.size() == 5 && (!token.line_start || note.at(at + 1).capital)) {
            last = at;
            if (note.sign(at + 1, '-') && note.at(at + 2).number() && note.at(at + 2).size() == 4) last = at + 2;
            const Token& town = note.at(last + 1);
            if (note.joined(last + 1) && town.word() && town.capital && !town.entry->is(stop)) ++last;
        } else if (token.all_capital && token.size() <= 3 && note.joined(at) && note.at(at + 1).number() &&
                   note.at(at + 1).size() == 4 && note.joined(at + 1)) {
            last = at + 1;  // VIC 3350
        } else if (token.all_capital && token.size() == 2 && note.joined(at) && note.at(at + 1).number() &&
                   note.at(at + 1).size() == 5) {
            last = at + 1;
            if (note.sign(at + 2, '-') && note.at(at + 3).number() && note.at(at + 3).size() == 4) last = at + 3;
        } else if (token.kind == Token::Kind::mixed && token.capital && token.size() <= 4 && note.joined(at + 1) &&
                   note.at(at + 1).kind == Token::Kind::mixed && note.at(at + 1).size() == 3) {
            last = at + 1;  // NW1 6XE
        } else if (token.word() && token.capital && !token.entry->is(stop) && !token.line_start) {
            const Phrases phrases = note.phrases(at);
            if (phrases.place != nullptr && !note.sign(at - 1, '.')) {
                last = phrases.place_last;
                at = last + 1;
                continue;
            }
            // A town counts only when it is one, or when its code follows.
            std::size_t end = at;
            while (note.joined(end + 1) && end < at + 3 && note.at(end + 1).word() && note.at(end + 1).capital &&
                   !note.is(end + 1, stop)) {
                ++end;
            }
            const bool code = note.sign(end + 1, ',') || note.at(end + 1).number() || note.at(end + 1).all_capital;
            if (note.sign(at - 1, '.') || (token.entry->place == 0 && !(code && note.at(end + 2).number()))) break;
            if (token.sentence_start) break;
            last = end;
        } else {
            break;
        }
        at = last + 1;
    }
    return last;
}

}  // namespace covision::deid
