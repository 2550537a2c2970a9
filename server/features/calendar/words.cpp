#include "server/features/calendar/words.hpp"

#include <array>
#include <map>

#include "protocol/enums.hpp"
#include "server/features/schedule/zone.hpp"

namespace covision::calendar {
namespace {

struct Pair {
    const char *en, *de;
};

const char* in(Language language, const Pair& pair) { return language == Language::de ? pair.de : pair.en; }

constexpr std::array<Pair, 7> weekdays{{{"Sunday", "Sonntag"},
                                        {"Monday", "Montag"},
                                        {"Tuesday", "Dienstag"},
                                        {"Wednesday", "Mittwoch"},
                                        {"Thursday", "Donnerstag"},
                                        {"Friday", "Freitag"},
                                        {"Saturday", "Samstag"}}};
constexpr std::array<Pair, 12> months{{{"January", "Januar"},
                                       {"February", "Februar"},
                                       {"March", "März"},
                                       {"April", "April"},
                                       {"May", "Mai"},
                                       {"June", "Juni"},
                                       {"July", "Juli"},
                                       {"August", "August"},
                                       {"September", "September"},
                                       {"October", "Oktober"},
                                       {"November", "November"},
                                       {"December", "Dezember"}}};

std::string time_of_day(Instant at, const std::string& zone) { return schedule::to_local(at, zone).substr(11); }

/// "Tuesday 24 November", "Dienstag, 24. November"
std::string day(Language language, Instant at, const std::string& zone, bool with_year) {
    const auto local = *schedule::parse_local_time(schedule::to_local(at, zone));
    const auto local_day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date{local_day};
    const std::string weekday = in(language, weekdays.at(std::chrono::weekday{local_day}.c_encoding()));
    const std::string month = in(language, months.at(static_cast<unsigned>(date.month()) - 1));
    const auto number = std::to_string(static_cast<unsigned>(date.day()));
    const auto year = with_year ? " " + std::to_string(static_cast<int>(date.year())) : "";
    return language == Language::de ? weekday + ", " + number + ". " + month + year
                                    : weekday + " " + number + " " + month + year;
}

}  // namespace

std::string duty_sentence(Language language, protocol::DutyRole role) {
    static const std::map<std::string_view, Pair> sentences{
        {"facilitator", {"You lead this session.", "Du leitest diese Sitzung."}},
        {"presenter", {"You bring a case.", "Du bringst einen Fall mit."}},
        {"timekeeper", {"You keep the time.", "Du achtest auf die Zeit."}},
        {"scribe", {"You write the notes.", "Du schreibst das Protokoll."}},
        {"observer", {"You observe.", "Du beobachtest."}},
        {"host", {"You are the host.", "Du bist Gastgeberin oder Gastgeber."}}};
    return in(language, sentences.at(protocol::enum_name(role)));
}

std::string moment(Language language, Instant at, const std::string& zone, bool with_year) {
    const auto time = time_of_day(at, zone);
    return day(language, at, zone, with_year) + ", " + time + (language == Language::de ? " Uhr" : "");
}

std::string span(Language language, Instant starts, Instant ends, const std::string& zone) {
    const auto from = day(language, starts, zone, false) + ", " + time_of_day(starts, zone);
    const auto to = time_of_day(ends, zone);
    return language == Language::de ? from + " bis " + to + " Uhr" : from + " to " + to;
}

}  // namespace covision::calendar
