#include "server/deid/people.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "server/deid/fold.hpp"

namespace covision::deid {
namespace {

struct Person {
    std::uint64_t given = 0, family = 0;  // hashes of the folded words, 0 while unknown
    std::string role;                     // "Client", "Sister"; empty while nothing tells
    std::string letter;
    std::vector<std::string> texts = {};  // the words that named the person, folded
};

struct Mention {
    std::size_t person = 0;
    bool named_before = false;  // a title or a word of kinship stands before it: the letter is enough
};

std::string capitalised(std::string_view word) {
    std::string result(word);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 32);
    return result;
}

// The role of one person of a group: "sons" -> "Son".
std::string one_of(std::string_view word) {
    constexpr std::pair<std::string_view, std::string_view> groups[] = {
        {"children", "Child"},     {"kids", "Child"},     {"buddies", "Friend"},  {"sons", "Son"},
        {"daughters", "Daughter"}, {"friends", "Friend"}, {"sisters", "Sister"},  {"brothers", "Brother"},
        {"Kinder", "Kind"},        {"Söhne", "Sohn"},     {"Töchter", "Tochter"}, {"Enkel", "Enkelkind"}};
    for (const auto& group : groups) {
        if (group.first == word) return std::string(group.second);
    }
    return capitalised(word);
}

std::string letter(std::size_t number) {
    std::string result;
    for (std::size_t n = number + 1; n > 0; n = (n - 1) / 26) {
        result.insert(result.begin(), static_cast<char>('A' + static_cast<char>((n - 1) % 26)));
    }
    return result;
}

class Cast {
public:
    explicit Cast(const Note& note) : note_(note) {}

    Mention meet(const Candidate& candidate) {
        const std::size_t first = note_.from(candidate.begin);
        std::vector<std::uint64_t> words;
        std::vector<std::string> texts;
        std::uint64_t genitive_base = 0;  // "Annas" is Anna's
        for (std::size_t i = first; i < note_.size() && note_.tokens[i].end <= candidate.end; ++i) {
            const Token& token = note_.tokens[i];
            const bool whole = i == first && token.end + 1 >= candidate.end;  // "Mr K."
            if (token.word() && (token.size() > 1 || whole) && !token.entry->is(particle)) {
                words.push_back(token.hash);
                texts.push_back(folded(note_.view(token)));
                const std::string_view word = note_.view(token);
                genitive_base = token.german && word.back() == 's' ? folded_hash(word.substr(0, word.size() - 1)) : 0;
            }
        }
        std::size_t lead = first;  // the word that says who it is
        if (first > 0 && note_.joined(first)) {
            lead = first - 1;
            if (note_.sign(lead, '.') && lead > 0 && note_.is(lead - 1, title)) --lead;
            if (note_.sign(lead, ',') && lead > 0) --lead;
        }
        // "his sons Tom and Ben": the second one has the word before the first.
        const bool chained = related_end_ != 0 && lead + 1 == first && lead == related_end_ + 1 &&
                             (note_.view(lead) == "and" || note_.view(lead) == "und" || note_.sign(lead, ','));
        if (chained) lead = related_lead_;
        const bool titled = lead < first && note_.is(lead, title);
        const std::string_view said = lead < first ? relation(lead) : std::string_view();
        const bool related = !said.empty() && !titled;
        Mention mention;
        mention.person = whose(words, titled && words.size() == 1, genitive_base, texts);
        remember(people_[mention.person], std::move(texts));
        mention.named_before = (titled || related) && (chained || lead + 2 >= first) && !note_.sign(first - 1, ',');
        related_end_ = related ? note_.from(candidate.end) - 1 : 0;
        related_lead_ = lead;
        Person& person = people_[mention.person];
        if (person.role.empty() && !related) person.role = said_after(candidate);
        if (person.role.empty()) {
            if (related || (titled && note_.is(lead, kin) && !note_.is(lead, short_title))) {
                person.role = one_of(said);
            } else if (titled && note_.is(lead, doctor)) {
                person.role = note_.german ? "Fachperson" : "Colleague";
            } else if (titled && note_.german && note_.is(lead, female)) {
                person.role = "Klientin";
            }
        }
        return mention;
    }

    // Gives each person a letter, counted by role in the order of appearance.
    void name_them() {
        std::map<std::string, std::size_t> used;
        for (Person& person : people_) {
            if (person.role.empty()) person.role = note_.german ? "Klient" : "Client";
            // Klient and Klientin share their letters, so that they are never mixed up.
            person.letter = letter(used[person.role == "Klientin" ? "Klient" : person.role]++);
        }
    }

