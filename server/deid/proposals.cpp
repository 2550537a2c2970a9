// What could stand instead of a finding, so that the note still says what it is about.
#include <algorithm>

#include "server/deid/date_words.hpp"
#include "server/deid/nouns.hpp"
#include "server/deid/people.hpp"
#include "server/deid/rare_words.hpp"

namespace covision::deid {
namespace {

constexpr Noun large_city{"a", "large city", "eine Großstadt", "einer Großstadt", "Großstadt", "Stadtgebiet"};
constexpr Noun city{"a", "city", "eine Stadt", "einer Stadt", "Stadt", "Stadtgebiet"};
constexpr Noun town{"a", "town", "eine Kleinstadt", "einer Kleinstadt", "Kleinstadt", "Städtchen"};
constexpr Noun small_town{"a", "small town", "ein Ort", "einem Ort", "Ortschaft", "Dorf"};
constexpr Noun region_noun{"a", "rural area", "eine Region", "einer Region", "Region", "Gebiet"};
constexpr Noun area{"a", "certain area", "eine Gegend", "einer Gegend", "Gegend", "Gebiet"};
constexpr Noun address{"an",    "address in the area", "eine Adresse in der Nähe", "einer Adresse in der Nähe", "Nähe",
                       "Umfeld"};
constexpr Noun school{"a", "school", "eine Schule", "einer Schule", "Schule", "Gymnasium"};
constexpr Noun nursery{"a", "nursery", "eine Kita", "einer Kita", "Kita", "Kinderhaus"};
constexpr Noun authority{"a", "public authority", "eine Behörde", "einer Behörde", "Behörde", "Amt"};
constexpr Noun hospital{"a", "hospital", "ein Krankenhaus", "einem Krankenhaus", "Klinik", "Krankenhaus"};
constexpr Noun clinic{"a", "clinic", "eine Klinik", "einer Klinik", "Klinik", "Klinikum"};
constexpr Noun university{"a", "university", "eine Hochschule", "einer Hochschule", "Hochschule", "Institut"};
constexpr Noun museum{"a", "museum", "ein Museum", "einem Museum", "Einrichtung", "Museum"};
constexpr Noun church{"a", "religious community", "eine Gemeinde", "einer Gemeinde", "Gemeinde", "Gotteshaus"};
constexpr Noun company{"a", "company", "eine Firma", "einer Firma", "Firma", "Unternehmen"};
constexpr Noun employer{"a", "larger employer", "eine Firma", "einer Firma", "Firma", "Unternehmen"};
constexpr Noun organisation{"an", "organisation", "eine Einrichtung", "einer Einrichtung", "Einrichtung", "Haus"};
constexpr Noun phone{"a", "phone number", "eine Telefonnummer", "einer Telefonnummer", "Telefonnummer", "Telefon"};
constexpr Noun email{"an",      "e-mail address", "eine E-Mail-Adresse", "einer E-Mail-Adresse", "E-Mail-Adresse",
                     "Postfach"};
constexpr Noun website{"a", "website", "eine Internetseite", "einer Internetseite", "Internetseite", "Angebot"};
constexpr Noun ip{"a", "network address", "eine Netzadresse", "einer Netzadresse", "Netzadresse", "Netz"};
constexpr Noun id{"a", "reference", "eine Kennung", "einer Kennung", "Kennung", "Zeichen"};
constexpr Noun account{"a", "bank reference", "eine Bankverbindung", "einer Bankverbindung", "Bankverbindung", "Konto"};
constexpr Noun plate{"a", "licence plate", "ein Kennzeichen", "einem Kennzeichen", "Autonummer", "Kennzeichen"};
const Noun& place_noun(const Note& note, const Candidate& candidate, std::size_t token) {
    if (candidate.reason == std::string_view("street")) return address;
    if (candidate.reason == std::string_view("postcode")) return area;
    const Phrases phrases = note.phrases(token);
    const Entry& e = phrases.place != nullptr ? *phrases.place : *note.at(token).entry;
    if (e.place >= 11) return large_city;
    if (e.place >= 9) return city;
    if (e.place >= 6) return town;
    return e.place == 0 && e.has(Entry::region) ? region_noun : small_town;
}

const Noun& org_noun(const Note& note, const Candidate& candidate, std::size_t token) {
    struct Head {
        std::string_view part;
        const Noun* noun;
    };
    constexpr Head heads[] = {
        {"museum", &museum},       {"School", &school},      {"chule", &school},         {"ymnasium", &school},
        {"Academy", &school},      {"Primary", &school},     {"Kita", &nursery},         {"amt", &authority},
        {"gericht", &authority},   {"Council", &authority},  {"indergarten", &nursery},  {"Nursery", &nursery},
        {"Hospital", &hospital},   {"Infirmary", &hospital}, {"rankenhaus", &hospital},  {"linik", &clinic},
        {"Clinic", &clinic},       {"Surgery", &clinic},     {"Practice", &clinic},      {"Praxis", &clinic},
        {"niversit", &university}, {"College", &university}, {"ochschule", &university}, {"Church", &church},
        {"Gemeinde", &church},     {"Mosque", &church},      {"Ltd", &company},          {"GmbH", &company},
        {"Inc", &company},         {"LLC", &company},        {"Bank", &company}};
    for (; token < note.size() && note.tokens[token].end <= candidate.end; ++token) {
        for (const Head& head : heads) {
            if (note.view(token).find(head.part) != std::string_view::npos) return *head.noun;
        }
    }
    return candidate.reason == std::string_view("employer_or_school") ? employer : organisation;
}

std::vector<std::string> age_words(const Note& note, const Candidate& candidate) {
    const std::string_view text = note.text.substr(candidate.begin, candidate.end - candidate.begin);
    const std::size_t german = text.find("jährig");
    if (german != std::string_view::npos)
        return {"hochbetagt" + std::string(text.substr(german + 7)), "über 90-jährig"};
    if (text.find("old") != std::string_view::npos) return {"very old"};
    const std::size_t token = note.from(candidate.begin);
    if (note.joined(token) && note.view(token - 1) == "a") return {"ninety-plus"};  // "a 92-year-old"
    return {note.german ? "über 90" : "over 90"};
}

// A line begins with the proposal. (After a full stop it may be an abbreviation that it follows.)
void begin(std::vector<std::string>& proposals) {
    for (std::string& one : proposals) {
        if (one[0] >= 'a' && one[0] <= 'z') one[0] = static_cast<char>(one[0] - 'a' + 'A');
    }
}

}  // namespace

std::vector<std::vector<std::string>> propose(const Note& note, const Candidates& settled) {
    std::vector<std::vector<std::string>> all = name_people(note, settled);
    DateWords dates(note);
    for (std::size_t i = 0; i < settled.size(); ++i) {
        const Candidate& candidate = settled[i];
        const std::size_t token = note.from(candidate.begin);
        auto noun = [&](const Noun& one) { all[i] = {fitted(note, one, token)}; };
        switch (candidate.type) {
            case Type::name: break;
            case Type::date:
                all[i] = dates.propose(candidate);
                if (!note.lower_style && note.at(token).line_start) begin(all[i]);
                break;
            case Type::age: all[i] = age_words(note, candidate); break;
            case Type::location: noun(place_noun(note, candidate, token)); break;
            case Type::org: noun(org_noun(note, candidate, token)); break;
            case Type::phone: noun(phone); break;
            case Type::email: noun(email); break;
            case Type::url: noun(website); break;
            case Type::ip: noun(ip); break;
            case Type::id: noun(id); break;
            case Type::account: noun(account); break;
            case Type::plate: noun(plate); break;
            case Type::profession:
            case Type::rare: all[i] = rare_words(note, candidate); break;
        }
        if (all[i].empty()) all[i] = {note.german ? "etwas" : "something"};
    }
    return all;
}

}  // namespace covision::deid
