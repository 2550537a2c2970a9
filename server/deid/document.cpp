// What needs the whole note: settling overlaps, and finding an accepted name everywhere.
#include <algorithm>
#include <unordered_map>

#include "server/deid/fold.hpp"
#include "server/deid/name_evidence.hpp"
#include "server/deid/note.hpp"

namespace covision::deid {
namespace {

// Where two rules take the same place, the one that knows more explains it: 0 knows most.
int vague(const Candidate& one) {
    const std::string_view why = one.reason;
    if (why == "same_name") return 2;
    if (why == "place" && one.level == Level::review) return 1;
    return why == "record_number" || why == "long_number" || why == "code" || why == "unknown_name" ||
           why == "family_name";
}

// "St Kilda's Primary": a name by its word alone belongs to the institution around it.
bool absorbs(const Candidate& org, const Candidate& name) {
    const std::string_view why = name.reason;
    return org.type == Type::org && name.type == Type::name && org.begin <= name.begin && org.end >= name.end &&
           org.end - org.begin > name.end - name.begin && org.reason == std::string_view("organisation") &&
           (why == "given_name" || why == "family_name" || why == "same_name" || why == "unknown_name");
}

// "Marion County", "Lindiwe Nkosi": so it does to the longer place or name, which is as certain then.
bool part_of(const Candidate& name, const Candidate& whole) {
    const std::string_view why = name.reason;
    return whole.whole && name.type == Type::name && whole.begin <= name.begin && whole.end >= name.end &&
           whole.end - whole.begin > name.end - name.begin &&
           (why == "given_name" || why == "family_name" || why == "same_name" || why == "unknown_name");
}

// What is doubtful and gives way to something certain goes first, so that it hides nothing else: a long quotation with
// a number in it, "Rowlands on Duke Street" with its street.
void drop_interrupted(Candidates& sorted) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> certain, numbers;  // begin, the furthest end so far
    for (const Candidate& one : sorted) {
        if (one.level != Level::must_replace) continue;
        certain.emplace_back(one.begin, std::max(one.end, certain.empty() ? 0 : certain.back().second));
        if (one.type == Type::name) continue;
        numbers.emplace_back(one.begin, std::max(one.end, numbers.empty() ? 0 : numbers.back().second));
    }
    std::erase_if(sorted, [&](const Candidate& one) {
        const std::string_view why = one.reason;
        if (one.level == Level::must_replace || why == "own_word") return false;
        const auto& stronger = one.whole || why == "organisation" ? numbers : certain;  // a name may be a part of these
        const auto behind = std::lower_bound(stronger.begin(), stronger.end(), std::make_pair(one.end, 0U));
        return behind != stronger.begin() && std::prev(behind)->second > one.begin;
    });
}

bool german_article(std::string_view word) {
    constexpr std::string_view articles[] = {"der", "die",  "das", "den", "dem", "des",
                                             "ein", "eine", "Der", "Die", "Das"};
    return std::find(std::begin(articles), std::end(articles), word) != std::end(articles);
}

bool better(const Candidate& a, const Candidate& b) {
    if (absorbs(a, b)) return true;
    if (absorbs(b, a)) return false;
    if (part_of(b, a) != part_of(a, b)) return part_of(b, a);
    const bool own_a = a.reason == std::string_view("own_word"), own_b = b.reason == std::string_view("own_word");
    if (own_a != own_b) return own_a;
    if (a.level != b.level) return a.level == Level::must_replace;
    if (a.likely != b.likely) return b.likely;
    if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
    if (vague(a) != vague(b)) return vague(a) < vague(b);
    return static_cast<int>(a.type) < static_cast<int>(b.type);
}

}  // namespace