    std::vector<std::string> codes(const Mention& mention) const {
        const Person& person = people_[mention.person];
        std::string full = person.role + ' ' + person.letter;
        std::string neutral = "Person " + person.letter;
        if (mention.named_before) return {person.letter, full};
        return {full, neutral};
    }

private:
    // "sister", "ex-husband", "mother-in-law": the word at this token with what hangs on it, when it says who somebody
    // is to another.
    std::string_view relation(std::size_t i) const {
        std::size_t first = i;
        while (first > 1 && note_.glued(first) && note_.sign(first - 1, '-') && note_.glued(first - 1)) first -= 2;
        const bool says = note_.is(i, kin | staff) || relation_word(note_.at(i)) || (first < i && note_.is(first, kin));
        return says ? note_.text.substr(note_.at(first).begin, note_.at(i).end - note_.at(first).begin)
                    : std::string_view();
    }

    // "Tom, her partner", "Anna (ihre Tochter)"
    std::string said_after(const Candidate& candidate) const {
        const std::size_t i = note_.from(candidate.end);
        if (!note_.joined(i) || !(note_.sign(i, ',') || note_.sign(i, '('))) return {};
        if (!note_.is(i + 1, stop) || !note_.joined(i + 2) || !note_.is(i + 2, kin | staff)) return {};
        return one_of(note_.view(i + 2));
    }

    static void remember(Person& person, std::vector<std::string> texts) {
        for (std::string& text : texts) {
            if (person.texts.size() < 6 &&
                std::find(person.texts.begin(), person.texts.end(), text) == person.texts.end()) {
                person.texts.push_back(std::move(text));
            }
        }
    }

    // Somebody who is called by another form of this name: "Basti" after "Bastian Fuchs", or the other way round.
    std::size_t by_variant(const std::string& word) const {
        for (std::size_t p = 0; p < people_.size() && p < 60; ++p) {
            for (const std::string& text : people_[p].texts) {
                if (variant_of(word, text) || variant_of(text, word)) return p;
            }
        }
        return people_.size();
    }

    std::size_t whose(const std::vector<std::uint64_t>& words, bool is_family, std::uint64_t genitive_base,
                      const std::vector<std::string>& texts) {
        if (words.empty()) return fresh({});
        if (words.size() > 1) {
            const std::uint64_t given = words.front(), family = words.back();
            for (const std::size_t p : with_given_[given]) {
                Person& person = people_[p];
                if (person.family != 0 && person.family != family) continue;
                if (person.family == 0) with_family_[family].push_back(p);
                person.family = family;
                return p;
            }
            for (const std::size_t p : with_family_[family]) {
                Person& person = people_[p];
                if (person.given != 0) continue;
                person.given = given;
                with_given_[given].push_back(p);
                return p;
            }
            return fresh({given, family, {}, {}, {}});
        }
        const std::uint64_t word = words.front();
        if (with_given_.count(word) == 0 && with_family_.count(word) == 0 && genitive_base != 0 &&
            (with_given_.count(genitive_base) > 0 || with_family_.count(genitive_base) > 0)) {
            return whose({genitive_base}, is_family, 0, {});
        }
        auto known = [word](const auto& table) {
            const auto found = table.find(word);
            return found == table.end() || found->second.empty() ? nullptr : &found->second.front();
        };
        const std::size_t* p = is_family ? known(with_family_) : known(with_given_);
        if (p == nullptr) p = is_family ? known(with_given_) : known(with_family_);
        if (p != nullptr) return *p;
        const std::size_t variant = texts.empty() || is_family ? people_.size() : by_variant(texts.front());
        if (variant < people_.size()) return variant;
        return is_family ? fresh({0, word, {}, {}, {}}) : fresh({word, 0, {}, {}, {}});
    }

    std::size_t fresh(Person person) {
        const std::size_t p = people_.size();
        if (person.given != 0) with_given_[person.given].push_back(p);
        if (person.family != 0) with_family_[person.family].push_back(p);
        people_.push_back(std::move(person));
        return p;
    }

    const Note& note_;
    std::size_t related_end_ = 0, related_lead_ = 0;  // tokens of the last name that a word of kinship introduced
    std::vector<Person> people_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> with_given_, with_family_;
};

}  // namespace

std::size_t last_token(const Note& note, const Candidate& candidate, std::size_t first) {
    while (first + 1 < note.size() && note.at(first + 1).begin < candidate.end) ++first;
    return first;
}

std::vector<std::vector<std::string>> name_people(const Note& note, const Candidates& settled) {
    Cast cast(note);
    std::vector<std::pair<std::size_t, Mention>> mentions;
    for (std::size_t i = 0; i < settled.size(); ++i) {
        if (settled[i].type == Type::name) mentions.emplace_back(i, cast.meet(settled[i]));
    }
    cast.name_them();
    std::vector<std::vector<std::string>> codes(settled.size());
    for (const auto& mention : mentions) codes[mention.first] = cast.codes(mention.second);
    return codes;
}

}  // namespace covision::deid
