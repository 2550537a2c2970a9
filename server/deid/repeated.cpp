// Names that no list holds: what stands around a word is added up over the whole note. And the short forms and slips of
// names that were found: "Basti" beside Bastian, "Jonhson" beside Johnson.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <unordered_map>

#include "server/deid/fold.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/name_parts.hpp"
#include "server/deid/note.hpp"
#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

struct Word {
    std::size_t times = 0, inside = 0, with_article = 0;
    int best = 0, sum = 0;
    bool ordinary = false, german = false;
};

bool article(const Token& token) {
    static const WordSet articles(
        "the a an der die das den dem des ein eine einen einem einer kein keine this that im am beim zum zur vom ins every no "
        "dieser diese dieses diesen diesem jeder jede jedes jeden jedem welcher welche welches");
    return articles.has(token);
}

// May this word be somebody's name at all?
bool may_be(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    if (!token.word() || !token.capital || token.all_capital || token.size() < 3 || token.code || blocked(note, i))
        return false;
    if (e.has(Entry::clinical) || e.has(Entry::clinical_or_name) || e.has(Entry::nationality) || e.has(Entry::state))
        return false;
    if (e.is(title | kin | staff | says | is_verb | org_head | generic_org | harmless | job | rare_job | office |
             street) ||
        e.place >= 8)
        return false;
    if ((note.sign(i + 1, '-') && note.glued(i + 1)) || note.sign(i + 1, '#')) return false;
    if (note.sign(i - 1, '-') && note.glued(i)) return false;
    return !names_a_thing(note, i);
}

bool ordinary_word(const Token& token) {
    return token.german ? token.entry->has(Entry::german_word) || token.entry->word > 0 : token.entry->word > 0;
}

bool name_by_evidence(const Word& word, const Entry& entry) {
    if (word.with_article > 0) return false;
    if (word.ordinary) return entry.given >= 6 && word.inside > 0 && word.best >= 3 && word.times > 1;
    if (word.german) return word.best >= 3 && word.times > 1 && word.sum >= (entry.given > 0 ? 4 : 5);
    return (word.best >= 3 && word.inside > 0) || (word.times > 1 && word.inside > 0 && word.sum >= 4);
}

}  // namespace

// "Caoimhe" beside caoimhe.guidance@school.example: whom an address is called after.
void find_owners(const Note& note, Candidates& found) {
    std::vector<std::uint64_t> owners;
    for (const Candidate& one : found) {
        if (one.type != Type::email) continue;
        const std::size_t first = note.from(one.begin);
        for (std::size_t i = first; i < note.size() && !note.sign(i, '@') && note.at(i).end <= one.end; ++i) {
            if (note.at(i).word() && note.at(i).size() > 3) owners.push_back(note.at(i).hash);
        }
    }
    for (std::size_t i = 0; i < note.size() && !owners.empty(); ++i) {
        const Token& token = note.tokens[i];
        const bool owns = token.capital && std::find(owners.begin(), owners.end(), token.hash) != owners.end();
        if (owns && may_be(note, i) && !ordinary_word(token))
            note.add(found, i, i, Type::name, Level::must_replace, "same_name");
    }
}

void find_repeated(const Note& note, Candidates& found) {
    find_owners(note, found);
    std::unordered_map<std::uint64_t, Word> words;
    for (std::size_t i = 0; i < note.size(); ++i) {
        if (!note.tokens[i].capital || !may_be(note, i)) continue;
        const Token& token = note.tokens[i];
        Word& word = words[token.hash];
        const int around = evidence(note, i, i);
        ++word.times;
        word.inside += token.sentence_start ? 0U : 1U;
        word.with_article += i > 0 && note.joined(i) && article(note.at(i - 1)) ? 1U : 0U;
        word.best = std::max(word.best, around);
        word.sum += around;
        word.ordinary = ordinary_word(token);
        word.german = word.german || token.german;
    }
    const bool any = std::any_of(words.begin(), words.end(), [](const auto& word) { return word.second.best >= 2; });
    for (std::size_t i = 0; any && i < note.size(); ++i) {
        if (!note.tokens[i].capital || !may_be(note, i)) continue;
        const auto word = words.find(note.tokens[i].hash);
        if (word == words.end() || !name_by_evidence(word->second, *note.tokens[i].entry)) continue;
        if (word->second.ordinary && note.tokens[i].sentence_start && evidence(note, i, i) < 1) continue;
        note.add(found, i, i, Type::name, Level::must_replace, "unknown_name");
    }
}