Candidates settle(Candidates found) {
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        if (a.begin != b.begin) return a.begin < b.begin;
        if (a.end != b.end) return a.end > b.end;
        if (a.level != b.level) return a.level < b.level;
        if (a.type != b.type) return a.type < b.type;
        if (a.whole != b.whole) return a.whole;
        if (a.likely != b.likely) return b.likely;
        return std::string_view(a.reason) < b.reason;
    });
    drop_interrupted(found);
    Candidates settled;
    for (const Candidate& next : found) {
        if (next.end <= next.begin) continue;
        Candidate kept = next;
        bool keep = true;
        while (keep && !settled.empty() && settled.back().end > kept.begin) {
            Candidate& before = settled.back();
            const bool wins = better(kept, before);
            // Of two certain ones that share a part nothing may stay behind: the better one takes both places.
            if (kept.level == Level::must_replace && before.level == Level::must_replace) {
                (wins ? kept : before).begin = std::min(kept.begin, before.begin);
                (wins ? kept : before).end = std::max(kept.end, before.end);
            }
            Candidate &chosen = wins ? kept : before, &other = wins ? before : kept;
            if (part_of(other, chosen) && other.level == Level::must_replace) chosen.level = other.level;
            if (wins) {
                settled.pop_back();
            } else {
                keep = false;
            }
        }
        if (keep) settled.push_back(kept);
    }
    return settled;
}

namespace {

// "kofi and ama": a word of no list that a name is joined to.
void take_companions(const Note& note, const Candidates& settled, Candidates& found) {
    for (const Candidate& candidate : settled) {
        if (candidate.type != Type::name || candidate.level != Level::must_replace) continue;
        const std::size_t next = note.from(candidate.end);
        if (!note.joined(next) || !note.joined(next + 1) || note.view(next) != "and") continue;
        const Token& other = note.at(next + 1);
        const bool same_style = other.capital == note.at(note.from(candidate.begin)).capital;
        if (!other.word() || other.size() < 3 || !same_style || other.code || !clean(other)) continue;
        if (other.entry->classes != 0 || other.entry->place > 0) continue;
        if (other.entry->known() && other.entry->given < 3) continue;
        note.add(found, next + 1, next + 1, Type::name, Level::review, "unknown_name");
    }
}

}  // namespace

namespace {

// "Will grinned", but "Will you come?", "Mark the date".
bool begins_as_name(const Note& note, std::size_t i) {
    constexpr std::string_view others[] = {"the",  "you",  "he",   "she",   "it",  "they",  "we",  "i",
                                           "I",    "this", "that", "be",    "not", "a",     "an",  "my",
                                           "your", "his",  "her",  "their", "our", "there", "out", "up",
                                           "any",  "to",   "need", "have",  "of",  "these"};
    const std::string_view next = note.view(i + 1);
    if (!note.joined(i + 1) || !note.at(i + 1).word() || note.at(i + 1).capital) return note.sign(i + 1, '.');
    return std::find(std::begin(others), std::end(others), next) == std::end(others);
}

// A word of no list beside a name: "Tobi 11 Temi 8 Ife 3", "Sadhbh, Caoimhe and Fiadh".
bool may_join(const Note& note, std::size_t i) {
    const Token& token = note.at(i);
    const Entry& e = *token.entry;
    return token.word() && token.capital && !token.all_capital && token.size() > 2 && !token.code && e.classes == 0 &&
           e.word < 3 && !e.has(Entry::state) && !e.has(Entry::clinical) && !e.has(Entry::german_word);
}

bool age(const Note& note, std::size_t i) { return note.at(i).number() && note.at(i).size() <= 2 && note.joined(i); }

void take_siblings(const Note& note, const Candidates& settled, Candidates& found) {
    for (const Candidate& candidate : settled) {
        if (candidate.type != Type::name) continue;
        const std::size_t first = note.from(candidate.begin);
        std::size_t next = note.from(candidate.end);
        // "Kwaku" was found, "Yaw" after it goes with it.
        const bool more = note.joined(next) && note.at(next).space_before && may_join(note, next) &&
                          !note.at(next).sentence_start && note.at(first).capital && note.at(next).entry->place < 6 &&
                          (!note.at(next).german || note.at(next).entry->given > 0);
        if (more) note.add(found, next, next, Type::name, Level::review, "unknown_name");
        while (age(note, next) && note.joined(next + 1)) {
            if (note.sign(next + 1, ',') || note.view(next + 1) == "and" || note.view(next + 1) == "und") ++next;
            if (!may_join(note, next + 1) || !age(note, next + 2)) break;
            note.add(found, next + 1, next + 1, Type::name, Level::review, "unknown_name");
            next += 2;
        }
        if (candidate.level != Level::must_replace || note.at(first).german || first < 2) continue;
        if (note.sign(first - 1, ',') && note.joined(first) && may_join(note, first - 2) &&
            !note.at(first - 2).entry->known()) {
            note.add(found, first - 2, first - 2, Type::name, Level::review, "unknown_name");
        }
    }
}

}  // namespace

