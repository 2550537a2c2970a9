// Rivers, lakes, islands and hills of the German-speaking countries, villages by their ends, and roads by number. Facts
// written down for this project.
#include "server/deid/note.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// What "der", "an der", "auf" leads to.
const WordSet waters_and_hills(
    "lenne toss schlei lauter ems hase leine aller oker ocker weser werra fulda eder diemel lippe ruhr sieg agger wupper rur erft "
    "ahr nahe mosel saar sauer lahn main tauber jagst kocher neckar enz nagold murg kinzig dreisam wutach argen schussen "
    "donau iller lech wertach isar amper loisach inn salzach alz traun vils rott regen naab pegnitz rednitz regnitz altmuhl "
    "aisch sinn saale unstrut ilm elster pleisse mulde elbe havel spree dahme oder neisse peene warnow trave eider stor "
    "alster ilmenau wumme hunte jade schwentine treene bode selke oste luhe ohre ohm wetter nidda kinzig schwalm schwarza "
    "enns mur murz drau gail ybbs traisen krems kamp thaya leitha raab steyr ager ill bregenzerach ziller sill "
    "aare reuss limmat emme rhone rhein thur sihl birs ergolz saane sense engelberger moesa doubs linth muota glatt "
    "muritz chiemsee bodensee ammersee tegernsee schliersee starnberger edersee mohnesee biggesee attersee wolfgangsee "
    "mondsee traunsee worthersee zurichsee walensee thunersee brienzersee greifensee zugersee maggiore plau schwielochsee "
    "juist norderney borkum langeoog spiekeroog wangerooge baltrum sylt amrum fohr pellworm nordstrand hooge langeness "
    "helgoland fehmarn rugen hiddensee usedom poel reichenau mainau lindau "
    "harz eifel hunsruck taunus rhon spessart odenwald schwarzwald steigerwald frankenwald fichtelgebirge erzgebirge "
    "vogtland elbsandsteingebirge lausitz spreewald uckermark prignitz altmark wendland heidekreis dithmarschen angeln "
    "eiderstedt ammerland emsland munsterland sauerland siegerland bergisches westerwald kraichgau hohenlohe ostalb zollernalb "
    "allgau oberland chiemgau rupertiwinkel hallertau holledau waldviertel weinviertel mostviertel innviertel hausruck "
    "pinzgau pongau lungau zillertal otztal pustertal engadin emmental toggenburg prattigau surselva wallis tessin uckersee "
    "zugspitze watzmann brocken feldberg wendelstein rigi pilatus santis kahler dummer steinhuder "
    "stuhleck rax semmering dachstein otscher hochkar kitzsteinhorn patscherkofel schockl koralpe saualpe gerlitzen "
    "untersberg gaisberg titlis stockhorn chasseral uetliberg gurten weissenstein");
const WordSet leads("der die den dem am im an auf zur zum vom nach aus bei von in uber durch ins vorm ans");

bool village(std::string_view word) {
    if (word.size() < 6) return false;
    for (const std::string_view tail :
         {"ingen", "lingen", "hausen", "heim", "dorf",    "kirchen", "weiler",  "stadt",   "hagen", "rode", "leben",
          "stedt", "büttel", "horst",  "beck", "walde",   "reuth",   "hofen",   "stetten", "furt",  "fehn", "siel",
          "koog",  "wil",    "ikon",   "itz",  "witz",    "zell",    "bach",    "berg",    "burg",  "feld", "thal",
          "born",  "scheid", "rath",   "loh",  "brück",   "brücken", "münster", "münde",   "grün",  "hain", "moos",
          "ried",  "au",     "ow",     "büll", "borstel", "trup",    "rup"}) {
        if (word.size() > tail.size() + 2 && word.ends_with(tail)) return true;
    }
    return false;
}

// "auf der A7", "über die B287".
bool road(const Note& note, std::size_t i) {
    const std::string_view word = note.view(i);
    const bool form = note.at(i).kind == Token::Kind::mixed && word.size() <= 4 && (word[0] == 'A' || word[0] == 'B') &&
                      word.find_first_not_of("0123456789", 1) == std::string_view::npos;
    static const WordSet on("auf an uber von");
    return form && note.joined(i) && i > 1 && (note.view(i - 1) == "der" || note.view(i - 1) == "die") &&
           on.has(note.at(i - 2));
}

}  // namespace

// Only in German sentences of a note that is full of identifiers.
bool likely_german_place(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    if (!note.joined(i) || i == 0 || (note.at(i - 1).capital && !note.at(i - 1).sentence_start)) return false;
    if (token.kind == Token::Kind::mixed) return road(note, i);
    if (!token.word() || token.size() < 3 || (!token.capital && !note.lower_style) || token.all_capital) return false;
    if (!leads.has(note.at(i - 1))) return false;
    if (waters_and_hills.has(token)) return token.capital || token.entry->word == 0;
    static const WordSet direct("in nach aus bei");
    const Entry& e = *token.entry;
    if (!direct.has(note.at(i - 1))) return false;
    // "in süplingen", "nach juist"
    const bool small = !token.capital && e.place > 0 && e.word == 0 && e.classes == 0 && !e.has(Entry::german_word);
    return small || (!e.known() && village(note.view(i)));
}

}  // namespace covision::deid