void raise_repeated(const Note& note, Candidates& found) {
    std::unordered_map<std::uint64_t, Word> words;
    auto single = [&note](const Candidate& candidate, std::size_t i) {
        return candidate.type == Type::name && candidate.level == Level::review && note.at(i).end == candidate.end &&
               note.at(i).begin == candidate.begin && may_be(note, i);
    };
    std::vector<std::size_t> seen;
    for (const Candidate& candidate : found) {
        if (candidate.type != Type::name || candidate.level != Level::review) continue;
        const std::size_t i = note.from(candidate.begin);
        if (!single(candidate, i) || std::find(seen.begin(), seen.end(), i) != seen.end()) continue;
        if (seen.size() < 400) seen.push_back(i);
        Word& word = words[note.tokens[i].hash];
        ++word.times;
        word.inside += note.tokens[i].sentence_start ? 0U : 1U;
        word.with_article += i > 0 && note.joined(i) && article(note.at(i - 1)) ? 1U : 0U;
        word.best = std::max(word.best, evidence(note, i, i));
    }
    for (Candidate& candidate : found) {
        if (candidate.type != Type::name || candidate.level != Level::review) continue;
        const std::size_t i = note.from(candidate.begin);
        if (!single(candidate, i)) continue;
        const Word& word = words[note.tokens[i].hash];
        const Entry& e = *note.tokens[i].entry;
        if (word.times < 3 || word.inside < 2 || word.with_article > 0) continue;
        const bool likely = ordinary_word(note.tokens[i]) ? e.given >= 8 : e.given > 0 || word.best >= 2;
        if (likely) candidate.level = Level::must_replace;
    }
}

namespace {

// One letter more, less, other, or two swapped.
bool one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t at = 0;
    while (at < a.size() && a[at] == b[at]) ++at;
    if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
    if (at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at]) return a.substr(at + 2) == b.substr(at + 2);
    return at < a.size() && a.substr(at + 1) == b.substr(at + 1);
}

using Nickname = std::pair<std::string_view, std::string_view>;

// Short forms that have letters of their own, and the names they stand for.
constexpr auto nicknames = std::to_array<Nickname>(
    {{"alex", "alexander"},   {"bess", "elizabeth"},   {"beth", "elizabeth"},   {"betty", "elizabeth"},
     {"biggi", "brigitte"},   {"bill", "william"},     {"bine", "sabine"},      {"bob", "robert"},
     {"chuck", "charles"},    {"chuy", "jesus"},       {"dick", "richard"},     {"fritz", "friedrich"},
     {"gitte", "brigitte"},   {"gosia", "malgorzata"}, {"hank", "henry"},       {"hannes", "johannes"},
     {"hans", "johannes"},    {"harry", "henry"},      {"heiner", "heinrich"},  {"ibo", "ibrahim"},
     {"jack", "john"},        {"jerry", "gerald"},     {"jim", "james"},        {"jurek", "jerzy"},
     {"kaethe", "katharina"}, {"kasia", "katarzyna"},  {"kate", "catherine"},   {"kate", "katherine"},
     {"kathi", "katharina"},  {"kitty", "katherine"},  {"kolya", "nikolai"},    {"lena", "helena"},
     {"lena", "magdalena"},   {"liz", "elizabeth"},    {"lupita", "guadalupe"}, {"maggie", "margaret"},
     {"meg", "margaret"},     {"memo", "mehmet"},      {"mick", "michael"},     {"mike", "michael"},
     {"mimi", "miriam"},      {"mischa", "michail"},   {"misha", "mikhail"},    {"molly", "mary"},
     {"moni", "monika"},      {"nacho", "ignacio"},    {"ned", "edward"},       {"nell", "eleanor"},
     {"paco", "francisco"},   {"pancho", "francisco"}, {"peggy", "margaret"},   {"pepe", "jose"},
     {"polly", "mary"},       {"resi", "theresa"},     {"rick", "richard"},     {"rob", "robert"},
     {"sally", "sarah"},      {"sandy", "alexander"},  {"sascha", "alexander"}, {"sasha", "alexander"},
     {"sepp", "josef"},       {"ted", "edward"},       {"tony", "anthony"},     {"traudl", "gertraud"},
     {"uli", "ulrich"},       {"uschi", "ursula"},     {"vanya", "ivan"},       {"vroni", "veronika"},
     {"will", "william"},     {"willi", "wilhelm"}});
