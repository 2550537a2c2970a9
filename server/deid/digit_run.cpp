#include "server/deid/digit_run.hpp"

#include <algorithm>

namespace covision::deid {
namespace {

// The digits that a group begins with: all of a number, the part before the x of "4567x123", else 0.
std::size_t figures(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (token.number()) return token.size();
    if (token.kind != Token::Kind::mixed || token.size() > 12) return 0;
    const std::string_view text = note.view(token);
    const std::size_t x = text.find('x');
    if (x == std::string_view::npos || x < 3 || x > 5 || x + 1 == text.size()) return 0;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (k != x && (text[k] < '0' || text[k] > '9')) return 0;
    }
    return x;
}

// The sign between a group that ends before token `at` and the next one; sets `at` to that one. 0 when the run ends.
char separator(const Note& note, std::size_t& at) {
    if (!note.joined(at)) return 0;
    if (figures(note, at) > 0) return ' ';
    const Token& token = note.at(at);
    if (token.kind != Token::Kind::sign || token.size() != 1) return 0;
    const char c = note.text[token.begin];
    const std::size_t next = at + 1;
    if (!note.joined(next)) return 0;
    if (c == '-' || c == '.' || c == '/') {
        const bool tight = !token.space_before && !note.at(next).space_before;
        const bool loose = token.space_before && note.at(next).space_before && c != '.';
        if (figures(note, next) == 0 || !(tight || loose)) return 0;
        at = next;
        return c;
    }
    if (c == ')') {
        std::size_t number = next;
        if ((note.sign(number, '-') || note.sign(number, '/')) && note.joined(number + 1)) ++number;
        if (figures(note, number) == 0) return 0;
        at = number;
        return ')';
    }
    if (c == '(' && note.at(next).number() && note.sign(next + 1, ')')) {
        at = next;
        return '(';
    }
    return 0;
}

}  // namespace

std::size_t DigitRun::digits_of(std::size_t count) const {
    std::size_t sum = 0;
    for (std::size_t g = 0; g < count; ++g) sum += groups[g].size;
    return sum;
}

bool DigitRun::shaped(std::size_t count, std::initializer_list<std::size_t> sizes) const {
    if (sizes.size() != count || count > groups.size()) return false;
    return std::equal(sizes.begin(), sizes.end(), groups.begin(),
                      [](std::size_t size, const Group& group) { return size == group.size; });
}

bool DigitRun::separated_by(std::size_t count, std::string_view signs) const {
    for (std::size_t g = 1; g < count; ++g) {
        if (signs.find(groups[g].before) == std::string_view::npos) return false;
    }
    return true;
}

DigitRun read_run(const Note& note, std::size_t i) {
    DigitRun run;
    run.first = i;
    std::size_t at = i;
    if (note.sign(at, '(')) ++at;
    if (note.sign(at, '+')) {
        run.plus = true;
        ++at;
    }
    if (at > i && !note.glued(at)) return run;
    if (run.plus && note.sign(at, '(')) ++at;
    if (!note.at(at).number()) return run;
    char before = 0;
    while (run.groups.size() < 12 && run.digits.size() + note.at(at).size() <= 24) {
        const std::size_t size = figures(note, at);
        run.groups.push_back({at, size, before});
        run.digits += note.view(at).substr(0, size);
        if (!note.at(at).number()) break;  // an extension ends it
        ++at;
        before = separator(note, at);
        if (before == 0) break;
    }
    return run;
}

}  // namespace covision::deid