void spread_names(const Note& note, const Candidates& settled, Candidates& found) {
    take_companions(note, settled, found);
    take_siblings(note, settled, found);
    std::unordered_map<std::uint64_t, Level> names;
    std::uint64_t sieve = 0;  // one bit a name: most words need no look-up
    std::size_t i = 0;
    for (const Candidate& candidate : settled) {
        if (candidate.type != Type::name) continue;
        while (i < note.size() && note.tokens[i].begin < candidate.begin) ++i;
        for (; i < note.size() && note.tokens[i].end <= candidate.end; ++i) {
            const Token& token = note.tokens[i];
            if (!token.word() || token.size() < 3 || token.entry->is(particle | title | stop | weekday)) continue;
            sieve |= 1ULL << (token.hash >> 58);
            const auto known = names.emplace(token.hash, candidate.level).first;
            if (candidate.level == Level::must_replace) known->second = Level::must_replace;
        }
    }
    if (names.empty()) return;
    for (i = 0; i < note.size(); ++i) {
        const Token& token = note.tokens[i];
        if (!token.word() || token.size() < 3) continue;
        const bool genitive = token.german && note.text[token.end - 1] == 's' && (token.capital || note.lower_style);
        if (!genitive && (sieve >> (token.hash >> 58) & 1U) == 0) continue;
        auto known = names.find(token.hash);
        bool by_genitive = false;
        if (genitive && (known == names.end() || known->second == Level::review)) {
            const auto base = names.find(folded_hash(note.text.substr(token.begin, token.size() - 1)));
            by_genitive = base != names.end() && (known == names.end() || base->second == Level::must_replace);
            if (by_genitive) known = base;
        }
        if (known == names.end() || names_a_thing(note, i)) continue;
        const bool plain = clean(token);
        // "Grant emails every day": doubtful, where Grant was a name before and a sentence begins with it.
        const bool begins = !plain && token.capital && token.sentence_start && !token.german && begins_as_name(note, i);
        if (begins && evidence(note, i, i) < 1 && known->second == Level::must_replace) {
            note.add(found, i, i, Type::name, Level::review, "same_name");
            continue;
        }
        // "opal here w him" among many identifiers: who begins a sentence in lower case.
        const bool small = note.prior == Prior::dense && !plain && !token.capital && token.sentence_start &&
                           known->second == Level::must_replace && begins_as_name(note, i) &&
                           !token.entry->is(stop | english | german) && token.entry->place < 6;
        if (small) {
            note.add(found, i, i, Type::name, Level::review, "same_name");
            continue;
        }
        if (token.capital ? !plain && !by_genitive && token.sentence_start && evidence(note, i, i) < 1
                          : !plain || token.entry->place > 0)
            continue;
        if (!token.capital && known->second == Level::review) continue;
        // "frau rau", but "rau im Ton": a family name in lower case only where the note writes names so.
        if (!token.capital && !note.lower_style && token.entry->given < 5) continue;
        // In German an ordinary noun is capitalised as well.
        if (!plain && token.german && token.entry->has(Entry::german_word) && evidence(note, i, i) < 2) {
            // "Hausarzt von Winter": a noun would have an article.
            const bool led = i > 0 && note.joined(i) && note.is(i - 1, toward) && !note.at(i - 1).capital;
            if (led && token.capital && known->second == Level::must_replace && note.prior == Prior::dense)
                note.add(found, i, i, Type::name, Level::review, "same_name");
            continue;
        }
        // "Der Koch": an article in German makes a family name doubtful, as it may be the noun.
        const bool noun = token.german && (token.entry->given < 5 || !plain || token.entry->word > 0) && i > 0 &&
                          note.joined(i) && german_article(note.view(i - 1)) && !token.sentence_start;
        const bool rank = !token.german && token.capital && i > 0 && note.joined(i) &&
                          (note.view(i - 1) == "the" || note.view(i - 1) == "The");  // "the Sheikh"
        note.add(found, i, i, Type::name, noun || rank ? Level::review : known->second, "same_name");
    }
}

}  // namespace covision::deid