static_assert(std::is_sorted(nicknames.begin(), nicknames.end()));

// The names that this is a usual short form of.
std::span<const Nickname> nicknamed(std::string_view form) {
    const auto [first, last] = std::equal_range(nicknames.begin(), nicknames.end(), Nickname{form, {}},
                                                [](const Nickname& a, const Nickname& b) { return a.first < b.first; });
    return {first, last};
}

// The beginning or the end of the name, or its beginning with -y, -ie, -i …
bool short_form(std::string_view form, std::string_view name) {
    if (form.size() < 3 || form.size() >= name.size() || form[0] != name[0]) {
        return form.size() >= 4 && form.size() < name.size() && name.ends_with(form);
    }
    if (name.substr(0, form.size()) == form) return true;
    constexpr std::string_view tails[] = {"y", "ie", "i", "o", "e", "s", "z"};
    for (const std::string_view tail : tails) {
        if (form.size() < tail.size() + 3 || form.substr(form.size() - tail.size()) != tail) continue;
        std::string stem(form.substr(0, form.size() - tail.size()));
        if (name.substr(0, stem.size()) == stem) return true;
        stem.pop_back();  // Tommy, Jazzy
        if (stem.size() >= 3 && form[stem.size()] == stem.back() && name.substr(0, stem.size()) == stem) return true;
    }
    return false;
}

}  // namespace

bool variant_of(std::string_view form, std::string_view name) {
    if (short_form(form, name)) return true;
    for (const Nickname& nickname : nicknamed(form)) {
        if (nickname.second == name) return true;
    }
    return form.size() >= 5 && name.size() >= 5 && one_slip(form, name);
}

void find_variants(const Note& note, const Candidates& settled, Candidates& found) {
    std::vector<std::string> names;
    for (const Candidate& candidate : settled) {
        if (candidate.type != Type::name || candidate.level != Level::must_replace || names.size() >= 60) continue;
        for (std::size_t i = note.from(candidate.begin); i < note.size() && note.tokens[i].end <= candidate.end; ++i) {
            const Token& token = note.tokens[i];
            if (!token.word() || token.size() < 4 || !token.capital || token.entry->is(particle | title)) continue;
            std::string name = folded(note.view(i));
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
        }
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < note.size() && !names.empty(); ++i) {
        const Token& token = note.tokens[i];
        if (!token.capital) continue;
        while (next < settled.size() && settled[next].end <= token.begin) ++next;
        if (next < settled.size() && settled[next].begin <= token.begin && settled[next].level == Level::must_replace)
            continue;
        if (!may_be(note, i) || ordinary_word(token)) continue;
        const std::string word = folded(note.view(i));
        for (const Nickname& nickname : nicknamed(word)) {
            if (std::find(names.begin(), names.end(), nickname.second) == names.end()) continue;
            note.add(found, i, i, Type::name, Level::must_replace, "same_name");
            break;
        }
        for (const std::string& name : names) {
            const bool slip = word.size() >= 5 && name.size() >= 5 && !token.entry->known() && one_slip(word, name);
            const bool genitive = token.german && word.size() == name.size() + 1 && word.back() == 's';
            if ((slip && !genitive) || (!token.sentence_start && short_form(word, name)) ||
                (token.sentence_start && token.entry->given >= 4 && short_form(word, name))) {
                note.add(found, i, i, Type::name, Level::must_replace, "same_name");
                break;
            }
        }
    }
}

}  // namespace covision::deid
