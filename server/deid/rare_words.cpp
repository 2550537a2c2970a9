#include "server/deid/rare_words.hpp"

#include <algorithm>

#include "server/deid/fold.hpp"
#include "server/deid/nouns.hpp"
#include "server/deid/phrases.hpp"

namespace covision::deid {
namespace {

constexpr Noun craft{"a",
                     "skilled worker",
                     "eine handwerkliche Fachkraft",
                     "einer handwerklichen Fachkraft",
                     "Fachkraft im Handwerk",
                     "Handwerk"};
constexpr Noun transport{"a",
                         "transport worker",
                         "eine Fachkraft im Verkehr",
                         "einer Fachkraft im Verkehr",
                         "Fachkraft im Verkehr",
                         "Verkehrswesen"};
constexpr Noun arts{"a",
                    "person in the arts",
                    "eine Fachkraft in der Kunst",
                    "einer Fachkraft in der Kunst",
                    "Fachkraft in der Kunst",
                    "Kulturleben"};
constexpr Noun religion{"a",
                        "person in a religious role",
                        "eine Fachkraft der Gemeinde",
                        "einer Fachkraft der Gemeinde",
                        "Fachkraft der Gemeinde",
                        "Gemeindeamt"};
constexpr Noun science{"a",
                       "person in research",
                       "eine Fachkraft in der Forschung",
                       "einer Fachkraft in der Forschung",
                       "Fachkraft in der Forschung",
                       "Forschungsteam"};
constexpr Noun outdoors{
    "a",     "person working outdoors", "eine Fachkraft im Freien", "einer Fachkraft im Freien", "Fachkraft im Freien",
    "Revier"};
constexpr Noun care{"a",
                    "specialist",
                    "eine Fachkraft in einem Fachdienst",
                    "einer Fachkraft in einem Fachdienst",
                    "Fachkraft in einem Fachdienst",
                    "Fachteam"};
constexpr Noun office_holder{"a",  "person in public office", "eine Amtsperson", "einer Amtsperson", "Amtsperson",
                             "Amt"};
constexpr Noun media{"a",   "person known to the public", "eine bekannte Person", "einer bekannten Person", "Person",
                     "Team"};
constexpr Noun security{"a",
                        "person in a public service",
                        "eine Fachkraft im Staatsdienst",
                        "einer Fachkraft im Staatsdienst",
                        "Fachkraft im Staatsdienst",
                        "Staatsdienst"};
constexpr Noun employee{"an", "employee", "eine Fachkraft", "einer Fachkraft", "Fachkraft", "Team"};
constexpr Noun illness{"a",          "rare illness", "eine seltene Erkrankung", "einer seltenen Erkrankung",
                       "Erkrankung", "Leiden"};

const Noun& job_noun(JobFamily family) {
    switch (family) {
        case JobFamily::craft: return craft;
        case JobFamily::transport: return transport;
        case JobFamily::arts: return arts;
        case JobFamily::religion: return religion;
        case JobFamily::science: return science;
        case JobFamily::outdoors: return outdoors;
        case JobFamily::care: return care;
        case JobFamily::office: return office_holder;
        case JobFamily::media:
        case JobFamily::sport: return media;
        case JobFamily::security: return security;
    }
    return craft;
}

struct Around {
    const Note& note;
    std::size_t first, last;  // tokens
    bool german;
    std::string_view before() const {
        return note.joined(first) && first > 0 ? note.view(first - 1) : std::string_view{};
    }
    std::string_view word(std::size_t i) const { return note.view(i); }
    bool begins(std::initializer_list<std::string_view> words) const {
        return std::find(words.begin(), words.end(), note.view(first)) != words.end();
    }
};

std::string sentence_case(const Around& at, std::string text) {
    const Token& token = at.note.at(at.first);
    const bool start = token.line_start || at.note.sign(at.first - 1, '.') || token.sentence_start;
    if (start && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

std::string job_words(const Around& at, const Noun& noun) {
    if (at.german) {
        const std::string_view before = at.before();
        for (const std::string_view bare :
             {"als", "ist", "war", "wird", "wurde", "gelernter", "gelernte", "ehemaliger"}) {
            if (before == bare) return std::string(noun.feminine);
        }
        return fitted(at.note, noun, at.first);
    }
    const std::string_view last = at.word(at.last), before = at.before();
    const bool several = last.size() > 2 && last.back() == 's' && before != "a" && before != "an";
    if (several) return "people in that line of work";
    for (const std::string_view bare :
         {"former", "retired", "old", "young", "trained", "as", "my", "our", "your", "only"}) {
        if (before == bare) return std::string(noun.noun);
    }
    return fitted(at.note, noun, at.first);
}

// The sign that closes a sentence inside of the quotation goes on closing it.
std::string speech(const Around& at) {
    std::string text = sentence_case(at, at.german ? "sinngemäße Worte" : "words to that effect");
    const std::size_t inner = at.last - 1, next = at.last + 1;
    const bool closed = at.note.joined(next) && at.note.at(next).kind == Token::Kind::sign;
    if (closed) return text;
    if (at.note.sign(inner, ',')) return text + ',';
    if (at.note.sign(inner, '.') || at.note.sign(inner, '!') || at.note.sign(inner, '?')) return text + '.';
    return text;
}

std::string only_words(const Around& at) {
    const std::string_view first = at.word(at.first);
    if (at.german) {
        if (first == "letzte" || first == "letzter" || first == "erste" || first == "erster") {
            return at.note.at(at.first + 1).word() ? "eine" : "jemand, der";
        }
        return first.substr(0, 3) == "ein" && first.size() <= 5 ? "jemand von mehreren" : "eine Person dort";
    }
    if (first == "one") return "one of several";
    if (first == "first" || first == "last")
        return "one of those " + std::string(at.word(at.last - 1)) + ' ' + std::string(at.word(at.last));
    return sentence_case(at, "a person there");
}

std::string news(const Around& at) {
    if (at.german) {
        if (at.begins({"in", "im", "durch", "auf"})) return "öffentlich bekannt";
        return at.begins({"ging", "viral"}) ? "wurde bekannt" : "Öffentlichkeit";
    }
    if (at.begins({"in", "on", "all"})) return "known to others";
    return at.begins({"made", "hit", "went", "gone"}) ? "became known" : "public attention";
}

std::string family(const Around& at) {
    if (at.german) {
        const std::string_view word = at.word(at.first);
        return word.find("ling") + 4 < word.size() && word.find("linge") == std::string_view::npos ? "Geschwisterkind"
                                                                                                   : "Geschwister";
    }
    const std::string_view word = at.word(at.first);
    return sentence_case(at, at.first < at.last ? "several children" : word.back() == 's' ? "siblings" : "sibling");
}

}  // namespace

std::vector<std::string> rare_words(const Note& note, const Candidate& candidate) {
    Around at{note, note.from(candidate.begin), note.from(candidate.end), note.german};
    at.last = at.last > at.first ? at.last - 1 : at.first;
    const std::string_view why = candidate.reason;
    if (why == "public_office") return {job_words(at, office_holder)};
    if (why == "job_age_and_place") return {job_words(at, employee)};
    if (why == "rare_job") {
        const std::string phrase = folded(note.text.substr(candidate.begin, candidate.end - candidate.begin));
        return {job_words(at, job_noun(job_family(phrase)))};
    }
    if (why == "rare_disease") return {sentence_case(at, fitted(note, illness, at.first))};
    if (why == "direct_speech") return {speech(at)};
    if (why == "in_the_news") return {news(at)};
    if (why == "unusual_family") return {family(at)};
    if (why == "large_family") {
        const std::string_view noun = note.view(at.last + 1);
        if (!at.german) return {"many"};
        return {noun.empty() || noun.back() != 'n' ? "viele" : "vielen"};
    }
    if (why == "only_one") return {only_words(at)};
    return {at.german ? "etwas Besonderes" : "something particular"};
}

}  // namespace covision::deid
