// Days with the month's name in Spanish, Portuguese, French, Italian, Dutch, Polish and Turkish: what is pasted from
// letters of abroad. The months of English and German are in the lexicon.
#include "server/deid/calendar.hpp"
#include "server/deid/figures.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

const WordSet months(
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre janeiro fevereiro "
    "marco maio junho julho setembro outubro novembro dezembro janvier fevrier mars avril mai juin juillet aout septembre "
    "octobre novembre decembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari "
    "maart mei juni juli augustus stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika "
    "listopada grudnia ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik");
const WordSet of_words("de del di d");

std::size_t year_at(const Note& note, std::size_t i) {
    std::size_t at = i;
    if (of_words.has(note.at(at))) ++at;
    const bool year = note.joined(at) && note.at(at).size() == 4 && year_value(value_of(note, at));
    return year ? at : note.size();
}

}  // namespace

void find_foreign_day(const Note& note, std::size_t i, Candidates& found) {
    const int day = value_of(note, i);
    if (day < 1 || day > 31 || note.at(i).size() > 2 || (note.glued(i) && i > 0 && !note.sign(i - 1, '('))) return;
    std::size_t at = i + 1;
    if (note.sign(at, '.') || note.view(at) == "º") ++at;
    const bool of = of_words.has(note.at(at));
    if (of) ++at;
    if (!note.joined(at) || !months.has(note.at(at))) return;
    const std::size_t year = year_at(note, at + 1);
    if (!of && note.at(at).capital && year >= note.size()) return;  // "3 Mars bars"
    note.add(found, i, year < note.size() ? year : at, Type::date, Level::must_replace, "exact_date");
}

}  // namespace covision::deid
